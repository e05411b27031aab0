"""The two roles that have more than one implementation."""

from collections.abc import Collection, Sequence
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vectorstore.embedding_models import EmbeddingModel
from vectorstore.hits import ScoredChunk

Vectors: TypeAlias = NDArray[np.float32]
"""float32, (n, dim), rows L2-normalised."""


class Embedder(Protocol):
    """Turns text into vectors. Implementations: StaticEmbedder (no torch), TransformerEmbedder."""

    @property
    def model(self) -> EmbeddingModel:
        """Identity and properties of the model, stored with every index built from it."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """Vectors of passages, one row per text, in order."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of queries (prefix or prompt applied where the model wants one)."""


class VectorStore(Protocol):
    """Nearest neighbours by cosine. Implementations: Chroma in the process, Chroma as a server."""

    def upsert(self, chunk_ids: Sequence[str], document_ids: Sequence[str], vectors: Vectors) -> None:
        """Insert or replace; twice is the same as once."""

    def delete(self, chunk_ids: Sequence[str]) -> None:
        """Remove; ids that are not there are ignored."""

    def query(self, vector: Vectors, k: int, document_ids: Collection[str] | None = None) -> list[ScoredChunk]:
        """The k nearest to ``vector`` (float32, (dim,)), score = cosine; only chunks of ``document_ids`` if given.

        Exact when filtered.
        """

    def ids(self) -> set[str]:
        """Every chunk id held."""

    def count(self) -> int:
        """How many vectors are held."""
