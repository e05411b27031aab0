"""Text of Word paragraphs as the reader sees it.

python-docx's own ``Paragraph.text`` leaves out tracked insertions and content controls and keeps hidden runs.
"""

from collections.abc import Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = f"{_MC}Fallback"
_TEXT = frozenset({qn("w:t"), _MATH_TEXT})
_LITERALS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_UNREAD = frozenset(
    {qn("w:pPr"), qn("w:del"), qn("w:moveFrom"), qn("w:drawing"), qn("w:pict"), qn("w:object"), _FALLBACK}
)
"""Deleted text, and frames: what stands in a text box is a block of its own."""

_TRANSPARENT = frozenset(
    {
        qn("w:sdt"),
        qn("w:sdtContent"),
        qn("w:ins"),
        qn("w:moveTo"),
        qn("w:customXml"),
        qn("w:smartTag"),
        f"{_MC}AlternateContent",
        f"{_MC}Choice",
    }
)
_PARAGRAPH, _TABLE, _BOX, _RUN = qn("w:p"), qn("w:tbl"), qn("w:txbxContent"), qn("w:r")


def paragraph_text(paragraph: BaseOxmlElement) -> str:
    """Visible text of one ``w:p``; tabs and line breaks are kept, text boxes are not entered."""
    return "".join(text for text, _ in paragraph_parts(paragraph))


def paragraph_parts(paragraph: BaseOxmlElement) -> list[tuple[str, BaseOxmlElement | None]]:
    """The same piece by piece, each with the ``w:r`` it stands in."""
    parts: list[tuple[str, BaseOxmlElement | None]] = []
    _collect(paragraph, parts, None)
    return parts


def text_boxes(paragraph: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Contents of the text boxes anchored in a paragraph, each once."""
    for box in paragraph.iter(_BOX):
        within = [ancestor.tag for ancestor in box.iterancestors()]
        if _FALLBACK not in within and next(box.iterancestors(_PARAGRAPH)) is paragraph:
            yield box


def block_elements(container: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Paragraphs and tables of a body, cell or text box in order, also those in content controls."""
    for child in container:
        if child.tag in (_PARAGRAPH, _TABLE):
            yield child
        elif child.tag in _TRANSPARENT:
            yield from block_elements(child)


def elements_through(container: BaseOxmlElement, tag: str) -> Iterator[BaseOxmlElement]:
    """Children of one tag (rows, cells), also where a content control or tracked change wraps them."""
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from elements_through(child, tag)


def is_table(element: BaseOxmlElement) -> bool:
    """Whether a block element is a table."""
    return bool(element.tag == _TABLE)


def value_at(element: BaseOxmlElement, *path: str) -> str | None:
    """``w:val`` of the element reached by child names, ``""`` if it is there without a value, None if it is not."""
    current: BaseOxmlElement | None = element
    for name in path:
        if current is None:
            return None
        current = current.find(qn(name))
    if current is None:
        return None
    value = current.get(qn("w:val"))
    return value if isinstance(value, str) else ""


def integer_at(element: BaseOxmlElement, *path: str) -> int | None:
    """Like ``value_at`` for a small whole number; None for anything else."""
    value = value_at(element, *path)
    return int(value) if value and value.isascii() and value.isdecimal() and len(value) < len("1000000") else None


def switched_on(element: BaseOxmlElement, *path: str) -> bool:
    """Whether an on/off property is present and not switched off."""
    value = value_at(element, *path)
    return value is not None and value not in {"0", "false", "off"}


def _collect(
    element: BaseOxmlElement, parts: list[tuple[str, BaseOxmlElement | None]], run: BaseOxmlElement | None
) -> None:
    for child in element:
        tag = child.tag
        if tag in _TEXT:
            parts.append((child.text or "", run))
        elif tag in _LITERALS:
            parts.append((_LITERALS[tag], run))
        elif tag in _UNREAD or (tag == _RUN and switched_on(child, "w:rPr", "w:vanish")):
            continue
        else:
            _collect(child, parts, child if tag == _RUN else run)
