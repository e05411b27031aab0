"""Pictures of pages and boxes on them, for documents of the store."""

import io
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from assistant.viewing.boxes import Box
from assistant.viewing.highlight import Span, drawn_boxes
from assistant.viewing.read_words import confidence_of, read_boxes
from ingest.documents import Page
from ingest.errors import DamagedFileError
from ingest.loaders.pdfium import BoxedChar, open_pdfium
from vectorstore.records import DocumentRecord
from vectorstore.store import Store

PDF = "application/pdf"
RESOLUTIONS = (96, 144, 216, 288)
"""Dots per inch that pictures are drawn at: a page as wide as the panel, on a dense screen, zoomed."""
_KEPT_BYTES = 24 * 2**20
"""Pictures kept for the next look: some forty pages of text."""
_KEPT_PAGES = 16


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """What is known of a page of a PDF: its size in points as shown, and its characters with their places."""

    width: float
    height: float
    chars: tuple[BoxedChar, ...]


class Viewing:
    """Looks at originals; usable from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._pictures: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()
        self._pages: OrderedDict[tuple[str, int], DrawnPage | None] = OrderedDict()

    def page(self, document_id: str, number: int) -> DrawnPage | None:
        """The page of a PDF; None where the document is none, its original is gone, or it cannot be drawn.

        :raises UnknownDocumentError: no such document.
        """
        key = (document_id, number)
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        drawn = self._drawn(document_id, number)
        with self._lock:
            self._pages[key] = drawn
            while len(self._pages) > _KEPT_PAGES:
                self._pages.popitem(last=False)
        return drawn

    def boxes(self, document_id: str, page: Page, span: Span) -> tuple[Box, ...]:
        """Boxes around ``span`` of the page's stored text, one per line; none where it cannot be found.

        :raises UnknownDocumentError: no such document.
        """
        drawn = self.page(document_id, page.number)
        if drawn is None:
            return ()
        aspect = drawn.width / drawn.height
        if words := self._store.page_words(document_id, page.number):
            return read_boxes(page.text, words, span, aspect)
        return drawn_boxes(page.text, span, drawn.chars, aspect)

    def confidence(self, document_id: str, page: int, span: Span) -> float | None:
        """How sure the words of a scanned page's span were read, 0 to 1; None for any other page."""
        return confidence_of(self._store.page_words(document_id, page), span)

    def picture(self, document_id: str, number: int, dpi: int) -> bytes | None:
        """The page as PNG; None as in ``page``.

        :param dpi: one of RESOLUTIONS.
        :raises UnknownDocumentError: no such document.
        """
        key = (document_id, number, dpi)
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
        path = self._pdf(document_id)
        if path is None:
            return None
        picture = _png(path, number, dpi)
        if picture is not None:
            self._keep(key, picture)
        return picture

    def _keep(self, key: tuple[str, int, int], picture: bytes) -> None:
        with self._lock:
            self._pictures[key] = picture
            total = sum(map(len, self._pictures.values()))
            while total > _KEPT_BYTES and len(self._pictures) > 1:
                total -= len(self._pictures.popitem(last=False)[1])

    def _drawn(self, document_id: str, number: int) -> DrawnPage | None:
        path = self._pdf(document_id)
        if path is None:
            return None
        try:
            with open_pdfium(path) as document:
                width, height = document.size(number)
                return DrawnPage(width, height, tuple(document.boxed_chars(number))) if width and height else None
        except DamagedFileError:
            return None

    def _pdf(self, document_id: str) -> Path | None:
        record: DocumentRecord = self._store.document(document_id)
        return self._store.original_path(document_id) if record.media_type == PDF else None


def _png(path: Path, number: int, dpi: int) -> bytes | None:
    try:
        with open_pdfium(path) as document:
            image = document.picture(number, dpi)
    except DamagedFileError:
        return None
    made = io.BytesIO()
    # level 1: a page of text is 20 ms instead of 90, for a third more bytes that never leave the machine
    image.save(made, "PNG", compress_level=1)
    return made.getvalue()
