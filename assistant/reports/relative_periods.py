"""Times said from the day a text was written: "năm qua", "từ đầu năm đến nay" (linguistic table)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from assistant.reports.periods import Period, period_named

_YEAR_ENDS, _YEAR_OPENS = 10, 3
"""Months from which a year is told as past, and to which the one before still is."""
_LAST_HALF = range(6, 10)
_QUARTER_DAYS, _MONTH_DAYS = 20, 12
"""Days into a quarter or a month in which the one before is still told of."""
_MANY = (
    r"(?<!những\s)(?<!nhiều\s)(?<!các\s)(?<!mấy\s)(?<!hai\s)(?<!ba\s)(?<!bốn\s)(?<!năm\s)(?<!mười\s)(?<!vài\s)(?<!\d\s)"
)
_PAST_YEAR = re.compile(
    rf"(?<!\w){_MANY}(?:một\s+)?năm\s+(?:vừa\s+)?(?:qua|rồi)(?!\w)|(?<!\w)(?:một\s+)?năm\s+nhìn\s+lại|"
    r"(?<!\w)nhìn\s+lại\s+(?:một\s+)?năm(?!\s+\d)|(?<!\w)(?:trong|cả)\s+năm(?!\s+(?:\d|tới|sau|nay|qua|học|trước))(?=\s*[,;.:)]|\s+(?:các|toàn|đã|có|hội|tỉnh|huyện|xã|kết))",
    re.IGNORECASE,
)
_THIS_YEAR = re.compile(rf"(?<!\w){_MANY}(?<!đầu\s)(?<!cuối\s)(?:riêng\s+|trong\s+)?năm\s+nay(?!\w)", re.IGNORECASE)
_SINCE_NEW_YEAR = re.compile(
    r"(?<!\w)(?:(?:kể|tính)\s+)?từ\s+đầu\s+năm(?!\s+\d)(?:\s+(?:đến|tới)\s+(?:nay|giờ|thời\s+điểm\s+này))?(?!\w)|"
    r"(?<!\w)(?:những|các|mấy)\s+tháng\s+(?:đầu\s+năm(?!\s+\d)|(?:vừa\s+)?qua)(?!\w)",
    re.IGNORECASE,
)
_HALF = re.compile(
    r"(?<!\w)(?:0?6|sáu)\s+tháng\s+(?:vừa\s+)?qua(?!\w)|(?<!\w)nửa\s+năm\s+(?:vừa\s+)?qua(?!\w)|(?<!\w)nửa\s+đầu\s+năm(?!\s+\d)(?!\w)",
    re.IGNORECASE,
)
_QUARTER = re.compile(r"(?<!\w)(?:trong\s+quý(?!\s+(?:[IV\d]|tới|sau))|quý\s+(?:vừa\s+)?qua)(?!\w)", re.IGNORECASE)
_MONTH = re.compile(
    r"(?<!\w)(?:trong\s+tháng(?=\s*[,;.:]|\s+(?:các|toàn|đã|có|hội|qua))|(?<!\d\s)tháng\s+vừa\s+qua|trong\s+tháng\s+qua)(?!\w)",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(
    rf"(?<!\w)(?:cùng\s+kỳ\s+(?:của\s+)?)?{_MANY}năm\s+(?:trước|ngoái)(?!\w)(?!\s+đó)|(?:(?<=^)|(?<=[(;])|(?<=[(;]\s))cùng\s+kỳ(?=\s*[:,]|\s+(?:là|có|đạt|chỉ)(?!\w))|(?<!\w)cùng\s+kỳ(?=\s*\()",
    re.IGNORECASE,
)
_MID_TERM = re.compile(
    r"(?<!\w)(?:nửa(?:\s+đầu)?|giữa)\s+nhiệm\s+kỳ\s*(?:\(?\s*(?P<a>(?:19|20)\d{2})\s*[-–—]\s*(?P<b>(?:19|20)\d{2}))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RelativeTime:
    """A time at [start, end) of a text; first and last day, ISO 8601."""

    start: int
    end: int
    first: str
    last: str
    is_since: bool = False
    """From the beginning of the year up to when the text was written."""
    is_before: bool = False
    """The year before the one told of: "cùng kỳ năm trước"."""


def relative_times(text: str, day: str | None) -> list[RelativeTime]:
    """Times that only the day of the text makes known, in order; none without that day.

    :param day: ISO 8601, the day up to which the text can tell.
    """
    if day is None:
        return []
    today = date.fromisoformat(day)
    found = [*_since(text, today), *_mid_terms(text, today), *_years_before(text, today)]
    for pattern, resolve in _PATTERNS:
        period = resolve(today)
        found += [RelativeTime(*match.span(), period.first, period.last) for match in pattern.finditer(text) if period]
    found.sort(key=lambda one: one.start)
    return [one for at, one in enumerate(found) if not at or found[at - 1].end <= one.start]


def past_year(today: date) -> Period | None:
    """The year that is told as past on a day; None in its middle, where "năm qua" is the last twelve months."""
    if today.month >= _YEAR_ENDS:
        return period_named(str(today.year))
    return period_named(str(today.year - 1)) if today.month <= _YEAR_OPENS else None


def past_half(today: date) -> Period | None:
    """The half-year that has just ended, or is about to."""
    if today.month in _LAST_HALF:
        return period_named(f"{today.year}-H1")
    year = past_year(today)
    return period_named(f"{year.name}-H2") if year and today.month not in (_YEAR_ENDS, _YEAR_ENDS + 1) else None


def past_quarter(today: date) -> Period:
    """The quarter a text of that day tells of."""
    year, index = today.year, (today.month - 1) // 3
    into = (today - date(year, index * 3 + 1, 1)).days
    year, index = divmod(year * 4 + index - (into < _QUARTER_DAYS), 4)
    return period_named(f"{year}-Q{index + 1}")


def past_month(today: date) -> Period:
    """The month a text of that day tells of."""
    year, index = divmod(today.year * 12 + today.month - 1 - (today.day <= _MONTH_DAYS), 12)
    return period_named(f"{year}-{index + 1:02}")


def _since(text: str, today: date) -> Iterator[RelativeTime]:
    for match in _SINCE_NEW_YEAR.finditer(text):
        yield RelativeTime(*match.span(), f"{today.year}-01-01", today.isoformat(), is_since=True)


def _years_before(text: str, today: date) -> Iterator[RelativeTime]:
    year = today.year - 1
    for match in _YEAR_BEFORE.finditer(text):
        yield RelativeTime(*match.span(), f"{year}-01-01", f"{year}-12-31", is_before=True)


def _mid_terms(text: str, today: date) -> Iterator[RelativeTime]:
    for match in _MID_TERM.finditer(text):
        first, last = int(match["a"]), int(match["b"])
        told = today.year if today.month >= _YEAR_ENDS else today.year - 1
        told = told if first <= told < last else (first + last) // 2
        yield RelativeTime(*match.span(), f"{first}-01-01", f"{told}-12-31")


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[date], Period | None]], ...] = (
    (_PAST_YEAR, past_year),
    (_THIS_YEAR, lambda today: period_named(str(today.year))),
    (_HALF, past_half),
    (_QUARTER, past_quarter),
    (_MONTH, past_month),
)
