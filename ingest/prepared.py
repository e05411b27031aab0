"""Documents with their chunks: everything that can be done to a file without a store."""

import logging
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.chunking import chunk_document
from ingest.documents import Chunk, Document, PartKey
from ingest.errors import DamagedFileError
from ingest.pipeline import read_documents
from ingest.rejected import Rejected
from ingest.settings import IngestSettings

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be stored."""

    document: Document
    chunks: tuple[Chunk, ...]


def prepare(
    path: Path, settings: IngestSettings, skip: Container[PartKey] = frozenset()
) -> Iterator[Prepared | Rejected]:
    """Read and chunk a file; the order and the rejections are those of ``read_documents``."""
    for item in read_documents(path, settings, skip):
        yield item if isinstance(item, Rejected) else _chunked(item, settings)


def _chunked(document: Document, settings: IngestSettings) -> Prepared | Rejected:
    """Chunk one document; a record that breaks the rules does not take its neighbours with it."""
    try:
        return Prepared(document, chunk_document(document, settings.chunking))
    except MemoryError:
        raise
    except Exception as error:  # the rim of one file
        logger.exception("cannot chunk %s", document.source)
        damaged = DamagedFileError(problem=type(error).__name__)
        return Rejected(document.source, document.content_sha256, damaged, document.record_line, document.member)
