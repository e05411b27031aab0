"""Places of characters on a page as it is shown, rotation included."""

import io

import pypdf
import pytest
from PIL import ImageChops

from ingest.errors import DamagedFileError
from ingest.loaders.pdfium import BoxedChar, open_pdfium
from tests.ingest.loaders.pdf_files import drawn, lines_at, written

PAGE = drawn([lines_at((100, 700, "Chu in"))])


def around(chars: list[BoxedChar]) -> tuple[float, float, float, float]:
    return (
        min(char.left for char in chars),
        min(char.top for char in chars),
        max(char.right for char in chars),
        max(char.bottom for char in chars),
    )


def rotated(angle: int) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(PAGE))
    writer.pages[0].rotate(angle)
    return written(writer)


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_boxes_stand_where_the_ink_is(angle: int) -> None:
    with open_pdfium(rotated(angle)) as document:
        chars = [char for char in document.boxed_chars(1) if not char.text.isspace()]
        image = document.picture(1, 144).convert("L")
    left, top, right, bottom = around(chars)
    ink = ImageChops.invert(image).getbbox()
    assert ink is not None
    assert "".join(char.text for char in chars) == "Chuin"
    assert left * image.width <= ink[0] + 2
    assert top * image.height <= ink[1] + 2
    assert right * image.width >= ink[2] - 2
    assert bottom * image.height >= ink[3] - 2
    assert (right - left) * (bottom - top) < 0.01


def test_a_page_that_is_not_there_is_damage() -> None:
    with open_pdfium(PAGE) as document:
        assert document.size(1) == pytest.approx((595.3, 841.9), abs=0.1)
        with pytest.raises(DamagedFileError, match="pdfium"):
            document.boxed_chars(2)
