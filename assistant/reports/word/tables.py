"""Tables with borders whose head is repeated on every page."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from assistant.reports.word.blocks import cell
from assistant.reports.word.elements import Element, element, paragraph, run, value

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_MARGIN = 70


class TableLook(Protocol):
    """How the paragraphs of a table are set."""

    def head(self, text: str) -> Element:
        """Of the first row."""

    def text(self, runs: Iterable[Element]) -> Element:
        """Words, from the left."""

    def number(self, runs: Iterable[Element]) -> Element:
        """Figures and short words, in the middle."""


class ProfileTableLook:
    """In the styles of the profile."""

    def head(self, text: str) -> Element:
        """Bold, in the middle."""
        return paragraph("TableHead", [run(text)])

    def text(self, runs: Iterable[Element]) -> Element:
        """From the left."""
        return paragraph("TableText", runs)

    def number(self, runs: Iterable[Element]) -> Element:
        """In the middle."""
        return paragraph("TableNumber", runs)


def bordered_table(widths: Sequence[int], head: Sequence[Element], rows: Iterable[Element]) -> Element:
    """A fixed table of these column widths (twips).

    :param head: a paragraph for each column.
    """
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
    top = table_row(widths, [[title] for title in head], head=True)
    return element("w:tbl", None, [properties, grid, top, *rows])


def table_row(widths: Sequence[int], cells: Sequence[Iterable[Element]], *, head: bool = False) -> Element:
    """A row that does not break over pages."""
    properties = [element("w:cantSplit"), *([element("w:tblHeader")] if head else [])]
    made = element("w:tr", None, [element("w:trPr", None, properties)])
    made.extend(cell(width, content, value("w:vAlign", "center")) for width, content in zip(widths, cells, strict=True))
    return made
