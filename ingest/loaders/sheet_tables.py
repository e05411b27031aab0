"""One sheet of a workbook to lines: titles stand alone, tables are found by their header rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.documents import COLUMN_NAMES_LEVEL, BlockKind
from ingest.loaders.tables import Cell, Row, is_figure, is_ordinal_header, plain_rows, render_rows

_YEAR = re.compile(r"(?:19|20)\d{2}")
_COLUMN_MARK = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?")
_MAX_HEADER_ROWS = 5
_MAX_NAME_CHARS = 200


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line of a sheet and what it is."""

    text: str
    kind: BlockKind | None = None
    level: int | None = None


def sheet_lines(grid: Sequence[Row], *, labelled: bool) -> list[SheetLine]:
    """Every row with text as one line.

    :param grid: The expanded grid; ``header`` of a cell says that it is emphasised.
    :param labelled: Whether each row names its columns.
    """
    lines: list[SheetLine] = []
    above: list[Row] = []
    for region in _regions(_without_empty_columns(grid)):
        start = 0
        while start < len(region) and _is_single(region[start]):
            lines += [SheetLine(text) for text in plain_rows([region[start]])]
            start += 1
        rest = region[start:]
        count = _header_count(rest)
        if count:
            above = rest[:count]
        lines += _labelled(rest, count, above) if labelled else _as_written(rest, count)
    return lines


def table_lines(rows: Sequence[Row]) -> list[SheetLine]:
    """A table in a text as it is written; rows at the top that name the columns are headings over the others."""
    rows = [row for row in rows if any(cell.text.strip() for cell in row)]
    return list(_as_written(rows, _header_count(rows)))


def _labelled(rows: Sequence[Row], count: int, above: Sequence[Row]) -> Iterator[SheetLine]:
    """Rows under their header, or under the header of the part above where only a blank row parts them."""
    header, body = rows[:count], rows[count:]
    if not count and above and _has_figures(rows):
        header = above
    names = [[replace(cell, header=True) for cell in row] for row in header if not _numbers_columns(row)]
    plain = [[replace(cell, header=False) for cell in row] for row in body]
    if names and plain:
        yield from (SheetLine(text, BlockKind.TABLE_ROW) for text in render_rows([*names, *plain]))
    else:
        yield from (SheetLine(text, BlockKind.TABLE_ROW) for text in plain_rows([*names, *plain]))


def _as_written(rows: Sequence[Row], count: int) -> Iterator[SheetLine]:
    level = COLUMN_NAMES_LEVEL
    for index, row in enumerate(rows):
        names = index < count and not _numbers_columns(row)
        for text in plain_rows([row]):
            yield SheetLine(text, BlockKind.HEADING, level) if names else SheetLine(text, BlockKind.TABLE_ROW)
        level += names


def _regions(grid: Sequence[Row]) -> Iterator[list[Row]]:
    """Stretches of rows without a blank one between them."""
    region: list[Row] = []
    for row in grid:
        if any(cell.text.strip() for cell in row):
            region.append(row)
        elif region:
            yield region
            region = []
    if region:
        yield region


def _without_empty_columns(grid: Sequence[Row]) -> list[list[Cell]]:
    width = max((len(row) for row in grid), default=0)
    filled = [False] * width
    for row in grid:
        for column, cell in enumerate(row):
            filled[column] = filled[column] or bool(cell.text.strip() and not cell.from_left)
    return [[cell for column, cell in enumerate(row) if filled[column]] for row in grid]


def _own(row: Row) -> list[str]:
    return [cell.text.strip() for cell in row if cell.text.strip() and not cell.from_left]


def _is_single(row: Row) -> bool:
    return len(_own(row)) == 1


def _has_figures(rows: Sequence[Row]) -> bool:
    return any(is_figure(text) for row in rows for text in _own(row))


def _header_count(rows: Sequence[Row]) -> int:
    """How many rows at the top name the columns of those below."""
    if len(rows) < 2 or not _may_name(rows[0]):  # noqa: PLR2004 - a header and a row
        return 0
    count = 1
    while count < min(len(rows) - 1, _MAX_HEADER_ROWS) and _goes_on(rows[count - 1], rows[count]):
        count += 1
    body = rows[count:]
    if _has_figures(body) or _starts_with_ordinal(rows[0]):
        return count
    emphasised = all(cell.header for cell in rows[0] if cell.text.strip())
    return count if emphasised and not all(cell.header for cell in body[0] if cell.text.strip()) else 0


def _starts_with_ordinal(row: Row) -> bool:
    return is_ordinal_header(next(iter(_own(row)), ""))


def _may_name(row: Row) -> bool:
    texts = _own(row)
    words = [text for text in texts if not _YEAR.fullmatch(text)]
    return len(texts) > 1 and bool(words) and not any(is_figure(text) or len(text) > _MAX_NAME_CHARS for text in words)


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row goes on naming columns: numbers them, or stands under names that span several."""
    if _numbers_columns(row):
        return True
    spans = any(cell.from_left for cell in above) or any(cell.from_above for cell in row)
    texts = [text for text in _own(row) if not _YEAR.fullmatch(text)]
    return spans and not any(is_figure(text) for text in texts)


def _numbers_columns(row: Row) -> bool:
    """A row like ``A | B | 1 | 2 = 3 + 4``."""
    texts = _own(row)
    return len(texts) > 2 and all(_COLUMN_MARK.fullmatch(text) for text in texts)  # noqa: PLR2004
