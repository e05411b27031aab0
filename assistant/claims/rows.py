"""Rows of tables as statements: ``Huyện A — hội viên mới: 312; đạt: 95%``, whichever way the table was given."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.loaders.tables import is_figure, is_ordinal_header

_CELLS = re.compile(r"\s*(?:\||\t+| {3,})\s*")
_LABEL = " — "
_NUMBERED = re.compile(r"^\s*(?:\d{1,3}|[IVX]{1,5}|[a-zđ])\.\s+")


@dataclass(frozen=True, slots=True)
class RowValue:
    """One field of a row: the name of its column, empty where unknown, and what stands there."""

    column: str
    text: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row as it reads."""

    label: str
    values: tuple[RowValue, ...]


def row_statement(text: str, header: Sequence[str]) -> tuple[str, list[str], bool]:
    """The row as a sentence, the column names from here on, and whether the row itself only names columns.

    Rows of files come with the names of their columns already; of pasted tables they are added here.
    """
    if _LABEL in text:
        return " ".join(_NUMBERED.sub("", text).split()), list(header), False
    cells = cells_of(text)
    if not header and len(cells) > 1 and not any(map(is_figure, cells)):
        return text, cells, True
    if len(cells) != len(header):
        return " ".join(text.split()), list(header), False
    first = 1 if is_ordinal_header(header[0]) and len(cells) > 1 else 0
    fields = [f"{name}: {cell}" for name, cell in zip(header[first + 1 :], cells[first + 1 :], strict=True)]
    return cells[first] + (_LABEL + "; ".join(fields) if fields else ""), list(header), False


def cells_of(text: str) -> list[str]:
    """The cells of a line whose columns are set apart by bars, tabs or wide gaps."""
    return [cell for cell in _CELLS.split(text.strip().strip("|")) if cell]


def is_rendered(line: str) -> bool:
    """Whether a line is a row as documents are read: with the names of its columns."""
    return _LABEL in line


def parsed_row(statement: str) -> TableRow:
    """Label and values of a row's statement."""
    label, _, rest = statement.partition(_LABEL)
    values = []
    for part in rest.split("; ") if rest else []:
        name, colon, value = part.rpartition(": ")
        values.append(RowValue(name.strip() if colon else "", value.strip()))
    return TableRow(_NUMBERED.sub("", label).strip(), tuple(values))
