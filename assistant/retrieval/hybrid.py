"""Hybrid retrieval: BM25 over folded terms and cosine over vectors, fused convexly."""

import time
from collections import Counter
from collections.abc import Callable, Collection
from enum import StrEnum
from typing import TypeVar

from assistant.model import Hit, Query, SearchResult
from assistant.retrieval.fusion import FusedChunk, convex
from vectorstore.hits import Filters, ScoredChunk
from vectorstore.store import Store
from vectorstore.terms import terms

LEG_DEPTH = 100
"""Entries taken from each leg; the fusion weights were measured with it."""
_Result = TypeVar("_Result")


class Legs(StrEnum):
    """Which indexes are asked; one alone only to measure it."""

    FUSED = "fused"
    LEXICAL = "lexical"
    DENSE = "dense"


class HybridRetriever:
    """Finds passages in a store; implements ``Retriever``."""

    def __init__(self, store: Store, legs: Legs = Legs.FUSED) -> None:
        self._store = store
        self._legs = legs

    def search(self, query: Query, top_k: int, filters: Filters | None = None) -> SearchResult:
        """At most ``top_k`` hits, best first; a question without words finds nothing."""
        timings: dict[str, float] = {}
        if not query.search_text:
            return SearchResult(query, (), timings)
        wanted = filters if filters is not None else query.filters
        within = _timed(timings, "filter", lambda: self._store.matching(wanted))
        depth = max(LEG_DEPTH, top_k)
        lexical = _timed(timings, "lexical", lambda: self._lexical(query, depth, within))
        dense = _timed(timings, "dense", lambda: self._dense(query, depth, within))
        fused = _timed(timings, "fusion", lambda: convex(lexical, dense, self._dense_weight))
        hits = _timed(timings, "passages", lambda: self._hits(fused, top_k))
        return SearchResult(query, hits, timings)

    @property
    def _dense_weight(self) -> float:
        return {Legs.LEXICAL: 0.0, Legs.DENSE: 1.0}.get(self._legs, self._store.embedder.model.dense_weight)

    def _lexical(self, query: Query, depth: int, within: Collection[str] | None) -> list[ScoredChunk]:
        if self._legs is Legs.DENSE:
            return []
        return self._store.lexical(boosted_terms(query), depth, within)

    def _dense(self, query: Query, depth: int, within: Collection[str] | None) -> list[ScoredChunk]:
        if self._legs is Legs.LEXICAL:
            return []
        return self._store.dense(query.dense_text or query.search_text, depth, within)

    def _hits(self, fused: list[FusedChunk], top_k: int) -> tuple[Hit, ...]:
        """The best ``top_k`` that still exist: a document may be removed between the legs and the catalogue."""
        passages = self._store.passages([chunk.chunk_id for chunk in fused[: 2 * top_k]])
        alive = [chunk for chunk in fused if chunk.chunk_id in passages][:top_k]
        return tuple(
            Hit(
                rank,
                passages[chunk.chunk_id],
                chunk.score,
                chunk.lexical_rank,
                chunk.dense_rank,
                chunk.lexical_score,
                chunk.dense_score,
            )
            for rank, chunk in enumerate(alive, 1)
        )


def boosted_terms(query: Query) -> dict[str, float]:
    """Terms of the typed words, each counted as often as it was typed, then those that only expansions have."""
    typed = Counter(terms(query.search_text))
    boosts: dict[str, float] = dict(typed)
    for expansion in query.expansions:
        for term in terms(expansion.text):
            if term not in typed:
                boosts[term] = max(boosts.get(term, 0.0), expansion.weight)
    return boosts


def _timed(timings: dict[str, float], name: str, work: Callable[[], _Result]) -> _Result:
    started = time.perf_counter()
    result = work()
    timings[name] = (time.perf_counter() - started) * 1000
    return result
