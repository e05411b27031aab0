"""The figures of a sentence: each with its value, what it counts, its target and its rate (linguistic table)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.grounding.quantities import Quantity, magnitude_keys
from assistant.grounding.reading import Kind, Reading, Token, read
from assistant.reports.counted import MONEY, PERCENT, counted
from assistant.reports.figure_words import LAID_ON, ROUNDING_LEADS, VAGUE, WordTable
from assistant.reports.no_figures import NumberUse

_RATE_LEAD = re.compile(r"(?:đạt|bằng|tỷ lệ|dat|bang|ty le)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
_OWN_RATE = re.compile(r"(?:tỷ lệ|ty le)\s+(?!đạt|dat)\w", re.IGNORECASE)
"""A rate of something of its own: "tỷ lệ tập hợp đạt 78%"."""
_OF_PLAN = re.compile(r"%?\s*(?:so với\s+|của\s+)?(?:kế hoạch|chỉ tiêu|kh\b|ct\b)", re.IGNORECASE)
_JUDGED = frozenset({"chỉ tiêu", "nội dung", "nhiệm vụ"})
"""What is said to be reached by so much: "5 chỉ tiêu đạt trên 70%"."""
_NAMED = re.compile(r"(?:^|[;,.(+–-]\s)\s*(?P<name>[^\W\d][^;,.():\d]{2,60}):\s*$")
"""Right before a number: "Số chi hội: 14"."""
_NUMBER_OF = re.compile(
    r"(?<!\w)(?:tổng\s+)?số\s+(?P<name>[^\W\d][^;,.():\d]{1,40}?)\s+(?:(?:hiện\s+(?:nay|có|tại)|toàn\s+\w+|là|đạt|có)\s+){0,3}$",
    re.IGNORECASE,
)
"""Right before a number: "tổng số hội viên hiện nay là 1.045"."""
_PART_OF = re.compile(r"[^().;\d]{0,60}\((?:trong\s+đó|tăng|giảm|gồm|có)(?:\s+[^().;]{1,40})?\s", re.IGNORECASE)
"""Between a figure and a number in the brackets after it: "2.105 hội viên (trong đó nòng cốt 310)"."""
_COUNT_WORDS = re.compile(r"(?:tổng\s+số|tổng|số\s+lượng|số)\s+", re.IGNORECASE)
_RATE_REACH = 220
_STOP = re.compile(r";|\.(?!\d)")
_BARE_RATE = re.compile(r"[^().;]{0,90}\(\s*$")
"""Between a figure and a percentage that stands alone in brackets: "152.617/171.900 hộ hội viên (88,8%)"."""
_PLAN_WORDS = r"(?:kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|kh|ct)(?:\s+(?:năm|cả\s+năm|được\s+giao|giao|đề\s+ra|đặt\s+ra|là))*"
_PLAN_OF = (
    r"(?:kế\s+hoạch|chỉ\s+tiêu|mục\s+tiêu|kh|ct)(?:\s+(?:đã|cả|năm|được|giao|đề|đặt|ra|là|của|trung\s+ương|tw|hội|cấp|trên|tỉnh|"
    r"thành\s+phố|huyện|quận|xã|phường|toàn|nhiệm\s+kỳ|nghị\s+quyết|đại\s+hội|quý|tháng|đầu|cuối|phấn\s+đấu|đăng\s+ký|\d{1,4}|[IV]{1,3}))*"
)
_PLANNED = re.compile(
    rf"(?:so\s+(?:với\s+)?{_PLAN_WORDS}\s*\(?|[(/]\s*{_PLAN_WORDS}\s*[:(]?|%\s+(?:(?:mức|so|với|của)\s+)*{_PLAN_OF}\s*\()\s*$",
    re.IGNORECASE,
)
"""Right before a figure: what was to be reached: "(kế hoạch 320 hộ)", "so với chỉ tiêu (100 hội viên)".

So is what stands in brackets behind how far it was reached: "đạt 112,6% kế hoạch tỉnh giao (500 hộ)".
"""
_REACHED = re.compile(rf"(?:đạt|vượt|bằng|so)\s+(?:(?:mức|so|với|của)\s+)*{_PLAN_OF}\s*\(\s*$", re.IGNORECASE)
"""The same without a rate; a percentage there is the rate: "12 xã đạt chỉ tiêu (100%)"."""
_RANGE = re.compile(r"\s*(?:-|–|đến|tới)\s*")
_ON = "trên"
_MILLION = 1_000_000
"""From here on what a multiplier counts without a noun is money."""
_LAID_REACH = 7
_ROUNDING, _VAGUE = WordTable(ROUNDING_LEADS), WordTable(VAGUE)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure at [start, end) of the text, made of tokens [first, last)."""

    start: int
    end: int
    value: str
    """As written, with the word that rounds it and its multiplier: "trên 7 tỷ"."""
    number: Decimal | None
    unit: str
    """Noun that is counted, in one spelling: hộ, mô hình, đồng, %."""
    label: str
    """Name of what is counted, as written: "hộ nghèo"."""
    approximate: bool
    first: int
    last: int
    plan: Decimal | None = None
    rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FigureReading:
    """A text, its tokens and its figures in order."""

    reading: Reading
    figures: tuple[Figure, ...]


def read_figures(text: str) -> FigureReading:
    """The figures of NFC ``text``; numbers that count nothing are none."""
    reading = read(text)
    found = [*_numbers(reading), *_vague(reading)]
    ordered = _with_units(text, sorted(found, key=lambda one: one.start))
    return FigureReading(reading, tuple(_with_rates(reading, list(_with_plans(reading, ordered)))))


def _numbers(reading: Reading) -> Iterator[Figure]:
    use = NumberUse(reading)
    tokens, at = reading.tokens, 0
    while at < len(tokens):
        last = at + _size(reading, at)
        if last > at and use.counts(at, last):
            yield _figure(reading, at, last)
        at = max(last, at + 1)


def _size(reading: Reading, at: int) -> int:
    """Tokens of the number that begins here: 2 for "3.562/5.000", 1 for any other, 0 for a word."""
    tokens = reading.tokens
    if tokens[at].kind is not Kind.NUMBER:
        return 0
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.kind is not Kind.NUMBER or _quantity(following).multiplier:
        return 1
    return 2 if reading.text[tokens[at].end : following.start].strip() == "/" else 1


def _quantity(token: Token) -> Quantity:
    assert token.quantity is not None
    return token.quantity


def _figure(reading: Reading, first: int, last: int) -> Figure:
    tokens = reading.tokens
    quantity = _quantity(tokens[first])
    number = quantity.value
    unit, label = counted(reading, last)
    partner = _range_end(reading, first) if last - first == 1 and not quantity.multiplier else None
    if partner is not None:
        unit, label = counted(reading, partner + 1)
        unit = f"{_scale_words(reading, partner)} {unit}".strip()
    if not unit and quantity.multiplier and number >= _MILLION:
        unit = MONEY  # "vay 300tr"
    start = _start(reading, first)
    end = tokens[first].end
    plan = _quantity(tokens[first + 1]).value if last > first + 1 else None
    approximate = start < tokens[first].start
    return Figure(start, end, reading.text[start:end], number, unit, label, approximate, first, last, plan)


def _range_end(reading: Reading, at: int) -> int | None:
    """The number a range ends with: "từ 5 đến 7 triệu đồng"."""
    tokens = reading.tokens
    for there in (at + 1, at + 2):
        if there < len(tokens) and tokens[there].kind is Kind.NUMBER:
            return there if _RANGE.fullmatch(reading.text[tokens[at].end : tokens[there].start]) else None
    return None


def _scale_words(reading: Reading, at: int) -> str:
    """The multiplier of a range's end, which its beginning leaves out: "từ 5 đến 7 triệu đồng" begins at 5 triệu."""
    token = reading.tokens[at]
    if not _quantity(token).multiplier:
        return ""
    return " ".join(reading.text[token.start : token.end].lower().split()).lstrip("0123456789., ")


def _start(reading: Reading, at: int) -> int:
    """Where the value begins: at the word that rounds it, where there is one."""
    keys = [one.exact if reading.accented else one.key for one in reading.tokens[:at]]
    if _quantity(reading.tokens[at]).rounding is None:
        return reading.tokens[at].start
    lead = _ROUNDING.before(keys, at, accented=reading.accented)
    if lead == _ON and at > 1 and _follows_noun(reading, at) and counted(reading, at + 1)[0] in LAID_ON:
        return reading.tokens[at].start  # "3.200 cây hoa trên 06 tuyến đường"
    return reading.tokens[at - len(lead.split())].start


def _follows_noun(reading: Reading, at: int) -> bool:
    """Whether what the word before a number goes on from is a figure of the same phrase: it is laid on something."""
    phrase, near = reading.tokens[at].phrase, reading.tokens[max(0, at - _LAID_REACH) : at - 1]
    return any(one.kind is Kind.NUMBER and one.phrase == phrase for one in near)


def _vague(reading: Reading) -> Iterator[Figure]:
    """Amounts without a number: "hàng chục tỷ đồng", "hàng trăm lượt"."""
    tokens = reading.tokens
    keys = [one.exact if reading.accented else one.key for one in tokens]
    for at in range(len(tokens) - 1):
        if not _VAGUE.at(keys, at, accented=reading.accented):
            continue
        last = at + 1
        while last < len(tokens) and keys[last] in magnitude_keys(reading.accented):
            last += 1
        unit, label = counted(reading, last) if last > at + 1 else ("", "")
        if unit:
            start, end = tokens[at].start, tokens[last - 1].end
            yield Figure(start, end, reading.text[start:end], None, unit, label, True, at, last)


def unit_of_name(name: str) -> str:
    """What a name counts: "hộ" of "Số hộ nghèo được giúp"; empty where it names no known thing."""
    found = read_figures(f"2 {_COUNT_WORDS.sub('', name, count=1).lower()}").figures
    return found[0].unit if found else ""


def _with_units(text: str, found: Sequence[Figure]) -> list[Figure]:
    """Numbers without a noun after them measured by the name before the colon, or by the figure they go on from."""
    told: list[Figure] = []
    for one in found:
        unit = one.unit
        if not unit and (named := _NAMED.search(text, 0, one.start) or _NUMBER_OF.search(text, 0, one.start)):
            unit = unit_of_name(named["name"])
        elif not unit and told and _PART_OF.fullmatch(text, told[-1].end, one.start):
            unit = told[-1].unit
        told.append(replace(one, unit=unit))
    return told


def _with_plans(reading: Reading, found: Sequence[Figure]) -> Iterator[Figure]:
    """Figures that only say what was to be reached go to the figure before them that counts the same."""
    kept: list[Figure] = []
    for one in found:
        at = _planned_at(kept, one)
        before = kept[at] if kept else None
        alike = before is not None and before.unit == one.unit
        if before is not None and alike and _is_out_of(reading, before, one):
            kept[at] = replace(before, plan=before.plan or one.number)
        elif one.plan is None and _is_planned(reading.text, one):
            if before is not None and (alike or not one.unit):
                kept[at] = replace(before, plan=before.plan or one.number)
        else:
            kept.append(one)
    yield from kept


def _is_planned(text: str, figure: Figure) -> bool:
    """Whether the words before a figure say that it was to be reached."""
    if _PLANNED.search(text, 0, figure.start):
        return True
    return figure.unit != PERCENT and _REACHED.search(text, 0, figure.start) is not None


def _planned_at(kept: Sequence[Figure], target: Figure) -> int:
    """Place of the figure a target may be of: the last, or the one before the rate it is reached by."""
    is_rate = len(kept) > 1 and kept[-1].unit == PERCENT and target.unit == kept[-2].unit
    return -2 if is_rate else -1


def _is_out_of(reading: Reading, figure: Figure, other: Figure) -> bool:
    """Whether two figures are a result and what it is out of: "5.912 hội viên/5.500 hội viên"."""
    between = reading.text[reading.tokens[figure.last - 1].end : other.start].strip().lower()
    counted_thing = between.removesuffix("/").strip()
    return between.endswith("/") and counted_thing in {figure.unit, figure.label.lower()}


def _with_rates(reading: Reading, found: list[Figure]) -> Iterator[Figure]:
    """Percentages that only say how far a figure before them is reached go to that figure."""
    kept: list[Figure] = []
    for one in found:
        if kept and kept[-1].rate is None and _is_rate(reading, kept[-1], one):
            kept[-1] = replace(kept[-1], rate=one.number)
        else:
            kept.append(one)
    yield from kept


def _is_rate(reading: Reading, figure: Figure, percent: Figure) -> bool:
    """Whether a percentage stands in brackets after "đạt", or names the plan: 3.562/5.000 hội viên mới (đạt 71%)."""
    if percent.unit != PERCENT or figure.unit == PERCENT or percent.start - figure.end > _RATE_REACH:
        return False
    text, begin = reading.text, reading.tokens[percent.first].start
    lead = text[reading.tokens[figure.last - 1].end : begin]
    if figure.plan and figure.number and percent.number is not None and _BARE_RATE.fullmatch(lead):
        return abs(figure.number / figure.plan * 100 - percent.number) <= 1
    if _STOP.search(lead) or not _RATE_LEAD.search(lead):
        return False
    bracketed = lead.rfind("(") > lead.rfind(")")
    if not bracketed and _OWN_RATE.search(lead):
        return False
    return (
        bracketed
        or figure.plan is not None
        or figure.unit in _JUDGED
        or _OF_PLAN.match(text, reading.tokens[percent.first].end) is not None
    )
