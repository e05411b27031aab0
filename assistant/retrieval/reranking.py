"""A second look at the best of the fused ranking: a linear model over a few features of question and passage."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from assistant.model import Query
from assistant.ports import InverseDocumentFrequency
from assistant.retrieval.features import FEATURE_NAMES, WordVectors, features
from assistant.retrieval.fusion import FusedChunk
from assistant.retrieval.reranker_weights import RERANKER_WEIGHTS
from vectorstore.hits import Passage
from vectorstore.protocols import Vectors

RERANK_DEPTH = 30
"""Candidates looked at again; what comes after them keeps its place. Looking at 50 costs two thirds more and adds .0004
nDCG@10 at most, looking at 20 loses .004 among 35,000 passages.
"""


class Reranker(Protocol):
    """Orders candidates anew. Implementations: FeatureReranker, CrossEncoderReranker."""

    def rerank(self, query: Query, candidates: Sequence[FusedChunk], passages: Sequence[Passage]) -> list[FusedChunk]:
        """The same candidates, best first; ``passages`` are theirs, in the same order."""


class StaticWords(WordVectors, Protocol):
    """An embedder that can tell what each word adds (StaticEmbedder)."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of queries."""


class FeatureReranker:
    """The bundled second stage: a few milliseconds, numpy only."""

    def __init__(
        self, embedder: StaticWords, idf: InverseDocumentFrequency, weights: Mapping[str, float] = RERANKER_WEIGHTS
    ) -> None:
        self._embedder = embedder
        self._idf = idf
        self._weights = np.array([weights[name] for name in FEATURE_NAMES])

    def rerank(self, query: Query, candidates: Sequence[FusedChunk], passages: Sequence[Passage]) -> list[FusedChunk]:
        """The same candidates by the weighted sum of their features; equal ones stay in order."""
        if not candidates:
            return []
        text = question_text(query)
        vector = self._embedder.embed_queries([text])[0]
        scores = features(text, candidates, passages, self._idf, self._embedder, vector) @ self._weights
        return in_order(candidates, scores.tolist())


def question_text(query: Query) -> str:
    """What candidates are compared with: the question with its spelling mended."""
    return query.dense_text or query.search_text


def in_order(candidates: Sequence[FusedChunk], scores: Sequence[float]) -> list[FusedChunk]:
    """Candidates by new scores. Each takes the fused score of the place it gets.

    So scores still fall from rank to rank and mean what the fusion's mean, whichever second stage is used.
    """
    order = sorted(range(len(candidates)), key=lambda at: -scores[at])
    places = sorted((one.score for one in candidates), reverse=True)
    return [replace(candidates[at], score=score) for at, score in zip(order, places, strict=True)]
