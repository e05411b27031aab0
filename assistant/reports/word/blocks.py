"""Tables without borders that set two blocks side by side, and rules as long as a share of a line."""

from collections.abc import Iterable, Sequence

from assistant.reports.word.elements import Element, element, paragraph, twips_of_pt

_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_RULE_EIGHTHS = 6
"""0.75 pt, in eighths of a point."""


def borderless_table(widths: Sequence[int], rows: Iterable[Sequence[Iterable[Element]]]) -> Element:
    """A fixed table of these column widths (twips) without borders or cell margins; rows do not break over pages."""
    borders = element(
        "w:tblBorders", None, [element(f"w:{side}", {"val": "none", "sz": 0, "space": 0}) for side in _BORDERS]
    )
    margins = element(
        "w:tblCellMar", None, [element(f"w:{side}", {"w": 0, "type": "dxa"}) for side in ("left", "right")]
    )
    properties = element(
        "w:tblPr",
        None,
        [
            element("w:tblW", {"w": sum(widths), "type": "dxa"}),
            borders,
            element("w:tblLayout", {"type": "fixed"}),
            margins,
        ],
    )
    grid = element("w:tblGrid", None, [element("w:gridCol", {"w": width}) for width in widths])
    return element("w:tbl", None, [properties, grid, *(_row(widths, cells) for cells in rows)])


def rule(length_pt: float, room: int) -> Element:
    """A line of this length in the middle of ``room`` twips: the border of an empty paragraph with indents."""
    indent = max(0, (room - twips_of_pt(length_pt)) // 2)
    border = element("w:top", {"val": "single", "sz": _RULE_EIGHTHS, "space": 0, "color": "000000"})
    return paragraph("Rule", (), element("w:pBdr", None, [border]), element("w:ind", {"left": indent, "right": indent}))


def cell(width: int, content: Iterable[Element], *properties: Element) -> Element:
    """A cell; it must hold a paragraph."""
    blocks = list(content) or [element("w:p")]
    return element(
        "w:tc", None, [element("w:tcPr", None, [element("w:tcW", {"w": width, "type": "dxa"}), *properties]), *blocks]
    )


def _row(widths: Sequence[int], cells: Sequence[Iterable[Element]]) -> Element:
    made = element("w:tr", None, [element("w:trPr", None, [element("w:cantSplit")])])
    made.extend(cell(width, content) for width, content in zip(widths, cells, strict=True))
    return made
