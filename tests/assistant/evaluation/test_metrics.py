"""Metrics against independent implementations and cases done by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.metrics import mrr_at_k, ndcg_at_k, recall_at_k

rankings = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=10)
relevants = st.sets(st.sampled_from("abcdefghijkl"), min_size=1)


def oracle_ndcg(ranking: list[str], relevant: set[str], k: int) -> float:
    """The textbook sum over numpy arrays, written without looking at the code under test."""
    gains = np.array([item in relevant for item in ranking[:k]], dtype=float)
    ideal = np.ones(min(k, len(relevant)))
    dcg = float((gains / np.log2(np.arange(2, gains.size + 2))).sum())
    return dcg / float((ideal / np.log2(np.arange(2, ideal.size + 2))).sum())


def test_ndcg_of_second_place_is_one_over_log_three() -> None:
    assert ndcg_at_k(["x", "a"], {"a"}, 10) == pytest.approx(1 / math.log2(3))


def test_recall_counts_only_the_first_k() -> None:
    assert recall_at_k(["a", "x", "b"], {"a", "b"}, 2) == 0.5


def test_mrr_is_zero_beyond_k() -> None:
    assert mrr_at_k(["x", "y", "a"], {"a"}, 2) == 0.0
    assert mrr_at_k(["x", "y", "a"], {"a"}, 3) == pytest.approx(1 / 3)


def test_repeated_id_gains_once() -> None:
    assert ndcg_at_k(["a", "a"], {"a"}, 10) == 1.0


@given(rankings, relevants, st.integers(1, 12))
def test_ndcg_agrees_with_the_oracle(ranking: list[str], relevant: set[str], k: int) -> None:
    assert ndcg_at_k(ranking, relevant, k) == pytest.approx(oracle_ndcg(ranking, relevant, k))


@given(rankings, relevants, st.integers(1, 12))
def test_recall_grows_with_k_and_reaches_what_is_there(ranking: list[str], relevant: set[str], k: int) -> None:
    assert recall_at_k(ranking, relevant, k) <= recall_at_k(ranking, relevant, k + 1)
    assert recall_at_k(ranking, relevant, 10) == len(relevant & set(ranking)) / len(relevant)


@pytest.mark.parametrize("metric", [recall_at_k, mrr_at_k, ndcg_at_k])
def test_nothing_relevant_is_an_error(metric: object) -> None:
    with pytest.raises(ValueError, match="at least one relevant"):
        metric(["a"], set(), 10)  # type: ignore[operator]
    with pytest.raises(ValueError, match="k must be"):
        metric(["a"], {"a"}, 0)  # type: ignore[operator]
