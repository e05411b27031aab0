"""When a document was issued and which days its figures cover: a linguistic table of where documents say so."""

import re
from collections.abc import Sequence

from ingest.card.days import days_in, issue_of
from ingest.card.found import Found
from ingest.card.periods import Period, closing_period, month_of_figures, reported_period
from ingest.card.segments import Segment
from ingest.card.source import Reading, line_with, literal
from ingest.document_types import CONTRACTS, EXTRACT, MINUTES, NEWS_ITEM, OF_EVENTS
from ingest.documents import BlockKind

_HEAD_LINES = 45
_LEAD_CHARS = 1200
_DAY_LINE_CHARS = 120
_FIGURES_REACH = 80
_PARAGRAPH_CHARS = 100
"""Shorter lines before the first paragraph are captions."""
_REPORTS = frozenset({"Báo cáo", "Bảng tổng hợp", "Biểu tổng hợp"})
"""Types that tell of results; with news items and texts of no type the only ones whose figures have a period."""
_PASSED = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết"})
_PASSING = re.compile(r"này\s+(?:đã\s+)?được\s.{5,120}thông\s+qua\s+(?=ngày)", re.IGNORECASE)
_SUMS_UP = re.compile(r"(?:tổng\s+kết|sơ\s+kết)", re.IGNORECASE)
_CHAIR_DAY = re.compile(
    r"(?:hôm\s+nay|vào\s+hồi|hồi|lúc|thời\s+gian|^\(?ký\s+(?:kết\s+)?(?=ngày)|^ngày\s\d.{10,80}\shọp(?!\w))",
    re.IGNORECASE,
)


def other_day(reading: Reading, segments: Sequence[Segment], kind: str | None) -> Found | None:
    """The day of a news item, of minutes, of a law, or the one above a signature."""
    published = _day_of_publication(reading)
    if not reading.front.is_official or (published and kind not in OF_EVENTS):
        return published
    if kind in (MINUTES, EXTRACT, *CONTRACTS) and (met := _day_of_meeting(segments)):
        return met
    return (_day_of_passing(segments) if kind in _PASSED else None) or _day_above_signature(segments)


def _day_of_publication(reading: Reading) -> Found | None:
    metadata, index = reading.front.metadata, line_with(reading, BlockKind.DATELINE)
    if index is None or not metadata.date or metadata.date == reading.declared.date:
        return None
    line = reading.lines[index]
    number = reading.pages[line.page].number
    for start, end, day in days_in(line.text):
        if day == metadata.date:
            return Found(day, number, line.start + start, line.start + end)
    return Found(metadata.date, number, line.start, line.end)


def _day_of_meeting(segments: Sequence[Segment]) -> Found | None:
    for one in segments[:_HEAD_LINES]:
        if _CHAIR_DAY.search(one.text) and (days := days_in(one.text)):
            start, end, day = days[0]
            return Found(day, one.page, one.start + start, one.start + end)
    return None


def _day_above_signature(segments: Sequence[Segment]) -> Found | None:
    """A place and a day that are a line of their own, near the end."""
    for one in reversed(segments[-_HEAD_LINES:]):
        issue = issue_of(one.text) if len(one.text) < _DAY_LINE_CHARS else None
        if issue is not None and issue.place and issue.end - issue.start == len(one.text):
            return Found(issue.day, one.page, one.start + issue.start, one.start + issue.end)
    return None


def _day_of_passing(segments: Sequence[Segment]) -> Found | None:
    """As in "Luật này đã được Quốc hội … thông qua ngày 26 tháng 11 năm 2003"."""
    for one in reversed(segments[-_HEAD_LINES:]):
        match = _PASSING.search(one.text)
        if match and (days := days_in(one.text[match.start() :])):
            start, end, day = days[0]
            return Found(day, one.page, one.start + match.start() + start, one.start + match.start() + end)
    return None


def period_of(reading: Reading, kind: Found | None, title: Found | None, day: Found | None) -> Found | None:
    """From a statement about the figures, from the title, or from the first sentences of a news item."""
    name = kind.value if kind else None
    if name not in (*_REPORTS, NEWS_ITEM, None):
        return None
    year = int((reading.declared.date or (day.value if day else "0"))[:4]) or None
    for page in reading.pages[:1]:
        closing = closing_period(page.text[: 3 * _LEAD_CHARS])
        if closing is not None and (name in _REPORTS or _says_figures(page.text, closing)):
            return _in_text(closing, page.number, 0)
    words = title.value if title else reading.declared.title or ""
    period = reported_period(words, year, certain=name in _REPORTS)
    if period is not None:
        if title is None or not title.page:
            return literal(period.value)
        return Found(period.value, title.page, *_inside(reading, title, words[period.start : period.end]))
    if name in (None, NEWS_ITEM) and not reading.front.is_official:
        return _period_of_news(reading, year)
    return None


def _says_figures(text: str, period: Period) -> bool:
    """Whether the words before a stretch of days are about figures; a news item tells of other stretches too."""
    return "số liệu" in text[max(0, period.start - _FIGURES_REACH) : period.start].lower()


def _inside(reading: Reading, title: Found, words: str) -> tuple[int, int]:
    """Where words of a title stand on the page; the whole title where a line break parts them."""
    text = next(page.text for page in reading.pages if page.number == title.page)
    at = text.find(words, title.start, title.end)
    return (at, at + len(words)) if at >= 0 else (title.start, title.end)


def _in_text(period: Period, page: int, offset: int) -> Found:
    return Found(period.value, page, offset + period.start, offset + period.end)


def _period_of_news(reading: Reading, year: int | None) -> Found | None:
    """From the first paragraph, which says what the item is about, or a month named as that of the figures."""
    is_first = True
    for index in reading.body:
        if index in reading.front.roles:
            continue
        line = reading.lines[index]
        number = reading.pages[line.page].number
        if period := month_of_figures(line.text):
            return _in_text(period, number, line.start)
        sentence = line.text.split(". ")[0] if is_first else ""
        sums_up = "kết" in sentence.lower() and _SUMS_UP.search(sentence) is not None
        if sums_up and (period := reported_period(sentence, year)):
            return _in_text(period, number, line.start)
        is_first = is_first and len(line.text) < _PARAGRAPH_CHARS
    return None
