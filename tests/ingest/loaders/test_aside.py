import io

import docx
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from ingest.errors import StateSecretError
from ingest.loaders.aside import STAMP_UNCHECKED, aside_lines
from ingest.loaders.registry import parse
from ingest.ocr import tesseract
from ingest.structure import structure


def stamp(text: str) -> Image.Image:
    font = ImageFont.load_default(size=60)
    image = Image.new("RGB", (int(font.getlength(text)) + 60, 110), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((4, 4, image.width - 5, 105), outline=(200, 0, 0), width=5)
    draw.text((30, 18), text, font=font, fill=(200, 0, 0))
    return image


def letter(picture: Image.Image | None, *, at: int = 725) -> bytes:
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    page.drawString(60, 770, "No: 12-BC/TU")
    if picture is not None:
        page.drawImage(ImageReader(picture), 70, at, width=picture.width / picture.height * 28, height=28)
    for line in range(20):
        page.drawString(60, 650 - line * 18, "Cac cap Hoi da to chuc 45 buoi truyen thong cho hoi vien trong ky.")
    page.showPage()
    page.save()
    return buffer.getvalue()


def test_running_heads_and_word_art_of_word_files_are_lines_aside() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "TỐI MẬT & khẩn"
    document.sections[0].footer.paragraphs[0].text = "Trang 1"
    buffer = io.BytesIO()
    document.save(buffer)
    lines, notes = aside_lines("docx", buffer.getvalue(), ())
    assert set(lines) >= {"TỐI MẬT & khẩn", "Trang 1"}
    assert notes == ()


@pytest.mark.skipif(not tesseract.is_available(), reason="tesseract with Vietnamese is not installed")
def test_a_stamp_drawn_as_a_picture_over_the_text_is_read() -> None:
    raw = parse(letter(stamp("TUYET MAT")), "cong-van.pdf", ".pdf")
    assert "TUYET MAT" in raw.aside
    with pytest.raises(StateSecretError, match="state_secret"):
        structure(raw)


@pytest.mark.skipif(not tesseract.is_available(), reason="tesseract with Vietnamese is not installed")
def test_a_stamp_put_down_askew_is_read() -> None:
    askew = stamp("TUYET MAT").rotate(-4, expand=True, fillcolor="white")
    assert "TUYET MAT" in aside_lines("pdf", letter(askew), ())[0]


def test_a_picture_further_down_or_none_costs_no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # with nothing that reads images, looking would leave a note
    assert aside_lines("pdf", letter(None), ()) == ((), ())
    assert aside_lines("pdf", letter(stamp("TUYET MAT"), at=60), ()) == ((), ())


def test_a_picture_that_nobody_can_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    lines, notes = aside_lines("pdf", letter(stamp("TUYET MAT")), ())
    assert lines == ()
    assert [note.code for note in notes] == [STAMP_UNCHECKED]


@pytest.mark.parametrize("name", ["docx", "pdf", "png"])
def test_damaged_files_have_nothing_aside(name: str) -> None:
    assert aside_lines(name, b"%PDF-1.4 not really", ()) == ((), ())
