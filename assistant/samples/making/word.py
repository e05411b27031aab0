"""Setting a sample as a Word file laid out after Decree 30/2020 (margins, sizes, two-column letterhead)."""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from assistant.samples.making.source import Line, Sample, Table, Weight

_FONT = "Times New Roman"
_MADE = datetime(2024, 7, 1, tzinfo=UTC)
_ZIP_DATE = (2024, 7, 1, 0, 0, 0)
_HEADING_STYLES = {1: "Heading 1", 2: "Heading 2"}


def set_word(sample: Sample) -> bytes:
    """The .docx file; the same sample always gives the same bytes."""
    document = docx.Document()
    _page_and_styles(document)
    _centred(document, Line(sample.label, Weight.ITALIC), 11)
    _columns(document, sample.left, sample.right)
    _centred(document, Line(sample.type, Weight.BOLD), 14)
    _centred(document, Line(sample.subject, Weight.BOLD), 14)
    for item in sample.body:
        if isinstance(item, Table):
            _table(document, item)
        else:
            _body(document, item)
    _columns(document, sample.sign, sample.signer, first_left=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_dates(buffer.getvalue())


def _page_and_styles(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    for name in ("Normal", *_HEADING_STYLES.values()):
        style = document.styles[name]
        style.font.name, style.font.size = _FONT, Pt(14)
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(attribute), _FONT)
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
            fonts.attrib.pop(qn(attribute), None)
    properties = document.core_properties
    properties.author, properties.title, properties.comments = "", "", ""
    properties.created = properties.modified = _MADE
    properties.last_modified_by = ""


def _body(document: WordDocument, line: Line) -> None:
    if line.level:
        _run(document.add_paragraph(style=_HEADING_STYLES[line.level]), line, 14)
        return
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(12.7)
    paragraph.paragraph_format.space_after = Pt(6)
    _run(paragraph, line, 14)


def _centred(document: WordDocument, line: Line, size: int) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(paragraph, line, size)


def _columns(document: WordDocument, left: Sequence[Line], right: Sequence[Line], *, first_left: bool = False) -> None:
    """A table of two columns without borders: letterhead above, recipients and signature below."""
    table = document.add_table(rows=1, cols=2)
    for cell, lines, centred in zip(table.rows[0].cells, (left, right), (not first_left, True), strict=True):
        _fill(cell, lines, centred=centred)


def _fill(cell: _Cell, lines: Sequence[Line], *, centred: bool) -> None:
    for index, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _run(paragraph, line, 12)


def _table(document: WordDocument, table: Table) -> None:
    word: WordTable = document.add_table(rows=0, cols=len(table.rows[0]), style="Table Grid")
    for index, row in enumerate(table.rows):
        cells = word.add_row().cells  # type: ignore[no-untyped-call]
        for cell, text in zip(cells, row, strict=True):
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
            _run(cell.paragraphs[0], Line(text, Weight.BOLD if index == 0 else Weight.PLAIN), 12)
    header = word.rows[0]._tr.get_or_add_trPr()
    header.append(OxmlElement("w:tblHeader"))
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _run(paragraph: Paragraph, line: Line, size: int) -> None:
    run = paragraph.add_run(line.text)
    run.font.size = Pt(size)
    run.bold = line.weight is Weight.BOLD
    run.italic = line.weight is Weight.ITALIC


def _with_fixed_dates(data: bytes) -> bytes:
    """python-docx stamps every member with the present moment."""
    rewritten = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(rewritten, "w", zipfile.ZIP_DEFLATED) as fixed:
        for member in made.infolist():
            fixed.writestr(zipfile.ZipInfo(member.filename, _ZIP_DATE), made.read(member), zipfile.ZIP_DEFLATED)
    return rewritten.getvalue()
