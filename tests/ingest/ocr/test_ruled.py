import pytest
from PIL import Image, ImageDraw

from ingest.loaders.pdf_tables import find_grids
from ingest.ocr.ruled import ruled_lines


def test_grid_on_an_image_is_found_in_points() -> None:
    page = Image.new("L", (1654, 2339), 250)
    pen = ImageDraw.Draw(page)
    for x in (200, 600, 1400):
        pen.line((x, 400, x, 800), fill=30, width=2)
    for y in (400, 500, 800):
        pen.line((200, y, 1400, y), fill=30, width=2)
    (grid,) = find_grids(ruled_lines(page, 200))
    assert grid.columns == pytest.approx([place * 0.36 for place in (200, 600, 1400)], abs=1.5)
    assert grid.rows == pytest.approx([(2339 - place) * 0.36 for place in (400, 500, 800)], abs=1.5)


def test_underlines_and_blocks_of_ink_are_no_table() -> None:
    page = Image.new("L", (1654, 2339), 250)
    pen = ImageDraw.Draw(page)
    pen.line((500, 300, 900, 300), fill=0, width=3)
    pen.rectangle((200, 600, 900, 1100), fill=0)
    assert ruled_lines(page, 200) == []
