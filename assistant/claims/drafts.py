"""A text to be checked, read as documents are but never added to the store."""

import hashlib
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


def read_file(path: Path, settings: IngestSettings) -> Draft:
    """A file, read in a process of its own unless it is a short text; of an archive the first document.

    :raises IngestError: it cannot be read, is of no known format, or carries the stamp of a secret.
    """
    if is_harmless(path):
        return _first(prepare(path, settings))
    with ReadingPool(settings, 1) as pool:
        return _first(one for one in pool.submit(path).items() if not isinstance(one, PagesRead))


def _first(items: Iterator[Prepared | Rejected]) -> Draft:
    item = next(items, None)
    if item is None:
        raise EmptyFileError
    if isinstance(item, Rejected):
        raise item.error
    return draft_of(item.document)
