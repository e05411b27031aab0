"""Days a text is dated with: a linguistic table of how Vietnamese documents write them, always day before month."""

import re
from dataclasses import dataclass
from datetime import date

from ingest.bylines import is_person
from ingest.text.letters import UPPER

_MAX_CHARS = 100
_MAX_REST_CHARS = 70
"""What a dateline says beside its days: weekday, hour, counters."""
_MAX_DAYS = 2
"""A dateline may also name the day of the last change."""
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NUMERIC = re.compile(
    r"(?<![\d/.])(?P<d>0?[1-9]|[12]\d|3[01])\s?[/.-]\s?(?P<m>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<y>(?:19|20)\d{2})(?![\d/])"
)
_WORDS = re.compile(
    r"ngày\s*(?P<d>\d{1,2})\s*tháng\s*(?P<m>\d{1,2})\s*năm\s*(?P<y>(?:19|20)\d{2})(?!\d)", re.IGNORECASE
)
_ISSUED = re.compile(
    r"(?:^|\s{2,}|\t|\|\s*)(?P<place>["
    + UPPER
    + r"][^\d,;:.]{1,40}?(?:\s\d{1,2})?)\s*,\s*ngày\s*(?P<d>\d{0,2})[\s.…]*tháng\s*(?P<m>\d{0,2})[\s.…]*"
    r"năm\s*(?P<y>(?:19|20)\d{2})\s*\.?\s*\|?\s*$",
)
_NOISE = re.compile(
    r"""
      (?<!\d)(?:[01]?\d|2[0-4])\s?(?:[:hg]|giờ)\s?(?:[0-5]?\d)?(?::[0-5]\d)?\s*(?:['’′]|phút)?(?:\s*(?:am|pm|sa|ch)\b)?
    | \b(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|cn)\b
    | \(?gmt\s*\+?\s*\d{1,2}(?::\d\d)?\)?
    | (?:ngày|thời\s+gian|lúc)?\s*(?:đăng(?:\s+(?:tin|bài|tải|lúc|ngày))?|viết|xuất\s+bản
      |cập\s+nhật(?:\s+(?:lúc|ngày|lần\s+cuối))?
      |tạo|gửi|post(?:ed)?|updated?|đưa\s+tin|phát\s+hành|ban\s+hành)\s*(?=[:\s\d]|$)
    | (?:lượt\s+(?:xem|đọc)|đã\s+xem|views?)\s*:?\s*[\d.,]*
    | \b(?:ngày|lúc|date|on)\b | email | \bin\b | bản\s+in
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RANGE_BETWEEN = re.compile(
    r"(?:19|20)\d{2}\s*(?:[-–—]|đến|tới)\s*(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d{2}"
)
"""An anniversary or a term, no day of publication."""
_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-3])\s?(?::|h|g|giờ)\s?[0-5]\d(?!\d)")
_AUTHOR = re.compile(
    r"(?:người\s+(?:đăng|viết)|tác\s+giả|đăng\s+bởi|bởi|by)\s*:?\s*(?P<author>[^|:\d]{2,50})$", re.IGNORECASE
)
_SEPARATORS = " \t,;:|-–—•·/()[]'’"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line that only says when (and perhaps by whom) a text was published."""

    day: str | None
    """ISO 8601; None when the day was left open, as in a form."""
    year: int
    author: str | None = None


def read_dateline(line: str) -> Dateline | None:
    """The publication day of a line that says nothing else: ``29/11/2021``, ``8:52' 15/3/2019``, ``Thứ ba, …``."""
    if len(line) > _MAX_CHARS or not _YEAR.search(line) or _RANGE_BETWEEN.search(line):
        return None
    days = [*_WORDS.finditer(line), *_NUMERIC.finditer(line)]
    if not 1 <= len(days) <= _MAX_DAYS:
        return None
    day = _valid_day(min(days, key=lambda match: match.start()))
    if day is None:
        return None
    rest = line
    for match in sorted(days, key=lambda match: match.start(), reverse=True):
        rest = rest[: match.start()] + " | " + rest[match.end() :]
    named = _AUTHOR.search(rest.rstrip(_SEPARATORS))
    if named:
        rest = rest[: named.start()]
    if len(rest) > _MAX_REST_CHARS:
        return None
    author = named.group("author").strip(_SEPARATORS) if named else None
    left = _NOISE.sub(" ", rest).strip(_SEPARATORS)
    if left and named is None and _CLOCK.search(line) and is_person(left):
        # "Thu Hà - 22/05/2020 14:05"; without the hour it might be a place
        return Dateline(day.isoformat(), day.year, left)
    return None if left else Dateline(day.isoformat(), day.year, author)


def has_clock(line: str) -> bool:
    """Whether a dateline says the hour too, as only web pages do."""
    return _CLOCK.search(line) is not None


def read_place_and_day(line: str) -> tuple[Dateline, bool] | None:
    """Day of issue of ``Hà Nội, ngày 05 tháng 3 năm 2020``, and whether the line says nothing else.

    The day or month may be missing, as on a form: then only the year is known.
    """
    match = _ISSUED.search(line)
    if match is None:
        return None
    alone = not line[: match.start()].strip()
    day = _valid_day(match) if match.group("d") and match.group("m") else None
    return Dateline(day.isoformat() if day else None, int(match.group("y"))), alone


def _valid_day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match.group("y")), int(match.group("m")), int(match.group("d")))
    except ValueError:
        return None
