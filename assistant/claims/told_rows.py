"""Rows of tables whose columns are named only once, told with those names, so that prose can be compared with them.

``Cà phê | Nghìn tấn | 650 | 600`` under ``Chỉ tiêu | Đơn vị | Ước 2002 | KH 2003`` is told as
``Cà phê: Ước 2002 là 650 Nghìn tấn; KH 2003 là 600 Nghìn tấn`` (linguistic table).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.claims.rows import cells_of
from ingest.loaders.tables import is_figure, is_ordinal_header
from ingest.text.folding import fold

LEAST_CELLS = 3
"""Of a line that is a row of a table with named columns."""
_UNIT_HEAD = re.compile(r"(?:don vi|dvt|dv tinh)\b")
_UNIT_LINE = re.compile(r"(?:Đơn vị|ĐVT|Đơn vị tính)\s*(?:tính)?\s*:\s*([^\n|;)]{1,40})")
_SHORT_UNITS = (
    (re.compile(r"\bngh?\.\s*", re.IGNORECASE), "nghìn "),
    (re.compile(r"\btr\.\s*", re.IGNORECASE), "triệu "),
)
_PERIOD = re.compile(r"(?:\D{0,12}\W)?(?:T?\d{1,2}[/-])?(?:19|20)\d\d", re.IGNORECASE)
_LEAST_PERIODS = 2
_DATED_NAME = re.compile(r"[^\W\d]{2}.*(?<!\d)(?:19|20)\d\d(?!\d)", re.DOTALL)
"""Names a column by its year: KH 2003."""
_ORDINAL = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[a-zđ])[.)]?")
_BULLET = re.compile(r"^[\s\-–+*•]+")
_SAME = frozenset({'"', "”", "“", "''", "-nt-", "nt", "//"})
"""Stand for the unit of the row above."""
_GROUP_CHARS = 80
_NO_GROUP = re.compile(r"trong do|gom co|bao gom")


@dataclass(frozen=True, slots=True)
class _Table:
    """What is known of a table from its rows so far."""

    columns: tuple[str, ...] = ()
    """Of the values: without ordinal, name and unit."""
    ordinal: bool = False
    has_unit: bool = False
    unit: str = ""
    group: str = ""
    in_head: bool = False
    parted: bool = False
    """A second line of the head parts columns: how many values a whole row has is not known."""


def head_in(text: str) -> bool:
    """Whether a line of the text may name the columns of a table."""
    return any(_is_head(cells_of(line)) for line in text.split("\n"))


def told_rows(earlier: str, lines: Sequence[tuple[int, str]]) -> dict[int, str]:
    """Each row among the lines of a passage, by its place, as a sentence; none where no column names are known.

    :param earlier: What stands before the passage on its page: column names may stand there.
    """
    said = [*((-1, line) for line in earlier.split("\n")), *lines]
    table = _Table()
    told: dict[int, str] = {}
    for place, line in said:
        if not line.strip():
            continue
        cells = cells_of(line)
        if len(cells) < LEAST_CELLS:
            table = _between(table, line)
        elif _is_head(cells):
            table = _headed(table, cells)
        elif _is_second_line(table, cells):
            table = _dated(table, cells)
        else:
            row, table = _row(table, cells)
            if place >= 0 and row:
                told[place] = row
    return told


def _is_head(cells: Sequence[str]) -> bool:
    return len(cells) >= LEAST_CELLS and not any(is_figure(cell) and not _DATED_NAME.match(cell) for cell in cells)


def _between(table: _Table, line: str) -> _Table:
    """A line that is no row: the unit of all, or the name of a group of rows."""
    unit = _UNIT_LINE.search(line)
    if unit:
        return replace(table, unit=unit[1].strip(), in_head=False)
    group = _BULLET.sub("", line).strip().rstrip(":")
    named = (
        len(group) <= _GROUP_CHARS
        and len(cells_of(line)) == 1
        and any(char.isalpha() for char in group)
        and not _NO_GROUP.match(fold(group))
    )
    return replace(table, group=group if named else table.group, in_head=False)


def _headed(table: _Table, cells: Sequence[str]) -> _Table:
    """The names of the columns; the second line of a head only parts columns that are named already."""
    if table.in_head:
        return replace(table, parted=True)
    ordinal = is_ordinal_header(cells[0])
    names = list(cells[1:] if ordinal else cells)
    if not _UNIT_HEAD.match(fold(names[0])):  # else the column of the rows' names has none itself
        names = names[1:]
    has_unit = bool(names) and _UNIT_HEAD.match(fold(names[0])) is not None
    return replace(
        table,
        columns=tuple(names[has_unit:]),
        ordinal=ordinal,
        has_unit=has_unit,
        group="",
        in_head=True,
        parted=False,
    )


def _is_second_line(table: _Table, cells: Sequence[str]) -> bool:
    """Whether a line under the names of columns gives their years: K.H | TH over 2005 | T1/2004."""
    periods = [cell for cell in cells if _PERIOD.fullmatch(cell)]
    return table.in_head and len(periods) >= _LEAST_PERIODS and len(cells) >= len(table.columns)


def _dated(table: _Table, cells: Sequence[str]) -> _Table:
    first = next(at for at, cell in enumerate(cells) if _PERIOD.fullmatch(cell))
    below = cells[first:]
    above = [*table.columns, *table.columns[-1:] * (len(below) - len(table.columns))]
    columns = tuple(f"{name} {cell}" for name, cell in zip(above, below, strict=False))
    return replace(table, columns=columns, parted=len(below) < len(table.columns), in_head=False)


def _row(table: _Table, cells: Sequence[str]) -> tuple[str, _Table]:
    """The row as a sentence, empty where its columns have no names; and the table with the row's unit."""
    if table.ordinal and _ORDINAL.fullmatch(cells[0]):
        cells = cells[1:]
    name, values = _BULLET.sub("", cells[0]), list(cells[1:])
    unit = table.unit
    if table.has_unit and values and not is_figure(values[0]):
        unit = table.unit if values[0] in _SAME else values[0]
        values = values[1:]
    elif table.has_unit and values and values[0] in _SAME:
        values = values[1:]
    table = replace(table, unit=unit if table.has_unit else table.unit, in_head=False)
    if not table.columns or not values:
        return "", table
    label = f"{table.group}, {name}" if table.group else name
    return f"{label}: " + "; ".join(_fields(table, values, _written_out(unit))), table


def _fields(table: _Table, values: Sequence[str], unit: str) -> Iterator[str]:
    """Each value with its column, where the row has a value for every column; else the values, then the columns."""
    columns = list(table.columns)
    spare = len(values) - len(columns)
    if spare >= table.parted:
        columns += columns[-1:] * spare if table.parted else []
        for column, value in zip(columns, values, strict=False):  # what is behind the last column has no name
            yield f"{column} là {_with_unit(value, '%' if '%' in column else unit)}"
        return
    yield ", ".join(_with_unit(value, unit) for value in values)
    yield ", ".join(columns)


def _written_out(unit: str) -> str:
    for short, whole in _SHORT_UNITS:
        unit = short.sub(whole, unit)
    return unit


def _with_unit(value: str, unit: str) -> str:
    return f"{value} {unit}" if unit and is_figure(value) and unit not in value else value
