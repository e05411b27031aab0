from dataclasses import replace
from pathlib import Path

import pytest

from ingest.documents import Flag, Metadata, WordBox
from tests.vectorstore.made import made_addition
from vectorstore.connect import open_store, reindex_folder
from vectorstore.errors import ModelMismatchError, StoreLockedError, UnknownDocumentError
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.hits import Filters
from vectorstore.protocols import Vectors
from vectorstore.records import AddStatus, DocumentState, FileOutcome
from vectorstore.settings import StoreSettings
from vectorstore.store import Store

LOAN = "Chi hội thôn Đông cho 12 hội viên vay vốn nuôi gà."
CLASS = "Lớp nấu ăn khai giảng tại nhà văn hóa xã Bình Lâm."


def found(store: Store, text: str) -> set[str]:
    hits = [*store.lexical(text, 5), *store.dense(text, 5)]
    return {passage.text for passage in store.passages([hit.chunk_id for hit in hits]).values()}


def test_added_text_is_found_by_both_legs_with_what_a_citation_needs(store: Store) -> None:
    card = Metadata(title="Báo cáo quý I", date="2024-04-02", year=2024, unit="Hội xã Bình Lâm", type="Báo cáo")
    (outcome,) = store.add_many([made_addition("bc.txt", LOAN, CLASS, metadata=card)])
    assert (outcome.status, outcome.chunks) == (AddStatus.INDEXED, 2)
    for hits in (store.lexical("lop nau an", 5), store.dense("lớp nấu ăn", 5)):
        passage = store.passages([hits[0].chunk_id])[hits[0].chunk_id]
        assert passage.text == CLASS
        assert store.pages(passage.document_id)[0].text[passage.char_start : passage.char_end] == CLASS
        assert (passage.source, passage.title, passage.year) == ("bc.txt", "Báo cáo quý I", 2024)


def test_everything_told_about_a_document_comes_back(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "bc.txt"
    file.write_text(LOAN, encoding="utf-8")
    card = Metadata("Báo cáo", "2024-01-05", 2024, "Hội xã", "Báo cáo", "Bút Danh", "http://example.org/1")
    made = made_addition("bc.txt", LOAN, CLASS, metadata=card, collection="2024", original=file)
    flagged = replace(made.document, flags=frozenset({Flag.SAMPLE, Flag.GARBLED}), encoding="utf-8")
    store.add_many([replace(made, document=flagged)])
    record = store.document(flagged.document_id)
    assert (record.metadata, record.collection, record.encoding) == (card, "2024", "utf-8")
    assert (record.flags, record.pages, record.chunks) == (flagged.flags, 1, 2)
    assert store.pages(record.document_id) == flagged.pages
    assert store.opening("khong-co") is None
    assert store.blocks(record.document_id) == flagged.blocks
    assert store.chunks_of(record.document_id) == made.chunks
    (passage,) = store.passages([made.chunks[0].chunk_id]).values()
    assert store.opening(record.document_id) == passage
    assert passage.flags == {Flag.SAMPLE}  # damage elsewhere in the document is not this passage's
    original = store.original_path(record.document_id)
    assert original is not None
    assert original.read_bytes() == file.read_bytes()


def test_words_of_a_scanned_page_come_back_apart_from_its_text(store: Store) -> None:
    made = made_addition("quet.pdf", LOAN)
    words = (WordBox(0, 5, 0.125, 0.25, 0.5, 0.375, 0.75),)
    pages = (replace(made.document.pages[0], words=words, ocr_confidence=0.875),)
    store.add_many([replace(made, document=replace(made.document, pages=pages))])
    document_id = made.document.document_id
    (page,) = store.pages(document_id)
    assert (page.ocr_confidence, page.words) == (0.875, ())
    (word,) = store.page_words(document_id, 1)
    assert (word.start, word.end, word.confidence) == (0, 5, 0.75)
    assert (word.left, word.top, word.right, word.bottom) == pytest.approx((0.125, 0.25, 0.5, 0.375), abs=1e-4)
    assert store.page_words(document_id, 2) == ()
    assert store.page_words("unknown", 1) == ()


def test_same_bytes_are_a_duplicate_that_names_its_twin(store: Store) -> None:
    made = made_addition("a.txt", LOAN)
    twin = replace(made, document=replace(made.document, source="b.txt"))
    assert [one.status for one in store.add_many([made, twin])] == [AddStatus.INDEXED, AddStatus.DUPLICATE]
    (again,) = store.add_many([twin])
    assert (again.status, again.twin_source) == (AddStatus.DUPLICATE, "a.txt")
    assert store.counts().documents == 1
    assert store.check(deep=True) == []


def test_same_name_with_other_bytes_is_another_document(store: Store) -> None:
    store.add_many([made_addition("a.txt", LOAN)])
    store.add_many([made_addition("a.txt", CLASS)])
    assert found(store, "vay vốn nấu ăn") == {LOAN, CLASS}


def test_replaced_source_leaves_search_and_can_be_restored(store: Store) -> None:
    (old,) = store.add_many([made_addition("a.txt", LOAN)])
    store.add_many([made_addition("a.txt", CLASS)], replace_source=True)
    assert found(store, "vay vốn nấu ăn") == {CLASS}
    assert store.document(old.document_id).state is DocumentState.REMOVED
    store.restore(old.document_id)
    assert found(store, "vay vốn nấu ăn") == {LOAN, CLASS}
    assert store.check(deep=True) == []


def test_replacing_leaves_the_same_name_of_another_collection(store: Store) -> None:
    store.add_many([made_addition("a.txt", LOAN, collection="2023")])
    store.add_many([made_addition("a.txt", CLASS, collection="2024")], replace_source=True)
    assert found(store, "vay vốn nấu ăn") == {LOAN, CLASS}


def test_removed_document_is_not_found_but_kept(store: Store) -> None:
    (outcome,) = store.add_many([made_addition("a.txt", LOAN)])
    store.remove(outcome.document_id)
    assert found(store, "vay vốn") == set()
    assert store.pages(outcome.document_id)[0].text == LOAN
    assert store.documents() == []
    assert [one.document_id for one in store.documents(include_removed=True)] == [outcome.document_id]
    store.restore(outcome.document_id)
    store.restore(outcome.document_id)
    assert found(store, "vay vốn") == {LOAN}
    assert store.check(deep=True) == []


def test_removed_document_that_comes_again_is_indexed_again(store: Store) -> None:
    made = made_addition("a.txt", LOAN)
    store.add_many([made])
    store.remove(made.document.document_id)
    (outcome,) = store.add_many([made])
    assert outcome.status is AddStatus.INDEXED
    assert found(store, "vay vốn") == {LOAN}
    assert store.check(deep=True) == []


def test_purged_document_is_gone_with_its_original(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(LOAN, encoding="utf-8")
    (outcome,) = store.add_many([made_addition("a.txt", LOAN, original=file)])
    original = store.original_path(outcome.document_id)
    assert original is not None
    store.purge(outcome.document_id)
    assert not original.exists()
    with pytest.raises(UnknownDocumentError, match=outcome.document_id):
        store.document(outcome.document_id)
    assert store.check(deep=True) == []


def test_records_of_one_file_share_its_original(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    file.write_text("two made-up lines", encoding="utf-8")
    first, second = store.add_many(
        [made_addition(f"r{line}", text, original=file, record_line=line) for line, text in ((1, LOAN), (2, CLASS))]
    )
    assert store.original_path(first.document_id) == store.original_path(second.document_id)
    store.purge(first.document_id)
    kept = store.original_path(second.document_id)
    assert kept is not None
    assert kept.suffix == ".jsonl"


@pytest.mark.parametrize("act", ["remove", "restore", "purge", "document", "pages", "original_path"])
def test_unknown_document_is_named(store: Store, act: str) -> None:
    with pytest.raises(UnknownDocumentError, match="00000000000000ff"):
        getattr(store, act)("00000000000000ff")


def test_filters_restrict_both_legs(store: Store) -> None:
    texts = {year: f"Năm ấy có {year} hội viên vay vốn." for year in (2021, 2022, 2023)}
    store.add_many([made_addition(f"{year}.txt", text, metadata=Metadata(year=year)) for year, text in texts.items()])
    allowed = store.matching(Filters(year_from=2022, year_to=2022))
    for hits in (store.lexical("vay vốn", 5, allowed), store.dense("vay vốn", 5, allowed)):
        passages = store.passages([hit.chunk_id for hit in hits]).values()
        assert [passage.text for passage in passages] == [texts[2022]]


def test_idf_is_that_of_the_lexical_index(store: Store) -> None:
    store.add_many([made_addition("a.txt", LOAN, CLASS)])
    assert store.idf("von") < store.idf("khong_co")


def test_runs_keep_what_became_of_every_file(store: Store) -> None:
    run = store.start_run("cli")
    store.record_file(run, FileOutcome("a.pdf", "refused", "no_text_layer", {"pages": 3}, seconds=0.5))
    store.record_file(run, FileOutcome("b.txt", "indexed", document_id="00000000000000ab", chunks=2))
    store.finish_run(run)
    (refused,) = store.run_files(run, {"refused"})
    assert (refused.outcome.code, refused.outcome.details) == ("no_text_layer", {"pages": 3})
    assert [one.outcome.path for one in store.run_files()] == ["b.txt", "a.pdf"]
    assert [one.label for one in store.runs()] == ["cli"]
    assert store.runs()[0].finished_at is not None


def test_second_store_on_the_folder_is_refused(store: Store) -> None:
    with pytest.raises(StoreLockedError, match="pid="):
        open_store(store.settings, HashingEmbedder(64))


def test_everything_is_there_after_reopening(settings: StoreSettings) -> None:
    with open_store(settings, HashingEmbedder(64)) as first:
        first.add_many([made_addition("a.txt", LOAN, CLASS)])
        before = first.lexical("hội viên", 5), first.dense("hội viên", 5)
    with open_store(settings, HashingEmbedder(64)) as second:
        assert (second.lexical("hội viên", 5), second.dense("hội viên", 5)) == before
        assert second.check(deep=True) == []


def test_other_model_is_refused_with_both_names_and_the_command(settings: StoreSettings) -> None:
    with open_store(settings, HashingEmbedder(64)) as first:
        first.add_many([made_addition("a.txt", LOAN)])
    with pytest.raises(ModelMismatchError, match=r"hashing-64.*hashing-32.*python app\.py reindex"):
        open_store(settings, HashingEmbedder(32))
    reindex_folder(settings, HashingEmbedder(32))
    with open_store(settings, HashingEmbedder(32)) as second:
        assert found(second, "vay vốn") == {LOAN}
        assert second.check(deep=True) == []


def test_empty_folder_takes_any_model(settings: StoreSettings) -> None:
    open_store(settings, HashingEmbedder(64)).close()
    with open_store(settings, HashingEmbedder(32)) as second:
        second.add_many([made_addition("a.txt", LOAN)])
        assert found(second, "vay vốn") == {LOAN}


def test_reindex_switches_model_and_leaves_one_generation(store: Store) -> None:
    (kept, removed) = store.add_many([made_addition("a.txt", LOAN), made_addition("b.txt", CLASS)])
    store.remove(removed.document_id)
    told: list[tuple[int, int]] = []
    store.reindex(HashingEmbedder(32), lambda done, total: told.append((done, total)))
    assert told[-1] == (1, 1)
    assert store.embedder.model.dim == 32
    assert found(store, "vay vốn nấu ăn") == {LOAN}
    assert store.document(kept.document_id).state is DocumentState.INDEXED
    for name in ("chroma", "lexical", "vectors"):
        assert len(list((store.settings.data_dir / name).iterdir())) == 1
    store.restore(removed.document_id)
    assert store.check(deep=True) == []


class BreakingEmbedder(HashingEmbedder):
    def embed_passages(self, texts: object) -> Vectors:
        raise RuntimeError("the model broke")


def test_failed_reindex_leaves_the_old_index_in_use(store: Store) -> None:
    store.add_many([made_addition("a.txt", LOAN)])
    with pytest.raises(RuntimeError, match="the model broke"):
        store.reindex(BreakingEmbedder(32))
    assert found(store, "vay vốn") == {LOAN}
    assert store.check(deep=True) == []
    assert len(list((store.settings.data_dir / "lexical").iterdir())) == 1


def test_listing_finds_words_of_name_and_title_without_accents(store: Store) -> None:
    store.add_many(
        [
            made_addition("nghi-quyet.txt", LOAN, metadata=Metadata(title="Nghị quyết Đại hội")),
            made_addition("bao-cao.txt", CLASS, metadata=Metadata(title="Báo cáo năm")),
        ]
    )
    assert [one.source for one in store.documents("dai hoi nghị")] == ["nghi-quyet.txt"]
    assert [one.source for one in store.documents("BAO-CAO")] == ["bao-cao.txt"]
    assert store.documents("100%_") == []
    assert [one.source for one in store.documents(limit=1, offset=1)] == ["nghi-quyet.txt"]


def test_each_filter_and_the_facets_agree(store: Store) -> None:
    cards = [(2022, "Hội xã A", "Báo cáo"), (2023, "Hội xã A", "Kế hoạch"), (2023, "Hội xã B", "Báo cáo")]
    outcomes = store.add_many(
        [
            made_addition(
                f"{n}.txt", f"{LOAN} {n}", metadata=Metadata(year=y, unit=u, type=t), collection=f"bộ {n % 2}"
            )
            for n, (y, u, t) in enumerate(cards)
        ]
    )
    ids = [outcome.document_id for outcome in outcomes]
    assert store.matching(Filters()) is None
    assert store.matching(Filters(year_from=2023)) == set(ids[1:])
    assert store.matching(Filters(year_to=2022)) == {ids[0]}
    assert store.matching(Filters(units=("Hội xã A",), types=("Báo cáo",))) == {ids[0]}
    assert store.matching(Filters(collections=("bộ 1",))) == {ids[1]}
    assert store.matching(Filters(document_ids=(ids[2],), year_from=2000)) == {ids[2]}
    facets = store.facets()
    assert facets.years == ((2023, 2), (2022, 1))
    assert facets.units == (("Hội xã A", 2), ("Hội xã B", 1))
    assert facets.types == (("Báo cáo", 2), ("Kế hoạch", 1))
    assert facets.collections == (("bộ 0", 2), ("bộ 1", 1))
    store.remove(ids[0])
    assert store.matching(Filters(year_to=2022)) == frozenset()
    assert store.facets().years == ((2023, 2),)
    assert (store.counts().documents, store.counts().removed) == (2, 1)


def test_duplicates_are_known_before_they_are_read(store: Store) -> None:
    made, removed = made_addition("a.txt", LOAN), made_addition("b.txt", CLASS)
    store.add_many([made, removed])
    store.remove(removed.document.document_id)
    ids = [made.document.document_id, removed.document.document_id, "00000000000000ff"]
    assert {one: outcome.twin_source for one, outcome in store.duplicates(ids).items()} == {ids[0]: "a.txt"}
