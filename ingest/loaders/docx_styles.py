"""What paragraph styles of a Word document say about structure."""

import re
from dataclasses import dataclass

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.documents import BlockKind
from ingest.loaders.docx_numbering import NumberingRef, numbering_ref
from ingest.loaders.docx_text import integer_at, value_at

_HEADING = re.compile(r"heading (\d)")
_NAMED = {"title": BlockKind.TITLE, "caption": BlockKind.CAPTION}
_BODY_LEVEL = 9
"""Outline level 9 means body text."""


@dataclass(frozen=True, slots=True)
class StyleHint:
    """Role and numbering of paragraphs of a style."""

    kind: BlockKind | None = None
    level: int | None = None
    numbering: NumberingRef | None = None


class Styles:
    """Looks paragraph styles up by id; a style without a hint of its own takes that of the style it builds on."""

    def __init__(self, document: WordDocument) -> None:
        self._elements: dict[str, BaseOxmlElement] = {}
        self._default: str | None = None
        for style in document.styles:
            if style.type == WD_STYLE_TYPE.PARAGRAPH:
                self._elements[style.style_id] = style.element
                if style.element.get(qn("w:default")) in {"1", "true"}:
                    self._default = style.style_id
        self._hints: dict[str, StyleHint] = {}

    def hint(self, paragraph: BaseOxmlElement) -> StyleHint:
        """The hint for one ``w:p``; what the paragraph says itself wins over its style."""
        properties = paragraph.find(qn("w:pPr"))
        style_id = (value_at(properties, "w:pStyle") if properties is not None else None) or self._default
        found = self._of_style(style_id)
        if properties is None:
            return found
        numbering = numbering_ref(properties) or found.numbering
        outline = integer_at(properties, "w:outlineLvl")
        if found.kind is None and outline is not None and outline < _BODY_LEVEL:
            return StyleHint(BlockKind.HEADING, outline + 1, numbering)
        return StyleHint(found.kind, found.level, numbering)

    def _of_style(self, style_id: str | None) -> StyleHint:
        if style_id is None:
            return StyleHint()
        if style_id not in self._hints:
            self._hints[style_id] = self._resolve(style_id)
        return self._hints[style_id]

    def _resolve(self, style_id: str) -> StyleHint:
        kind: BlockKind | None = None
        level: int | None = None
        numbering: NumberingRef | None = None
        seen: set[str] = set()
        current: str | None = style_id
        while current in self._elements and current not in seen:
            seen.add(current)
            element = self._elements[current]
            if kind is None:
                kind, level = _own_kind(element)
            numbering = numbering or numbering_ref(element.find(qn("w:pPr")))
            current = value_at(element, "w:basedOn")
        return StyleHint(kind, level, numbering)


def _own_kind(style: BaseOxmlElement) -> tuple[BlockKind | None, int | None]:
    name = (value_at(style, "w:name") or "").lower()
    if match := _HEADING.fullmatch(name):
        return BlockKind.HEADING, int(match.group(1))
    if name.startswith("toc "):
        return BlockKind.BOILERPLATE, None
    if name in _NAMED:
        return _NAMED[name], None
    outline = integer_at(style, "w:pPr", "w:outlineLvl")
    if outline is not None and outline < _BODY_LEVEL:
        return BlockKind.HEADING, outline + 1
    return None, None
