"""A second look at the best of the fused ranking: a linear model over a few features of question and passage."""

import math
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import numpy as np

from assistant.model import Query
from assistant.ports import InverseDocumentFrequency
from assistant.retrieval.features import FEATURE_NAMES, Asked, features
from assistant.retrieval.fusion import FusedChunk
from assistant.retrieval.matched_words import Floats, question_terms
from assistant.retrieval.reranker_weights import LARGE_STORE, RERANKER_WEIGHTS, SMALL_STORE
from vectorstore.cut_passages import Record, side_by_side
from vectorstore.passage_cutter import PassageCutter
from vectorstore.store import Store

RERANK_DEPTH = 25
"""Candidates looked at again; what comes after them keeps its place. Cross-validated nDCG@10 of 30, 25, 20: .9704 each
(XQuAD-vi alone), .9197, .9198, .9180 (among 207,000), .8366, .8351, .8348 (ALQAC among them); R@10 falls only at 20.
"""


class Reranker(Protocol):
    """Orders candidates anew. Implementations: FeatureReranker, CrossEncoderReranker."""

    def rerank(self, query: Query, candidates: Sequence[FusedChunk]) -> list[FusedChunk]:
        """The same candidates, best first; one whose document was removed meanwhile may be left out."""

    def prepare(self, query: Query) -> None:
        """Do what needs no candidates, while others are still looking for them; ``rerank`` comes next."""


class FeatureReranker:
    """The bundled second stage: a few milliseconds, numpy only."""

    def __init__(
        self,
        cutter: PassageCutter,
        records: Callable[[Sequence[str]], list[Record]],
        idf: InverseDocumentFrequency,
        passages_held: Callable[[], int],
        weights: Mapping[str, tuple[float, float]] = RERANKER_WEIGHTS,
    ) -> None:
        """``records`` and ``passages_held`` are the store's; ``weights``: per feature in a small and in a large one."""
        self._cutter = cutter
        self._records = records
        self._idf = idf
        self._held = passages_held
        self._weights = np.array([weights[name] for name in FEATURE_NAMES])
        self._prepared = threading.local()

    def prepare(self, query: Query) -> None:
        """Read the question; kept for this thread until its ``rerank``."""
        self._prepared.asked = query, asked_of(query, self._idf, self._cutter)

    def rerank(self, query: Query, candidates: Sequence[FusedChunk]) -> list[FusedChunk]:
        """The same candidates by the weighted sum of their features; equal ones stay in order."""
        found = zip(candidates, self._records([one.chunk_id for one in candidates]), strict=True)
        known = [(one, record) for one, record in found if len(record)]
        if not known:
            return []
        chunks, records = [one for one, _ in known], [record for _, record in known]
        measured = features(self._asked(query), chunks, side_by_side(records), self._cutter)
        scores = measured @ at_size(self._weights, self._held())
        return in_order(chunks, scores.tolist())

    def _asked(self, query: Query) -> Asked:
        known, asked = getattr(self._prepared, "asked", (None, None))
        return asked if known is query and asked is not None else asked_of(query, self._idf, self._cutter)


def bundled_reranker(store: Store) -> FeatureReranker | None:
    """The second stage of a store; it was fitted with the bundled embedder: None with any other."""
    cutter = store.cutter
    return FeatureReranker(cutter, store.records, store.idf, store.passages_held) if cutter is not None else None


def measure(
    query: Query,
    candidates: Sequence[FusedChunk],
    records: Sequence[Record],
    idf: InverseDocumentFrequency,
    cutter: PassageCutter,
) -> Floats:
    """The features of at least one candidate, (candidates, FEATURE_NAMES); ``records`` are theirs, none empty."""
    return features(asked_of(query, idf, cutter), candidates, side_by_side(records), cutter)


def asked_of(query: Query, idf: InverseDocumentFrequency, cutter: PassageCutter) -> Asked:
    """A question as candidates are compared with it."""
    text = question_text(query)
    tokens = cutter.tokens(text)
    return Asked(question_terms(text, query.content, idf), cutter.vector(tokens), np.unique(tokens))


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
    ordered = zip((candidates[at] for at in order), places, strict=True)
    # a third of the time that dataclasses.replace takes
    return [
        FusedChunk(one.chunk_id, score, one.lexical_rank, one.dense_rank, one.lexical_score, one.dense_score)
        for one, score in ordered
    ]
