"""Figures of a table row as it is stored (linguistic table).

"Hội viên mới — ĐVT: người; Kế hoạch: 5.000; Thực hiện: 3.562; Tỷ lệ: 71%"
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.reports.counted import PERCENT
from assistant.reports.figures import Figure, read_figures

_NAME = re.compile(r"^(?P<name>[^—]{1,300}?)\s+—\s+")
_FIELD = re.compile(r"(?P<label>[^:;]{1,120}?):\s*(?P<value>[^;]*?)\s*(?:;\s+|$)")
_ONLY_NUMBER = re.compile(
    r"(?:(?:trên|gần|hơn|khoảng|ước)\s+)?\d[\d.,]*(?:/\d[\d.,]*)?(?:\s*%)?(?:\s+[^\d].{0,40})?", re.IGNORECASE
)
_UNIT_LABEL = re.compile(r"(?:đvt|đơn\s+vị(?:\s+tính)?|đ\.?v\.?t)$", re.IGNORECASE)
_PLAN_LABEL = re.compile(
    r"(?:chỉ\s+tiêu|kế\s+hoạch|kh|giao|ct)(?!\w)(?![^:]{0,40}(?:đạt|thực\s+hiện|%|so))", re.IGNORECASE
)
_RESULT_LABEL = re.compile(
    r"(?:thực\s+hiện|kết\s+quả|th|đã\s+đạt|số\s+lượng|giá\s+trị|đạt\s+được)(?!\w)(?![^:]{0,20}(?:tỷ\s+lệ|%))",
    re.IGNORECASE,
)
_RATE_LABEL = re.compile(
    r"(?:tỷ\s+lệ|tỉ\s+lệ|%|đạt\s*\(?%|so\s+(?:với\s+)?(?:kế\s+hoạch|chỉ\s+tiêu|kh|ct)|đạt$)", re.IGNORECASE
)
_GROWTH_LABEL = re.compile(r"(?:so\s+(?:với\s+)?cùng\s+kỳ|tăng|giảm|cùng\s+kỳ|ghi\s+chú|stt|tt)(?!\w)", re.IGNORECASE)
_ROW_NUMBER = re.compile(r"^\s*(?:\d{1,3}|[IVX]{1,5}|[a-zđ])[.)]?\s+")


@dataclass(frozen=True, slots=True)
class RowFigure:
    """A figure of a row with the words that say what it is."""

    figure: Figure
    label: str
    """Name of what is counted, from the row's or the column's name."""
    words: str
    """Row and column, for the dictionary."""
    column: str
    """Name of the column."""


def row_name(text: str) -> str | None:
    """What a row is called; None where it has no fields."""
    match = _NAME.match(text)
    return match["name"].strip() if match else None


def row_figures(text: str) -> Iterator[RowFigure]:
    """Figures of a row: one for target, result and rate where columns are called so, else one a column."""
    match = _NAME.match(text)
    if match is None:
        return
    name = _ROW_NUMBER.sub("", match["name"]).strip()
    fields = [
        (one["label"].strip(), one.start("value"), one.end("value")) for one in _FIELD.finditer(text, match.end())
    ]
    unit = next((text[start:end] for label, start, end in fields if _UNIT_LABEL.search(label)), "")
    numbers = [
        (label, figure)
        for label, start, end in fields
        if not _UNIT_LABEL.search(label) and not _GROWTH_LABEL.match(label) and (figure := _number(text, start, end))
    ]
    results = [figure for label, figure in numbers if _RESULT_LABEL.search(label) and not _RATE_LABEL.search(label)]
    plans = [figure for label, figure in numbers if _PLAN_LABEL.match(label)]
    rates = [figure for label, figure in numbers if _RATE_LABEL.search(label)]
    if len(results) == 1 and (plans or rates or unit):
        figure = replace(
            results[0],
            unit=unit or results[0].unit,
            label=name,
            plan=plans[0].number if plans else results[0].plan,
            rate=rates[0].number if rates else None,
        )
        yield RowFigure(figure, name, f"{name} {unit}", "")
        return
    for label, figure in numbers:
        named = f"{label} {name}" if unit else label
        yield RowFigure(replace(figure, unit=unit or figure.unit), label, named, label)


def _number(text: str, start: int, end: int) -> Figure | None:
    """The figure a field is; None for words."""
    written = text[start:end]
    if not _ONLY_NUMBER.fullmatch(written.strip()):
        return None
    lead = ": "
    found = read_figures(lead + written).figures
    if not found:
        return None
    one = found[0]
    shift = start - len(lead)
    unit = PERCENT if written.strip().endswith("%") else one.unit
    number = one.number if one.number is not None else Decimal(0)
    return replace(one, start=one.start + shift, end=one.end + shift, unit=unit, number=number)
