import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from ingest.loaders.page_pictures import can_be_drawn, drawn_page, page_png

TURNED = 6
"""Of the camera's orientations: the upper side of the page is at the right of the file."""
ORIENTATION = 0x0112


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    """A TIFF of two pages, the second with a black corner at the upper left."""
    first, second = (Image.new("L", (600, 800), 255) for _ in range(2))
    ImageDraw.Draw(second).rectangle((0, 0, 99, 99), fill=0)
    path = tmp_path / "quet.tif"
    first.save(path, save_all=True, append_images=[second])
    return path


def test_every_image_of_a_file_is_a_page(scans: Path) -> None:
    page = drawn_page(scans, "image/tiff", 2)
    assert page is not None
    assert (page.width, page.height) == (600, 800)
    picture = page_png(scans, "image/tiff", 2, 96)
    assert picture is not None
    image = Image.open(io.BytesIO(picture))
    assert image.size == (600, 800)  # never larger than it is
    assert image.getpixel((50, 50)) == (0, 0, 0)
    assert image.getpixel((300, 50)) == (255, 255, 255)
    assert drawn_page(scans, "image/tiff", 3) is None


def test_a_photograph_stands_upright_and_transparency_is_paper(tmp_path: Path) -> None:
    path = tmp_path / "anh.jpg"
    lying = Image.new("RGB", (400, 200), "white")
    tags = lying.getexif()
    tags[ORIENTATION] = TURNED
    lying.save(path, exif=tags)
    page = drawn_page(path, "image/jpeg", 1)
    assert page is not None
    assert (page.width, page.height) == (200, 400)
    clear = tmp_path / "anh.png"
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(clear)
    picture = page_png(clear, "image/png", 1, 96)
    assert picture is not None
    assert Image.open(io.BytesIO(picture)).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png"])
def test_what_is_broken_is_not_drawn(tmp_path: Path, media_type: str) -> None:
    path = tmp_path / "hong"
    path.write_bytes(b"%PDF-1.4 not really")
    assert drawn_page(path, media_type, 1) is None
    assert page_png(path, media_type, 1, 96) is None
    assert drawn_page(tmp_path / "mat", media_type, 1) is None


def test_other_formats_have_no_pictures() -> None:
    assert not can_be_drawn("text/plain")
    assert not can_be_drawn("image/svg+xml")
