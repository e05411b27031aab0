import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.intake import FileFinished, IngestEvent, take_in
from assistant.intake.retrying import keep_upload, retry_files, retryable_codes, retryable_files
from ingest.settings import IngestSettings
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.records import FileOutcome
from vectorstore.settings import StoreSettings
from vectorstore.store import Store

TEXT = "Bản tin của Hội\n\nHội trao 12 suất quà.\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(StoreSettings(data_dir=tmp_path / "data"), HashingEmbedder(16)) as opened:
        yield opened


def failed(store: Store, path: Path, code: str, collection: str = "") -> None:
    """A run that ended with this outcome for the file; no code: cut short before it."""
    run = store.start_run(collection)
    store.announce_files(run, {str(path): str(path)})
    if code:
        store.record_file(run, FileOutcome(str(path), "refused", code))
    store.finish_run(run)


def retried(store: Store) -> list[str]:
    def ingest(paths: Sequence[Path], collection: str) -> Iterator[IngestEvent]:
        return take_in(store, paths, IngestSettings(), collection=collection)

    return [event.report.status for event in retry_files(store, ingest) if isinstance(event, FileFinished)]


def test_what_can_be_over_is_tried_again_and_the_rest_is_not(store: Store, tmp_path: Path) -> None:
    files = {code: tmp_path / f"{code or 'bị ngắt'}.txt" for code in ("ocr_missing", "disk_full", "empty_file", "")}
    for code, path in files.items():
        path.write_text(f"{TEXT}{code}", encoding="utf-8")
        failed(store, path, code, "phòng")
    expected = [files["ocr_missing"], files["disk_full"], files[""]]
    assert retryable_files(store) == {"phòng": expected}
    assert retried(store) == ["indexed"] * 3
    assert retryable_files(store) == {}
    assert {record.collection for record in store.documents()} == {"phòng"}
    assert [one.code for one in store.unsettled_files()] == ["empty_file"]


def test_a_format_that_is_read_by_now_is_tried_again(store: Store, tmp_path: Path) -> None:
    known, unknown = tmp_path / "a.txt", tmp_path / "b.exe"
    for path in (known, unknown):
        path.write_text(TEXT, encoding="utf-8")
        failed(store, path, "unsupported_format")
    assert retryable_files(store) == {"": [known]}


def test_only_the_latest_outcome_counts_and_files_that_went_are_left_out(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    failed(store, path, "ocr_missing")
    assert retryable_files(store) == {}
    path.write_text(TEXT, encoding="utf-8")
    assert retryable_files(store) == {"": [path]}
    failed(store, path, "empty_file")
    assert retryable_files(store) == {}


def test_files_of_a_run_that_goes_on_are_not_cut_short(store: Store, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    events = take_in(store, [tmp_path / "a.txt", tmp_path / "b.txt"], IngestSettings())
    next(iter(events))
    assert store.unsettled_files() == []
    events.close()  # type: ignore[attr-defined]  # a generator: the person went away
    assert {Path(one.place).name for one in store.unsettled_files()} == {"a.txt", "b.txt"}


def test_a_file_of_nothing_but_bad_records_has_its_outcome(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "tin.jsonl"
    path.write_text("{\n{\n", encoding="utf-8")
    for _ in take_in(store, [path], IngestSettings()):
        pass
    assert retryable_files(store) == {}


def test_an_upload_waits_in_the_data_folder_until_it_is_taken_in(store: Store, tmp_path: Path) -> None:
    received = tmp_path / "tạm" / "báo cáo.txt"
    received.parent.mkdir()
    received.write_text(TEXT, encoding="utf-8")
    failed(store, received, "ocr_missing")
    kept = keep_upload(store, received)
    assert kept.is_relative_to(tmp_path / "data")
    assert not received.exists()
    assert retried(store) == ["indexed"]
    assert not kept.parent.exists()
    assert [record.source for record in store.documents()] == ["báo cáo.txt"]


def test_codes_of_reasons_that_pass_are_known_from_the_errors_themselves() -> None:
    assert {"disk_full", "unreadable_file", "ocr_missing", "internal_error"} <= retryable_codes()
    assert not {"empty_file", "encrypted_pdf", "invalid_record", "damaged_file"} & retryable_codes()


def test_a_member_that_may_be_read_now_brings_its_archive_back(store: Store, tmp_path: Path) -> None:
    archive = tmp_path / "gói.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", TEXT)
        file.writestr("b.txt", TEXT + "Hội mở 3 lớp.")
    run = store.start_run("")
    store.announce_files(run, {str(archive): str(archive)})
    store.record_file(run, FileOutcome(f"{archive}/b.txt", "refused", "ocr_missing"))
    store.record_file(run, FileOutcome(str(archive), "indexed"))
    store.finish_run(run)
    assert [one.path for one in store.unsettled_files()] == [f"{archive}/b.txt"]
    assert retryable_files(store) == {"": [archive]}
    assert retried(store) == ["indexed"]
    assert store.unsettled_files() == []
