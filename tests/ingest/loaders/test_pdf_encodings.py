import io

import pypdf
import pytest
from pypdf.generic import NameObject
from reportlab.pdfgen.canvas import Canvas

from ingest.loaders.pdf import read_pdf
from ingest.text.legacy_tables import TCVN3_LETTERS
from tests.ingest.loaders.pdf_files import drawn, lines_down, written

CODES = {letter: code for code, letter in TCVN3_LETTERS.items() if ord(code) <= 0xFF}
LINES = (
    "Hội liên hiệp phụ nữ xã An Khê tổ chức sơ kết công tác sáu tháng đầu năm",
    "và triển khai nhiệm vụ trọng tâm những tháng cuối năm cho cán bộ chi hội.",
)


def in_font(name: str, *lines: str) -> bytes:
    """Latin-1 text in a font of that name, as producers of the nineties wrote it."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 13)
        for row, line in enumerate(lines):
            canvas.drawString(72, 780 - 18 * row, line)

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn([draw])))
    for page in writer.pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]  # pypdf's own types say PdfObject
            font.get_object()[NameObject("/BaseFont")] = NameObject(f"/{name}")
    return written(writer)


@pytest.mark.parametrize("font", [".VnTime", "ABCDEF+.VnTime", "Times-Roman"])
def test_text_in_tcvn3_is_decoded_by_the_name_of_its_font_or_by_its_syllables(font: str) -> None:
    coded = ["".join(CODES.get(char, char) for char in line) for line in LINES]
    read = read_pdf(in_font(font, *coded))
    assert " ".join(read.pages[0].text.split()) == " ".join(LINES)
    assert read.encoding == "tcvn3"
    assert read.encoding_confidence is not None
    assert read.encoding_confidence > 0.9


def test_unicode_and_foreign_pages_are_left_alone() -> None:
    french = "Le comité a été créé à Genève; les délégués ont déjà approuvé l'idée générale."
    read = read_pdf(in_font("Times-Roman", french))
    assert read.pages[0].text == french
    assert read.encoding is None
    assert read_pdf(drawn([lines_down(*LINES)])).encoding is None
