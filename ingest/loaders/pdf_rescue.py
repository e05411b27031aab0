"""A second look at the pages of a PDF whose text layer is missing, torn or garbled: by places, then by image.

A sound page costs a look at its text and nothing else. What a second look brings is kept only if it is better.
"""

import logging
from contextlib import ExitStack
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from ingest.errors import DamagedFileError, OcrFailedError
from ingest.loaders.letterhead import mixes_columns
from ingest.loaders.pdf_faults import Fault, count_letters, fault_of, is_garbled
from ingest.loaders.pdf_layout import PageLayout, printed_lines
from ingest.loaders.pdf_positions import positional_layout
from ingest.loaders.pdfium import PdfiumDocument, open_pdfium
from ingest.ocr.outcome import MISSING
from ingest.ocr.reading import PageReading, read_page
from ingest.ocr.tesseract import OcrProblem, is_available
from ingest.text.syllables import syllable_validity

logger = logging.getLogger(__name__)

OCR_DPI = 300
"""At 200 the error rate trebles, at 300 a page takes a sixth longer (Tesseract 5.3, degraded pages)."""

_MIN_IMAGE_SHARE = 0.5
"""Of the page: a smaller picture is an illustration."""

_REORDERED = frozenset({Fault.TORN, Fault.MIXED, Fault.GARBLED})
"""Faults that reading by places may cure."""

_BETTER_VALIDITY = 0.05
_MORE_LETTERS = 1.5


@dataclass(frozen=True, slots=True)
class RescuedPage:
    """A page's layout, from wherever it is best."""

    layout: PageLayout
    reading: PageReading | None = None
    """Set where the layout was read from the image."""
    problem: str | None = None
    """Why the image, though needed, could not be read: an OcrProblem, or MISSING."""


class PdfRescue:
    """Second looks at the pages of one file; PDFium and Tesseract are only asked once they are needed."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._stack = ExitStack()
        self._document: PdfiumDocument | None = None
        self._has_ocr: bool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def best(self, number: int, layout: PageLayout, *, may_reorder: bool = True) -> RescuedPage:
        """The page as its text layer has it if that is sound, else the best that can be had.

        :param number: 1-based.
        :param may_reorder: False where the layout's text was decoded since: PDFium only has it as it was.
        """
        fault = fault_of(layout)
        if fault is None or (fault is Fault.MIXED and not may_reorder):
            return RescuedPage(layout)
        try:
            if may_reorder and fault in _REORDERED:
                layout = self._by_places(number, layout, fault)
                if not is_garbled(_text(layout)):
                    return RescuedPage(layout)
            return self._from_image(number, layout) if self._may_hold_more(number, fault) else RescuedPage(layout)
        except DamagedFileError:
            logger.warning("PDFium cannot open page %d", number)
            return RescuedPage(layout, problem=OcrProblem.NO_IMAGE if fault is Fault.ABSENT else None)

    def _by_places(self, number: int, layout: PageLayout, fault: Fault) -> PageLayout:
        placed = positional_layout(self._pdfium().chars(number), layout.rules)
        return placed if _is_better_placed(placed, layout, fault) else layout

    def _may_hold_more(self, number: int, fault: Fault) -> bool:
        if fault is Fault.ABSENT:
            return self._pdfium().is_drawn(number)
        if fault is Fault.SPARSE:
            return self._pdfium().image_share(number) >= _MIN_IMAGE_SHARE
        return True

    def _from_image(self, number: int, layout: PageLayout) -> RescuedPage:
        text = _text(layout)
        if self._has_ocr is None:
            self._has_ocr = is_available()
        if not self._has_ocr:
            return RescuedPage(layout, problem=MISSING)
        try:
            reading = read_page(self._pdfium().image(number, OCR_DPI), OCR_DPI)
        except OcrFailedError as error:
            logger.warning("page %d: %s", number, error)
            return RescuedPage(layout, problem=str(error.details["problem"]))
        if _is_better_read(_text(reading.layout), text):
            return RescuedPage(reading.layout, reading)
        return RescuedPage(layout)

    def _pdfium(self) -> PdfiumDocument:
        if self._document is None:
            self._document = self._stack.enter_context(open_pdfium(self._data))
        return self._document


def _is_better_placed(placed: PageLayout, layout: PageLayout, fault: Fault) -> bool:
    """Nothing may be lost by ordering anew; words must be sounder, or the columns apart."""
    new, old = _text(placed), _text(layout)
    if count_letters(new) < count_letters(old):
        return False
    if fault is Fault.MIXED:
        return not mixes_columns([line.text for line in printed_lines(placed.fragments)])
    return syllable_validity(new) > syllable_validity(old) + _BETTER_VALIDITY


def _is_better_read(read: str, layer: str) -> bool:
    """A scan under a line of text says more; a garbled layer says the same less well."""
    letters = count_letters(layer)
    if count_letters(read) > _MORE_LETTERS * letters:
        return True
    if not is_garbled(layer) or 2 * count_letters(read) < letters:
        return False
    return syllable_validity(read) > syllable_validity(layer) + _BETTER_VALIDITY


def _text(layout: PageLayout) -> str:
    return "".join(fragment.text for fragment in layout.fragments)
