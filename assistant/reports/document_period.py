"""The period a document is about where its identity card leaves it open (linguistic table)."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.reports.times import Role, TimeMention, heading_is_ahead, time_mentions
from ingest.documents import Block, BlockKind, Page

_OPENING_CHARS = 70
_SOON_DAYS = 92
"""A text that opens with a period past is about it when it was published within a quarter after it."""
_PLANNED = re.compile(r"(?:triển\s+khai|phát\s+động|khởi\s+động|đề\s+ra|hướng\s+tới|chuẩn\s+bị)(?!\w)", re.IGNORECASE)

Days = tuple[str, str]


def period_of(title: str, day: str | None, pages: Sequence[Page], blocks: Sequence[Block]) -> Days | None:
    """First and last day: of the one period the title names, else of the one the first paragraph opens with."""
    year = int(day[:4]) if day else None
    named = [one for one in time_mentions(title, year) if one.role is Role.IN_FORCE and not one.is_day]
    if len(named) == 1 and not heading_is_ahead((title,)) and not _PLANNED.search(title):
        return named[0].first, named[0].last
    opening = _opening(pages, blocks, year)
    if named or opening is None or day is None or not _is_recent(opening, day):
        return None
    return opening.first, opening.last


def _opening(pages: Sequence[Page], blocks: Sequence[Block], year: int | None) -> TimeMention | None:
    texts = {page.number: page.text for page in pages}
    first = next((one for one in blocks if one.kind is BlockKind.PARAGRAPH), None)
    if first is None:
        return None
    text = texts[first.page][first.char_start : first.char_end]
    found = [one for one in time_mentions(text, year) if one.start <= _OPENING_CHARS]
    fits = len(found) == 1 and found[0].role is Role.IN_FORCE and not found[0].is_day
    return found[0] if fits else None


def _is_recent(mention: TimeMention, day: str) -> bool:
    late = (date.fromisoformat(day) - date.fromisoformat(mention.last)).days
    return mention.first <= day and late <= _SOON_DAYS
