"""The period a document is about where its identity card leaves it open (linguistic table)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.reports.relative_periods import past_half, past_year
from assistant.reports.times import Role, TimeMention, heading_is_ahead, is_ahead, time_mentions
from ingest.documents import Block, BlockKind, Page
from ingest.text.sentences import split_sentences

_OPENING_CHARS = 70
_LEAD_PARAGRAPHS = 2
_SOON_DAYS = 92
"""A text that opens with a period past is about it when it was published within a quarter after it."""
_PLANNED = re.compile(r"(?:triển\s+khai|phát\s+động|khởi\s+động|đề\s+ra|hướng\s+tới|chuẩn\s+bị)(?!\w)", re.IGNORECASE)
_SUMS_UP = re.compile(r"(?<!\w)tổng\s+kết(?!\w)", re.IGNORECASE)
_SUMS_UP_HALF = re.compile(r"(?<!\w)sơ\s+kết(?!\w)", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?<!\w)(?:kết\s+quả|công\s+tác\s+hội|hoạt\s+động\s+(?:của\s+)?hội|phong\s+trào\s+phụ\s+nữ|đánh\s+giá)(?!\w)",
    re.IGNORECASE,
)
_OF_YEARS = re.compile(
    r"(?<!\w)(?:đề\s+án|dự\s+án|nhiệm\s+kỳ|giai\s+đoạn|chỉ\s+thị|nghị\s+quyết|chương\s+trình\s+phối\s+hợp|đại\s+hội|\d+\s+năm\s+(?:thực|triển))(?!\w)",
    re.IGNORECASE,
)
_HALF_MONTHS = frozenset({6, 7, 8})
_YEAR_MONTHS = frozenset({11, 12, 1, 2})
_REPORT = "Báo cáo"
_TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


class Basis(StrEnum):
    """How a document's period is known."""

    STATED = "stated"
    AS_OF = "as_of"
    """Its figures are the state on a day."""
    RELATIVE = "relative"
    """In words that its day completes: "năm qua"."""
    INFERRED = "inferred"
    """It sums up something, and its day says what; the day lies after the period."""


@dataclass(frozen=True, slots=True)
class DocumentPeriod:
    """First and last day, ISO 8601, and how they are known."""

    first: str
    last: str
    basis: Basis = Basis.STATED


def period_of(
    title: str, day: str | None, kind: str, pages: Sequence[Page], blocks: Sequence[Block]
) -> DocumentPeriod | None:
    """Of the one period the title names, else of what the first paragraphs say, else of what the day says.

    :param kind: Type of the document: a report sums up whatever its words are.
    """
    named = _in_title(title, day)
    if len(named) == 1 and not heading_is_ahead((title,)) and not _PLANNED.search(title):
        return _of(named[0])
    leads = list(_leads(pages, blocks))
    opening = _opening(leads, day)
    if not named and opening is not None and day is not None and _is_recent(opening, day):
        return _of(opening)
    if named or day is None:
        return None
    return _by_day(title, leads, date.fromisoformat(day), kind) or _told_throughout(pages, blocks, day)


def plan_period(title: str, day: str | None) -> DocumentPeriod | None:
    """The one period the title of a plan names."""
    year = int(day[:4]) if day else None
    named = [one for one in time_mentions(title, year) if one.role is not Role.COMPARED and not one.is_day]
    return _of(named[-1]) if len({(one.first, one.last) for one in named}) == 1 else None


def _in_title(title: str, day: str | None) -> list[TimeMention]:
    found = time_mentions(title, int(day[:4]) if day else None, day)
    as_of = [one for one in found if one.role is Role.AS_OF]
    inside = [one for one in found if one.role in (Role.IN_FORCE, Role.TO_DATE) and not one.is_day]
    return inside or as_of


def _of(mention: TimeMention) -> DocumentPeriod:
    if mention.role is Role.AS_OF:
        return DocumentPeriod(mention.first, mention.last, Basis.AS_OF)
    return DocumentPeriod(mention.first, mention.last, Basis.RELATIVE if mention.is_relative else Basis.STATED)


def _leads(pages: Sequence[Page], blocks: Sequence[Block]) -> Iterator[str]:
    """The first paragraphs."""
    texts = {page.number: page.text for page in pages}
    found = [one for one in blocks if one.kind is BlockKind.PARAGRAPH][:_LEAD_PARAGRAPHS]
    for one in found:
        yield texts[one.page][one.char_start : one.char_end]


def _opening(leads: Sequence[str], day: str | None) -> TimeMention | None:
    """The period the first paragraph opens with, else one that only the day of the text completes."""
    year = int(day[:4]) if day else None
    read = [time_mentions(text, year, day) for text in leads]
    first = [one for one in read[0] if one.start <= _OPENING_CHARS] if read else []
    if len(first) == 1 and first[0].role in (Role.IN_FORCE, Role.TO_DATE) and not first[0].is_day:
        return first[0]
    relative = {(one.first, one.last): one for found in read for one in found if one.is_relative}
    return next(iter(relative.values())) if len(relative) == 1 else None


def _is_recent(mention: TimeMention, day: str) -> bool:
    late = (date.fromisoformat(day) - date.fromisoformat(mention.last)).days
    return mention.first <= day and late <= _SOON_DAYS


def _told_throughout(pages: Sequence[Page], blocks: Sequence[Block], day: str) -> DocumentPeriod | None:
    """The only period just past that sentences all over the text open with."""
    texts = {page.number: page.text for page in pages}
    opened: dict[tuple[str, str], int] = {}
    for block in blocks:
        if block.kind not in _TOLD:
            continue
        for start, end in split_sentences(texts[block.page], block.char_start, block.char_end):
            text = texts[block.page][start:end]
            if is_ahead(text):
                continue
            found = [one for one in time_mentions(text, int(day[:4]), day) if one.start <= _OPENING_CHARS]
            for one in found[:1]:
                if not one.is_day and one.role is Role.IN_FORCE and _is_recent(one, day):
                    opened[one.first, one.last] = opened.get((one.first, one.last), 0) + 1
    if len(opened) != 1:
        return None
    return DocumentPeriod(*next(iter(opened)), Basis.INFERRED)


def _by_day(title: str, leads: Sequence[str], day: date, kind: str) -> DocumentPeriod | None:
    """What a summing-up without a word of time is about: the year about its end, the half-year in summer."""
    words = " / ".join((title, *leads))
    is_account = kind == _REPORT and _ACCOUNT.search(title)
    if _OF_YEARS.search(" / ".join((title, *leads[:1]))):
        return None
    period = None
    if day.month in _YEAR_MONTHS and (_SUMS_UP.search(words) or is_account):
        period = past_year(day)
    elif day.month in _HALF_MONTHS and (_SUMS_UP_HALF.search(words) or is_account):
        period = past_half(day)
    if period is None:
        return None
    inside = period.holds(day.isoformat(), day.isoformat())
    return DocumentPeriod(period.first, period.last, Basis.STATED if inside else Basis.INFERRED)
