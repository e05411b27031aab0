"""One text in the forms an office keeps it in: as PDF, scanned, in Word, RTF, HTML, and in the letters of 1995."""

import io
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TypeAlias

import docx
import numpy as np
import pypdf
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate

from ingest.loaders.pdfium import open_pdfium
from ingest.text.legacy_tables import TCVN3_LETTERS

Maker: TypeAlias = Callable[[str], bytes]

FONT_FILE = Path("/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf")
SCAN_DPI = 300
JPEG_QUALITY = 80
_FONT = "Liberation Serif"
_SEED = 20
_CODES = {letter: code for code, letter in TCVN3_LETTERS.items() if ord(code) <= 0xFF}
_BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


def as_text(text: str) -> bytes:
    return text.encode()


def as_html(text: str) -> bytes:
    paragraphs = "\n".join(f"<p>{escape(line)}</p>" for line in _lines(text))
    return f'<!doctype html><html lang="vi"><meta charset="utf-8"><body>\n{paragraphs}\n</body></html>'.encode()


def as_docx(text: str) -> bytes:
    document = docx.Document()
    for line in _lines(text):
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def as_rtf(text: str) -> bytes:
    def code(char: str) -> str:
        if char in "\\{}":
            return "\\" + char
        unit = ord(char)
        return char if unit < 128 else f"\\u{unit if unit < 32768 else unit - 65536}?"

    body = "\\par\n".join("".join(map(code, line)) for line in _lines(text))
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs26 " + body + "\\par}").encode()


def as_tcvn3(text: str) -> bytes:
    return "".join(_CODES.get(char, char) for char in as_tcvn3_says(text)).encode("cp1252", "replace")


def as_tcvn3_says(text: str) -> str:
    """What the text can say in TCVN3: capitals with a tone have no code, the quotes and dashes of today have."""
    return "".join(char if char in _CODES or char.lower() not in _CODES else char.lower() for char in text)


def as_pdf(text: str) -> bytes:
    """Set in paragraphs over pages of A4, 13 points, as Word would."""
    if _FONT not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(_FONT, str(FONT_FILE)))
    style = ParagraphStyle("body", fontName=_FONT, fontSize=13, leading=18, spaceAfter=6, alignment=4)
    buffer = io.BytesIO()
    document = SimpleDocTemplate(buffer, pagesize=A4, leftMargin=85, rightMargin=57, topMargin=57, bottomMargin=57)
    document.build([Paragraph(escape(line), style) for line in _lines(text)])
    return buffer.getvalue()


def as_printed_page(text: str) -> bytes:
    """Printed to PDF by a browser."""
    assert _BROWSER is not None
    with tempfile.TemporaryDirectory() as folder:
        page, target = Path(folder) / "page.html", Path(folder) / "page.pdf"
        page.write_bytes(as_html(text).replace(b"<body>", b'<body style="font:13pt Liberation Serif">'))
        command = [_BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        subprocess.run([*command, f"--print-to-pdf={target}", page.as_uri()], check=True, capture_output=True)
        return target.read_bytes()


def as_scan(text: str) -> bytes:
    return scanned(text)


def scanned(text: str, max_pages: int | None = None) -> bytes:
    """The printed text laid askew on a scanner: 300 dpi, 0.5 to 1 degree, noise, JPEG; images only."""
    chance = random.Random(_SEED)
    pages: list[Image.Image] = []
    printed = as_pdf(text)
    with open_pdfium(printed) as document:
        count = len(pypdf.PdfReader(io.BytesIO(printed)).pages)
        for number in range(1, min(count, max_pages or count) + 1):
            pages.append(_as_scanner_sees(document.image(number, SCAN_DPI), chance))
    buffer = io.BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:], resolution=SCAN_DPI, quality=JPEG_QUALITY)
    return buffer.getvalue()


def _as_scanner_sees(page: Image.Image, chance: random.Random) -> Image.Image:
    degrees = chance.uniform(0.5, 1.0) * chance.choice((-1, 1))
    turned = page.convert("L").rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
    blurred = turned.filter(ImageFilter.GaussianBlur(0.7))
    noise = np.random.default_rng(chance.randrange(2**32)).normal(0, 14, (blurred.height, blurred.width))
    grey = np.asarray(blurred, dtype=np.float32) * 0.88 + 18 + noise  # paper is not white, ink not black
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


BASELINE = "txt"
FORMS: dict[str, tuple[Maker, str]] = {
    BASELINE: (as_text, ".txt"),
    "html": (as_html, ".html"),
    "docx": (as_docx, ".docx"),
    "rtf": (as_rtf, ".rtf"),
    "tcvn3": (as_tcvn3, ".txt"),
    "pdf": (as_pdf, ".pdf"),
    "scan": (as_scan, ".pdf"),
} | ({"pdf-browser": (as_printed_page, ".pdf")} if _BROWSER else {})
