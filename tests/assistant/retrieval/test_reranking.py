from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.model import Query
from assistant.retrieval.features import FEATURE_NAMES
from assistant.retrieval.fusion import FusedChunk
from assistant.retrieval.hybrid import HybridRetriever, Legs
from assistant.retrieval.reranker_weights import RERANKER_WEIGHTS
from assistant.retrieval.reranking import FeatureReranker, at_size, bundled_reranker, in_order
from assistant.services import open_services
from assistant.settings import load_settings
from tests.vectorstore.made import made_addition
from vectorstore.connect import open_store
from vectorstore.embedder_loading import load_embedder
from vectorstore.settings import StoreSettings
from vectorstore.store import Store

QUESTION = Query("Chi hội Bản Mây trồng bao nhiêu cây quế?", "Chi hội Bản Mây trồng bao nhiêu cây quế?")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(StoreSettings(data_dir=tmp_path / "data"), load_embedder()) as opened:
        opened.add_many(
            [
                made_addition("a.txt", "Chi hội Bản Mây trồng 400 cây quế trong năm.", "Chi hội Bản Mây họp đầu năm."),
                made_addition("b.txt", "Xã Suối Hoa trồng chè; chi hội có 30 hội viên.", "Giá cây quế năm nay tăng."),
            ]
        )
        yield opened


def bundled(store: Store) -> FeatureReranker:
    found = bundled_reranker(store)
    assert found is not None
    return found


def test_hits_keep_the_legs_and_fall_in_score(store: Store) -> None:
    fused = HybridRetriever(store).search(QUESTION, 10).hits
    hits = HybridRetriever(store, reranker=bundled(store)).search(QUESTION, 10).hits
    assert hits[0].passage.text.startswith("Chi hội Bản Mây trồng 400")
    assert [hit.rank for hit in hits] == [1, 2, 3, 4]
    assert [hit.score for hit in hits] == [hit.score for hit in fused]
    legs = {
        hit.passage.chunk_id: (hit.lexical_rank, hit.dense_rank, hit.lexical_score, hit.dense_score) for hit in hits
    }
    assert legs == {
        hit.passage.chunk_id: (hit.lexical_rank, hit.dense_rank, hit.lexical_score, hit.dense_score) for hit in fused
    }


def test_a_single_leg_is_measured_as_it_is(store: Store) -> None:
    class Backwards:
        def rerank(self, query: object, candidates: Sequence[FusedChunk]) -> list[FusedChunk]:
            return list(candidates)[::-1]

        def prepare(self, query: object) -> None:
            pass

    fused = HybridRetriever(store).search(QUESTION, 10).hits
    turned = HybridRetriever(store, reranker=Backwards()).search(QUESTION, 10).hits
    assert [hit.passage for hit in turned] == [hit.passage for hit in reversed(fused)]
    alone = HybridRetriever(store, Legs.LEXICAL, Backwards()).search(QUESTION, 10).hits
    assert [hit.lexical_rank for hit in alone] == list(range(1, len(alone) + 1))


def test_no_candidates_are_no_hits_and_neither_is_one_that_is_gone(store: Store) -> None:
    gone = FusedChunk("f" * 16, 0.9, 1, 1, 1.0, 1.0)
    assert bundled(store).rerank(QUESTION, []) == [] == bundled(store).rerank(QUESTION, [gone])


def test_a_document_removed_after_the_legs_leaves_its_place_to_the_next(store: Store) -> None:
    before = HybridRetriever(store, reranker=bundled(store)).search(QUESTION, 2).hits
    lexical, dense = store.lexical(QUESTION.search_text, 100), store.dense(QUESTION.search_text, 100)
    store.remove(before[0].passage.document_id)
    late = HybridRetriever(store, reranker=bundled(store))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "lexical", lambda *_: lexical)
        patch.setattr(store, "dense", lambda *_: dense)
        hits = late.search(QUESTION, 2).hits
    assert len(hits) == 2
    assert before[0].passage.document_id not in {hit.passage.document_id for hit in hits}


def test_equal_scores_keep_the_fused_order_and_places_keep_their_score() -> None:
    chunks = [FusedChunk(name, score, 1, 1, 0.0, 0.0) for name, score in (("a", 0.9), ("b", 0.5), ("c", 0.4))]
    ordered = in_order(chunks, [0.1, 0.7, 0.1])
    assert [(one.chunk_id, one.score) for one in ordered] == [("b", 0.9), ("a", 0.5), ("c", 0.4)]


def test_every_feature_has_weights_of_the_sign_it_means() -> None:
    assert set(RERANKER_WEIGHTS) == set(FEATURE_NAMES)
    assert all((value > 0) is (name != "length") for name, values in RERANKER_WEIGHTS.items() for value in values)


@pytest.mark.parametrize(("passages", "expected"), [(0, 1.0), (300, 1.0), (200_000, 5.0), (9_000_000, 5.0)])
def test_weights_are_those_of_a_small_or_a_large_store_beyond_both(passages: int, expected: float) -> None:
    assert at_size(np.array([[1.0, 5.0]]), passages) == pytest.approx([expected])


def test_between_weights_change_with_the_logarithm_of_the_size() -> None:
    middle = round((300 * 200_000) ** 0.5)
    assert at_size(np.array([[1.0, 5.0], [2.0, 0.0]]), middle) == pytest.approx([3.0, 1.0], abs=1e-3)


@pytest.mark.parametrize(("value", "reranked"), [("bundled", True), ("none", False)])
def test_the_setting_chooses_the_second_stage(tmp_path: Path, value: str, reranked: bool) -> None:
    settings = load_settings(tmp_path / "data", environment={"ASSISTANT_RERANKER": value})
    assert any(one.name == "retrieval.reranker" and one.value == value for one in settings.origins)
    with open_services(settings) as services:
        services.store.add_many([made_addition("a.txt", "giá", "quế " * 3 + "tăng ở nhiều nơi " * 9 + "Bản Mây")])
        found = services.search("giá quế Bản Mây")
    assert found.hits
    assert ("reranking" in found.timings_ms) is reranked


def test_both_legs_at_the_same_time_find_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    one_by_one = HybridRetriever(store, reranker=bundled(store)).search(QUESTION, 10)
    monkeypatch.setattr("assistant.retrieval.hybrid._LARGE", 0)
    together = HybridRetriever(store, reranker=bundled(store)).search(QUESTION, 10)
    assert together.hits == one_by_one.hits
    assert {"lexical", "dense"} <= together.timings_ms.keys()
