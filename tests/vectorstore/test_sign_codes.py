import numpy as np
import pytest
from numpy.typing import NDArray

from tests.vectorstore.test_int8_codes import around_topics
from vectorstore import int8_codes
from vectorstore.int8_codes import coded, differing_signs
from vectorstore.sign_codes import likely_nearest

VECTORS = around_topics(12_000, 128, 2.0, 1)
CODED = coded(VECTORS)


def found_share(wanted: NDArray[np.bool_], k: int = 50) -> float:
    shares = []
    for row in range(20):
        products = np.where(wanted, VECTORS @ VECTORS[row], -np.inf)
        nearest = set(np.argsort(-products)[:k].tolist())
        shares.append(len(nearest & set(likely_nearest(CODED, VECTORS[row], k, wanted).tolist())) / k)
    return float(np.mean(shares))


def test_nearly_all_of_the_nearest_are_found() -> None:
    assert found_share(np.ones(len(VECTORS), dtype=np.bool_)) > 0.9


def test_only_wanted_rows_are_found() -> None:
    wanted = np.random.default_rng(2).random(len(VECTORS)) < 0.5
    assert wanted[likely_nearest(CODED, VECTORS[3], 20, wanted)].all()
    assert found_share(wanted) > 0.9


def test_few_rows_are_searched_exactly() -> None:
    rows = np.arange(500)
    wanted = np.ones(500, dtype=np.bool_)
    found = likely_nearest(coded(VECTORS[rows]), VECTORS[7], 30, wanted)
    assert set(np.argsort(-(VECTORS[:500] @ VECTORS[7]))[:30].tolist()) <= set(found.tolist())


def test_numpy_gives_the_same_rows_where_simsimd_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = np.ones(len(VECTORS), dtype=np.bool_)
    with_it = differing_signs(np.packbits(VECTORS[5] >= 0), CODED.signs)
    monkeypatch.setattr(int8_codes, "simsimd", None)
    np.testing.assert_array_equal(differing_signs(np.packbits(VECTORS[5] >= 0), CODED.signs), with_it)
    assert 5 in likely_nearest(CODED, VECTORS[5], 10, wanted)
