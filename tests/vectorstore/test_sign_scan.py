from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore import vector_mirror
from vectorstore.protocols import Vectors
from vectorstore.sign_scan import nearest_rows, no_signs, signs_of
from vectorstore.vector_mirror import VectorMirror


def around_topics(rows: int, dim: int, seed: int = 7) -> Vectors:
    """Unit vectors around 40 topics, as texts are."""
    random = np.random.default_rng(seed)
    topics = random.standard_normal((40, dim))
    vectors = topics[random.integers(0, 40, rows)] + 0.8 * random.standard_normal((rows, dim))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def ids(count: int) -> list[str]:
    return [f"{number:016x}" for number in range(1, count + 1)]


@given(dim=st.integers(1, 200), rows=st.integers(1, 50), seed=st.integers(0, 1000))
def test_the_rows_kept_differ_from_the_query_in_the_fewest_signs(dim: int, rows: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    vectors = random.standard_normal((rows, dim)).astype(np.float32)
    vector = random.standard_normal(dim).astype(np.float32)
    among = random.random(rows) < 0.7
    differing = ((vectors > 0) != (vector > 0)).sum(axis=1)
    kept = nearest_rows(signs_of(vectors), vector, 5, among)
    assert among[kept].all()
    assert len(kept) >= min(5, among.sum())
    left = np.setdiff1d(np.flatnonzero(among), kept)
    if len(kept) and len(left):
        assert differing[kept].max() < differing[left].min()


def test_no_rows_have_no_neighbours() -> None:
    assert len(nearest_rows(no_signs(64), np.ones(64, dtype=np.float32), 5, np.empty(0, dtype=np.bool_))) == 0


def test_search_by_signs_finds_nearly_all_that_the_exact_search_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vector_mirror, "_CANDIDATES", 600)
    vectors = around_topics(6_000, 256)
    exact, scanned = VectorMirror(tmp_path / "a", 256), VectorMirror(tmp_path / "b", 256, exact_rows=0)
    documents = [f"{number // 10:016x}" for number in range(1, 6_001)]
    for mirror in (exact, scanned):
        mirror.upsert(ids(6_000), documents, vectors)
    wanted = frozenset(documents[:3_000])
    for within in (None, wanted):
        shares = []
        for query in vectors[:400:20] + 0.5 * around_topics(20, 256, seed=8):
            best = {hit.chunk_id for hit in exact.search(query, 10, within)}
            shares.append(len(best & {hit.chunk_id for hit in scanned.search(query, 10, within)}) / 10)
        assert np.mean(shares) >= 0.97
    exact.close()
    scanned.close()


def test_search_by_signs_follows_additions_and_removals(tmp_path: Path) -> None:
    mirror = VectorMirror(tmp_path, 64, exact_rows=0)
    vectors = around_topics(300, 64)
    mirror.upsert(ids(200), ids(200), vectors[:200])
    assert mirror.search(vectors[5], 1)[0].chunk_id == ids(300)[5]
    mirror.upsert(ids(300)[200:], ids(300)[200:], vectors[200:])
    assert mirror.search(vectors[250], 1)[0].chunk_id == ids(300)[250]
    mirror.delete([ids(300)[250]])
    assert mirror.search(vectors[250], 1)[0].chunk_id != ids(300)[250]
    mirror.clear()
    assert mirror.search(vectors[5], 1) == []
    mirror.close()
