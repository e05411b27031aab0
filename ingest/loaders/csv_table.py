"""Tables as text (.csv): separated by commas, semicolons, tabs or bars, in any encoding."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import Note
from ingest.loaders.extracted import Extracted, PageBuilder
from ingest.loaders.sheet_tables import sheet_lines
from ingest.loaders.tables import Cell, is_figure
from ingest.loaders.workbook import MAX_COLUMNS, MAX_ROWS
from ingest.text.encoding import decode

_SEPARATORS = ";\t,|"
_JUDGED_LINES = 50
_MAX_FIELD_CHARS = 1_000_000
_DECLARED = "sep="


def read_csv(data: bytes) -> Extracted:
    """One page, a line per row with the names of the columns; text without a separator stays lines.

    :raises NotTextError: If the bytes are not text.
    """
    decoded = decode(data)
    text = decoded.text
    if text.lower().startswith(_DECLARED):
        text = text.partition("\n")[2]
    rows, total = _rows(text, _separator(text))
    page = PageBuilder()
    for line in sheet_lines(_with_header(rows), labelled=True):
        page.add(line.text, line.kind, line.level)
    cut = (Note("sheet_cut", (("sheet", "csv"), ("rows", len(rows)), ("total", total))),) if total > len(rows) else ()
    return Extracted((page.build(),), encoding=decoded.encoding, encoding_confidence=decoded.confidence, notes=cut)


def _separator(text: str) -> str:
    """The separator that cuts most of the first lines into the same number of fields, and into most fields."""
    lines = [line for line in text.split("\n", _JUDGED_LINES)[:_JUDGED_LINES] if line.strip()]
    best, best_score = ",", (0.0, 0)
    for separator in _SEPARATORS:
        counts = [len(row) for row in _parse("\n".join(lines), separator) if row]
        usual = max(set(counts), key=counts.count, default=1)
        score = (counts.count(usual) / len(counts) if counts and usual > 1 else 0.0, usual)
        if score > best_score:
            best, best_score = separator, score
    return best


def _parse(text: str, separator: str) -> list[list[str]]:
    csv.field_size_limit(_MAX_FIELD_CHARS)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error:
        return [line.split(separator) for line in text.split("\n")]


def _rows(text: str, separator: str) -> tuple[list[list[Cell]], int]:
    rows = _parse(text, separator)
    while rows and not any(field.strip() for field in rows[-1]):
        rows.pop()
    return [[Cell(field.strip()) for field in row[:MAX_COLUMNS]] for row in rows[:MAX_ROWS]], len(rows)


def _with_header(rows: Sequence[list[Cell]]) -> list[list[Cell]]:
    """Programs write the names of columns first: such a row counts as emphasised if none of its fields is a figure."""
    if len(rows) > 1 and len(rows[0]) > 1 and all(cell.text and not is_figure(cell.text) for cell in rows[0]):
        return [[replace(cell, header=True) for cell in rows[0]], *rows[1:]]
    return list(rows)
