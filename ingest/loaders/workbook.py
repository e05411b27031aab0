"""What the readers of .xlsx and .xls share: sheets as pages of one grid, with limits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.documents import BlockKind, Metadata, Note, RawPage
from ingest.loaders.extracted import Extracted
from ingest.loaders.flow import FlowBreak, FlowCell, FlowItem, FlowParagraph, FlowTable, lay_out
from ingest.loaders.workbook_titles import DEFAULT_SHEET_NAME, sheet_title
from ingest.text.encoding_choice import Run

MAX_ROWS = 20_000
"""Rows read of one sheet; the rest is named in a note."""
MAX_COLUMNS = 200
MAX_CELLS = 400_000
"""Filled cells read of one workbook."""
_COLUMN = 1000


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range, 0-based, ends excluded."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(slots=True)
class Sheet:
    """One sheet as read: rows by number, each a mapping of column to runs."""

    name: Sequence[Run]
    rows: dict[int, dict[int, "SheetCell"]] = field(default_factory=dict)
    merged: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class SheetCell:
    """The text of one cell as displayed."""

    runs: tuple[Run, ...]
    bold: bool = False


def laid_out(sheets: Iterable[Sheet], notes: Iterable[Note], *, labelled: bool) -> Extracted:
    """One page per sheet that holds anything, under its name unless that is the program's own."""
    items: list[FlowItem] = []
    for number, sheet in enumerate(sheets, 1):
        if not sheet.rows:
            continue
        items.append(FlowBreak(number))
        name = "".join(run.text for run in sheet.name).strip()
        if not DEFAULT_SHEET_NAME.fullmatch(name):
            items.append(FlowParagraph(list(sheet.name), BlockKind.HEADING, 2))
        items.append(FlowTable(_rows(sheet), is_sheet=True, labelled=labelled))
    extracted = lay_out(items)
    title = sheet_title(_title_lines(extracted.pages[0]))
    return replace(extracted, declared=Metadata(title=title), notes=(*extracted.notes, *notes))


def _title_lines(page: RawPage) -> Iterator[str]:
    """Lines that are neither rows of a table nor the name of the sheet."""
    spans = [(span.start, span.end) for span in page.spans]
    at = 0
    for line in page.text.split("\n"):
        if line and not any(start <= at < end for start, end in spans):
            yield " ".join(line.split())
        at += len(line) + 1


def _rows(sheet: Sheet) -> list[list[FlowCell]]:
    """The used part of the sheet as rows of cells; a blank row stays as a row without cells."""
    first = min(column for row in sheet.rows.values() for column in row)
    last = max(column for row in sheet.rows.values() for column in row)
    covered = _covered(sheet)
    rows: list[list[FlowCell]] = []
    previous = min(sheet.rows) - 1
    for number in sorted({*sheet.rows, *(row for row, _ in covered)}):
        if number > previous + 1:
            rows.append([])
        previous = number
        rows.append(_row(sheet.rows.get(number, {}), number, (first, last), covered))
    return rows


def _row(
    cells: dict[int, SheetCell], number: int, used: tuple[int, int], covered: dict[tuple[int, int], Span]
) -> list[FlowCell]:
    row: list[FlowCell] = []
    column = used[0]
    while column <= used[1]:
        span = covered.get((number, column))
        end = min(span.right, used[1] + 1) if span else column + 1
        cell = cells.get(column, SheetCell(()))
        below = span is not None and number > span.top
        row.append(
            FlowCell(
                [] if below else [FlowParagraph(list(cell.runs))],
                (column - used[0]) * _COLUMN,
                (end - used[0]) * _COLUMN,
                from_above=below,
                bold=cell.bold,
            )
        )
        column = max(end, column + 1)
    return row


def _covered(sheet: Sheet) -> dict[tuple[int, int], Span]:
    """For every merged range that holds text, its leftmost field in each of its rows that are read."""
    places: dict[tuple[int, int], Span] = {}
    for span in sheet.merged:
        if sheet.rows.get(span.top, {}).get(span.left) is None:
            continue
        for row in range(span.top, min(span.bottom, span.top + MAX_COLUMNS)):
            if row in sheet.rows:
                places[row, span.left] = span
    return places
