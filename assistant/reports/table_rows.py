"""Figures of a table row as it is stored (linguistic table).

"Hội viên mới — ĐVT: người; Kế hoạch: 5.000; Thực hiện: 3.562; Tỷ lệ: 71%"
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.reports.counted import PERCENT
from assistant.reports.figures import Figure, read_figures, unit_of_name
from assistant.reports.table_columns import Column, column_of, is_of_percent, uniform_unit, unit_in_brackets

_NAME = re.compile(r"^(?P<name>[^—]{1,300}?)\s+—\s+")
_FIELD = re.compile(r"(?P<label>[^:;]{1,120}?):\s*(?P<value>[^;]*?)\s*(?:;\s+|$)")
_WHOLE_ROW = re.compile(r"[^—]{1,300}?\s+—\s+[^:;]{1,120}:[^;]*(?:;\s+[^:;]{1,120}:[^;]*)*(?<!\.)")
_ONLY_NUMBER = re.compile(
    r"(?:(?:trên|gần|hơn|khoảng|ước)\s+)?\d[\d.,]*(?:/\d[\d.,]*)?(?:\s*%)?(?:\s+[^\d].{0,40})?", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_SAME_THING = re.compile(r"(?:được|đã|chưa|trong\s+đó|có|còn)(?!\w)", re.IGNORECASE)
"""Begins the name of a column that goes on counting what the one before it counts."""
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
    is_target: bool = False
    """Of a column of targets in a row without a result."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """A field of a row at [start, end) of its text."""

    label: str
    column: Column
    start: int
    end: int
    figure: Figure | None = None

    @property
    def read(self) -> Figure:
        """The figure of a cell that has one."""
        assert self.figure is not None
        return self.figure


_COUNTED = frozenset({Column.RATE, Column.PLAN, Column.RESULT, Column.OTHER})


def row_name(text: str) -> str | None:
    """What a row is called; None where it has no fields."""
    match = _NAME.match(text)
    return match["name"].strip() if match else None


def column_names(text: str) -> frozenset[str]:
    """Names of the columns that a row fills; empty where it has no fields."""
    match = _NAME.match(text)
    return frozenset(one["label"].strip() for one in _FIELD.finditer(text, match.end())) if match else frozenset()


def is_row(text: str) -> bool:
    """Whether a quote is a row as it is stored, and no sentence."""
    return _WHOLE_ROW.fullmatch(text.strip()) is not None


def row_figures(text: str) -> Iterator[RowFigure]:
    """Figures of a row: one for each result, with the target and rate of its year; else one a column."""
    match = _NAME.match(text)
    if match is None:
        return
    name = _ROW_NUMBER.sub("", match["name"]).strip()
    cells = [
        _Cell(one["label"].strip(), column_of(one["label"]), *one.span("value"))
        for one in _FIELD.finditer(text, match.end())
    ]
    unit = next((text[one.start : one.end] for one in cells if one.column is Column.UNIT), "")
    unit = uniform_unit(unit or unit_in_brackets(name))
    if unit and unit != PERCENT:  # percentages of a row that counts households are how far it got
        cells = [replace(one, column=Column.RATE) if _is_percent_result(one) else one for one in cells]
    numbers = [replace(one, figure=_number(text, one.start, one.end)) for one in cells if one.column in _COUNTED]
    numbers = [one for one in numbers if one.figure is not None]
    results = [one for one in numbers if one.column is Column.RESULT]
    if results and (unit or any(one.column in (Column.PLAN, Column.RATE) for one in numbers) or len(results) == 1):
        yield from _results(name, unit, results, numbers)
        return
    planned = any(one.column is Column.PLAN for one in numbers)
    shared = unit
    for one in numbers:
        if one.column is not Column.RATE or not planned:
            told = _column(name, shared if _SAME_THING.match(one.label) else unit, one)
            shared = told.figure.unit
            yield told


def _is_percent_result(cell: "_Cell") -> bool:
    return cell.column in (Column.RESULT, Column.OTHER) and is_of_percent(cell.label)


def _results(name: str, unit: str, results: Sequence["_Cell"], numbers: Sequence["_Cell"]) -> Iterator[RowFigure]:
    """Each result; the target and the rate go to that of their year, else to the last."""
    plans = [one for one in numbers if one.column is Column.PLAN]
    rates = [one for one in numbers if one.column is Column.RATE]
    for at, one in enumerate(results):
        figure = one.read
        is_last = at == len(results) - 1
        plan = next((item for item in plans if _goes_with(item, one, results, is_last=is_last)), None)
        rate = next((item for item in rates if _goes_with(item, one, results, is_last=is_last)), None)
        figure = replace(
            figure,
            unit=unit or uniform_unit(unit_in_brackets(one.label)) or figure.unit or unit_of_name(name),
            label=name,
            plan=plan.read.number if plan else figure.plan,
            rate=rate.read.number if rate else None,
        )
        yield RowFigure(figure, name, f"{name} {figure.unit}", one.label)


def _goes_with(item: "_Cell", result: "_Cell", results: Sequence["_Cell"], *, is_last: bool) -> bool:
    years, own = _years(item.label), _years(result.label)
    if years and any(_years(one.label) for one in results):
        return bool(years & own)
    return is_last


def _years(label: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(label))


def _column(name: str, unit: str, cell: "_Cell") -> RowFigure:
    """A figure that its column names."""
    figure = cell.read
    label = cell.label
    named = f"{label} {name}" if unit else label
    if cell.column is Column.PLAN:
        label, named = name, f"{name} {unit}"
    counted_unit = unit or uniform_unit(unit_in_brackets(cell.label)) or figure.unit
    figure = replace(figure, unit=counted_unit or unit_of_name(label))
    return RowFigure(figure, label, named, cell.label, is_target=cell.column is Column.PLAN)


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
