"""Retrieval metrics of one ranking against its relevant ids; binary relevance."""

import math
from collections.abc import Collection, Sequence


def recall_at_k(ranking: Sequence[str], relevant: Collection[str], k: int) -> float:
    """|relevant ∩ first k| / |relevant|. Manning, Raghavan, Schütze: Introduction to Information Retrieval, 8.4.

    :raises ValueError: nothing is relevant, or k < 1.
    """
    _check(relevant, k)
    return len(set(relevant) & set(ranking[:k])) / len(set(relevant))


def mrr_at_k(ranking: Sequence[str], relevant: Collection[str], k: int) -> float:
    """1 / rank of the first relevant id within k, else 0. Voorhees: TREC-8 Question Answering Track Report.

    :raises ValueError: nothing is relevant, or k < 1.
    """
    _check(relevant, k)
    return next((1 / rank for rank, item in enumerate(ranking[:k], 1) if item in relevant), 0.0)


def ndcg_at_k(ranking: Sequence[str], relevant: Collection[str], k: int) -> float:
    """DCG / ideal DCG with gain 1 and discount 1 / log2(rank + 1). Järvelin, Kekäläinen: TOIS 20(4), 2002.

    An id that appears twice gains once.

    :raises ValueError: nothing is relevant, or k < 1.
    """
    _check(relevant, k)
    seen: set[str] = set()
    gained = 0.0
    for rank, item in enumerate(ranking[:k], 1):
        if item in relevant and item not in seen:
            gained += 1 / math.log2(rank + 1)
        seen.add(item)
    return gained / sum(1 / math.log2(rank + 1) for rank in range(1, min(k, len(set(relevant))) + 1))


def _check(relevant: Collection[str], k: int) -> None:
    if not relevant:
        raise ValueError("a metric needs at least one relevant id")
    if k < 1:
        raise ValueError(f"k must be at least 1, got {k}")
