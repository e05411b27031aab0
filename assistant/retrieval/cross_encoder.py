"""Any sentence-transformers cross-encoder as the second stage; torch is imported on use, the network never used."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from assistant.errors import RerankerUnavailableError
from assistant.model import Query
from assistant.retrieval.fusion import FusedChunk
from assistant.retrieval.reranking import in_order, question_text
from vectorstore.hits import Passage
from vectorstore.transformer_embedder import looks_like_path, offline

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

_BATCH = 16
PassagesById: TypeAlias = Callable[[Sequence[str]], Mapping[str, Passage]]


class CrossEncoderReranker:
    """Reads question and passage together: slow without a GPU, and as good as its model."""

    def __init__(self, encoder: CrossEncoder, passages: PassagesById) -> None:
        """``passages`` of a store."""
        self._encoder = encoder
        self._passages = passages

    def rerank(self, query: Query, candidates: Sequence[FusedChunk]) -> list[FusedChunk]:
        """The same candidates by the model's score; equal ones stay in order."""
        passages = self._passages([one.chunk_id for one in candidates])
        alive = [one for one in candidates if one.chunk_id in passages]
        if not alive:
            return []
        pairs = [(question_text(query), _text(passages[one.chunk_id])) for one in alive]
        scores = self._encoder.predict(pairs, batch_size=_BATCH, show_progress_bar=False, convert_to_numpy=True)
        return in_order(alive, np.asarray(scores, dtype=np.float64).tolist())

    def prepare(self, query: Query) -> None:
        """Nothing: question and passage are read together."""


def open_cross_encoder(name: str, passages: PassagesById) -> CrossEncoderReranker:
    """Load a folder or an id in the local Hugging Face cache, never the network.

    :raises RerankerUnavailableError: not on this machine, damaged, or not a model that gives one score for a pair.
    """
    if looks_like_path(name) and not Path(name).is_dir():
        raise RerankerUnavailableError(model=name, problem="no such folder")
    with offline():
        encoder = _load(name)
    if encoder.num_labels != 1:
        raise RerankerUnavailableError(model=name, problem=f"gives {encoder.num_labels} scores for a pair, not one")
    return CrossEncoderReranker(encoder, passages)


def _load(name: str) -> CrossEncoder:
    from sentence_transformers import CrossEncoder  # noqa: PLC0415  slow to import

    try:
        encoder: CrossEncoder = CrossEncoder(name, local_files_only=True)
    # foreign code behind one door: transformers, safetensors, tokenizers and json each raise their own kinds
    except Exception as error:
        raise RerankerUnavailableError(model=name, problem=f"{type(error).__name__}: {error}") from error
    return encoder


def _text(passage: Passage) -> str:
    return f"{passage.title}\n{passage.text}" if passage.title else passage.text
