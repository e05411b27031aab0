"""Word tables to the expanded grid that rendering works on."""

from collections.abc import Callable

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.loaders.docx_text import block_elements, elements_through, integer_at, paragraph_text, switched_on, value_at
from ingest.loaders.tables import Cell

_MAX_COLUMNS = 63
"""Word's own limit; hostile files declare spans of a million."""


def grid_of(table: BaseOxmlElement, read_cell: Callable[[BaseOxmlElement], str]) -> list[list[Cell]]:
    """Rows of a ``w:tbl`` with merged cells filled in and marked.

    :param read_cell: Gives the text of one ``w:tc``; called once per cell, in order of reading.
    """
    above: dict[int, str] = {}
    return [_row(row, above, read_cell) for row in elements_through(table, qn("w:tr"))]


def plain_cell_text(cell: BaseOxmlElement) -> str:
    """Text of a cell without automatic numbers, a line per paragraph; inner tables are not entered."""
    lines = (paragraph_text(element).strip() for element in block_elements(cell) if element.tag == qn("w:p"))
    return "\n".join(line for line in lines if line)


def _row(row: BaseOxmlElement, above: dict[int, str], read_cell: Callable[[BaseOxmlElement], str]) -> list[Cell]:
    header = switched_on(row, "w:trPr", "w:tblHeader")
    fields = [Cell("")] * min(integer_at(row, "w:trPr", "w:gridBefore") or 0, _MAX_COLUMNS)
    for element in elements_through(row, qn("w:tc")):
        column = len(fields)
        merge = value_at(element, "w:tcPr", "w:vMerge")
        continued = merge is not None and merge != "restart"
        text = above.get(column, "") if continued else read_cell(element)
        for offset in range(min(integer_at(element, "w:tcPr", "w:gridSpan") or 1, _MAX_COLUMNS)):
            above[column + offset] = text
            fields.append(Cell(text, header=header, from_left=offset > 0, from_above=continued))
    return fields
