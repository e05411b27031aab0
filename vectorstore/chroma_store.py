"""Vectors in Chroma, embedded or on a server; with ``chroma_client`` the only chromadb code."""

import hashlib
import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from chromadb.api import ClientAPI
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.errors import ChromaError

from vectorstore.chroma_client import close_client, connect_embedded, connect_server, patiently
from vectorstore.disk import disk_full_as_error
from vectorstore.embedding_models import EmbeddingModel
from vectorstore.errors import IndexDamagedError
from vectorstore.hits import ScoredChunk
from vectorstore.protocols import Vectors
from vectorstore.settings import StoreSettings
from vectorstore.vector_mirror import VectorMirror

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")

BATCH_ROWS = 2_000
"""Chroma refuses more than 5,461 rows, its server more than 40 MiB, SQLite more than 32,766 ids."""
_UPSERT_ROWS = 500
"""Embedded Chroma holds the interpreter lock for a whole upsert: 2,000 rows stop every other thread for a second."""
_HNSW: CreateHNSWConfiguration = {"space": "cosine", "max_neighbors": 8, "ef_construction": 16, "ef_search": 800}
"""On 20,000 real passages x 512: recall@10 .949 at .29 ms of processor time a row, .19 of it not the graph's; with
(16, 40) .988 at .53 ms, (8, 8) .813 at .27 ms. The graph answers only above ``scan_floats``, where our own scan needs
a tenth of a second; the time is paid for every passage taken in.

ef_search counts from the creation of the collection; ``modify`` had no effect in 1.5.9.
"""


def collection_name(store_id: str, model_id: str, dim: int, generation: int) -> str:
    """Name of the collection: whose it is, for which model and which generation."""
    digest = hashlib.sha256(f"{model_id}:{dim}".encode()).hexdigest()
    return f"troly-{store_id}-{digest[:12]}-{generation:06d}"


@dataclass(frozen=True, slots=True)
class StoredVectors:
    """A batch of rows as Chroma holds them."""

    chunk_ids: list[str]
    document_ids: list[str]
    vectors: Vectors


class ChromaStore:
    """A VectorStore over one collection. Ids are 16 hex digits.

    Chroma keeps the vectors; the mirror, a cache of them, answers exactly whatever is filtered (Chroma takes 90 to
    500 ms for that at 200,000) or small enough to scan. Chroma's graph answers the rest.
    """

    def __init__(
        self, client: ClientAPI, name: str, model: EmbeddingModel, mirror_dir: Path, settings: StoreSettings
    ) -> None:
        """Open or create the collection, and bring the mirror in step with it.

        :raises IndexDamagedError: the embedded collection cannot be read.
        :raises VectorServerError: the server does not answer.
        """
        self._client = client
        self._name = name
        self.settings = settings
        self._collection = self._call(
            lambda: client.get_or_create_collection(
                name,
                embedding_function=None,
                configuration={"hnsw": _HNSW},
                metadata={"model_id": model.model_id, "dim": model.dim},
            )
        )
        self._mirror = VectorMirror(mirror_dir, model.dim)
        if self._mirror.count() != self.count():
            self._refill_mirror()

    def upsert(self, chunk_ids: Sequence[str], document_ids: Sequence[str], vectors: Vectors) -> None:
        """Insert or replace; twice is the same as once.

        :raises DiskFullError: no space.
        :raises VectorServerError: the server stayed away; rows of earlier batches may be there.
        """
        for part in _parts(len(chunk_ids), _UPSERT_ROWS):
            ids, rows = list(chunk_ids[part]), vectors[part]
            metadatas = [{"document_id": document_id} for document_id in document_ids[part]]
            self._call(
                lambda ids=ids, rows=rows, metadatas=metadatas: self._collection.upsert(  # type: ignore[misc]
                    ids=ids, embeddings=rows, metadatas=metadatas
                )
            )
        self._mirror.upsert(chunk_ids, document_ids, vectors)

    def delete(self, chunk_ids: Sequence[str]) -> None:
        """Remove; ids that are not there are ignored."""
        for part in _parts(len(chunk_ids), BATCH_ROWS):
            ids = list(chunk_ids[part])
            self._call(lambda ids=ids: self._collection.delete(ids=ids))  # type: ignore[misc]
            self._mirror.delete(ids)

    def query(self, vector: Vectors, k: int, document_ids: Collection[str] | None = None) -> list[ScoredChunk]:
        """The k nearest to ``vector`` (float32, (dim,)) by cosine; exact when filtered or up to 50,000."""
        held = self._mirror.count()
        if document_ids is not None or held * vector.size <= self.settings.scan_floats:
            return self._mirror.search(vector, k, document_ids)
        k = min(k, held)
        if k <= 0:
            return []
        rows = vector.reshape(1, -1)
        found = self._call(lambda: self._collection.query(query_embeddings=rows, n_results=k, include=["distances"]))
        distances = found["distances"] or [[]]
        hits = [ScoredChunk(one, 1.0 - float(far)) for one, far in zip(found["ids"][0], distances[0], strict=True)]
        return sorted(hits, key=lambda hit: (-hit.score, hit.chunk_id))

    def ids(self) -> set[str]:
        """Every chunk id held: about 1 s at 200,000."""
        found: set[str] = set()
        for page in self._pages([]):
            found.update(page["ids"])
        return found

    def count(self) -> int:
        """How many vectors are held."""
        return int(self._call(self._collection.count))

    def mirror_count(self) -> int:
        """How many vectors the mirror holds; equal to ``count`` in a healthy store."""
        return self._mirror.count()

    def rows(self) -> Iterator[StoredVectors]:
        """Every row Chroma holds, in batches."""
        for page in self._pages(["embeddings", "metadatas"]):
            documents = [str(metadata["document_id"]) for metadata in page["metadatas"]]
            yield StoredVectors(list(page["ids"]), documents, np.asarray(page["embeddings"], dtype=np.float32))

    def mirror_differences(self, rows: StoredVectors) -> list[str]:
        """Chunks of which the mirror holds nothing, or something else than Chroma."""
        return self._mirror.differing(rows.chunk_ids, rows.document_ids, rows.vectors)

    def mirror_miscoded(self) -> int:
        """Rows of the mirror whose codes are not those of their vectors."""
        return self._mirror.miscoded()

    def close(self) -> None:
        """Release the files and the client."""
        self._mirror.close()
        close_client(self._client)

    def _refill_mirror(self) -> None:
        logger.info("rebuilding the vector mirror of %s", self._name)
        self._mirror.clear()
        for rows in self.rows():
            self._mirror.upsert(rows.chunk_ids, rows.document_ids, rows.vectors)

    def _pages(self, include: list[Any]) -> Iterator[Any]:
        """The collection in pages; get() of more than 32,766 rows is refused."""
        offset = 0
        while True:
            page = self._call(
                lambda offset=offset: self._collection.get(include=include, limit=BATCH_ROWS, offset=offset)  # type: ignore[misc]
            )
            if not page["ids"]:
                return
            yield page
            offset += len(page["ids"])

    def _call(self, call: Callable[[], Answer]) -> Answer:
        """Run a chromadb call; a server's is retried, an embedded one's failure is damage or a full disk."""
        url = self.settings.chroma_url
        if url:
            return patiently(call, url, self.settings.server_retry_delays_s)
        with disk_full_as_error(self.settings.data_dir):
            try:
                return call()
            except ChromaError as error:
                raise IndexDamagedError(index=self._name, problem=str(error)) from error


def open_chroma(settings: StoreSettings, store_id: str, model: EmbeddingModel, generation: int) -> ChromaStore:
    """The vectors of one index generation, embedded or on the server, as the settings say.

    :raises IndexDamagedError: the embedded folder cannot be opened.
    :raises VectorServerError: the server does not answer.
    """
    if settings.chroma_url:
        client = connect_server(settings.chroma_url, settings.server_retry_delays_s)
    else:
        client = connect_embedded(settings.chroma_dir(generation))
    name = collection_name(store_id, model.model_id, model.dim, generation)
    return ChromaStore(client, name, model, settings.mirror_dir(generation), settings)


def drop_collection(settings: StoreSettings, name: str) -> None:
    """Delete a collection of the server for good; one that is gone already is ignored.

    :raises VectorServerError: the server does not answer.
    """
    url, delays_s = settings.chroma_url or "", settings.server_retry_delays_s
    client = connect_server(url, delays_s)
    try:
        if name in {found.name for found in patiently(client.list_collections, url, delays_s)}:
            patiently(lambda: client.delete_collection(name), url, delays_s)
    finally:
        close_client(client)


def _parts(total: int, rows: int) -> Iterator[slice]:
    return (slice(start, start + rows) for start in range(0, total, rows))
