import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.intake import FileFinished, FileProgress, FileReport, FileStarted, take_in
from ingest.documents import Flag
from ingest.settings import IngestSettings
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.settings import StoreSettings
from vectorstore.store import Store

STORY = "Hội LHPN huyện Bình An tổng kết năm 2024\n\n12/12/2024\nCác cấp Hội đã giúp 312 hộ nghèo làm nhà ở.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(StoreSettings(data_dir=tmp_path / "data"), HashingEmbedder()) as opened:
        yield opened


def reports(store: Store, *paths: Path, collection: str = "", flags: frozenset[Flag] = frozenset()) -> list[FileReport]:
    events = take_in(store, paths, IngestSettings(), collection=collection, flags=flags)
    return [event.report for event in events if isinstance(event, FileFinished)]


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_bad_file_is_a_row_and_the_rest_goes_on(store: Store, tmp_path: Path) -> None:
    empty = written(tmp_path / "a-rong.txt", "")
    good = written(tmp_path / "b-tin.txt", STORY)
    missing = tmp_path / "c-khong-co.txt"
    outcomes = reports(store, empty, good, missing)
    assert [(report.status, report.code) for report in outcomes] == [
        ("refused", "empty_file"),
        ("indexed", None),
        ("refused", "unreadable_file"),
    ]
    assert all(report.reason for report in outcomes if report.status != "indexed")
    assert store.counts().documents == 1
    kept = [(record.outcome.status, record.outcome.code) for record in store.run_files()]
    assert sorted(kept) == sorted((report.status, report.code or "") for report in outcomes)


def test_same_bytes_twice_is_a_duplicate_that_names_its_twin(store: Store, tmp_path: Path) -> None:
    first, second = written(tmp_path / "mot.txt", STORY), written(tmp_path / "hai.txt", STORY)
    outcomes = reports(store, first, second)
    assert [report.status for report in outcomes] == ["indexed", "duplicate"]
    assert outcomes[0].document_id == outcomes[1].document_id
    assert "mot.txt" in (outcomes[1].reason or "")


def test_a_bad_line_is_named_and_the_other_records_are_kept(store: Store, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"vb-{n}", "title": f"Tin {n}", "text": f"Nội dung số {n}."}) for n in range(10)]
    lines[6] = '{"id": "vb-6", "title": '
    outcomes = reports(store, written(tmp_path / "tin.jsonl", "\n".join(lines)))
    bad = [report for report in outcomes if report.status == "refused"]
    assert [report.path for report in bad] == [f"{tmp_path / 'tin.jsonl'}:7"]
    assert "7" in (bad[0].reason or "")
    assert [report.documents for report in outcomes if report.status == "indexed"] == [9]
    assert {record.source for record in store.documents()} == {f"vb-{n}" for n in range(10) if n != 6}


def test_flags_and_collection_reach_passages(store: Store, tmp_path: Path) -> None:
    reports(store, written(tmp_path / "mau.txt", STORY), collection="mau", flags=frozenset({Flag.SAMPLE}))
    (best, *_) = store.lexical("312 hộ nghèo", 5)
    assert store.passages([best.chunk_id])[best.chunk_id].flags == {Flag.SAMPLE}
    assert store.facets().collections == (("mau", 1),)


def test_a_folder_is_announced_file_by_file(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "van-ban"
    folder.mkdir()
    written(folder / "1.txt", STORY)
    written(folder / "2.md", "# Kế hoạch năm 2025\n\nTổ chức 12 lớp tập huấn.\n")
    started = [event for event in take_in(store, [folder], IngestSettings()) if isinstance(event, FileStarted)]
    assert [(event.index, event.total) for event in started] == [(0, 2), (1, 2)]


def test_an_interrupted_file_is_continued_where_it_stopped(store: Store, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"vb-{n}", "title": f"Tin {n}", "text": f"Nội dung số {n}."}) for n in range(30)]
    path = written(tmp_path / "tin.jsonl", "\n".join(lines[:20]))
    reports(store, path)
    written(path, "\n".join(lines))
    events = list(take_in(store, [path], IngestSettings()))
    (progress,) = [event for event in events if isinstance(event, FileProgress)]
    assert (progress.documents, progress.records, progress.total, progress.seconds_left) == (10, 30, 30, 0)
    (report,) = [event.report for event in events if isinstance(event, FileFinished)]
    assert (report.status, report.documents) == ("indexed", 10)
    assert store.counts().documents == 30


def test_a_file_whose_records_are_all_held_is_a_duplicate(store: Store, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"vb-{n}", "title": f"Tin {n}", "text": f"Nội dung số {n}."}) for n in range(5)]
    path = written(tmp_path / "tin.jsonl", "\n".join(lines))
    reports(store, path)
    (again,) = reports(store, path)
    assert (again.status, again.documents) == ("duplicate", 0)
    assert "vb-0" in (again.reason or "")


def test_a_removed_record_comes_back_when_its_file_is_taken_in_again(store: Store, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"vb-{n}", "title": f"Tin {n}", "text": f"Nội dung số {n}."}) for n in range(5)]
    path = written(tmp_path / "tin.jsonl", "\n".join(lines))
    reports(store, path)
    store.remove(next(one.document_id for one in store.documents() if one.source == "vb-2"))
    (again,) = reports(store, path)
    assert (again.status, again.documents) == ("indexed", 1)
    assert store.counts().documents == 5


def test_a_large_file_is_read_by_a_second_process_with_the_same_result(store: Store, tmp_path: Path) -> None:
    lines = [json.dumps({"id": f"vb-{n}", "title": f"Tin {n}", "text": f"Nội dung số {n}."}) for n in range(1_100)]
    lines[700] = "{"
    outcomes = reports(store, written(tmp_path / "tin.jsonl", "\n".join(lines)))
    assert [report.path for report in outcomes if report.status == "refused"] == [f"{tmp_path / 'tin.jsonl'}:701"]
    assert store.counts().documents == 1_099
    refused = store.run_files(statuses=["refused"])
    assert [record.outcome.code for record in refused] == ["invalid_record"]


def test_a_file_of_nothing_but_bad_records_is_given_up(store: Store, tmp_path: Path) -> None:
    outcomes = reports(store, written(tmp_path / "tin.jsonl", "{\n" * 3_000))
    assert outcomes[-1].status == "failed"
    assert outcomes[-1].code == "nothing_readable"
    assert len(outcomes) < 1_300
