"""Identity cards in the store: evidence, changes that can be taken back, what replaced what."""

import hashlib
import sqlite3
from pathlib import Path

import pytest

from ingest.card.values import CardField, CardSource
from ingest.chunking import chunk_document
from ingest.documents import RawDocument, RawPage
from ingest.settings import ChunkingSettings
from ingest.structure import structure
from vectorstore.connect import open_store
from vectorstore.errors import BadCardValueError, NothingToUndoError, UnknownDocumentError
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.hits import Filters
from vectorstore.migrations import MIGRATIONS, migrate
from vectorstore.records import Addition
from vectorstore.settings import StoreSettings
from vectorstore.store import Store


def decision(number: str, day: str, articles: str, unit: str = "TỈNH SƠN HÀ") -> str:
    d, m, y = day.split("/")
    return (
        f"HỘI LHPN VIỆT NAM\nBAN THƯỜNG VỤ HỘI LHPN {unit}\nSố: {number}\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Sơn Hà, ngày {d} tháng {m} năm {y}\nQUYẾT ĐỊNH\nVề việc ban hành Quy chế làm việc\n"
        f"{articles}\nTM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nLê Thị Na\n"
    )


OLD = decision("12/QĐ-BTV", "05/03/2019", "Điều 1. Mỗi tháng họp một lần vào tuần cuối của tháng.")
NEW = decision(
    "20/QĐ-BTV",
    "05/01/2024",
    "Điều 1. Hai tháng họp một lần.\nĐiều 2. Quyết định này thay thế Quyết định số 12/QĐ-BTV ngày 05/3/2019.",
)
UNDATED = decision("21/QĐ-BTV", "06/01/2024", "Điều 1. Quyết định này thay thế Quyết định số 12/QĐ-BTV.")


def put(store: Store, text: str, source: str = "a.txt") -> str:
    digest = hashlib.sha256(f"{source}{text}".encode()).hexdigest()
    document = structure(RawDocument(source, digest, "text/plain", (RawPage(1, text),)))
    (outcome,) = store.add_many([Addition(document, chunk_document(document, ChunkingSettings()))])
    return outcome.document_id


def test_card_comes_back_with_its_evidence(store: Store) -> None:
    document_id = put(store, OLD)
    number = store.card(document_id).find(CardField.NUMBER)
    assert number is not None
    assert (number.value, number.source) == ("12/QĐ-BTV", CardSource.TEXT)
    assert store.pages(document_id)[0].text[number.char_start : number.char_end] == "12/QĐ-BTV"


def test_card_of_an_unknown_document_is_empty(store: Store) -> None:
    assert store.card("0" * 16).values == ()


@pytest.mark.parametrize("order", [(OLD, NEW), (NEW, OLD)], ids=["older first", "newer first"])
def test_replaced_document_says_by_which(store: Store, order: tuple[str, str]) -> None:
    ids = {text: put(store, text) for text in order}
    replaced = store.replaced()
    assert set(replaced) == {ids[OLD]}
    assert (replaced[ids[OLD]].number, replaced[ids[OLD]].date) == ("20/QĐ-BTV", "2024-01-05")
    chunk = store.chunks_of(ids[OLD])[0]
    passage = store.passages([chunk.chunk_id])[chunk.chunk_id]
    assert passage.number == "12/QĐ-BTV"
    assert passage.replaced_by is not None
    assert passage.replaced_by.document_id == ids[NEW]


def test_removed_successor_replaces_nothing(store: Store) -> None:
    put(store, OLD)
    newer = put(store, NEW)
    store.remove(newer)
    assert store.replaced() == {}
    store.restore(newer)
    assert len(store.replaced()) == 1


def test_same_number_of_another_day_is_not_meant(store: Store) -> None:
    put(store, decision("12/QĐ-BTV", "07/04/2020", "Điều 1. Nội dung khác."))
    put(store, NEW)
    assert store.replaced() == {}


def test_without_a_day_the_same_office_is_meant_and_no_other(store: Store) -> None:
    ours = put(store, OLD)
    put(store, decision("12/QĐ-BTV", "05/03/2019", "Điều 1. Nội dung.", unit="TỈNH LẠC THỦY"), "b.txt")
    put(store, UNDATED)
    assert set(store.replaced()) == {ours}


def test_the_later_issue_under_the_same_number_stands_for_the_earlier(store: Store) -> None:
    first, again = put(store, OLD), put(store, OLD.replace("ngày 05 tháng 03", "ngày 12 tháng 03"))
    put(store, OLD.replace("\nLê Thị Na", "\n\nLê Thị Na"), source="quet.pdf")
    store.restore(first)
    newer = store.replaced()[first]
    assert (newer.document_id, newer.kind, newer.date) == (again, "newer_copy", "2019-03-12")
    assert again not in store.replaced()


@pytest.mark.parametrize(
    "other",
    [
        OLD.replace("05 tháng 03 năm 2019", "05 tháng 03 năm 2020"),
        OLD.replace("TỈNH SƠN HÀ", "TỈNH AN BÌNH").replace("05 tháng 03", "06 tháng 03"),
        OLD.replace("12/QĐ-BTV", "13/QĐ-BTV").replace("05 tháng 03", "06 tháng 03"),
        OLD.replace("một lần", "hai lần"),
    ],
    ids=["another year", "another office", "another number", "the same day"],
)
def test_what_only_looks_alike_stands_for_nothing(store: Store, other: str) -> None:
    put(store, OLD)
    put(store, other, source="b.txt")
    assert store.replaced() == {}


def test_change_is_used_by_filters_at_once_and_taken_back(store: Store) -> None:
    document_id = put(store, OLD)
    wanted = Filters(year_from=2021, year_to=2021)
    assert store.matching(wanted) == frozenset()
    store.set_card_value(document_id, "date", "6/5/2021")
    store.set_card_value(document_id, "issuer", "Hội LHPN xã Bình An")
    assert store.matching(wanted) == store.matching(Filters(units=("Hội LHPN xã Bình An",))) == frozenset({document_id})
    value = store.card(document_id).find(CardField.DATE)
    assert value is not None
    assert (value.value, value.source, value.page) == ("2021-05-06", CardSource.EDITED, None)
    assert store.undo_card_edit(document_id) is CardField.ISSUER
    assert store.undo_card_edit(document_id) is CardField.DATE
    assert store.matching(wanted) == frozenset()
    assert store.document(document_id).metadata.date == "2019-03-05"
    assert store.card(document_id).find(CardField.DATE).source is CardSource.TEXT  # type: ignore[union-attr]
    with pytest.raises(NothingToUndoError, match="nothing_to_undo"):
        store.undo_card_edit(document_id)


def test_changes_keep_the_old_value_and_the_time(store: Store) -> None:
    document_id = put(store, OLD)
    store.set_card_value(document_id, "signer", "Trần Thị Bé")
    store.set_card_value(document_id, "signer", None)
    store.undo_card_edit(document_id)
    latest, first = store.card_edits(document_id)
    assert (first.field, first.old, first.new, first.undone_at) == (CardField.SIGNER, "Lê Thị Na", "Trần Thị Bé", None)
    assert (latest.old, latest.new) == ("Trần Thị Bé", None)
    assert latest.undone_at is not None
    assert first.at.endswith("+00:00")


def test_new_title_is_found_by_both_legs(store: Store) -> None:
    document_id = put(store, OLD)
    before = store.counts()
    store.set_card_value(document_id, "title", "Về chế độ công tác phí lưu động")
    assert store.document(document_id).metadata.title == "Quyết định Về chế độ công tác phí lưu động"
    assert store.lexical("công tác phí lưu động", 5)
    assert [record.document_id for record in store.documents(search="cong tac phi luu dong")] == [document_id]
    assert store.counts() == before
    assert store.check(deep=True) == []


def test_change_outlives_a_new_reading_of_the_file(store: Store) -> None:
    document_id = put(store, OLD)
    store.set_card_value(document_id, "number", "13/QĐ-BTV")
    store.remove(document_id)
    assert put(store, OLD) == document_id
    assert store.card(document_id).get(CardField.NUMBER) == "13/QĐ-BTV"


def test_edited_number_resolves_relations(store: Store) -> None:
    document_id = put(store, decision("21/QĐ-BTV", "05/03/2019", "Điều 1. Nội dung."))
    put(store, NEW)
    assert store.replaced() == {}
    store.set_card_value(document_id, "number", "12/QĐ-BTV")
    assert set(store.replaced()) == {document_id}


@pytest.mark.parametrize(("field", "value"), [("date", "hôm qua"), ("màu", "đỏ"), ("number", "không có")])
def test_bad_value_changes_nothing(store: Store, field: str, value: str) -> None:
    document_id = put(store, OLD)
    with pytest.raises(BadCardValueError, match="bad_card_value"):
        store.set_card_value(document_id, field, value)
    assert store.card_edits(document_id) == []


def test_unknown_document_cannot_be_changed(store: Store) -> None:
    with pytest.raises(UnknownDocumentError, match="unknown_document"):
        store.set_card_value("0" * 16, "title", "A")


def test_purge_forgets_the_changes(store: Store) -> None:
    document_id = put(store, OLD)
    store.set_card_value(document_id, "signer", "Trần Thị Bé")
    store.purge(document_id)
    assert put(store, OLD) == document_id
    assert store.card_edits(document_id) == []


def test_cards_survive_closing(settings: StoreSettings) -> None:
    with open_store(settings, HashingEmbedder(64)) as store:
        document_id = put(store, OLD)
        card = store.card(document_id)
    with open_store(settings, HashingEmbedder(64)) as store:
        assert store.card(document_id) == card


def test_documents_of_before_get_a_card_without_evidence(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "a.sqlite3", isolation_level=None)
    before = next(place for place, one in enumerate(MIGRATIONS) if one.__name__.endswith("_cards"))
    migrate(connection, "a", MIGRATIONS[:before])
    columns = (
        "document_no, document_id, content_sha256, source, media_type, title, type, collection, state, flags, added_at,"
        " pages, chunks, pipeline_version, folded_name"
    )
    values = (
        1,
        "d" * 16,
        "s",
        "a.txt",
        "text/plain",
        "Báo cáo năm",
        "Báo cáo",
        "",
        "indexed",
        "[]",
        "2024",
        1,
        1,
        1,
        "a",
    )
    connection.execute(f"INSERT INTO documents ({columns}) VALUES ({', '.join('?' * 15)})", values)
    migrate(connection, "a")
    rows = connection.execute("SELECT field, value, page FROM card_values ORDER BY field").fetchall()
    assert rows == [("title", "Báo cáo năm", None), ("type", "Báo cáo", None)]
    connection.close()
