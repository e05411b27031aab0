import numpy as np
import pytest
from PIL import Image, ImageDraw

from ingest.ocr.straighten import Lie, has_ink, lies, original_box, straightened


def printed_page() -> Image.Image:
    """Forty lines of words, none as long as the next."""
    page = Image.new("L", (1240, 1754), 255)
    pen = ImageDraw.Draw(page)
    chance = np.random.default_rng(7)
    for line in range(40):
        x = 150
        while x < 1000 + chance.integers(0, 100):
            width = int(chance.integers(20, 90))
            pen.rectangle((x, 120 + line * 38, x + width, 120 + line * 38 + 14), fill=20)
            x += width + 14
    return page


@pytest.mark.parametrize("degrees", [-3.0, -0.7, 0.0, 0.4, 2.6])
def test_small_skew_is_found(degrees: float) -> None:
    page = printed_page().rotate(-degrees, resample=Image.Resampling.BICUBIC, fillcolor=255)
    assert lies(page)[0].quarter == 0
    assert lies(page)[0].degrees == pytest.approx(degrees, abs=0.15)


@pytest.mark.parametrize("turn", [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270])
def test_page_on_its_side_is_recognised_as_such(turn: Image.Transpose) -> None:
    assert {lie.quarter for lie in lies(printed_page().transpose(turn))} == {1, 3}


@pytest.mark.parametrize("lie", [Lie(0, 0.0), Lie(1, 0.0), Lie(2, 1.5), Lie(3, -2.0), Lie(1, 2.5)])
def test_boxes_lead_back_to_the_page_as_it_came(lie: Lie) -> None:
    page = Image.new("L", (600, 900), 255)
    ImageDraw.Draw(page).rectangle((120, 225, 180, 270), fill=0)
    straight = straightened(page, lie)
    rows, columns = np.nonzero(np.asarray(straight) < 128)
    box = (float(columns.min()), float(rows.min()), float(columns.max() + 1), float(rows.max() + 1))
    found = original_box(box, straight.size, lie)
    expected = (120 / 600, 225 / 900, 181 / 600, 271 / 900)
    # a turned rectangle has a larger upright box, twice over
    assert found == pytest.approx(expected, abs=0.012)
    assert found[0] <= expected[0] + 0.002
    assert found[3] >= expected[3] - 0.002


def test_empty_page_has_no_ink_and_specks_are_none() -> None:
    page = Image.new("L", (1240, 1754), 255)
    assert not has_ink(page)
    page.putpixel((600, 800), 0)
    assert not has_ink(page)
    assert has_ink(printed_page())
