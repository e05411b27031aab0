"""Which font a run of a Word document is in: its own, its style's, its paragraph's style's, the document's."""

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.loaders.docx_text import value_at

_PLACES = (qn("w:hAnsi"), qn("w:ascii"))
"""Old encodings live in the letters beyond ASCII, which Word shows in the first of these."""


class DocxFonts:
    """Looks fonts up; themes are not followed: their fonts are Unicode."""

    def __init__(self, document: WordDocument) -> None:
        root = document.styles.element
        self._styles = {style.get(qn("w:styleId")): style for style in root.findall(qn("w:style"))}
        self._resolved: dict[str, str | None] = {}
        self._paragraph: BaseOxmlElement | None = None
        self._paragraph_font: str | None = None
        defaults = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        self._default = _own(defaults)
        normal = (style.get(qn("w:styleId")) for style in self._styles.values() if style.get(qn("w:default")) == "1"
                  and style.get(qn("w:type")) == "paragraph")  # fmt: skip
        self._normal = next(normal, None)

    def font(self, run: BaseOxmlElement, paragraph: BaseOxmlElement) -> str | None:
        """The name of the font; None where nothing names one."""
        properties = run.find(qn("w:rPr"))
        own = _own(properties)
        if own is None and properties is not None:
            own = self._of_style(value_at(properties, "w:rStyle"))
        if own is None:
            own = self._of_paragraph(paragraph)
        return own or self._default

    def _of_paragraph(self, paragraph: BaseOxmlElement) -> str | None:
        """Looked up once for all the runs of a paragraph: the search passes over every one of them."""
        if paragraph is not self._paragraph:
            style = value_at(paragraph, "w:pPr", "w:pStyle")
            self._paragraph, self._paragraph_font = paragraph, self._of_style(style or self._normal)
        return self._paragraph_font

    def _of_style(self, style_id: str | None) -> str | None:
        if style_id is None:
            return None
        if style_id not in self._resolved:
            self._resolved[style_id] = None  # of a style that builds on itself
            style = self._styles.get(style_id)
            if style is not None:
                found = _own(style.find(qn("w:rPr")))
                self._resolved[style_id] = found or self._of_style(value_at(style, "w:basedOn"))
        return self._resolved[style_id]


def _own(properties: BaseOxmlElement | None) -> str | None:
    fonts = properties.find(qn("w:rFonts")) if properties is not None else None
    if fonts is None:
        return None
    names = (fonts.get(place) for place in _PLACES)
    return next((name for name in names if isinstance(name, str) and name), None)
