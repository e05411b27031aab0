import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ingest.errors import DamagedFileError, FileTooLargeError, NoTextLayerError, OcrMissingError
from ingest.loaders.images import read_image
from ingest.ocr.lighting import evenly_lit
from tests.ingest.ocr.pages import READ, letter, needs_tesseract


def file_of(*pages: Image.Image, form: str = "TIFF", **options: object) -> bytes:
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if pages[1:] else {}
    pages[0].save(buffer, form, **more, **options)
    return buffer.getvalue()


@needs_tesseract
def test_every_image_of_a_file_is_a_page() -> None:
    blank = Image.new("L", (1654, 2339), 255)
    first, second = read_image(file_of(letter(), blank, dpi=(200, 200))).pages
    assert (first.number, second.number) == (1, 2)
    assert tuple(line for line in first.text.split("\n") if line) == READ
    assert [first.text[word.start : word.end] for word in first.words] == first.text.split()
    assert (second.text, second.unread) == ("", False)


@needs_tesseract
def test_photograph_of_a_page_half_in_shadow_is_read() -> None:
    page = np.asarray(letter(), dtype=np.float32)
    shadow = np.linspace(1.0, 0.25, page.shape[1], dtype=np.float32)
    photograph = Image.fromarray((page * shadow).astype(np.uint8)).convert("RGB")
    (read,) = read_image(file_of(photograph, form="JPEG", quality=85)).pages
    assert READ[-1] in read.text


def test_evenly_lit_page_is_left_alone() -> None:
    page = letter(72)
    assert evenly_lit(page) is page


@needs_tesseract
def test_image_without_text_is_refused() -> None:
    with pytest.raises(NoTextLayerError, match="no_text_layer"):
        read_image(file_of(Image.new("L", (800, 600), 255), form="PNG"))


def test_image_without_tesseract_is_refused_and_may_be_tried_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OcrMissingError, match="ocr_missing") as caught:
        read_image(file_of(letter(72), form="PNG"))
    assert caught.value.details == {"pages": 1}


@pytest.mark.parametrize("cut", [20, 300])
def test_image_cut_short_is_refused(cut: int) -> None:
    with pytest.raises((DamagedFileError, OcrMissingError), match="damaged_file"):
        read_image(file_of(letter(72), form="PNG")[:cut])


def test_image_that_unfolds_beyond_measure_is_refused() -> None:
    huge = file_of(Image.new("1", (20000, 20000)), form="PNG")
    assert len(huge) < 100_000
    with pytest.raises(FileTooLargeError, match="file_too_large"):
        read_image(huge)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "I;16", "CMYK"])
def test_images_of_every_depth_are_opened(mode: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    form = "TIFF" if mode == "CMYK" else "PNG"
    with pytest.raises(OcrMissingError, match="ocr_missing"):
        read_image(file_of(Image.new(mode, (60, 40)), form=form))
