"""Scans and photographs of pages (.jpg .png .tif) through Pillow; every image of a file is a page."""

import io
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from PIL import Image, ImageOps, ImageSequence

from ingest.documents import RawPage
from ingest.errors import DamagedFileError, FileTooLargeError, OcrFailedError
from ingest.loaders.extracted import Extracted
from ingest.loaders.pdf_layout import PageLayout
from ingest.loaders.pdf_pages import pdf_pages
from ingest.ocr.outcome import MISSING, nothing_read
from ingest.ocr.reading import PageReading, read_page
from ingest.ocr.tesseract import is_available
from ingest.ocr.word_places import place_words
from ingest.page_progress import pages_read

_MAX_PIXELS = 120_000_000
"""A0 at 200 dpi; a few KB can unfold to more than any memory."""

_LONG_SIDE_INCHES = 11.69
"""Of A4: what a photograph without a believable resolution shows."""

_BELIEVABLE_DPI = range(100, 1201)
_WORK_DPI = 300
_MAX_SCALE = 2.0
"""Drawing a coarse image larger helps recognition up to here."""

_MIN_RESIZE = 0.2
_DEEP_MODES = ("I", "F")


def read_image(data: bytes) -> Extracted:
    """Pages of an image file, in order.

    :raises OcrMissingError: If nothing installed reads images.
    :raises OcrFailedError: If no page could be read.
    :raises NoTextLayerError: If there is no text on them.
    :raises FileTooLargeError: If an image unfolds to more than can be held.
    :raises DamagedFileError: If Pillow cannot read it.
    """
    try:
        found = list(_readings(data))
    except Image.DecompressionBombError as error:
        raise FileTooLargeError(size_mb=_MAX_PIXELS // 2**20, limit_mb=_MAX_PIXELS // 2**20) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise DamagedFileError(problem=type(error).__name__) from error
    if not any(reading and reading.words for reading, _ in found):
        raise nothing_read(problem for _, problem in found)
    pages = pdf_pages([reading.layout if reading else PageLayout() for reading, _ in found])
    return Extracted(pages=tuple(_with_words(page, *one) for page, one in zip(pages, found, strict=True)))


def _readings(data: bytes) -> Iterator[tuple[PageReading | None, str | None]]:
    """The reading of each image, or the problem with it."""
    has_ocr = is_available()
    with Image.open(io.BytesIO(data)) as file:
        total = getattr(file, "n_frames", 1) if file.format == "TIFF" else 1
        pages_read(0, total)
        for number, frame in enumerate(ImageSequence.Iterator(file), start=1):
            if frame.width * frame.height > _MAX_PIXELS:
                raise Image.DecompressionBombError
            yield _reading(frame) if has_ocr else (None, MISSING)
            pages_read(number, total)
            if number == total:
                return


def _reading(frame: Image.Image) -> tuple[PageReading | None, str | None]:
    try:
        return read_page(_prepared(frame), _WORK_DPI), None
    except OcrFailedError as error:
        return None, str(error.details["problem"])


def _prepared(frame: Image.Image) -> Image.Image:
    """In grey, upright as its camera says, at about the working resolution."""
    dpi = _dpi_of(frame)
    scale = min(_WORK_DPI / dpi, _MAX_SCALE)
    image = _grey(ImageOps.exif_transpose(frame))
    if abs(scale - 1.0) < _MIN_RESIZE:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS)


def _dpi_of(frame: Image.Image) -> float:
    told = frame.info.get("dpi", (0, 0))[0]
    fitting = max(frame.size) / _LONG_SIDE_INCHES
    return float(told) if int(told) in _BELIEVABLE_DPI and told < 2 * fitting else max(fitting, 1.0)


def _grey(image: Image.Image) -> Image.Image:
    if image.mode.startswith(_DEEP_MODES):  # 16 bits and more: convert() would cut, not scale
        values = np.asarray(image, dtype=np.float64)
        span = float(values.max() - values.min()) or 1.0
        return Image.fromarray(((values - values.min()) * (255.0 / span)).astype(np.uint8))
    if "A" in image.getbands() or "transparency" in image.info:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return image.convert("L")


def _with_words(page: RawPage, reading: PageReading | None, problem: str | None) -> RawPage:
    if reading is None:
        return replace(page, unread=problem is not None)
    return replace(page, words=place_words(page.text, reading.words), ocr_confidence=reading.confidence)
