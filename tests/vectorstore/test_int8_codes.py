import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from numpy.typing import NDArray

from vectorstore import int8_codes
from vectorstore.int8_codes import coded, no_rows, possible_nearest
from vectorstore.protocols import Vectors


def around_topics(rows: int, dim: int, spread: float, seed: int) -> Vectors:
    """Unit vectors around a few topics; without spread many of them are equal."""
    random = np.random.default_rng(seed)
    topics = random.standard_normal((5, dim))
    vectors = topics[random.integers(0, 5, rows)] + spread * random.standard_normal((rows, dim))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def true_nearest(vectors: Vectors, query: Vectors, k: int, wanted: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Rows whose product is above, or equal to, the k-th of the wanted ones."""
    products = np.where(wanted, vectors.astype(np.float64) @ query.astype(np.float64), -np.inf)
    floor = np.sort(products)[::-1][min(k, int(wanted.sum())) - 1]
    return np.flatnonzero(wanted & (products >= floor))


@given(
    rows=st.integers(1, 400),
    dim=st.integers(1, 80),
    spread=st.sampled_from([0.0, 0.01, 0.5, 10.0]),
    k=st.integers(1, 60),
    share=st.sampled_from([0.02, 0.1, 0.5, 1.0]),
    seed=st.integers(0, 10_000),
)
@example(rows=20_000, dim=16, spread=0.5, k=10, share=1.0, seed=1)
@example(rows=20_000, dim=16, spread=0.5, k=10, share=0.5, seed=1)
@example(rows=20_000, dim=16, spread=0.0, k=10, share=0.1, seed=1)
def test_none_of_the_true_nearest_is_left_out(
    rows: int, dim: int, spread: float, k: int, share: float, seed: int
) -> None:
    vectors, query = around_topics(rows, dim, spread, seed), around_topics(1, dim, 1.0, seed + 1)[0]
    wanted = np.random.default_rng(seed).random(rows) < share
    possible = possible_nearest(coded(vectors), query, k, wanted)
    assert wanted[possible].all()
    if wanted.any():
        assert set(true_nearest(vectors, query, k, wanted)) <= set(possible)


def test_few_rows_are_left_to_compare() -> None:
    vectors = around_topics(20_000, 256, 1.0, 1)
    assert len(possible_nearest(coded(vectors), vectors[5], 10, np.ones(20_000, dtype=np.bool_))) < 400


@given(dim=st.integers(1, 60), seed=st.integers(0, 1_000), exponent=st.integers(-6, 6))
def test_bounds_say_what_the_codes_miss(dim: int, seed: int, exponent: int) -> None:
    length = 10.0**exponent
    vectors = around_topics(20, dim, 1.0, seed) * np.float32(length)
    made = coded(vectors)
    near = made.codes * made.bounds[:, :1].astype(np.float64)
    assert np.linalg.norm(vectors - near, axis=1) == pytest.approx(made.bounds[:, 1], abs=1e-6 * length)
    assert np.linalg.norm(near, axis=1) == pytest.approx(made.bounds[:, 2], abs=1e-6 * length)


def test_zero_vectors_are_coded_without_error() -> None:
    made = coded(np.zeros((3, 8), dtype=np.float32))
    assert not made.codes.any()
    assert not made.bounds.any()
    assert len(possible_nearest(made, np.zeros(8, dtype=np.float32), 2, np.ones(3, dtype=np.bool_))) == 3


def test_no_rows_have_no_neighbours() -> None:
    assert len(possible_nearest(no_rows(8), np.ones(8, dtype=np.float32), 5, np.empty(0, dtype=np.bool_))) == 0


def test_numpy_gives_the_same_rows_where_simsimd_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = around_topics(9_000, 48, 0.7, 3)
    wanted = np.random.default_rng(3).random(9_000) < 0.6
    with_it = possible_nearest(coded(vectors), vectors[7], 20, wanted)
    monkeypatch.setattr(int8_codes, "simsimd", None)
    assert np.array_equal(possible_nearest(coded(vectors), vectors[7], 20, wanted), with_it)
