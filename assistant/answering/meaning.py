"""How near sentences are to a question in meaning, measured by an embedder."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

import numpy as np

from assistant.ports import Likeness
from vectorstore.protocols import Vectors

_QUESTIONS = 64
"""Whose vectors are remembered."""


class TextVectors(Protocol):
    """An embedder fast enough for every sentence of the evidence (StaticEmbedder)."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dim), L2-normalised."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Likewise, of questions."""


def likeness_by(embedder: TextVectors) -> Likeness:
    """Cosines of the embedder's vectors."""

    # the same question is compared with the sentences, and with the clauses of the best
    @lru_cache(maxsize=_QUESTIONS)
    def asked_by(question: str) -> Vectors:
        vector: Vectors = embedder.embed_queries([question])[0]
        return vector

    def likeness(question: str, texts: Sequence[str]) -> list[float]:
        if not texts:
            return []
        asked = asked_by(question)
        # einsum and not BLAS, whose second thread costs a time slice of 100 ms on a busy machine
        cosines: list[float] = np.einsum("nd,d->n", embedder.embed_passages(texts), asked).tolist()
        return cosines

    return likeness
