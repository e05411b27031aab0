"""A second look at the best of the fused ranking: a linear model over a few features of question and passage."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np

from assistant.model import Query
from assistant.ports import InverseDocumentFrequency
from assistant.retrieval.features import FEATURE_NAMES, Asked, features
from assistant.retrieval.fusion import FusedChunk
from assistant.retrieval.matched_words import Floats, question_terms
from assistant.retrieval.reranker_weights import LARGE_STORE, RERANKER_WEIGHTS, SMALL_STORE
from vectorstore.hits import Passage
from vectorstore.protocols import Vectors
from vectorstore.static_embedder import StaticEmbedder
from vectorstore.store import Store
from vectorstore.word_table import WordTable

RERANK_DEPTH = 30
"""Candidates looked at again; what comes after them keeps its place. Looking at 50 costs two thirds more and adds .0004
nDCG@10 at most, looking at 20 loses .004 among 35,000 passages.
"""


class Reranker(Protocol):
    """Orders candidates anew. Implementations: FeatureReranker, CrossEncoderReranker."""

    def rerank(self, query: Query, candidates: Sequence[FusedChunk], passages: Sequence[Passage]) -> list[FusedChunk]:
        """The same candidates, best first; ``passages`` are theirs, in the same order."""


class StaticWords(Protocol):
    """An embedder whose vector of a text is the sum of its words' (StaticEmbedder)."""

    def words(self) -> WordTable:
        """The vectors of single words."""

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """Vectors of queries."""


class FeatureReranker:
    """The bundled second stage: a few milliseconds, numpy only."""

    def __init__(
        self,
        embedder: StaticWords,
        idf: InverseDocumentFrequency,
        passages_held: Callable[[], int],
        weights: Mapping[str, tuple[float, float]] = RERANKER_WEIGHTS,
    ) -> None:
        """``passages_held`` tells the size of the store; ``weights``: per feature in a small and in a large one."""
        self._embedder = embedder
        self._idf = idf
        self._held = passages_held
        self._weights = np.array([weights[name] for name in FEATURE_NAMES])

    def rerank(self, query: Query, candidates: Sequence[FusedChunk], passages: Sequence[Passage]) -> list[FusedChunk]:
        """The same candidates by the weighted sum of their features; equal ones stay in order."""
        if not candidates:
            return []
        measured = measure(query, candidates, passages, self._idf, self._embedder)
        scores = measured @ at_size(self._weights, self._held())
        return in_order(candidates, scores.tolist())


def bundled_reranker(store: Store) -> FeatureReranker | None:
    """The second stage of a store; it was fitted with the bundled embedder: None with any other."""
    embedder = store.embedder
    return FeatureReranker(embedder, store.idf, store.passages_held) if isinstance(embedder, StaticEmbedder) else None


def measure(
    query: Query,
    candidates: Sequence[FusedChunk],
    passages: Sequence[Passage],
    idf: InverseDocumentFrequency,
    embedder: StaticWords,
) -> Floats:
    """The features of at least one candidate, (candidates, FEATURE_NAMES)."""
    text = question_text(query)
    asked = Asked(question_terms(text, query.content, idf), embedder.embed_queries([text])[0])
    return features(asked, candidates, passages, embedder.words())


def at_size(weights: Floats, passages: int) -> Floats:
    """Weights for a store of so many passages, between those of a small and of a large one by the logarithm.

    The rarer a hit by chance, the less a word says: what counts in hundreds of passages misleads in 200,000.
    """
    smallest, largest = math.log(SMALL_STORE), math.log(LARGE_STORE)
    share = (math.log(max(passages, 1)) - smallest) / (largest - smallest)
    share = min(max(share, 0.0), 1.0)
    return (1 - share) * weights[:, 0] + share * weights[:, 1]


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
