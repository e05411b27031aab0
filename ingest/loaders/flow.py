"""What readers of old office formats hand over: paragraphs and tables of runs, decoded and laid out here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ingest.documents import BlockKind
from ingest.loaders.extracted import Extracted, PageBuilder
from ingest.loaders.sheet_tables import sheet_lines, table_lines
from ingest.loaders.tables import Cell, is_layout
from ingest.text.encoding_choice import Run
from ingest.text.run_decoding import decode_paragraphs

_NEAR = 60
"""Twips (1 mm) by which edges of one column differ from row to row."""


@dataclass(slots=True)
class FlowParagraph:
    """One paragraph; level is a heading level where the format says it."""

    runs: list[Run]
    kind: BlockKind | None = None
    level: int | None = None


@dataclass(slots=True)
class FlowCell:
    """One cell as written, with its left and right edge in any unit; edges 0, 0: it follows its neighbour."""

    paragraphs: list[FlowParagraph] = field(default_factory=list)
    left: int = 0
    right: int = 0
    from_above: bool = False
    bold: bool = False


@dataclass(slots=True)
class FlowTable:
    """Rows of cells."""

    rows: list[list[FlowCell]] = field(default_factory=list)
    is_sheet: bool = False
    """A whole sheet of a workbook: titles, tables and remarks on one grid."""
    labelled: bool = False
    """Every row of a table names its columns; else the names stand above, once, as in the file."""


@dataclass(slots=True)
class FlowBreak:
    """A new page begins: a slide, where a format has such."""

    number: int


FlowItem: TypeAlias = FlowParagraph | FlowTable | FlowBreak


def lay_out(items: Sequence[FlowItem]) -> Extracted:
    """Decode every run, then build the pages; the encoding found goes with them."""
    paragraphs = list(_paragraphs(items))
    texts, verdict = decode_paragraphs([paragraph.runs for paragraph in paragraphs])
    decoded = {id(paragraph): text for paragraph, text in zip(paragraphs, texts, strict=True)}
    pages = [PageBuilder()]
    for item in items:
        if isinstance(item, FlowBreak):
            pages.append(PageBuilder(item.number))
        elif isinstance(item, FlowTable):
            _table(item, decoded, pages[-1])
        else:
            pages[-1].add(decoded[id(item)], item.kind, item.level)
    built = [page.build() for page in pages]
    kept = tuple(page for page in built if page.text) or (built[0],)
    return Extracted(pages=kept, encoding=verdict.encoding, encoding_confidence=verdict.confidence)


def _paragraphs(items: Iterable[FlowItem]) -> Iterator[FlowParagraph]:
    for item in items:
        if isinstance(item, FlowParagraph):
            yield item
        elif isinstance(item, FlowTable):
            yield from (paragraph for row in item.rows for cell in row for paragraph in cell.paragraphs)


def _table(table: FlowTable, decoded: dict[int, str], page: PageBuilder) -> None:
    grid = _grid(table, decoded)
    if table.is_sheet:
        for found in sheet_lines(grid, labelled=table.labelled):
            page.add(found.text, found.kind, found.level)
        return
    if is_layout(grid):
        for row in table.rows:
            for cell in row:
                for paragraph in cell.paragraphs:
                    page.add(decoded[id(paragraph)], paragraph.kind, paragraph.level)
        return
    for line in table_lines(grid):
        page.add(line.text, line.kind, line.level)


def _grid(table: FlowTable, decoded: dict[int, str]) -> list[list[Cell]]:
    """Columns are the edges that occur in any row."""
    edges = _columns(edge for row in table.rows for cell in row for edge in (cell.left, cell.right))
    grid: list[list[Cell]] = []
    for row in table.rows:
        fields: list[Cell] = []
        for cell in row:
            lines = (decoded[id(paragraph)].strip() for paragraph in cell.paragraphs)
            text = "\n".join(line for line in lines if line)
            if cell.from_above and grid and len(fields) < len(grid[-1]):
                text = text or grid[-1][len(fields)].text
            for offset in range(_span(cell, edges)):
                fields.append(
                    Cell(text, cell.bold, offset > 0, cell.from_above)
                    if table.is_sheet
                    else Cell(text, from_left=offset > 0, from_above=cell.from_above)
                )
        grid.append(fields)
    return grid


def _columns(edges: Iterable[int]) -> list[int]:
    columns: list[int] = []
    for edge in sorted(set(edges)):
        if not columns or edge - columns[-1] > _NEAR:
            columns.append(edge)
    return columns


def _span(cell: FlowCell, columns: Sequence[int]) -> int:
    inside = [edge for edge in columns if cell.left - _NEAR <= edge < cell.right - _NEAR]
    return max(1, len(inside))
