"""Reading the image of one page: straightened, recognised, its ruled lines found, its words placed on the original."""

import time
from dataclasses import dataclass

from PIL.Image import Image

from ingest.errors import OcrFailedError
from ingest.loaders.letterhead import in_reading_order
from ingest.loaders.pdf_layout import PageLayout
from ingest.loaders.placed import PlacedLine, layout_of
from ingest.ocr.lighting import evenly_lit, with_contrast, without_grain
from ingest.ocr.ruled import ruled_lines
from ingest.ocr.straighten import Box, Lie, has_ink, lies, original_box, straightened
from ingest.ocr.tesseract import PAGE_TIMEOUT_S, recognise
from ingest.ocr.tsv import mean_confidence

_POINTS_PER_INCH = 72.0
_SURE = 0.75
"""A page the right way up is read with more confidence than this unless it is very poor; turned ones with less."""

_MIN_GAIN = 1.2
"""A page is believed to lie otherwise than it looks only if that brings this many times the sure letters."""


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word as read and where it stands on the page as it came, in fractions of it."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class PageReading:
    """What the image of a page says."""

    layout: PageLayout
    words: tuple[ReadWord, ...]
    """In reading order."""
    confidence: float
    """Mean of the words weighted by their length, 0 to 1."""


def read_page(image: Image, dpi: int) -> PageReading:
    """Read a grey image of one page; an empty page has no words and confidence 0.

    :raises OcrMissingError: If Tesseract is not installed.
    :raises OcrFailedError: If it takes too long or gives up.
    """
    image = without_grain(with_contrast(evenly_lit(image)))
    if not has_ink(image):
        return PageReading(PageLayout(), (), 0.0)
    lie, page, lines = _best_reading(image, dpi)
    scale = _POINTS_PER_INCH / dpi
    lines = in_reading_order(lines)
    layout = layout_of(lines, ruled_lines(page, dpi), height=page.height, scale=scale)
    words = tuple(
        ReadWord(
            word.text, original_box((word.left, word.top, word.right, word.bottom), page.size, lie), word.confidence
        )
        for line in lines
        for word in line.words
    )
    return PageReading(layout, words, mean_confidence(lines))


def _best_reading(image: Image, dpi: int) -> tuple[Lie, Image, list[PlacedLine]]:
    """The first way of lying that is read with confidence, else the one that yields most."""
    best: tuple[Lie, Image, list[PlacedLine]] | None = None
    best_yield = -1.0
    deadline = time.monotonic() + PAGE_TIMEOUT_S
    for lie in lies(image):
        page = straightened(image, lie)
        try:
            lines = recognise(page, dpi, timeout_s=deadline - time.monotonic())
        except OcrFailedError:
            if best is None:
                raise
            break  # no time for another attempt: the best so far stands, with its confidence
        sure = _sure_letters(lines)
        if best is None or sure > _MIN_GAIN * best_yield:
            best, best_yield = (lie, page, lines), sure
        if not lines or mean_confidence(best[2]) >= _SURE:
            break  # turned print is read as rubbish, but as something
    assert best is not None
    return best


def _sure_letters(lines: list[PlacedLine]) -> float:
    words = (word for line in lines for word in line.words)
    return sum(len(word.text) * word.confidence for word in words if word.confidence >= _SURE)
