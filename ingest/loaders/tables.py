"""Tables to lines: every row becomes one line that can be read without its header.

``Huyện A — hội viên mới: 312; đạt: 95%``: the row's name, then each value after the name of its column, because
a row is what a question asks for and what a citation shows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ingest.text.folding import fold

_ORDINAL_HEADERS = frozenset({"stt", "tt", "so tt", "so thu tu", "#", "no", "no."})
_ORDINAL = re.compile(r"(?:\d{1,3}|[IVX]{1,5}|[a-zđ])[.)]?")
_HAS_DIGIT = re.compile(r"\d")
_LAYOUT_MAX_COLUMNS = 2
_LAYOUT_MAX_ROWS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the expanded grid; a merged cell fills several fields with the same text."""

    text: str
    header: bool = False
    from_left: bool = False
    """Continues the field to its left (merged columns)."""
    from_above: bool = False
    """Continues the field above (merged rows)."""


Row: TypeAlias = Sequence[Cell]


def is_layout(rows: Sequence[Row]) -> bool:
    """Whether the table only places text side by side: letterheads, signature blocks, a frame round a picture."""
    if not rows:
        return True
    columns = max(len(row) for row in rows)
    if columns <= 1:
        return True
    if any(cell.header for row in rows for cell in row):
        return False
    small = columns <= _LAYOUT_MAX_COLUMNS and len(rows) <= _LAYOUT_MAX_ROWS
    return small and any("\n" in cell.text.strip() for row in rows for cell in row)


def render_rows(rows: Sequence[Row]) -> list[str]:
    """One line per row below the header; rows without text are dropped.

    :param rows: The expanded grid; merged fields are marked by ``from_left`` and ``from_above``.
    """
    rows = [row for row in rows if any(cell.text.strip() for cell in row)]
    header_count = _header_rows(rows)
    names = _column_names(rows[:header_count])
    body = rows[header_count:]
    if not body:
        return [line for line in (_plain(row) for row in rows) if line]
    ordinal = bool(names) and fold(names[0]) in _ORDINAL_HEADERS
    lines = (_render(row, names, ordinal=ordinal) for row in body)
    return [line for line in lines if line]


def plain_rows(rows: Sequence[Row]) -> list[str]:
    """One line per row as it is written, values apart by `` | ``; a merged cell is said once, where it begins."""
    lines = (_plain([cell for cell in row if not cell.from_above]) for row in rows)
    return [line for line in lines if line]


def _header_rows(rows: Sequence[Row]) -> int:
    marked = 0
    while marked < len(rows) and all(cell.header or not cell.text.strip() for cell in rows[marked]):
        marked += 1
    if marked:
        return marked if marked < len(rows) else 0
    return 1 if rows and _first_row_names_columns(rows) else 0


def _first_row_names_columns(rows: Sequence[Row]) -> bool:
    """Nobody marked a header: the first row is one if it is all words and figures stand below it."""
    if len(rows) == 1 or len(rows[0]) == 1:
        return False
    first = [_flat(cell.text) for cell in rows[0]]
    if not all(first) or any(is_figure(text) for text in first):
        return False
    if fold(first[0]) in _ORDINAL_HEADERS:
        return True
    return any(is_figure(_flat(cell.text)) for row in rows[1:] for cell in row[1:])


def is_ordinal_header(text: str) -> bool:
    """Whether a column of this name numbers the rows."""
    return fold(text) in _ORDINAL_HEADERS


def is_figure(text: str) -> bool:
    """Whether a field holds a number rather than words."""
    return bool(_HAS_DIGIT.search(text)) and sum(char.isalpha() for char in text) <= len(text) / 2


def _column_names(header: Sequence[Row]) -> list[str]:
    """Names top down: ``Hội viên – mới`` where a header cell spans two below it."""
    names: list[str] = []
    for column in range(max((len(row) for row in header), default=0)):
        parts: list[str] = []
        for row in header:
            text = _flat(row[column].text) if column < len(row) else ""
            if text and text not in parts:
                parts.append(text)
        names.append(" – ".join(parts))
    return names


def _render(row: Row, names: Sequence[str], *, ordinal: bool) -> str:
    if not names or _spans_all(row):
        return _plain(row)
    fields = [(index, _flat(cell.text)) for index, cell in enumerate(row) if not cell.from_left]
    prefix = ""
    if ordinal and fields and fields[0][0] == 0:
        number = fields.pop(0)[1]
        prefix = f"{number.rstrip('.)')}. " if _ORDINAL.fullmatch(number) else f"{number} " if number else ""
    label = fields.pop(0)[1] if fields else ""
    values = [_field(names[index] if index < len(names) else "", text) for index, text in fields if text]
    if not label:
        return prefix + "; ".join(values)
    return f"{prefix}{label} — {'; '.join(values)}" if values else prefix + label


def _field(name: str, text: str) -> str:
    return f"{name}: {text}" if name else text


def _spans_all(row: Row) -> bool:
    return len(row) > 1 and all(cell.from_left for cell in row[1:])


def _plain(row: Row) -> str:
    texts = [_flat(cell.text) for cell in row if not cell.from_left]
    return " | ".join(text for text in texts if text)


def _flat(text: str) -> str:
    return " ".join(text.split())
