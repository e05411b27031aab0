"""A value with the place of a page it was read from."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.card.segments import Segment


@dataclass(frozen=True, slots=True)
class Found:
    """A value with the segments it was read from; ``start`` and ``end`` are places in the page."""

    value: str
    page: int
    start: int
    end: int


def span(segments: Sequence[Segment], value: str) -> Found:
    """Over all the segments where nothing foreign stands between them, else over the first alone."""
    first, last = segments[0], segments[-1]
    if first.page == last.page and last.line - first.line < len(segments):
        return Found(value, first.page, first.start, last.end)
    return Found(value, first.page, first.start, first.end)
