"""Lines of a page, and whether a line only continues the sentence of the line before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.documents import BlockKind
from ingest.text.letters import LOWER
from ingest.text.markers import find_marker

WRAP_LIMIT = 160
"""Characters; a text whose lines are longer is not wrapped to a page width."""
MIN_WRAPPED_LINES = 3
_FULL_LINE = 0.75
_SNUG = 0.92
"""Letters differ in width: a line this close to the longest was full."""
_BLANK_REACH = 40
"""Characters the line before a blank line must have for a sentence to run across the gap."""
_GOES_ON_WITH_NUMBER = re.compile(r"\d{1,3} [" + LOWER + r"]")


STOPS = ".!?…:;"
"""Marks after which a line is complete."""
_CLOSERS = "])}”\"’'»"
_MAX_CLOSERS = 6


def ends_with(text: str, marks: str) -> bool:
    """Whether the last character of ``text`` is one of ``marks``, closing quotes and brackets aside."""
    bare = text[-_MAX_CLOSERS:].rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in marks


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or one span of a loader, without the spaces around it."""

    page: int
    """0-based position of its page in the document."""
    start: int
    end: int
    text: str
    gap: int = 1
    """Line ends between the line before and this one; 2 and more mean blank lines."""
    hint: BlockKind | None = None
    level: int | None = None


def wrap_width(lengths: Sequence[int]) -> int | None:
    """The width in characters to which lines of these lengths were wrapped, or None when they were not.

    Wrapped text has most lines nearly as long as the longest.
    """
    long_enough = [length for length in lengths if length]
    if len(long_enough) < MIN_WRAPPED_LINES:
        return None
    ranked = sorted(long_enough)
    width = ranked[int(len(ranked) * 0.95)] if len(ranked) >= 20 else ranked[-1]  # noqa: PLR2004
    if width > WRAP_LIMIT:
        return None
    full = sum(length >= _FULL_LINE * width for length in long_enough)
    return width if 2 * full >= len(long_enough) else None


def continues(previous: str, following: str, *, gap: int, width: int | None) -> bool:
    """Whether ``following`` goes on with the sentence that ``previous`` left open."""
    if not previous or not following or find_marker(following):
        return False
    first = following[0]
    if gap > 1:
        return first.islower() and len(previous) >= _BLANK_REACH and not ends_with(previous, STOPS)
    if first.islower():
        return not ends_with(previous, STOPS) or (width is not None and ends_with(previous, ";:"))
    if ends_with(previous, STOPS):
        return False
    if _GOES_ON_WITH_NUMBER.match(following) and len(previous) >= _BLANK_REACH:
        return True
    return width is not None and _next_word_was_too_long(previous, following, width)


def _next_word_was_too_long(previous: str, following: str, width: int) -> bool:
    return len(previous) + 1 + len(following.split(None, 1)[0]) > _SNUG * width
