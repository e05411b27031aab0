"""Which time the words of a sentence are about: in force, compared with, part of a name (linguistic table)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from assistant.grounding.moments import FoundMoment, moments
from assistant.reports.periods import Period, name_of, period_named
from assistant.reports.relative_periods import relative_times
from ingest.card.periods import periods_in


class Role(StrEnum):
    """What a mention of a time does."""

    IN_FORCE = "in_force"
    AS_OF = "as_of"
    """The state at its end: "hết tháng 6/2019"."""
    SINCE = "since"
    """From then on: "từ năm 2018 đến nay"."""
    TO_DATE = "to_date"
    """From the beginning of the year up to when the text was written."""
    COMPARED = "compared"
    NAMES = "names"
    """Part of the name of a congress, a programme, a paper."""


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time at [start, end) of a text; first and last day, ISO 8601."""

    start: int
    end: int
    first: str
    last: str
    role: Role
    is_day: bool = False
    is_relative: bool = False
    """Only the day of the text makes it known: "năm qua"."""


class Standing(StrEnum):
    """How a time stands to the period of a report."""

    IN_PERIOD = "in_period"
    CUMULATIVE = "cumulative"
    AHEAD = "ahead"
    ELSEWHEN = "elsewhen"
    UNKNOWN = "unknown"


_QUOTED = re.compile(r"[“\"«‘]([^“”\"«»\n]{1,160})[”\"»’]")
_COMPARED = re.compile(
    r"(?:so\s+(?:với\s+)?(?:cùng\s+kỳ\s+|kết\s+quả\s+|chỉ\s+tiêu\s+|kế\s+hoạch\s+|thực\s+hiện\s+)?(?:của\s+)?(?:thời\s+điểm\s+)?(?:(?:đầu|giữa|cuối|hết)\s+)?|cùng\s+kỳ\s+|hơn\s+|(?:kế\s+hoạch|chỉ\s+tiêu|KH)\s+(?:cả\s+)?)$",
    re.IGNORECASE,
)
_THEN = re.compile(r"(?:^\W*|[(;]\s*)cùng\s+kỳ\s+(?:của\s+)?$", re.IGNORECASE)
"""What was counted the year before: "(cùng kỳ năm 2022: 1.711 cuộc)"."""
_MEASURED_BY = re.compile(r"(?:so|bằng|tăng|giảm|hơn|gấp|vượt|như|cao|thấp)(?!\w)[^.;:()]{0,40}$", re.IGNORECASE)
_AS_OF = re.compile(
    r"(?:(?:tính\s+)?đến\s+(?:hết\s+|cuối\s+|thời\s+điểm\s+|ngày\s+|hết\s+ngày\s+)?|(?:^|[^\w])hết\s+|(?:^|[^\w])cuối\s+|kết\s+thúc\s+)$",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?:^|[^\w])(?:kể\s+)?từ\s+(?:đầu\s+|ngày\s+|cuối\s+|giữa\s+)?$|(?:^|[^\w])(?:sau|qua)\s+$", re.IGNORECASE
)
_TILL_NOW = re.compile(r"[^.;]{0,12}(?:đến|tới)\s+(?:nay|tháng\s+\d|năm\s+\d|hết)", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:đại\s+hội|nghị\s+quyết|đề\s+án|chương\s+trình|dự\s+án|chiến\s+lược|kế\s+hoạch|thỏa\s+thuận|thoả\s+thuận|ghi\s+nhớ|"
    r"phong\s+trào|cuộc\s+vận\s+động|khóa|khoá|chỉ\s+thị|khen\s+thưởng|biểu\s+dương|quy\s+hoạch|hợp\s+tác|bch|ban\s+chấp\s+hành)"
    r"(?!\w)[^;.:]{0,130}$",
    re.IGNORECASE,
)
_TERM_WORDS = ("nhiệm", "giai")
_PAPER = re.compile(
    r"(?:chỉ\s+thị|nghị\s+quyết|quyết\s+định|kế\s+hoạch|công\s+văn|thông\s+báo|hướng\s+dẫn|nghị\s+định|thông\s+tư|luật|"
    r"báo\s+cáo|tờ\s+trình|chương\s+trình|kết\s+luận|công\s+điện|qđ|số\s+\d+)[^,;.]{0,80},?\s*(?:ra\s+|ban\s+hành\s+)?(?:ngày\s+)?$",
    re.IGNORECASE,
)
_LAW_YEAR = re.compile(r"(?:luật|bộ\s+luật|hiến\s+pháp|pháp\s+lệnh)(?!\w)[^;.]{0,60}$", re.IGNORECASE)
_UP_TO_NOW = re.compile(
    r"(?:^|[^\w])(?:lũy\s+kế|luỹ\s+kế|(?:từ\s+đầu\s+(?:nhiệm\s+kỳ|chương\s+trình|đề\s+án)|từ\s+khi\s+[^,;.]{3,60})[^,;.]{0,20}đến\s+nay|"
    r"đến\s+nay|tính\s+đến\s+nay|hiện\s+nay|hiện\s+có|hiện\s+toàn|đến\s+thời\s+điểm\s+này)(?!\w)",
    re.IGNORECASE,
)
_SOME_YEARS = re.compile(
    r"(?:^|[^\w])(?:qua|sau|trong|suốt|hơn|gần)\s+(?:gần\s+|hơn\s+|trên\s+|tròn\s+)?(?:\d{1,2}|hai|ba|bốn|năm|mười)\s+năm(?!\s*\d)(?!\w)|"
    r"(?<!\w)(?:những|nhiều|các|mấy)\s+năm\s+(?:vừa\s+|gần\s+)?(?:qua|đây|trước)(?!\w)",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"^\W*(?:kế\s+hoạch|phương\s+hướng|nhiệm\s+vụ|định\s+hướng|mục\s+tiêu)(?:\s+(?:trọng\s+tâm|công\s+tác))?"
    r"\s+(?:năm|quý|tháng|0?[369]\s+tháng\s+cuối|giai\s+đoạn|nhiệm\s+kỳ|thời\s+gian)[^.;:]{0,30}:|"
    r"(?:^|[^\w])(?:phấn\s+đấu|dự\s+kiến|sẽ|đặt\s+mục\s+tiêu|đề\s+ra\s+(?:mục\s+tiêu|chỉ\s+tiêu|phương\s+hướng)|mục\s+tiêu\s+(?:đến|năm)|"
    r"thời\s+gian\s+tới|trong\s+năm\s+tới|năm\s+tới|kỳ\s+tới|từ\s+(?:nay|giờ)\s+(?:đến|tới)|những\s+tháng\s+(?:cuối|còn\s+lại)|"
    r"(?:đề\s+nghị|yêu\s+cầu)\s+(?:từ|mỗi|các|toàn|trong|hội|tỉnh|năm|thời)|cần\s+tập\s+trung|cần\s+tiếp\s+tục)(?!\w)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?<!\w)(?:đã|vừa|được|đạt|hiện|đến\s+nay|kết\s+quả|qua\s+đó|từ\s+đó|trước\s+đó|bên\s+cạnh\s+đó|trong\s+(?:năm|quý|tháng|kỳ))(?!\w)",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"(?<!\w)(?:phấn\s+đấu|chỉ\s+tiêu|mục\s+tiêu|đặt\s+ra|đề\s+ra|ít\s+nhất|tối\s+thiểu)(?!\w)", re.IGNORECASE
)
_AHEAD_HEADING = re.compile(
    r"phương\s+hướng|nhiệm\s+vụ|kế\s+hoạch|mục\s+tiêu(?!\s+quốc)|giải\s+pháp|kiến\s+nghị|đề\s+xuất|dự\s+kiến|chỉ\s+tiêu\s+(?:năm|phấn)|thời\s+gian\s+tới",
    re.IGNORECASE,
)
_NUMBERED_TASK = re.compile(
    r"nhiệm\s+vụ\s+(?:trọng\s+tâm\s+)?(?:thứ\s+)?(?:\d{1,2}|[IVX]{1,4}|nhất|hai|ba|bốn)\s*(?:[:.,–-]|$)|(?:ba|bốn|năm|sáu|0?\d)\s+nhiệm\s+vụ",
    re.IGNORECASE,
)
"""One of the standing tasks of the Union: what was done for them, unless a heading above looks ahead."""
_LABEL = re.compile(
    r"\s*(?:[-–*+•]|(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)/])?\s*"
    r"(?P<words>(?:một\s+số\s+|các\s+|về\s+)?(?:phương\s+hướng|nhiệm\s+vụ|kế\s+hoạch(?!\s+số)|dự\s+kiến|chỉ\s+tiêu|mục\s+tiêu|"
    r"đề\s+xuất|kiến\s+nghị|thời\s+gian\s+tới)(?!\w)[^:;.]{0,70}):",
    re.IGNORECASE,
)
"""What a paragraph that looks ahead opens with before a colon."""
_PART_HEADING = re.compile(r"\s*(?:phần\s+)?(?:thứ\s+\w+|[IVX]{1,5}|[A-E])\s*(?:[.):/–-]|\s)")
_POINT_HEADING = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*\s*[.):/–-]?\s")
_COMING = re.compile(r"phương\s+hướng|dự\s+kiến|tới|cuối\s+năm|(?:năm|quý|tháng|kỳ)\s+(?:\d|sau|tiếp)", re.IGNORECASE)
_BACK_HEADING = re.compile(
    r"kết\s+quả|tình\s+hình|đánh\s+giá|thực\s+hiện\s+(?:các\s+)?(?:nhiệm\s+vụ|chỉ\s+tiêu|kế\s+hoạch|mục\s+tiêu)|hạn\s+chế|tồn\s+tại|"
    r"tổ\s+chức\s+thực\s+hiện\s+nhiệm\s+vụ",
    re.IGNORECASE,
)
_FEASTS = frozenset({
    (8, 3), (20, 10), (26, 3), (27, 7), (30, 4), (1, 5), (1, 6), (2, 9), (22, 12), (3, 2), (28, 6), (25, 11), (19, 5),
    (27, 2), (20, 11), (10, 3),
})  # fmt: skip
"""Day and month of feasts and anniversaries: without a year they tell no time."""
_PARTS = ("H1", "H2", "9T", "3T")
_BEFORE_CHARS = 160
_TOLERANCE = 0.14
"""Share of a period its accounts may begin or end off: Union years run from mid-November to mid-November."""


def time_mentions(text: str, year: int | None, day: str | None = None) -> list[TimeMention]:
    """Every time a text names, in order; ``year`` completes those that leave it out.

    :param day: ISO 8601, up to which the text can tell; without it "năm qua" is no time.
    """
    quoted = [match.span(1) for match in _QUOTED.finditer(text)]
    found = list(_relative(text, day, quoted))
    for one in periods_in(text, year):
        if any(one.start < other.end and other.start < one.end for other in found):
            continue
        found.append(TimeMention(one.start, one.end, one.first, one.last, _role(text, one.start, one.end, quoted)))
    for moment in moments(text):
        at = moment.moment
        if at.month is None or any(moment.start < one.end and one.start < moment.end for one in found):
            continue
        if at.day is None:
            found += _month(text, moment, year, quoted)
            continue
        day = _iso(at.year or year, at.month, at.day)
        if day:
            feast = at.year is None and (at.day, at.month) in _FEASTS
            role = (
                Role.NAMES
                if feast or _PAPER.search(text[: moment.start])
                else _role(text, moment.start, moment.end, quoted)
            )
            found.append(TimeMention(moment.start, moment.end, day, day, role, is_day=True))
    return sorted(found, key=lambda one: one.start)


def _relative(text: str, day: str | None, quoted: list[tuple[int, int]]) -> Iterator[TimeMention]:
    for one in relative_times(text, day):
        if any(start <= one.start and one.end <= end for start, end in quoted):
            continue
        before = text[max(0, one.start - _BEFORE_CHARS) : one.start]
        compared = _MEASURED_BY.search(before) if one.is_before else _COMPARED.search(before)
        role = Role.COMPARED if compared else Role.IN_FORCE
        if one.is_since and role is Role.IN_FORCE:
            role = Role.TO_DATE
        yield TimeMention(one.start, one.end, one.first, one.last, role, is_relative=True)


def _month(text: str, moment: FoundMoment, year: int | None, quoted: list[tuple[int, int]]) -> Iterator[TimeMention]:
    """A month without a year: "Tháng 10, các cấp Hội …"."""
    if year is None or moment.moment.year is not None or moment.moment.month is None:
        return
    month = period_named(f"{year}-{moment.moment.month:02}")
    role = _role(text, moment.start, moment.end, quoted)
    yield TimeMention(moment.start, moment.end, month.first, month.last, role)


def _iso(year: int | None, month: int, day: int) -> str | None:
    if year is None:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _role(text: str, start: int, end: int, quoted: list[tuple[int, int]]) -> Role:
    before, words = text[max(0, start - _BEFORE_CHARS) : start], text[start:end].lower()
    if any(first <= start and end <= last for first, last in quoted) or _LAW_YEAR.search(before):
        return Role.NAMES
    if words.startswith(_TERM_WORDS) and _NAMED.search(before):
        return Role.NAMES
    if _COMPARED.search(before) and not _THEN.search(before):
        return Role.COMPARED
    if _SINCE.search(before) and _TILL_NOW.match(text, end):
        return Role.SINCE
    return Role.AS_OF if _AS_OF.search(before) or words.startswith(("hết", "cuối")) else Role.IN_FORCE


def is_up_to_now(text: str) -> bool:
    """Whether a text tells what there is by now, whenever it came about."""
    return _UP_TO_NOW.search(text) is not None


def spans_years(text: str) -> bool:
    """Whether a text sums up several years without naming them: "qua 5 năm thực hiện"."""
    return _SOME_YEARS.search(text) is not None


def is_ahead(text: str) -> bool:
    """Whether a text tells of what is to come."""
    return _AHEAD.search(text) is not None


def is_done(text: str) -> bool:
    """Whether words say that something came about."""
    return _DONE.search(text) is not None


def is_goal(text: str) -> bool:
    """Whether words set what is to be reached."""
    return _GOAL.search(text) is not None


def heading_is_ahead(headings: tuple[str, ...]) -> bool:
    """Whether a section is about what is to come."""
    past = False
    for one in headings:
        if _BACK_HEADING.search(one):
            past = past or _PART_HEADING.match(one) is not None
        elif _looks_ahead(one) and not (past and _POINT_HEADING.match(one) and not _COMING.search(one)):
            return True  # but not "3. Nhiệm vụ trọng tâm" below "I. KẾT QUẢ": what was done for it
    return False


def _looks_ahead(heading: str) -> bool:
    """Whether a heading alone is about what is to come."""
    words = heading if _COMING.search(heading) else _NUMBERED_TASK.sub("", heading)
    return _AHEAD_HEADING.search(words) is not None


def label_is_ahead(text: str) -> bool:
    """Whether a paragraph opens with a heading of its own that looks ahead: "5. Nhiệm vụ quý IV: …"."""
    label = _LABEL.match(text)
    return label is not None and heading_is_ahead((label["words"],))


def heading_is_back(headings: tuple[str, ...]) -> bool:
    """Whether the last heading that says which way it looks is about what was done."""
    told = [one for one in headings if _BACK_HEADING.search(one) or _AHEAD_HEADING.search(one)]
    return bool(told) and _BACK_HEADING.search(told[-1]) is not None and not heading_is_ahead(headings)


def standing(period: Period, mention: TimeMention) -> Standing:
    """How a time in force, or the state at its end, stands to the period of a report."""
    first, last = mention.first, mention.last
    if mention.role is Role.AS_OF:
        return _as_of(period, last)
    if same_days(period, first, last):
        return Standing.IN_PERIOD
    if mention.role is Role.TO_DATE:
        return _as_of(period, last) if first < period.first else Standing.ELSEWHEN
    if period.holds(first, last):
        return Standing.ELSEWHEN if _is_account(period, name_of(first, last)) else Standing.IN_PERIOD
    return Standing.AHEAD if first > period.last else Standing.ELSEWHEN


def _is_account(period: Period, name: str) -> bool:
    """Whether a time inside a period is one that accounts of its own are given for: a half, the years of a term.

    A quarter, a month and a day tell when something was done.
    """
    return name.partition("-")[2] in _PARTS or ("/" in period.name and len(name) == len("2020"))


def is_part(period: Period, mention: TimeMention) -> bool:
    """Whether a time in force is one within a period: a table's column of that name shares the period out."""
    return (
        mention.role is Role.IN_FORCE
        and period.holds(mention.first, mention.last)
        and not same_days(period, mention.first, mention.last)
    )


def same_days(period: Period, first: str, last: str) -> bool:
    """Whether days are those of a period, as offices count it."""
    slack = _TOLERANCE * _days(period.first, period.last)
    return abs(_days(period.first, first)) <= slack and abs(_days(period.last, last)) <= slack


def _as_of(period: Period, day: str) -> Standing:
    length = _days(period.first, period.last)
    late = _days(day, period.last)
    if -length * _TOLERANCE <= late <= length / 3:
        return Standing.CUMULATIVE
    return Standing.AHEAD if late < 0 else Standing.ELSEWHEN


def _days(first: str, last: str) -> int:
    span: timedelta = date.fromisoformat(last) - date.fromisoformat(first)
    return span.days
