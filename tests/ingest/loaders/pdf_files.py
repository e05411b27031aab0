"""PDFs drawn for the tests."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONT = "TestSerif"
FONT_FILE = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf")
LEADING = 18


def drawn(pages: Sequence[Callable[[Canvas], None]]) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def lines_at(*lines: tuple[float, float, str]) -> Callable[[Canvas], None]:
    """Lines placed by hand: x, y, text."""

    def draw(canvas: Canvas) -> None:
        font = use_font(canvas)
        for x, y, text in lines:
            canvas.setFont(font, 13)
            canvas.drawString(x, y, text)

    return draw


def lines_down(*texts: str) -> Callable[[Canvas], None]:
    return lines_at(*((72, 780 - index * LEADING, text) for index, text in enumerate(texts)))


def use_font(canvas: Canvas) -> str:
    """Liberation Serif where Debian put it; without it the text must be plain ASCII."""
    if not FONT_FILE.is_file():
        return "Times-Roman"
    if FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(FONT, str(FONT_FILE)))
    canvas.setFont(FONT, 13)
    return FONT


def image_only(canvas: Canvas) -> None:
    canvas.rect(100, 100, 200, 200, fill=1)


def encrypted(data: bytes, password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    return written(writer)


def written(writer: pypdf.PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
