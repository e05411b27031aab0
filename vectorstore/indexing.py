"""Chunks into both indexes and out again; every call may be repeated."""

import logging
import shutil
import threading
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from ingest.documents import Chunk
from vectorstore.chroma_store import ChromaStore, collection_name, drop_collection, open_chroma
from vectorstore.cut_passages import Record
from vectorstore.generations import Generation
from vectorstore.indexed_text import indexed_text
from vectorstore.lexical_index import LexicalEntry, LexicalIndex
from vectorstore.passage_records import PassageRecords
from vectorstore.protocols import Embedder, Vectors
from vectorstore.settings import StoreSettings
from vectorstore.static_embedder import StaticEmbedder
from vectorstore.terms import many_terms

logger = logging.getLogger(__name__)

BATCH_CHUNKS = 500
"""Chunks embedded together; while one batch is written the next is embedded."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A chunk with the title of its document."""

    chunk: Chunk
    title: str | None


@dataclass(frozen=True, slots=True)
class _Batch:
    """Entries ready to be written."""

    entries: Sequence[IndexEntry]
    texts: list[str]
    vectors: Vectors
    records: list[Record]
    """Empty where the embedder does not cut passages."""


class IndexPair:
    """Lexical index and vectors of one generation, with the embedder they belong to."""

    def __init__(
        self,
        generation: Generation,
        lexical: LexicalIndex,
        vectors: ChromaStore,
        embedder: Embedder,
        records: PassageRecords,
    ) -> None:
        self.generation = generation
        self.lexical = lexical
        self.vectors = vectors
        self.embedder = embedder
        self.records = records
        """Empty where the embedder does not cut passages."""
        self.cutter = embedder.cutter() if isinstance(embedder, StaticEmbedder) else None
        self._users = 0
        self._free = threading.Condition()

    def add(self, entries: Sequence[IndexEntry], *, replacing: Collection[str] = ()) -> None:
        """Put chunks into both; ``replacing``: documents of which an earlier, broken try may have left something.

        :raises DiskFullError: no space; some chunks may be in one index.
        :raises VectorServerError: the server stayed away; likewise.
        """
        if replacing:
            self.lexical.delete(replacing)
        parts = [entries[start : start + BATCH_CHUNKS] for start in range(0, len(entries), BATCH_CHUNKS)]
        # tokenising and adding up leave the interpreter free, so writing gains what they take
        with ThreadPoolExecutor(1, thread_name_prefix="embedding") as embedding:
            batches = embedding.map(self._embedded, parts)
            # one commit for all: each costs what the terms that are new to it cost
            self.lexical.add(entry for batch in batches for entry in self._stored(batch))

    def _embedded(self, entries: Sequence[IndexEntry]) -> _Batch:
        made = [indexed_text(one.title, one.chunk.heading_path, one.chunk.text) for one in entries]
        texts = [one.text for one in made]
        if self.cutter is None:
            return _Batch(entries, texts, self.embedder.embed_passages(texts), [])
        cut = self.cutter.cut(made)
        return _Batch(entries, texts, cut.vectors, cut.records)

    def _stored(self, batch: _Batch) -> Iterator[LexicalEntry]:
        """What the lexical index needs of chunks whose vectors are kept."""
        chunk_ids = [entry.chunk.chunk_id for entry in batch.entries]
        document_ids = [entry.chunk.document_id for entry in batch.entries]
        self.vectors.upsert(chunk_ids, document_ids, batch.vectors)
        if batch.records:
            self.records.put(chunk_ids, batch.records)
        yield from map(LexicalEntry, chunk_ids, document_ids, many_terms(batch.texts))

    def remove(self, document_ids: Collection[str], chunk_ids: Sequence[str]) -> None:
        """Take documents and their chunks out of both."""
        self.vectors.delete(chunk_ids)
        self.records.delete(chunk_ids)
        self.lexical.delete(document_ids)

    @contextmanager
    def in_use(self) -> Iterator["IndexPair"]:
        """Keeps the pair open for the length of the block."""
        with self._free:
            self._users += 1
        try:
            yield self
        finally:
            with self._free:
                self._users -= 1
                self._free.notify_all()

    def close(self, wait_s: float = 30.0) -> None:
        """Close both once nobody uses them any more, or after ``wait_s``."""
        with self._free:
            if not self._free.wait_for(lambda: self._users == 0, timeout=wait_s):
                logger.warning("closing an index that is still being read")
        self.lexical.close()
        self.vectors.close()
        self.records.close()


def open_pair(settings: StoreSettings, store_id: str, generation: Generation, embedder: Embedder) -> IndexPair:
    """Open or create the indexes of a generation.

    :raises IndexDamagedError: one cannot be opened.
    :raises VectorServerError: the Chroma server does not answer.
    """
    lexical = LexicalIndex(settings.lexical_dir(generation.number), settings.writer_memory_mb)
    try:
        vectors = open_chroma(settings, store_id, embedder.model, generation.number)
    except BaseException:
        lexical.close()
        raise
    records = PassageRecords(settings.records_dir(generation.number))
    return IndexPair(generation, lexical, vectors, embedder, records)


def drop_generation(settings: StoreSettings, store_id: str, generation: Generation) -> None:
    """Delete the files, and on a server the collection, of a generation that is closed and not in use."""
    number = generation.number
    if settings.chroma_url:
        drop_collection(settings, collection_name(store_id, generation.model_id, generation.dim, number))
    for folder in settings.generation_dirs(number):
        shutil.rmtree(folder, ignore_errors=True)
