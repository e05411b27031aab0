import math

import pytest
from PIL import Image
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.loaders.pdf_pages import pdf_pages
from ingest.ocr.reading import read_page
from tests.ingest.loaders.pdf_files import FONT
from tests.ingest.ocr.pages import READ, letter, needs_tesseract, picture, turned


@needs_tesseract
def test_skewed_letter_is_read_column_by_column_with_the_places_of_its_words() -> None:
    reading = read_page(turned(letter(300), 1.2), 300)
    (page,) = pdf_pages([reading.layout])
    assert tuple(line for line in page.text.split("\n") if line) == READ
    assert reading.confidence > 0.85
    (figure,) = [word for word in reading.words if word.text == "1.234"]
    x, y = _turned_point(72 + stringWidth("Các cấp Hội đã vận động ", FONT, 13), 842 - 670, 1.2)
    left, top, right, bottom = figure.box
    assert left == pytest.approx(x / 595, abs=0.006)
    assert bottom == pytest.approx(y / 842, abs=0.006)
    assert (right - left, bottom - top) == pytest.approx((29 / 595, 9 / 842), abs=0.006)


def _turned_point(x: float, y: float, degrees: float) -> tuple[float, float]:
    """Where a point of an A4 page lies, in points from its upper left corner, once the page is turned."""
    across, down, angle = x - 595 / 2, y - 842 / 2, math.radians(degrees)
    return (
        595 / 2 + across * math.cos(angle) + down * math.sin(angle),
        842 / 2 - across * math.sin(angle) + down * math.cos(angle),
    )


@needs_tesseract
@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90])
def test_turned_page_is_read_and_its_words_placed_where_they_are_seen(turn: Image.Transpose) -> None:
    image = letter().transpose(turn)
    reading = read_page(image, 200)
    assert "Các cấp Hội đã vận động 1.234 hội viên mới" in " ".join(word.text for word in reading.words)
    (figure,) = [word for word in reading.words if word.text == "1.234"]
    left, top, right, bottom = (round(edge * side) for edge, side in zip(figure.box, image.size * 2, strict=True))
    assert min(image.crop((left, top, right, bottom)).getextrema()) < 100
    assert 0.005 < (figure.box[2] - figure.box[0]) * (figure.box[3] - figure.box[1]) * 10 < 0.02


def test_empty_page_is_read_without_asking_anybody() -> None:
    reading = read_page(picture(lambda _canvas: None)[0], 200)
    assert (reading.words, reading.confidence) == ((), 0.0)
