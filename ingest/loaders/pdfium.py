"""PDFium: pictures of pages and the places of their characters. Everything of pypdfium2 is here, behind one lock."""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium_c
from PIL.Image import Image

from ingest.errors import DamagedFileError

PDFIUM_LOCK = threading.RLock()
"""PDFium is not thread-safe: whoever calls it, for whatever document, holds this."""

MAX_PIXELS = 40_000_000
"""A3 at 450 dpi; a larger page is drawn at a lower resolution."""

_POINTS_PER_INCH = 72.0
_GENERATED = frozenset("\r\n\ufffe\uffff\x00")
"""What PDFium puts in itself, or what stands for no letter."""


@dataclass(frozen=True, slots=True)
class PlacedChar:
    """A character as drawn: where its baseline starts and its horizontal extent, in points of user space."""

    text: str
    x: float
    y: float
    right: float
    size: float


@dataclass(frozen=True, slots=True)
class BoxedChar:
    """A character as it is shown: the box of its advance width and of its font's height."""

    text: str
    left: float
    """Fractions of the page as it is shown, 0 to 1, from its upper left corner; the others likewise."""
    top: float
    right: float
    bottom: float


class PdfiumDocument:
    """An open PDF; use ``open_pdfium``. Page numbers are 1-based."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document

    def image(self, number: int, dpi: int) -> Image:
        """The page in grey as it is shown, rotation included; of lower resolution if it is huge.

        :raises DamagedFileError: If it cannot be drawn.
        """
        with self._page(number) as page:
            width, height = page.get_size()
            scale = min(dpi / _POINTS_PER_INCH, (MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
            image: Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
            return image.copy()  # its memory belongs to the bitmap, which goes with the page

    def picture(self, number: int, dpi: int) -> Image:
        """The page in colour as it is shown, rotation included; of lower resolution if it is huge.

        :raises DamagedFileError: If it cannot be drawn.
        """
        with self._page(number) as page:
            width, height = page.get_size()
            scale = min(dpi / _POINTS_PER_INCH, (MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
            image: Image = page.render(scale=scale).to_pil().convert("RGB")
            return image.copy()  # its memory belongs to the bitmap, which goes with the page

    def size(self, number: int) -> tuple[float, float]:
        """Width and height of the page as it is shown, in points.

        :raises DamagedFileError: If it cannot be opened.
        """
        with self._page(number) as page:
            width, height = page.get_size()
            return float(width), float(height)

    def boxed_chars(self, number: int) -> list[BoxedChar]:
        """Characters in the order they are drawn, spaces included, nothing added, each with its box on the page.

        :raises DamagedFileError: If the page cannot be opened.
        """
        with self._page(number) as page:
            text = page.get_textpage()
            try:
                return list(_boxed(page.raw, page.get_size(), text.raw, text.count_chars()))
            finally:
                text.close()

    def is_drawn(self, number: int) -> bool:
        """Whether anything at all is drawn on the page.

        :raises DamagedFileError: If it cannot be opened.
        """
        with self._page(number) as page:
            return bool(pdfium_c.FPDFPage_CountObjects(page) > 0)

    def image_share(self, number: int) -> float:
        """How much of the page its largest picture covers, 0 to 1.

        :raises DamagedFileError: If it cannot be opened.
        """
        with self._page(number) as page:
            width, height = page.get_size()
            boxes = [one.get_bounds() for one in page.get_objects([pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=2)]
            areas = [abs(right - left) * abs(top - bottom) for left, bottom, right, top in boxes]
            share: float = max(areas, default=0.0) / max(width * height, 1.0)
            return min(1.0, share)

    def has_picture_above(self, number: int, share: float) -> bool:
        """Whether a picture or a stamp annotation begins in that upper share of the page.

        :raises DamagedFileError: If it cannot be opened.
        """
        with self._page(number) as page:
            if page.get_rotation():  # places are those before turning: look at any picture
                share = 1.0
            lowest = page.get_size()[1] * (1 - share)
            pictures = page.get_objects([pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3)
            if any(one.get_bounds()[3] > lowest for one in pictures):
                return True
            return any(_is_stamp(page.raw, index) for index in range(pdfium_c.FPDFPage_GetAnnotCount(page.raw)))

    def picture_boxes(self, number: int) -> list[tuple[float, float, float, float]]:
        """Left, top, right and bottom of each picture on an unturned page, in fractions of it; of a turned one none.

        :raises DamagedFileError: If it cannot be opened.
        """
        with self._page(number) as page:
            width, height = page.get_size()
            if page.get_rotation():
                return []
            bounds = [one.get_bounds() for one in page.get_objects([pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3)]
            return [
                (left / width, 1 - top / height, right / width, 1 - bottom / height)
                for left, bottom, right, top in bounds
            ]

    def chars(self, number: int) -> list[PlacedChar]:
        """Characters in the order they are drawn, spaces included, nothing added.

        :raises DamagedFileError: If the page cannot be opened.
        """
        with self._page(number) as page:
            text = page.get_textpage()
            try:
                return list(_placed(text.raw, text.count_chars()))
            finally:
                text.close()

    @contextmanager
    def _page(self, number: int) -> Iterator[pypdfium2.PdfPage]:
        with PDFIUM_LOCK:
            try:
                page = self._document[number - 1]
            except (pypdfium2.PdfiumError, IndexError) as error:
                raise DamagedFileError(problem="pdfium") from error
            try:
                yield page
            except pypdfium2.PdfiumError as error:
                raise DamagedFileError(problem="pdfium") from error
            finally:
                page.close()


@contextmanager
def open_pdfium(data: bytes | Path) -> Iterator[PdfiumDocument]:
    """The document, opened with the empty password; from a path only the parts that are looked at are read.

    :raises DamagedFileError: If PDFium cannot open it.
    """
    with PDFIUM_LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise DamagedFileError(problem="pdfium") from error
    try:
        yield PdfiumDocument(document)
    finally:
        with PDFIUM_LOCK:
            document.close()


def _is_stamp(page: pdfium_c.FPDF_PAGE, index: int) -> bool:
    annotation = pdfium_c.FPDFPage_GetAnnot(page, index)
    try:
        return bool(pdfium_c.FPDFAnnot_GetSubtype(annotation) == pdfium_c.FPDF_ANNOT_STAMP)
    finally:
        pdfium_c.FPDFPage_CloseAnnot(annotation)


def _placed(text: pdfium_c.FPDF_TEXTPAGE, count: int) -> Iterator[PlacedChar]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium_c.FS_RECTF()
    for index in range(count):
        char = chr(pdfium_c.FPDFText_GetUnicode(text, index))
        if char in _GENERATED or pdfium_c.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium_c.FPDFText_GetCharOrigin(text, index, x, y)
        # the loose box spans the advance width and the height of the type; the nominal size ignores the text matrix
        pdfium_c.FPDFText_GetLooseCharBox(text, index, box)
        yield PlacedChar(char, x.value, y.value, max(box.right, x.value), abs(box.top - box.bottom))


_DEVICE_UNITS = 64
"""Per point: PDFium turns places of the page into places of the screen in whole units only."""


def _boxed(
    page: pdfium_c.FPDF_PAGE, size: tuple[float, float], text: pdfium_c.FPDF_TEXTPAGE, count: int
) -> Iterator[BoxedChar]:
    width, height = (max(1, round(extent * _DEVICE_UNITS)) for extent in size)
    across, down = ctypes.c_int(), ctypes.c_int()

    def shown(x: float, y: float) -> tuple[float, float]:
        pdfium_c.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, across, down)
        return across.value / width, down.value / height

    box = pdfium_c.FS_RECTF()
    for index in range(count):
        char = chr(pdfium_c.FPDFText_GetUnicode(text, index))
        if char in _GENERATED or pdfium_c.FPDFText_IsGenerated(text, index) == 1:
            continue
        pdfium_c.FPDFText_GetLooseCharBox(text, index, box)
        (left, top), (right, bottom) = shown(box.left, box.top), shown(box.right, box.bottom)
        yield BoxedChar(char, min(left, right), min(top, bottom), max(left, right), max(top, bottom))
