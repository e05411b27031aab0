"""Printed lines of a PDF page back to paragraphs, by where the lines stand. Holds a linguistic table of list marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.loaders.hyphens import ends_in_hyphen, join_lines

_STARTS_BLOCK = re.compile(
    r"(?:[-+*•–●▪]\s|\(?\d{1,3}(?:\.\d{1,2})*[.)]\s|\(?[a-zđ][.)]\s|[IVX]{1,6}[.)]\s|"
    r"(?:Điều|Chương|Mục|Phần|Khoản|Phụ lục|PHỤ LỤC|CHƯƠNG|PHẦN|MỤC|Bảng|Biểu|Ảnh|Hình)\s+[\dIVX]|"
    r"(?:Căn cứ|Nơi nhận|Kính gửi|Kính thưa|TM\.|KT\.|TL\.|TUQ\.)[\s:]?)"
)
_SPLIT_RANGE = re.compile(r"[-–]\s*\d")
"""``2021`` / ``- 2026``: a dash before a figure goes on if the line before ended in one."""

_ENDS_BLOCK = re.compile(r"(?:[:;]|\./\.)[\"”»)]*$")
_FULL_SHARE = 0.92
"""A line is full if it and the next word are together longer than this share of the page's long lines."""

_WIDTH_QUANTILE = 0.9
_MIN_FULL_CHARS = 40
"""Shorter lines are not full even where the page has no longer ones: a cover, a list of names."""

_MAX_LEADING_GROWTH = 1.25
"""Paragraphs stand apart by more than lines do."""

_INDENT_POINTS = 6.0
_CENTRE_TOLERANCE_POINTS = 24.0
_MEAN_LETTER_WIDTH = 0.46
"""Of the type size, for Vietnamese text in serif faces; only used to tell centred lines from indented ones."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of print and where it starts, in points from the lower left corner of the page."""

    text: str
    x: float = 0.0
    y: float = 0.0
    size: float = 0.0


def paragraphs(lines: Sequence[PrintedLine]) -> list[str]:
    """Join lines that run on, so that a paragraph is one line again.

    A new paragraph shows by an indent, by a wider gap above it, or by the line before it having had room for more.
    """
    filled = [line for line in lines if line.text]
    page = _Measure.of(filled)
    joined: list[str] = []
    previous: PrintedLine | None = None
    for line in filled:
        if previous is not None and page.runs_on(previous, line):
            joined[-1] = join_lines(joined[-1], line.text)
        else:
            joined.append(line.text)
        previous = line
    return joined


@dataclass(frozen=True, slots=True)
class _Measure:
    """What is usual on a page: the length of its long lines in characters, the distance between lines."""

    chars: int
    leading: float

    @classmethod
    def of(cls, lines: Sequence[PrintedLine]) -> "_Measure":
        if not lines:
            return cls(0, 0.0)
        lengths = sorted(len(line.text) for line in lines)
        steps = [upper.y - lower.y for upper, lower in pairwise(lines) if upper.y > lower.y]
        usual = lengths[int((len(lengths) - 1) * _WIDTH_QUANTILE)]
        return cls(max(usual, _MIN_FULL_CHARS), median(steps) if steps else 0.0)

    def runs_on(self, line: PrintedLine, following: PrintedLine) -> bool:
        if _ENDS_BLOCK.search(line.text):
            return False
        if _STARTS_BLOCK.match(following.text) and not _splits_range(line.text, following.text):
            return False
        if line.text.isupper() != following.text.isupper() and line.text.isupper():
            return False  # a heading in capitals does not run on into the text below it
        goes_on = self._is_full(line, following) or ends_in_hyphen(line.text)
        return goes_on and self._stands_close(line, following)

    def _is_full(self, line: PrintedLine, following: PrintedLine) -> bool:
        next_word = following.text.split(" ", 1)[0]
        return len(line.text) + 1 + len(next_word) >= _FULL_SHARE * self.chars

    def _stands_close(self, line: PrintedLine, following: PrintedLine) -> bool:
        step = line.y - following.y
        if step < 0 or step > _MAX_LEADING_GROWTH * max(self.leading, line.size):
            return False
        return following.x <= line.x + _INDENT_POINTS or _same_centre(line, following)


def _splits_range(line: str, following: str) -> bool:
    return line[-1:].isdigit() and bool(_SPLIT_RANGE.match(following))


def _same_centre(line: PrintedLine, following: PrintedLine) -> bool:
    return abs(_centre(line) - _centre(following)) <= _CENTRE_TOLERANCE_POINTS


def _centre(line: PrintedLine) -> float:
    return line.x + len(line.text) * line.size * _MEAN_LETTER_WIDTH / 2
