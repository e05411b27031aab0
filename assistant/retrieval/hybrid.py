"""Hybrid retrieval: BM25 over folded terms and cosine over vectors, fused convexly."""

import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from enum import StrEnum
from typing import TypeVar

from assistant.model import Hit, Query, SearchResult
from assistant.retrieval.fusion import FusedChunk, convex
from assistant.retrieval.reranking import RERANK_DEPTH, Reranker
from vectorstore.hits import Filters, Passage, ScoredChunk
from vectorstore.store import Store
from vectorstore.terms import terms

LEG_DEPTH = 100
"""Entries taken from each leg; the fusion weights were measured with it."""
_LARGE = 20_000
"""Passages from which on a leg takes longer than starting a thread."""
_ASIDE = 8
"""Questions whose second leg runs at the same time: more than cores only wait for each other."""
_Result = TypeVar("_Result")


class Legs(StrEnum):
    """Which indexes are asked; one alone only to measure it."""

    FUSED = "fused"
    LEXICAL = "lexical"
    DENSE = "dense"


class HybridRetriever:
    """Finds passages in a store; implements ``Retriever``."""

    def __init__(self, store: Store, legs: Legs = Legs.FUSED, reranker: Reranker | None = None) -> None:
        """Without ``reranker`` the fused order is final; a single leg is never reordered."""
        self._store = store
        self._legs = legs
        self._reranker = reranker if legs is Legs.FUSED else None
        # kept from question to question: starting a thread takes a fifth of a millisecond
        self._aside = ThreadPoolExecutor(_ASIDE, thread_name_prefix="dense")

    def search(self, query: Query, top_k: int, filters: Filters | None = None) -> SearchResult:
        """At most ``top_k`` hits, best first; a question without words finds nothing."""
        timings: dict[str, float] = {}
        if not query.search_text:
            return SearchResult(query, (), timings)
        wanted = filters if filters is not None else query.filters
        within = _timed(timings, "filter", lambda: self._store.matching(wanted))
        depth = max(LEG_DEPTH, top_k)
        lexical, dense = self._both(query, depth, within, timings)
        wanted_at_most = max(RERANK_DEPTH if self._reranker else 0, 2 * top_k)
        first = _timed(timings, "fusion", lambda: convex(lexical, dense, self._dense_weight, wanted_at_most))
        reranker = self._reranker
        if reranker is not None:
            first = _timed(timings, "reranking", lambda: _reranked(reranker, query, first))
        passages = _timed(timings, "passages", lambda: self._alive(first, top_k))
        return SearchResult(query, _hits([one for one in first if one.chunk_id in passages][:top_k], passages), timings)

    def _alive(self, chunks: list[FusedChunk], top_k: int) -> dict[str, Passage]:
        """Passages of the first ``top_k`` chunks, and of the others if a document was removed after the legs."""
        wanted, others = chunks[:top_k], chunks[top_k:]
        passages = self._store.passages([chunk.chunk_id for chunk in wanted])
        if len(passages) < len(wanted) and others:
            passages |= self._store.passages([chunk.chunk_id for chunk in others])
        return passages

    def _both(
        self, query: Query, depth: int, within: Collection[str] | None, timings: dict[str, float]
    ) -> tuple[list[ScoredChunk], list[ScoredChunk]]:
        """Both legs; in a large store at the same time, for each leaves the interpreter free."""

        def dense() -> list[ScoredChunk]:
            return _timed(timings, "dense", lambda: self._dense(query, depth, within))

        def lexical() -> list[ScoredChunk]:
            return _timed(timings, "lexical", lambda: self._lexical(query, depth, within))

        if self._store.passages_held() < _LARGE:
            return lexical(), dense()
        beside = self._aside.submit(dense)
        try:
            first = lexical()
            if self._reranker is not None:
                self._reranker.prepare(query)
        finally:
            # nothing of a question goes on behind its back, whatever became of the other leg
            wait((beside,))
        return first, beside.result()

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


def _reranked(reranker: Reranker, query: Query, fused: list[FusedChunk]) -> list[FusedChunk]:
    return [*reranker.rerank(query, fused[:RERANK_DEPTH]), *fused[RERANK_DEPTH:]]


def _hits(chunks: list[FusedChunk], passages: Mapping[str, Passage]) -> tuple[Hit, ...]:
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
        for rank, chunk in enumerate(chunks, 1)
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
