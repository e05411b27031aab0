"""Convex fusion of a lexical and a dense ranking."""

from collections.abc import Sequence
from dataclasses import dataclass

from vectorstore.hits import ScoredChunk

_LAST = float("inf")
_ABSENT = (_LAST, 0.0)
"""Rank and score in a leg that did not return the chunk."""


@dataclass(frozen=True, slots=True)
class FusedChunk:
    """A chunk in the fused ranking; a rank is 1-based, None where that leg did not return the chunk."""

    chunk_id: str
    score: float
    lexical_rank: int | None
    dense_rank: int | None
    lexical_score: float
    dense_score: float


def convex(
    lexical: Sequence[ScoredChunk], dense: Sequence[ScoredChunk], dense_weight: float, most: int | None = None
) -> list[FusedChunk]:
    """Fuse two ranked lists: (1 - w) · lexical/max + w · dense/max, best first, ``most`` of them if given.

    Each leg is divided by its own best score, so that BM25 (unbounded) and cosine meet in [0, 1]; a chunk that a leg
    did not return gets 0 from it, and so does a score below 0. Equal scores are ordered by lexical rank, dense rank,
    chunk id: the result depends on nothing else. Bruch, Gai, Ingber: An Analysis of Fusion Functions for Hybrid
    Retrieval, ACM TOIS 2023.

    :raises ValueError: ``dense_weight`` is outside [0, 1].
    """
    if not 0.0 <= dense_weight <= 1.0:
        raise ValueError(f"dense_weight must be in [0, 1], got {dense_weight}")
    lexical_at, dense_at = _places(lexical), _places(dense)
    lexical_top, dense_top = _top(lexical), _top(dense)
    lexical_weight = 1 - dense_weight
    rows = []
    for chunk_id in dict.fromkeys((*lexical_at, *dense_at)):
        lexical_rank, lexical_score = lexical_at.get(chunk_id, _ABSENT)
        dense_rank, dense_score = dense_at.get(chunk_id, _ABSENT)
        score = lexical_weight * lexical_score / lexical_top if lexical_score > 0 else 0.0
        if dense_score > 0:
            score += dense_weight * dense_score / dense_top
        rows.append((-score, lexical_rank, dense_rank, chunk_id, lexical_score, dense_score))
    # no two have the same id, so what stands behind it is never compared
    rows.sort()
    return [
        FusedChunk(chunk_id, -score, _rank(lexical_rank), _rank(dense_rank), lexical_score, dense_score)
        for score, lexical_rank, dense_rank, chunk_id, lexical_score, dense_score in rows[:most]
    ]


def _places(leg: Sequence[ScoredChunk]) -> dict[str, tuple[float, float]]:
    return {scored.chunk_id: (rank, scored.score) for rank, scored in enumerate(leg, 1)}


def _top(leg: Sequence[ScoredChunk]) -> float:
    """The best score of a leg; 1 where nothing is above 0, so that nothing is divided by it."""
    best = max((scored.score for scored in leg), default=0.0)
    return best if best > 0 else 1.0


def _rank(place: float) -> int | None:
    return None if place == _LAST else int(place)
