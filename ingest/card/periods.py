"""The days that the figures of a document cover: a linguistic table of reporting periods."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.card.days import NUMERIC, WORDS, iso_of

_Y = r"(?:19|20)\d{2}"
_DAY = (
    r"(?:ngày\s+)?(?P<@d>\d{1,2})(?:\s?[/.-]\s?|\s+tháng\s+)(?P<@m>\d{1,2})"
    rf"(?:(?:\s?[/.-]\s?|\s+năm\s+)(?P<@y>{_Y}))?(?!\d)"
)
_TO = r"\s*(?:đến|tới|[-–])\s*(?:hết\s+)?(?:ngày\s+)?"
_DAYS = re.compile(r"từ\s+(?:ngày\s+)?" + _DAY.replace("@", "a") + _TO + _DAY.replace("@", "b"), re.IGNORECASE)
_MONTHS = re.compile(
    rf"từ\s+tháng\s+(?P<m1>\d{{1,2}})(?:(?:\s?[/.-]\s?|\s+năm\s+)(?P<y1>{_Y}))?\s+(?:đến|tới)\s+(?:hết\s+)?tháng\s+(?P<m2>\d{{1,2}})(?:\s?[/.-]\s?|\s+năm\s+)(?P<y2>{_Y})",
    re.IGNORECASE,
)
_TERM = re.compile(
    rf"(?P<word>nhiệm\s+kỳ|nhiệm\s+kì|giai\s+đoạn|\d{{1,2}}\s+năm\s*\(|\(|trong\s+các\s+năm|năm\s+học)\s*:?\s*(?P<y1>{_Y})\s*[-–—]\s*(?P<y2>{_Y})",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"quý\s+(?P<q>IV|I{{1,3}}|[1-4])(?!\w)(?:\s*[/,.-]\s*(?:năm\s+)?|\s+năm\s+|\s+)?(?P<y>{_Y})?", re.IGNORECASE
)
_PART = re.compile(
    rf"(?P<n>0?[369]|ba|sáu|chín)\s+tháng(?:\s+(?P<k>đầu|cuối))?(?:\s+năm)?(?:\s+(?P<y>{_Y}))?", re.IGNORECASE
)
_HALF = re.compile(rf"nửa\s+(?P<k>đầu|cuối)(?:\s+của)?\s+năm\s+(?P<y>{_Y})(?!\d)", re.IGNORECASE)
_MONTH = re.compile(rf"tháng\s+(?P<m>0?[1-9]|1[0-2])(?:\s?[/.-]\s?|\s+năm\s+)(?P<y>{_Y})(?!\d)", re.IGNORECASE)
_MONTH_BEFORE = re.compile(
    rf"tháng\s+(?P<m>0?[1-9]|1[0-2])(?=\s*(?:,|;|và|-|–)[^.\d]{{1,60}}tháng\s+(?P<m2>0?[1-9]|1[0-2])(?:\s?[/.-]\s?|\s+năm\s+)(?P<y>{_Y})(?!\d))",
    re.IGNORECASE,
)
"""A month whose year stands with the one after it: ``tháng 8, nhiệm vụ tháng 9 năm 2025``."""
_YEAR = re.compile(rf"năm\s+(?P<y>{_Y})(?!\d|\s*[-–]\s*(?:19|20))", re.IGNORECASE)
_BARE_YEAR = re.compile(rf"(?<![\d/.\-–])(?P<y>{_Y})\s*$")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_WORD_COUNT = {"ba": 3, "sáu": 6, "chín": 9}
_AHEAD = re.compile(
    r"(?:phương\s+hướng|nhiệm\s+vụ|kế\s+hoạch|triển\s+khai|chương\s+trình(?:\s+công\s+tác)?|dự\s+kiến|mục\s+tiêu|đề\s+ra|chuẩn\s+bị|giải\s+pháp|dự\s+toán|định\s+hướng)[^.]{0,70}$",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:hoàn\s+thành|đạt|vượt|kết\s+quả|thực\s+hiện|tổng\s+kết|sơ\s+kết|đánh\s+giá)(?!\w)", re.IGNORECASE
)
_LOOKS_BACK = re.compile(
    r"(?:báo\s+cáo|kết\s+quả|tổng\s+kết|sơ\s+kết|đánh\s+giá|tình\s+hình|số\s+liệu|thống\s+kê|kiểm\s+điểm|nhìn\s+lại|hoàn\s+thành|đạt\s+và\s+vượt|vượt\s+chỉ\s+tiêu)(?!\w)",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(
    r"(?:đại\s+hội|nghị\s+quyết|đề\s+án|chương\s+trình|dự\s+án|chiến\s+lược|kế\s+hoạch|khóa|khoá|lần\s+thứ)(?!\w)[^,;.]{0,80}(?:lần\s+thứ\s+\w+\s*,\s*)?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:số\s+liệu|chốt\s+số)[^.;\n]{0,60}?(?=từ\s+(?:ngày\s+)?\d)|(?:số\s+liệu|thời\s+(?:gian|điểm)\s+(?:báo\s+cáo|thống\s+kê|tính|chốt|lấy\s+số)|kỳ\s+báo\s+cáo)[^.;\n]{0,30}?(?=từ\s+(?:ngày|tháng)\s)"
    r"|^[ \t]*\((?=từ\s+(?:ngày\s+)?\d[^()\n]*\)[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
_RANGE_START = re.compile(r"[ừỪ]\s+(?:[^\W\d]+\s+){0,2}\d")
_UNTIL_MONTH = re.compile(r"[ếẾ][tT]\s+[tT][hH][áÁ]")
"""What no range of days and no month of figures is without: tried where its first letter is, which is found at once."""
_CLOSING_REACH = 100
"""More than what stands between the words for figures and their range."""
_AS_OF = re.compile(r"(?:^|[^\w])(?:tính\s+đến\s+|đến\s+)?hết\s+(?=tháng\s+\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, ISO 8601, read at [start, end) of a text."""

    first: str
    last: str
    start: int
    end: int

    @property
    def value(self) -> str:
        """As on the card."""
        return f"{self.first}/{self.last}"


def periods_in(text: str, year: int | None = None) -> list[Period]:
    """Every period a text names, in order, none inside another; ``year`` completes those that leave it out."""
    taken: list[Period] = []
    for found in (
        _day_ranges(text, year),
        _month_ranges(text, year),
        _terms(text),
        _quarters(text, year),
        _halves(text),
        _parts(text, year),
        _months(text),
        _years(text),
    ):
        for one in found:
            if not any(other.start < one.end and one.start < other.end for other in taken):
                taken.append(one)
    return sorted(taken, key=lambda one: one.start)


def reported_period(text: str, year: int | None, *, certain: bool = False) -> Period | None:
    """The period whose results a title or sentence tells; None for plans, and where it tells of nothing done.

    :param certain: the document is a report, whatever the words say.
    """
    if not certain and not _LOOKS_BACK.search(text):
        return None
    found = periods_in(text, year)
    if not found and (bare := _BARE_YEAR.search(text)):
        found = [_whole_year(int(bare["y"]), bare.start("y"), bare.end("y"))]
    past = [one for one in found if not _is_ahead(text, one) and not _names_something(text, one)]
    if not past:
        return None
    first = past[0]
    inner = [
        one for one in past[1:] if first.first <= one.first and one.last <= first.last and one.value != first.value
    ]
    return inner[0] if inner else first


def closing_period(text: str) -> Period | None:
    """The period a text states for its figures: ``(số liệu từ ngày 15/11/2021 đến ngày 14/11/2022)``."""
    starts = _places(_RANGE_START, "ừỪ", text)
    if not any(_CLOSING.search(text, max(0, at - _CLOSING_REACH), at + _CLOSING_REACH) for at in starts):
        return None
    for match in _CLOSING.finditer(text):
        for one in [*_day_ranges(text, None), *_month_ranges(text, None)]:
            if 0 <= one.start - match.end() <= 1:
                return one
    return None


def month_of_figures(text: str) -> Period | None:
    """The month at whose end figures were counted: ``Hết tháng 6/2019``."""
    match = _AS_OF.search(text) if next(_places(_UNTIL_MONTH, "ếẾ", text), None) is not None else None
    if match is None:
        return None
    return next((one for one in _months(text) if one.start == match.end()), None)


def _places(pattern: re.Pattern[str], letters: str, text: str) -> Iterator[int]:
    """Where the pattern matches; it begins with one of the letters."""
    for letter in letters:
        at = text.find(letter)
        while at >= 0:
            if pattern.match(text, at):
                yield at
            at = text.find(letter, at + 1)


def _is_ahead(text: str, period: Period) -> bool:
    before = text[: period.start]
    match = _AHEAD.search(before)
    if match is None:
        return False
    lead = before[max(0, match.start() - 40) : match.start()]
    return not _DONE.search(lead.rsplit(",", 1)[-1]) and not _DONE.search(match.group().partition(" ")[2])


def _names_something(text: str, period: Period) -> bool:
    """A term of office or a stage that only belongs to the name of a congress, plan or project."""
    words = text[period.start : period.end].lower()
    if not words.startswith(("nhiệm", "giai")):
        return False
    before = text[: period.start]
    named = _NAME_BEFORE.search(before)
    return (
        named is not None
        and "đại hội" in named.group().lower()
        and not re.search(r"(?:giữa|tổng\s+kết|cuối)\s*$", before, re.IGNORECASE)
    )


def _day_ranges(text: str, year: int | None) -> Iterator[Period]:
    for match in _DAYS.finditer(text):
        last_year = match["by"] or (str(year) if year else None)
        first_year = match["ay"] or last_year
        if last_year and first_year:
            first = iso_of(match["ad"], match["am"], first_year)
            last = iso_of(match["bd"], match["bm"], last_year)
            if first and last and first <= last:
                yield Period(first, last, *match.span())


def _month_ranges(text: str, year: int | None) -> Iterator[Period]:
    for match in _MONTHS.finditer(text):
        first, last = (
            _month_days(int(match["y1"] or match["y2"]), int(match["m1"])),
            _month_days(int(match["y2"]), int(match["m2"])),
        )
        if first and last and first[0] <= last[1]:
            yield Period(first[0], last[1], *match.span())


def _terms(text: str) -> Iterator[Period]:
    for match in _TERM.finditer(text):
        if int(match["y1"]) <= int(match["y2"]):
            yield Period(f"{match['y1']}-01-01", f"{match['y2']}-12-31", *match.span())


def _quarters(text: str, year: int | None) -> Iterator[Period]:
    for match in _QUARTER.finditer(text):
        written = int(match["y"]) if match["y"] else year
        quarter = _ROMAN.get(match["q"].lower()) or int(match["q"])
        if written is not None:
            first, last = _month_days(written, quarter * 3 - 2), _month_days(written, quarter * 3)
            if first and last:
                yield Period(first[0], last[1], *match.span())


def _halves(text: str) -> Iterator[Period]:
    for match in _HALF.finditer(text):
        first, last = ("01-01", "06-30") if match["k"].lower() == "đầu" else ("07-01", "12-31")
        yield Period(f"{match['y']}-{first}", f"{match['y']}-{last}", *match.span())


def _parts(text: str, year: int | None) -> Iterator[Period]:
    for match in _PART.finditer(text):
        if not match["k"] and not match["y"]:
            continue
        written = int(match["y"]) if match["y"] else _year_after(text, match.end()) or year
        if written is None:
            continue
        months = _WORD_COUNT.get(match["n"].lower()) or int(match["n"])
        at_end = (match["k"] or "").lower() == "cuối"
        first = _month_days(written, 13 - months if at_end else 1)
        last = _month_days(written, 12 if at_end else months)
        if first and last:
            yield Period(first[0], last[1], match.start(), match.end())


def _year_after(text: str, at: int) -> int | None:
    """The year of "6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2023" stands once, at the end."""
    match = re.compile(rf"[^.]{{0,120}}?0?[369]\s+tháng\s+cuối\s+năm\s+(?P<y>{_Y})", re.IGNORECASE).match(text, at)
    return int(match["y"]) if match else None


def _months(text: str) -> Iterator[Period]:
    for match in _MONTH_BEFORE.finditer(text):
        month, later = int(match["m"]), int(match["m2"])
        days = _month_days(int(match["y"]) - (month > later), month)
        if days:
            yield Period(*days, match.start(), match.end("m"))
    for match in _MONTH.finditer(text):
        if re.search(r"ngày\s+\d{1,2}\s+$", text[: match.start()], re.IGNORECASE):
            continue
        days = _month_days(int(match["y"]), int(match["m"]))
        if days:
            yield Period(*days, *match.span())


def _years(text: str) -> Iterator[Period]:
    dates = [match.span() for pattern in (WORDS, NUMERIC) for match in pattern.finditer(text)]
    for match in _YEAR.finditer(text):
        if any(start <= match.start() < end for start, end in dates) or re.search(
            r"tháng\s+\d{1,2}\s+$", text[: match.start()]
        ):
            continue
        yield _whole_year(int(match["y"]), *match.span())


def _whole_year(year: int, start: int, end: int) -> Period:
    return Period(f"{year}-01-01", f"{year}-12-31", start, end)


def _month_days(year: int, month: int) -> tuple[str, str] | None:
    if not 1 <= month <= 12:  # noqa: PLR2004
        return None
    return f"{year}-{month:02}-01", f"{year}-{month:02}-{monthrange(year, month)[1]:02}"
