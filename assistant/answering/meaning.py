"""How near sentences are to a question in meaning, measured by an embedder."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from assistant.ports import Likeness
from vectorstore.protocols import Vectors


class TextVectors(Protocol):
    """An embedder fast enough for every sentence of the evidence (StaticEmbedder)."""

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dim), L2-normalised."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Likewise, of questions."""


def likeness_by(embedder: TextVectors) -> Likeness:
    """Cosines of the embedder's vectors."""

    def likeness(question: str, texts: Sequence[str]) -> list[float]:
        if not texts:
            return []
        asked = embedder.embed_queries([question])[0]
        # einsum and not BLAS, whose second thread costs a time slice of 100 ms on a busy machine
        cosines: list[float] = np.einsum("nd,d->n", embedder.embed_passages(texts), asked).tolist()
        return cosines

    return likeness
