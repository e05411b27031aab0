"""A conversation as a Word document in the form of the office: A4, Times New Roman 14, one list of references."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from assistant.answer_marks import released
from assistant.citation_text import reference_line
from assistant.conversations.formatting import Line, lines_of
from assistant.conversations.markdown import exported_line, remarks
from assistant.conversations.records import Conversation, KeptTurn
from assistant.conversations.references import NumberedTurn, numbered
from assistant.messages_vi.conversations import EXPORTED
from ingest.text.xml_legal import legal_xml

_FONT, _SIZE_PT = "Times New Roman", 14
_MARGINS_MM = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 20}
"""Decree 30/2020/NĐ-CP, appendix I."""
_ITEM_INDENT_MM = 6


def as_word(conversation: Conversation, turns: Sequence[KeptTurn]) -> bytes:
    """The whole conversation as a .docx."""
    # python-docx takes a quarter of a second to import, and most starts never export
    from docx import Document  # noqa: PLC0415

    document = Document()
    _lay_out(document, conversation.title)
    whole = numbered(turns)
    document.add_heading(legal_xml(conversation.title), level=1)
    document.add_paragraph(legal_xml(exported_line(conversation))).runs[0].italic = True
    for turn in whole.turns:
        _add_turn(document, turn)
    if whole.references:
        document.add_heading(EXPORTED["references"], level=2)
        for citation in whole.references:
            document.add_paragraph(legal_xml(reference_line(citation)))
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _add_turn(document: Any, turn: NumberedTurn) -> None:  # noqa: ANN401  python-docx is untyped
    document.add_heading(legal_xml(turn.turn.question), level=2)
    for remark in remarks(turn):
        document.add_paragraph(legal_xml(remark)).runs[0].italic = True
    for line in lines_of(turn.text, turn.struck):
        _add_line(document, line)
    if turn.nearest:
        document.add_paragraph(EXPORTED["nearest"])
        for citation in turn.nearest:
            document.add_paragraph(legal_xml(reference_line(citation).partition("] ")[2]), style="List Bullet")


def _add_line(document: Any, line: Line) -> None:  # noqa: ANN401
    from docx.shared import Mm  # noqa: PLC0415

    paragraph = document.add_paragraph()
    if line.listed:  # its mark is written in its words
        paragraph.paragraph_format.left_indent = Mm(_ITEM_INDENT_MM)
        paragraph.paragraph_format.first_line_indent = -Mm(_ITEM_INDENT_MM)
    for run in line.runs:
        paragraph.add_run(legal_xml(released(run.text))).font.strike = run.struck or None


def _lay_out(document: Any, title: str) -> None:  # noqa: ANN401
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Mm, Pt, RGBColor  # noqa: PLC0415

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, width in _MARGINS_MM.items():
        setattr(section, name, Mm(width))
    document.core_properties.title = legal_xml(title)
    document.core_properties.language = "vi-VN"
    for name in ("Normal", "Heading 1", "Heading 2", "List Bullet"):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(_SIZE_PT)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(kind), None)
