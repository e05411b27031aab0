"""Convex fusion against a hand-computed oracle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.fusion import convex
from vectorstore.hits import ScoredChunk

LEXICAL = [ScoredChunk("a", 10.0), ScoredChunk("b", 5.0), ScoredChunk("c", 1.0)]
DENSE = [ScoredChunk("c", 0.8), ScoredChunk("a", 0.4), ScoredChunk("d", 0.2)]

# a score next to nothing loses itself when it is scaled
scores_of_a_leg = st.floats(-1, 50).map(lambda score: score if abs(score) > 1e-9 else 0.0)
legs = st.dictionaries(st.sampled_from("abcdefgh"), scores_of_a_leg, max_size=8).map(
    lambda scores: [ScoredChunk(key, score) for key, score in sorted(scores.items(), key=lambda item: -item[1])]
)


def test_fused_scores_equal_those_computed_by_hand() -> None:
    fused = {one.chunk_id: one.score for one in convex(LEXICAL, DENSE, 0.2)}
    assert fused["a"] == pytest.approx(0.8 * 1.0 + 0.2 * 0.5)
    assert fused["b"] == pytest.approx(0.8 * 0.5)
    assert fused["c"] == pytest.approx(0.8 * 0.1 + 0.2 * 1.0)
    assert fused["d"] == pytest.approx(0.2 * 0.25)


def test_ranks_of_both_legs_travel_with_a_chunk() -> None:
    fused = {one.chunk_id: (one.lexical_rank, one.dense_rank) for one in convex(LEXICAL, DENSE, 0.2)}
    assert fused == {"a": (1, 2), "b": (2, None), "c": (3, 1), "d": (None, 3)}


def test_equal_scores_are_ordered_by_lexical_rank_then_id() -> None:
    tied = [ScoredChunk("z", 2.0), ScoredChunk("y", 2.0)]
    assert [one.chunk_id for one in convex(tied, [], 0.2)] == ["z", "y"]
    assert [one.chunk_id for one in convex([], [ScoredChunk("q", 0.0), ScoredChunk("p", 0.0)], 0.5)] == ["q", "p"]


@pytest.mark.parametrize(("weight", "order"), [(0.0, ["a", "b", "c", "d"]), (1.0, ["c", "a", "d", "b"])])
def test_weight_at_an_end_gives_the_order_of_one_leg(weight: float, order: list[str]) -> None:
    assert [one.chunk_id for one in convex(LEXICAL, DENSE, weight)] == order


def test_weight_outside_its_range_is_refused() -> None:
    with pytest.raises(ValueError, match="dense_weight"):
        convex(LEXICAL, DENSE, 1.5)


@given(legs, legs, st.floats(0, 1))
def test_every_chunk_appears_once_best_first_within_zero_and_one(
    lexical: list[ScoredChunk], dense: list[ScoredChunk], weight: float
) -> None:
    fused = convex(lexical, dense, weight)
    scores = [one.score for one in fused]
    assert sorted(one.chunk_id for one in fused) == sorted({one.chunk_id for one in (*lexical, *dense)})
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 + 1e-9 for score in scores)


@given(legs, legs, st.floats(0.1, 100), st.floats(0, 1))
def test_scaling_a_leg_changes_nothing(
    lexical: list[ScoredChunk], dense: list[ScoredChunk], factor: float, weight: float
) -> None:
    scaled = [ScoredChunk(one.chunk_id, one.score * factor) for one in lexical]
    before = {one.chunk_id: one.score for one in convex(lexical, dense, weight)}
    after = {one.chunk_id: one.score for one in convex(scaled, dense, weight)}
    assert after == pytest.approx(before)
