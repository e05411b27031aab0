"""A text to be checked, read as documents are but never added to the store."""

import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

from assistant.claims.model import Draft
from assistant.claims.page_turns import draft_of
from ingest.documents import RawDocument, RawPage
from ingest.errors import EmptyFileError
from ingest.isolation import ReadingPool
from ingest.isolation.harmless import is_harmless
from ingest.isolation.pool import PagesRead
from ingest.prepared import Prepared, prepare
from ingest.rejected import Rejected
from ingest.settings import IngestSettings
from ingest.structure import structure
from ingest.text.encoding import Decoded, mended

_END_S = 0.1
"""How long the end of a file may follow its first document; the other documents of an archive are not waited for."""


def read_text(text: str) -> Draft:
    """Pasted text; letters of an old encoding that were pasted as they look ("Héi nghÞ") are led back.

    :raises EmptyFileError: nothing but white space.
    :raises StateSecretError: it carries the stamp of a state secret.
    :raises ReviewNeededError: it may carry one.
    """
    decoded = mended(Decoded(text.encode("utf-8", "replace").decode("utf-8"), "utf-8"))
    if not decoded.text.strip():
        raise EmptyFileError(source="")
    digest = hashlib.sha256(decoded.text.encode()).hexdigest()
    raw = RawDocument("", digest, "text/plain", (RawPage(1, decoded.text),), encoding=decoded.encoding)
    return draft_of(structure(raw))


class DraftReader:
    """Reads files, each in a process of its own unless it is a short text; usable from any thread.

    Once asked to get ready it keeps one process for the next draft: starting one takes a second.
    """

    def __init__(self, settings: IngestSettings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._ready: ReadingPool | None = None
        self._keeps = False

    def get_ready(self) -> None:
        """Have a process start before there is a draft, and keep it until ``close``; nobody waits for it here."""
        with self._lock:
            self._keeps = True
            self._ready = self._ready or ReadingPool(self._settings, 1)
            self._ready.get_ready()

    def read(self, path: Path) -> Draft:
        """The draft; of an archive the first document.

        :raises IngestError: it cannot be read, is of no known format, or carries the stamp of a secret.
        """
        if is_harmless(path):
            return _first(prepare(path, self._settings))
        pool = self._own_pool()
        reading = pool.submit(path)
        try:
            return _first(one for one in reading.items() if not isinstance(one, PagesRead))
        finally:
            self._put_back(pool, usable=reading.ended(_END_S))

    def close(self) -> None:
        """End the process that is kept; what is being read is read to its end."""
        with self._lock:
            kept, self._ready, self._keeps = self._ready, None, False
        if kept is not None:
            kept.close()

    def _own_pool(self) -> ReadingPool:
        """For one draft alone: another read meanwhile does not wait for it."""
        with self._lock:
            pool, self._ready = self._ready, None
        return pool or ReadingPool(self._settings, 1)

    def _put_back(self, pool: ReadingPool, *, usable: bool) -> None:
        with self._lock:
            if usable and self._keeps and self._ready is None:
                self._ready = pool
                return
        pool.close()


def _first(items: Iterator[Prepared | Rejected]) -> Draft:
    item = next(items, None)
    if item is None:
        raise EmptyFileError
    if isinstance(item, Rejected):
        raise item.error
    return draft_of(item.document)
