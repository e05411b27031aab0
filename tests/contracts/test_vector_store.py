"""The laws of VectorStore, for Chroma in the process and for a real Chroma server."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.chroma_server import ChromaServer
from vectorstore.chroma_store import ChromaStore, open_chroma
from vectorstore.embedding_models import EmbeddingModel
from vectorstore.protocols import Vectors
from vectorstore.settings import StoreSettings

DIM = 16
MODEL = EmbeddingModel(model_id="made-up", dim=DIM, dense_weight=0.5)


def number(value: int) -> str:
    return f"{value:016x}"


def vectors(count: int, seed: int = 1) -> Vectors:
    made = np.random.default_rng(seed).normal(size=(count, DIM)).astype(np.float32)
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture(scope="session")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server = ChromaServer(tmp_path_factory.mktemp("chroma-server"))
    server.start()
    yield server.url
    server.kill()


@pytest.fixture(params=["embedded, scan", "embedded, graph", "server, scan", "server, graph"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ChromaStore]:
    where, how = request.param.split(", ")
    url = request.getfixturevalue("chroma_url") if where == "server" else None
    settings = StoreSettings(tmp_path, url, scan_floats=0 if how == "graph" else 10**9)
    opened = open_chroma(settings, tmp_path.name.replace("_", "-"), MODEL, 1)
    yield opened
    opened.close()


def filled(store: ChromaStore, count: int) -> tuple[list[str], list[str], Vectors]:
    ids = [number(one) for one in range(1, count + 1)]
    documents = [number(1_000 + one // 5) for one in range(count)]
    rows = vectors(count)
    store.upsert(ids, documents, rows)
    return ids, documents, rows


def test_everything_inserted_is_held(store: ChromaStore) -> None:
    ids, _, _ = filled(store, 600)
    assert store.count() == 600
    assert store.ids() == set(ids)


def test_upsert_twice_is_the_same_as_once(store: ChromaStore) -> None:
    ids, documents, rows = filled(store, 20)
    before = store.query(rows[3], 5)
    store.upsert(ids, documents, rows)
    assert store.count() == 20
    assert store.query(rows[3], 5) == before


def test_upsert_replaces_the_vector(store: ChromaStore) -> None:
    ids, documents, rows = filled(store, 20)
    store.upsert(ids[:1], documents[:1], -rows[:1])
    assert store.query(-rows[0], 1)[0].chunk_id == ids[0]
    assert store.count() == 20


def test_deleted_is_not_found_and_unknown_is_ignored(store: ChromaStore) -> None:
    ids, documents, rows = filled(store, 20)
    store.delete([ids[3], number(999_999)])
    assert store.ids() == set(ids) - {ids[3]}
    assert ids[3] not in {hit.chunk_id for hit in store.query(rows[3], 20)}
    assert ids[3] not in {hit.chunk_id for hit in store.query(rows[3], 20, {documents[3]})}


def test_nearest_is_itself_with_cosine_one(store: ChromaStore) -> None:
    ids, _, rows = filled(store, 50)
    best = store.query(rows[7], 3)[0]
    assert best.chunk_id == ids[7]
    assert best.score == pytest.approx(1.0, abs=1e-4)


def test_scores_fall_and_are_the_cosine(store: ChromaStore) -> None:
    ids, _, rows = filled(store, 50)
    query = vectors(1, seed=9)[0]
    found = store.query(query, 10)
    cosines = {chunk_id: float(row @ query) for chunk_id, row in zip(ids, rows, strict=True)}
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert {hit.chunk_id: hit.score for hit in found} == pytest.approx(
        {hit.chunk_id: cosines[hit.chunk_id] for hit in found}, abs=1e-4
    )


def test_recall_against_brute_force(store: ChromaStore) -> None:
    ids, _, rows = filled(store, 1_000)
    shares = []
    for query in vectors(20, seed=5):
        true = {ids[place] for place in np.argsort(-(rows @ query))[:10]}
        shares.append(len(true & {hit.chunk_id for hit in store.query(query, 10)}) / 10)
    assert np.mean(shares) >= 0.95


@pytest.mark.parametrize("chosen", [0, 1, 3, 40])
def test_filtered_query_is_exact(store: ChromaStore, chosen: int) -> None:
    ids, documents, rows = filled(store, 200)
    allowed = set(sorted(set(documents))[:chosen])
    query = vectors(1, seed=3)[0]
    order = np.argsort(-(rows @ query))
    expected = [ids[place] for place in order if documents[place] in allowed][:7]
    assert [hit.chunk_id for hit in store.query(query, 7, allowed)] == expected


def test_empty_store_finds_nothing(store: ChromaStore) -> None:
    assert store.query(vectors(1)[0], 5) == []
    assert store.query(vectors(1)[0], 5, {number(1)}) == []
    assert store.ids() == set()


def test_lost_mirror_is_refilled_from_chroma(store: ChromaStore, tmp_path: Path) -> None:
    ids, documents, rows = filled(store, 30)
    settings = store.settings
    store.close()
    shutil.rmtree(settings.mirror_dir(1))
    reopened = open_chroma(settings, tmp_path.name.replace("_", "-"), MODEL, 1)
    assert [hit.chunk_id for hit in reopened.query(rows[4], 1, {documents[4]})] == [ids[4]]
    assert reopened.mirror_count() == 30
    reopened.close()
