"""Blocks set in two columns, the letterhead and the signatures, read column by column (linguistic table).

Decree 30/2020/NĐ-CP, annex I: the issuing body and the number stand left, the country's name and the date right;
at the end the recipients stand left and the signature right. Where both columns share their lines, text drawn or
recognised line by line mixes them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.loaders.placed import PlacedLine, PlacedWord
from ingest.text.folding import fold

_MOTTO = re.compile(r"cong\s+hoa\s+xa\s+hoi\s+chu|dang\s+cong\s+san\s+viet\s+nam|doc\s+lap\W+tu\s+do\W+hanh\s+phuc")
_HEAD_END = re.compile(r"ngay\W.{0,12}thang\W.{0,8}nam\b|^\W*so\s?:")
_RECIPIENTS = re.compile(r"^\W*noi\s+nhan\b")
_PAGE_NUMBER = re.compile(r"\W*\d{0,4}\W*")
_MIXED = re.compile(rf"\w.{{2,}}\s(?:{_MOTTO.pattern})|{_RECIPIENTS.pattern}\s*:?\s+(?!-)\w.{{3,}}")

_HEAD_REACH = 14
"""Lines of a page among which the letterhead begins."""

_HEAD_LINES = 9.0
"""Line heights it reaches down."""

_MIN_GAP = 1.0
"""Line heights of white between the columns."""

_GAP_PLACES = (0.2, 0.75)
"""Where the gap may be, in widths of the block."""


@dataclass(frozen=True, slots=True)
class _Region:
    """A horizontal band of the page."""

    top: float
    bottom: float

    def holds(self, line: PlacedLine) -> bool:
        return self.top <= (line.top + line.bottom) / 2 <= self.bottom


def mixes_columns(lines: Sequence[str]) -> bool:
    """Whether lines of a page, as text only, run through both columns of such a block."""
    return any(_MIXED.search(fold(line)) for line in lines)


def in_reading_order(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    """The same words; the lines of two-column blocks cut at the gap, left column first."""
    ordered = list(lines)
    for region in (_head(lines), _foot(lines)):
        if region is not None:
            ordered = _by_column(ordered, region)
    return ordered


def _head(lines: Sequence[PlacedLine]) -> _Region | None:
    texts = [fold(line.text) for line in lines[:_HEAD_REACH]]
    motto = next((line for line, text in zip(lines, texts, strict=False) if _MOTTO.search(text)), None)
    if motto is None:
        return None
    height = _height(lines)
    top, limit = motto.top - 0.8 * height, motto.top + _HEAD_LINES * height
    ends = [
        line.bottom
        for line, text in zip(lines, texts, strict=False)
        if top <= line.top <= limit and (_HEAD_END.search(text) or _MOTTO.search(text))
    ]
    return _Region(top, max(ends, default=motto.bottom) + 0.2 * height)


def _foot(lines: Sequence[PlacedLine]) -> _Region | None:
    start = next((line for line in reversed(lines) if _RECIPIENTS.search(fold(line.text))), None)
    if start is None:
        return None
    height = _height(lines)
    below = [line.bottom for line in lines if line.top >= start.top and not _PAGE_NUMBER.fullmatch(line.text)]
    return _Region(start.top - 0.5 * height, max(below, default=start.bottom))


def _by_column(lines: Sequence[PlacedLine], region: _Region) -> list[PlacedLine]:
    inside = [line for line in lines if region.holds(line)]
    gap = _widest_gap(inside, _MIN_GAP * _height(lines))
    if gap is None:
        return list(lines)
    halves = [half for line in inside for half in _halves(line, gap)]
    halves.sort(key=lambda line: (line.left > gap, line.top + line.bottom))
    at = min(place for place, line in enumerate(lines) if region.holds(line))
    before = [line for line in lines[:at] if not region.holds(line)]
    return before + halves + [line for line in lines[at:] if not region.holds(line)]


def _widest_gap(lines: Sequence[PlacedLine], at_least: float) -> float | None:
    """The middle of the widest white stripe that runs down between all words."""
    words = sorted((word for line in lines for word in line.words), key=lambda word: word.left)
    if not words:
        return None
    left, right = words[0].left, max(word.right for word in words)
    first, last = (left + share * (right - left) for share in _GAP_PLACES)
    best, width, reached = None, at_least, words[0].right
    for word in words[1:]:
        middle = (reached + word.left) / 2
        if word.left - reached >= width and first <= middle <= last:
            best, width = middle, word.left - reached
        reached = max(reached, word.right)
    return best


def _halves(line: PlacedLine, gap: float) -> Iterator[PlacedLine]:
    for half in (_side(line.words, gap, right=False), _side(line.words, gap, right=True)):
        if half:
            yield PlacedLine(half)


def _side(words: Sequence[PlacedWord], gap: float, *, right: bool) -> tuple[PlacedWord, ...]:
    return tuple(word for word in words if (word.left > gap) == right)


def _height(lines: Sequence[PlacedLine]) -> float:
    return median(line.bottom - line.top for line in lines)
