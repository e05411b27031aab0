"""Days, months, quarters, halves, years and hours that a text names (linguistic table)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

from ingest.text.folding import fold

_YEAR = r"(?:19|20)\d\d"
_D, _M = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_DAY_WORD = r"(?:ngay|phien|sang|chieu|toi|trua|dem|hom|khuya|mung|mong|vao)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH_WORDS = {
    "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11, "mười hai": 12, "chạp": 12,
}  # fmt: skip
_PATTERNS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?<![\d/.,])(?P<day>{_D})\s?[/.-]\s?(?P<month>{_M})\s?[/.-]\s?(?P<year>{_YEAR})(?![\d/])"),
    re.compile(
        rf"(?:(?<!\w){_DAY_WORD}\s+(?:ngay\s+|mung\s+)?)(?P<day>{_D})\s*(?:thang|[-/]|\.(?=\d))\s*(?P<month>{_M})(?![\d.]*\d)"
        rf"(?:\s*(?:,?\s*nam|/|-)\s*(?P<year>{_YEAR})(?!\d))?"
    ),
    re.compile(rf"(?<![\d/.,])(?P<day>{_D})\s+thang\s+(?P<month>{_M})\s*,?\s*(?:nam\s+)?(?P<year>{_YEAR})(?!\d)"),
    re.compile(rf"(?<![\d/.,])(?P<day>\d{{1,2}})\s+thang\s+(?P<month>{_M})(?=\s*(?:am|duong)\s+lich|\s*[,.;)]|$)"),
    re.compile(rf"(?<!\w)thang\s+(?P<month>{_M})\s?(?:[/.-]|\s+nam\s+|\s)\s?(?P<year>{_YEAR})(?!\d)"),
    re.compile(
        rf"(?<!\w)quy\s+(?P<quarter>i{{1,3}}|iv|[1-4])(?!\w)(?:\s?(?:[/.,-]|\s+nam)?\s?(?P<year>{_YEAR})(?!\d))?"
    ),
    re.compile(rf"(?<![\d/.,])(?P<month>{_M})\s?/\s?(?P<year>{_YEAR})(?![\d/])"),
    re.compile(
        rf"(?<!\w)0?(?P<months>[369]|ba|sau|chin)\s+thang\s+(?P<part>dau|cuoi)\s+(?:nam|quy)(?:\s+(?P<year>{_YEAR}))?"
    ),
    re.compile(rf"(?<!\w)nua\s+(?P<part>dau|cuoi)\s+(?:cua\s+)?nam(?:\s+(?P<year>{_YEAR})(?!\d))?"),
    re.compile(rf"(?<!\w)thang\s+(?P<month>{_M})(?![\d.,]*\d)(?!\s*(?:nguoi|ho|ty|trieu|thang))"),
    re.compile(rf"(?<!\w)nam\s+(?P<year>{_YEAR})(?!\d)"),
    re.compile(rf"(?<![\w.,/])(?P<year>{_YEAR})(?![\w]|[.,/]\d)"),
    re.compile(
        r"(?<![\d/.,])(?P<hour>[01]?\d|2[0-4])\s?(?:(?:h|g|gio)\s?|:)(?P<minute>[0-5]\d)(?:\s?(?:phut|['’′p]))?(?!\w)(?![.,]\d)"
    ),
)
"""On folded text, in this order; what one has taken the next does not see."""
_SHORT_YEAR = re.compile(
    r"\bnam\s+(?P<year>[4-9]\d)(?![\d.,]*\d|\s*%|\w)(?!\s+(?:ngay|nguoi|ho|tuoi|dong|trieu|ty|nghin))"
)
_LAST_CENTURY = 1900
_MONTH_WORD = re.compile(
    r"(?<!\w)(?:ngày\s+(?P<day>\d{1,2})\s+)?tháng\s+(?P<word>mười một|mười hai|giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|"
    r"mười|chạp)"
    rf"(?!\w)(?!\s+(?:tháng|ngày|tuổi))(?:,?\s+năm\s+(?P<year>{_YEAR}))?"
)
_DAY_MONTH = re.compile(rf"(?<![\w/.,])(?P<day>{_D})\s?[/-]\s?(?P<month>{_M})(?![\d/]|[.,]\d|\s?[/-]\s?\d|\w)")
_CUE = re.compile(rf"(?<!\w)(?:{_DAY_WORD}|cac ngay|den|tu|truoc|sau|het|qua|nay)\s*(?:ngay\s+)?\(?\s*$|\(\s*$")
_CUE_REACH = 24
_JOIN_REACH = 12
_COUNTED = re.compile(
    r"\s*(?:nghin|ngan|tram|ngay|tuan|thang(?!\s*\d)|nam(?!\s*\d)|gio|phut|giay|lan|tuoi|lop|vu|nguoi|ho|dong|trieu|"
    r"ty|ti|luot|suat|em|chau|hoi vien|ngoi|can|xa|%|usd|km|m2|ha|tan|kg)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """What a text says of a time; None where it does not say."""

    year: int | None = None
    quarter: int | None = None
    part: str | None = None
    """H1, H2, 3T, 9T and the like: the first or last months of a year."""
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None

    def stated(self) -> dict[str, int | str]:
        """Field to value, of the fields that are given."""
        pairs = ((one.name, getattr(self, one.name)) for one in fields(self))
        return {name: value for name, value in pairs if value is not None}


@dataclass(frozen=True, slots=True)
class FoundMoment:
    """A moment at [start, end) of the text."""

    start: int
    end: int
    moment: Moment


def moments(text: str) -> list[FoundMoment]:
    """Every time named in NFC ``text``, in order, not overlapping."""
    folded = fold(text).replace("–", "-").replace("—", "-")
    lowered = text.lower()
    found: list[FoundMoment] = []
    matches = [(match, None) for match in _MONTH_WORD.finditer(lowered)] if lowered != folded else []
    matches += [(match, pattern) for pattern in _PATTERNS for match in pattern.finditer(folded)]  # type: ignore[misc]
    for match, _ in matches:
        if not _overlaps(found, *match.span()) and not _is_count(folded, match):
            found.append(FoundMoment(*_trimmed(match), _moment(match)))
    found.extend(_days_without_year(folded, found))
    return sorted(found, key=lambda one: one.start)


def _overlaps(found: list[FoundMoment], start: int, end: int) -> bool:
    return any(one.start < end and start < one.end for one in found)


def _is_count(folded: str, match: re.Match[str]) -> bool:
    """A bare 1980 or 2000 that counts something is no year."""
    groups = match.groupdict()
    only_year = groups.get("year") and not any(value for name, value in groups.items() if name != "year")
    return bool(only_year and match.group()[0].isdigit() and _COUNTED.match(folded, match.end()))


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Without the word before the day (morning, day): that stays a word of its own."""
    start = match.start("day") if match.groupdict().get("day") else match.start()
    return start, match.start() + len(match.group().rstrip())


def _moment(match: re.Match[str]) -> Moment:
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    quarter = groups.get("quarter")
    word = groups.get("word")
    return Moment(
        year=int(groups["year"]) if "year" in groups else None,
        quarter=None if quarter is None else _ROMAN.get(quarter) or int(quarter),
        part=_part(groups),
        month=_MONTH_WORDS[word] if word else int(groups["month"]) if "month" in groups else None,
        day=int(groups["day"]) if "day" in groups else None,
        hour=int(groups["hour"]) if "hour" in groups else None,
        minute=int(groups.get("minute", 0)) if "hour" in groups else None,
    )


def _part(groups: dict[str, str]) -> str | None:
    if "part" not in groups:
        return None
    months = {"ba": "3", "sau": "6", "chin": "9"}.get(said := groups.get("months", "6"), said)
    return f"{months}T-{groups['part']}"


def _days_without_year(folded: str, found: list[FoundMoment]) -> Iterator[FoundMoment]:
    """29/11 is a day after a word for one, in brackets, or in a row of days; otherwise it is a share."""
    days = list(found)
    for match in _DAY_MONTH.finditer(folded):
        start, end = match.span()
        if _overlaps(days, start, end):
            continue
        if _COUNTED.match(folded, end):
            continue
        before = folded[max(0, start - _CUE_REACH) : start]
        in_row = any(0 <= start - one.end <= _JOIN_REACH and one.moment.day and "%" not in before for one in days)
        if _CUE.search(before) or in_row:
            one = FoundMoment(start, end, _moment(match))
            days.append(one)
            yield one


def short_years(text: str) -> frozenset[int]:
    """Years of the last century that a text gives without their century: năm 93."""
    return frozenset(_LAST_CENTURY + int(one) for one in _SHORT_YEAR.findall(fold(text)))
