from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.model import Expansion, Query
from assistant.query.understanding import understand
from assistant.retrieval.hybrid import HybridRetriever, boosted_terms
from tests.vectorstore.made import made_addition
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.settings import StoreSettings
from vectorstore.store import Store

TODAY = date(2026, 11, 21)
TEXTS = {
    "phu-tho": "Hội Phụ nữ tỉnh Phú Thọ có 12 nghìn hội viên.",
    "vinh-phuc": "Hội Phụ nữ tỉnh Vĩnh Phúc có 13 nghìn hội viên.",
    "hoa-binh": "Hội Phụ nữ tỉnh Hòa Bình có 14 nghìn hội viên.",
    "ca-mau": "Hội Phụ nữ tỉnh Cà Mau có 15 nghìn hội viên.",
    "bao-cao": "Số: 09/BC-BTV. Nội dung về công tác quý II năm 2023.",
    "nghi-quyet": "Căn cứ 77/2024/QH15 về sắp xếp đơn vị.",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(StoreSettings(tmp_path / "data"), HashingEmbedder(64)) as opened:
        opened.add_many([made_addition(name, text) for name, text in TEXTS.items()])
        yield opened


def found(store: Store, question: str) -> list[str]:
    query = understand(question, today=TODAY, frequency=store.document_frequency)
    return [hit.passage.source for hit in HybridRetriever(store).search(query, 6).hits]


def test_a_merged_province_finds_what_joined_it_before_the_rest(store: Store) -> None:
    order = found(store, "hội viên tỉnh Phú Thọ")
    assert order[0] == "phu-tho"
    assert set(order[1:3]) == {"vinh-phuc", "hoa-binh"}


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("bc 9 noi gi", "bao-cao"),
        ("báo cáo số 9", "bao-cao"),
        ("nghi quyet 77", "nghi-quyet"),
        ("công tác quý 2/2023", "bao-cao"),
        ("ca2 mau vie6n", "ca-mau"),
        ("tinhr Caf Mau", "ca-mau"),
    ],
)
def test_what_was_meant_is_found_first(store: Store, question: str, source: str) -> None:
    assert found(store, question)[0] == source


def test_typed_terms_keep_their_weight_and_expansions_add_theirs() -> None:
    query = Query("nữ nữ", "nữ nữ", expansions=(Expansion("nữ giới", 0.5), Expansion("giới", 0.3)))
    assert boosted_terms(query) == {"nu": 2, "nu_nu": 1, "gioi": 0.5, "nu_gioi": 0.5}
