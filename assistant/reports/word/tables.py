"""Tables with borders whose head is repeated on every page."""

from collections.abc import Iterable, Sequence

from assistant.reports.word.blocks import cell
from assistant.reports.word.elements import Element, element, paragraph, run, value

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGIN = 70


def bordered_table(widths: Sequence[int], head: Sequence[str], rows: Iterable[Element]) -> Element:
    """A fixed table of these column widths (twips)."""
    borders = [element(f"w:{side}", {"val": "single", "sz": 4, "space": 0, "color": "000000"}) for side in _SIDES]
    margins = [element(f"w:{side}", {"w": _MARGIN, "type": "dxa"}) for side in ("left", "right")]
    properties = element(
        "w:tblPr",
        None,
        [
            element("w:tblW", {"w": sum(widths), "type": "dxa"}),
            element("w:tblBorders", None, borders),
            element("w:tblLayout", {"type": "fixed"}),
            element("w:tblCellMar", None, margins),
        ],
    )
    grid = element("w:tblGrid", None, [element("w:gridCol", {"w": width}) for width in widths])
    titles = [paragraph("TableHead", [run(name)]) for name in head]
    top = table_row(widths, [[title] for title in titles], head=True)
    return element("w:tbl", None, [properties, grid, top, *rows])


def table_row(widths: Sequence[int], cells: Sequence[Iterable[Element]], *, head: bool = False) -> Element:
    """A row that does not break over pages."""
    properties = [element("w:cantSplit"), *([element("w:tblHeader")] if head else [])]
    made = element("w:tr", None, [element("w:trPr", None, properties)])
    made.extend(cell(width, content, value("w:vAlign", "center")) for width, content in zip(widths, cells, strict=True))
    return made
