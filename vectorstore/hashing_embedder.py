"""An embedder without a model: signed hashing of terms; deterministic, for tests and as a last resort."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from vectorstore.embedding_models import EmbeddingModel
from vectorstore.protocols import Vectors
from vectorstore.terms import terms


@lru_cache(maxsize=65_536)
def _place(term: str, dim: int) -> tuple[int, float]:
    digest = hashlib.blake2b(term.encode(), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    return (number >> 1) % dim, 1.0 if number & 1 else -1.0


class HashingEmbedder:
    """Bag of hashed syllables and bigrams: texts that share words have a higher cosine."""

    def __init__(self, dim: int = 256) -> None:
        self._model = EmbeddingModel(model_id=f"hashing-{dim}", dim=dim, dense_weight=0.1, licence="Apache-2.0")

    @property
    def model(self) -> EmbeddingModel:
        """Identity: ``hashing-<dim>``."""
        return self._model

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """float32, (n, dim), L2-normalised; a text without words gets the first unit vector."""
        vectors = np.zeros((len(texts), self._model.dim), dtype=np.float32)
        for row, text in enumerate(texts):
            for term in terms(text):
                column, sign = _place(term, self._model.dim)
                vectors[row, column] += sign
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors[norms[:, 0] == 0.0, 0] = 1.0
        norms[norms == 0.0] = 1.0
        return np.asarray(vectors / norms, dtype=np.float32)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """The same as passages."""
        return self.embed_passages(texts)
