"""Printed lines of a PDF page back to paragraphs, and the running heads told from the text."""

import re
from collections import Counter
from collections.abc import Sequence

_STARTS_BLOCK = re.compile(
    r"(?:[-+*•–●▪]\s|\(?\d{1,3}(?:\.\d{1,2})*[.)]\s|\(?[a-zđ][.)]\s|[IVX]{1,6}[.)]?\s|"
    r"(?:Điều|Chương|Mục|Phần|Khoản|Phụ lục|PHỤ LỤC|CHƯƠNG|PHẦN|MỤC|Bảng|Biểu|Ảnh|Hình)\s+[\dIVX]|"
    r"(?:Căn cứ|Nơi nhận|Kính gửi|Kính thưa|TM\.|KT\.|TL\.|TUQ\.)[\s:]?)"
)
_ENDS_BLOCK = re.compile(r"(?:[:;]|\./\.)[\"”»)]*$")
_FULL_SHARE = 0.92
"""A line is full if it and the next word are together longer than this share of the page's long lines."""

_WIDTH_QUANTILE = 0.9
_EDGE_LINES = 2
_MIN_PAGES = 3
_MIN_PAGE_SHARE = 0.6
_PAGE_NUMBER = re.compile(r"(?:[Tt]rang\s*)?[-–]?\s*\d{1,4}\s*(?:[/-]\s*\d{1,4})?\s*[-–]?")


def paragraphs(lines: Sequence[str]) -> list[str]:
    """Join printed lines where the line was full, so that a paragraph is one line again.

    A line that still had room for the next word was ended on purpose: a heading, a row, the end of a paragraph.
    """
    lines = [" ".join(line.split()) for line in lines]
    width = _column_width(lines)
    joined: list[str] = []
    previous = ""
    for line in lines:
        if joined and line and previous and _continues(previous, line, width):
            joined[-1] += " " + line
        elif line:
            joined.append(line)
        previous = line
    return joined


def _column_width(lines: Sequence[str]) -> int:
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int((len(lengths) - 1) * _WIDTH_QUANTILE)] if lengths else 0


def _continues(line: str, following: str, width: int) -> bool:
    if _STARTS_BLOCK.match(following) or _ENDS_BLOCK.search(line):
        return False
    next_word = following.split(" ", 1)[0]
    if len(line) + 1 + len(next_word) < _FULL_SHARE * width:
        return False
    # a heading in capitals does not run on into the text below it
    return line.isupper() == following.isupper() or not line.isupper()


def running_lines(pages: Sequence[Sequence[str]]) -> list[frozenset[int]]:
    """Per page the indices of lines that are page furniture: page numbers, and heads or feet most pages share."""
    edges = [_edge_indices(lines) for lines in pages]
    shared = Counter(
        key for lines, indices in zip(pages, edges, strict=True) for key in {_furniture_key(lines[i]) for i in indices}
    )
    needed = max(_MIN_PAGES, _MIN_PAGE_SHARE * len(pages))
    found: list[frozenset[int]] = []
    for lines, indices in zip(pages, edges, strict=True):
        outer = {indices[0], indices[-1]} if indices else set()
        found.append(
            frozenset(
                index
                for index in indices
                if shared[_furniture_key(lines[index])] >= needed
                or (index in outer and len(pages) > 1 and _PAGE_NUMBER.fullmatch(lines[index].strip()))
            )
        )
    return found


def _edge_indices(lines: Sequence[str]) -> list[int]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    return sorted({*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]})


def _furniture_key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()).casefold())
