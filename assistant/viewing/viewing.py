"""Pictures of pages and boxes on them, for documents of the store."""

import threading
from collections import OrderedDict
from pathlib import Path

from assistant.viewing.boxes import Box
from assistant.viewing.highlight import Span, drawn_boxes
from assistant.viewing.read_words import confidence_of, read_boxes
from ingest.documents import Page
from ingest.isolation.drawing import PageDrawer
from ingest.loaders.page_pictures import DrawnPage, can_be_drawn
from vectorstore.store import Store

_KEPT_BYTES = 24 * 2**20
"""Pictures kept for the next look: some forty pages of text."""
_KEPT_PAGES = 16


class Viewing:
    """Looks at originals; usable from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._drawer = PageDrawer()
        self._lock = threading.Lock()
        self._pictures: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()
        self._pages: OrderedDict[tuple[str, int], DrawnPage] = OrderedDict()

    def page(self, document_id: str, number: int) -> DrawnPage | None:
        """The page; None where the format has no pictures, the original is gone, or it cannot be drawn.

        :raises UnknownDocumentError: no such document.
        """
        key = (document_id, number)
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        original = self._original(document_id)
        drawn = self._drawer.page(*original, number) if original else None
        if drawn is not None:
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
        original = self._original(document_id)
        if original is None:  # asked first: a picture of a file that may not be kept any more is not shown either
            return None
        key = (document_id, number, dpi)
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
                return self._pictures[key]
        picture = self._drawer.png(*original, number, dpi)
        if picture is not None:
            self._keep(key, picture)
        return picture

    def get_ready(self) -> None:
        """Start the process that draws, so that the first look does not wait for it."""
        self._drawer.get_ready()

    def close(self) -> None:
        """End the process that draws."""
        self._drawer.close()

    def _keep(self, key: tuple[str, int, int], picture: bytes) -> None:
        with self._lock:
            self._pictures[key] = picture
            total = sum(map(len, self._pictures.values()))
            while total > _KEPT_BYTES and len(self._pictures) > 1:
                total -= len(self._pictures.popitem(last=False)[1])

    def _original(self, document_id: str) -> tuple[Path, str] | None:
        """The file and its media type, if it can be drawn."""
        media_type = self._store.document(document_id).media_type
        path = self._store.original_path(document_id) if can_be_drawn(media_type) else None
        return (path, media_type) if path is not None else None
