"""Where in a Word file a paragraph stands, in words by which its owner finds it."""

from assistant.reports.word.elements import Element, qualified
from assistant.reports.word.placeholders import paragraph_text
from assistant.reports.word.texts_vi import TEMPLATE_PLACES

_SNIPPET_CHARS = 60


def place_of(paragraph: Element, part: str) -> str:
    """Paragraph of the body, or table, row and cell; for other parts, which.

    :param part: body, header, footer, footnotes or endnotes.
    """
    text = " ".join(paragraph_text(paragraph).split())
    shown = text[:_SNIPPET_CHARS] + ("…" if len(text) > _SNIPPET_CHARS else "")
    if part != "body":
        return TEMPLATE_PLACES[part].format(text=shown)
    if next(paragraph.iterancestors(qualified("w:txbxContent")), None) is not None:
        return TEMPLATE_PLACES["textbox"].format(text=shown)
    cell = next(paragraph.iterancestors(qualified("w:tc")), None)
    if cell is not None:
        return TEMPLATE_PLACES["table"].format(text=shown, **_cell_place(cell))
    return TEMPLATE_PLACES["body"].format(text=shown, paragraph=_number(paragraph))


def _cell_place(cell: Element) -> dict[str, int]:
    row = next(cell.iterancestors(qualified("w:tr")))
    table = next(cell.iterancestors(qualified("w:tbl")))
    outermost = list(table.iterancestors(qualified("w:tbl")))[-1:] or [table]
    tables = [one for one in outermost[0].getroottree().iter(qualified("w:tbl"))]
    return {
        "table": tables.index(table) + 1,
        "row": table.findall(qualified("w:tr")).index(row) + 1 if row in table else 1,
        "cell": row.findall(qualified("w:tc")).index(cell) + 1 if cell in row else 1,
    }


def _number(paragraph: Element) -> int:
    """Among the paragraphs outside tables, from 1."""
    top = paragraph
    while top.getparent() is not None and top.getparent().tag != qualified("w:body"):
        top = top.getparent()
    return sum(1 for _ in top.itersiblings(qualified("w:p"), preceding=True)) + 1
