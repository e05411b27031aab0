"""Setting a sample as a PDF with embedded Liberation Serif, which has every Vietnamese letter."""

import io
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Paragraph, Spacer
from reportlab.platypus import Table as PdfTable

from assistant.samples.making.source import Line, Sample, Table, Weight

FONT_FOLDER = Path("/usr/share/fonts/truetype/liberation2")
"""Debian's fonts-liberation2; its older fonts-liberation lacks 90 Vietnamese letters."""

_FACES = {Weight.PLAIN: "Regular", Weight.BOLD: "Bold", Weight.ITALIC: "Italic"}
_TEXT_WIDTH = A4[0] - 45 * mm
_LINE_SPACING = 1.35


def set_pdf(sample: Sample, fonts: Path = FONT_FOLDER) -> bytes:
    """The .pdf file; the same sample and fonts always give the same bytes.

    :raises reportlab.pdfbase.ttfonts.TTFError: If the fonts are not in that folder.
    """
    for weight, face in _FACES.items():
        pdfmetrics.registerFont(TTFont(_font(weight), str(fonts / f"LiberationSerif-{face}.ttf")))
    buffer = io.BytesIO()
    template = BaseDocTemplate(buffer, pagesize=A4, invariant=1, title="", author="")
    frame = Frame(30 * mm, 20 * mm, _TEXT_WIDTH, A4[1] - 42 * mm, leftPadding=0, rightPadding=0)
    template.addPageTemplates(PageTemplate("page", [frame], onPage=_page_number))
    template.build(_story(sample))
    return buffer.getvalue()


def _story(sample: Sample) -> list[Flowable]:
    story: list[Flowable] = [
        _paragraph(Line(sample.label, Weight.ITALIC), 10, TA_CENTER),
        Spacer(1, 4 * mm),
        _columns(sample.left, sample.right, TA_CENTER),
        Spacer(1, 4 * mm),
        _paragraph(Line(sample.type, Weight.BOLD), 14, TA_CENTER),
        _paragraph(Line(sample.subject, Weight.BOLD), 14, TA_CENTER),
        Spacer(1, 4 * mm),
    ]
    waiting: list[Flowable] = []
    for item in sample.body:
        waiting.append(_table(item) if isinstance(item, Table) else _body(item))
        # a heading goes with what follows it, and no paragraph is cut by the end of a page
        if isinstance(item, Table) or not item.level:
            story.append(KeepTogether(waiting))
            waiting = []
    return [*story, Spacer(1, 6 * mm), _columns(sample.sign, sample.signer, TA_LEFT)]


def _body(line: Line) -> Flowable:
    if line.level:
        return _paragraph(line, 13, TA_LEFT)
    return _paragraph(line, 13, TA_JUSTIFY, indent=12.7 * mm)


def _columns(left: Sequence[Line], right: Sequence[Line], left_alignment: int) -> Flowable:
    cells = [
        [_paragraph(line, 10.5, left_alignment) for line in left],
        [_paragraph(line, 10.5, TA_CENTER) for line in right],
    ]
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ]
    return PdfTable([cells], colWidths=[_TEXT_WIDTH / 2] * 2, style=style)


def _table(table: Table) -> Flowable:
    rows = [
        [_paragraph(Line(text, Weight.BOLD if index == 0 else Weight.PLAIN), 11, TA_LEFT) for text in row]
        for index, row in enumerate(table.rows)
    ]
    narrow = 12 * mm
    other = (_TEXT_WIDTH - narrow) / (len(table.rows[0]) - 1)
    grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    return PdfTable(rows, colWidths=[narrow, *[other] * (len(table.rows[0]) - 1)], style=grid, repeatRows=1)


def _paragraph(line: Line, size: float, alignment: int, indent: float = 0) -> Paragraph:
    style = ParagraphStyle(
        name=f"{line.weight.name}-{size}-{alignment}-{indent}",
        fontName=_font(line.weight),
        fontSize=size,
        leading=size * _LINE_SPACING,
        alignment=alignment,
        firstLineIndent=indent,
        spaceAfter=6 if indent or line.level else 0,
    )
    return Paragraph(line.text.replace("&", "&amp;").replace("<", "&lt;"), style)


def _page_number(canvas: Canvas, template: BaseDocTemplate) -> None:
    """Decree 30: centred in the top margin, not shown on the first page."""
    if template.page > 1:
        canvas.setFont(_font(Weight.PLAIN), 13)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 14 * mm, str(template.page))


def _font(weight: Weight) -> str:
    return f"Serif-{_FACES[weight]}"
