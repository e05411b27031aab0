"""Telling the running heads, feet and page numbers of a PDF from its text."""

import re
from collections import Counter
from collections.abc import Sequence

_EDGE_LINES = 2
_MIN_PAGES = 3
_MIN_PAGE_SHARE = 0.6
_PAGE_NUMBER = re.compile(r"(?:[Tt]rang\s*)?[-–]?\s*\d{1,4}\s*(?:[/-]\s*\d{1,4})?\s*[-–]?")


def running_lines(pages: Sequence[Sequence[str]]) -> list[frozenset[int]]:
    """Per page the indices of lines that are page furniture: page numbers, and heads or feet most pages share."""
    edges = [_edge_indices(lines) for lines in pages]
    shared: Counter[str] = Counter()
    for lines, indices in zip(pages, edges, strict=True):
        shared.update({_key(lines[index]) for index in indices})
    needed = max(_MIN_PAGES, _MIN_PAGE_SHARE * len(pages))
    found: list[frozenset[int]] = []
    for lines, indices in zip(pages, edges, strict=True):
        repeated = {index for index in indices if shared[_key(lines[index])] >= needed}
        numbers = {index for index in indices[:1] + indices[-1:] if _PAGE_NUMBER.fullmatch(lines[index].strip())}
        found.append(frozenset(repeated | (numbers if len(pages) > 1 else set())))
    return found


def _edge_indices(lines: Sequence[str]) -> list[int]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    return sorted({*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]})


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()).casefold())
