"""A followed folder and the store beside it, file by file."""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.errors import FolderRefusedError
from assistant.intake import IngestEvent, take_in
from assistant.intake.changes import Changes, Settling
from assistant.intake.following import FolderEvent, Follower, Happened
from assistant.intake.scanning import Scan
from assistant.intake.watching import NOT_MOUNTED, UNREACHABLE, Look, Watcher
from ingest.settings import IngestSettings
from vectorstore.connect import open_store
from vectorstore.followed import Place, Signature
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.records import DocumentState
from vectorstore.settings import StoreSettings
from vectorstore.store import Store

SETTLE_S = 10.0


class Clock:
    """Time that passes when told to."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


class Office:
    """A followed folder, its store and its clock."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder, self.clock = store, folder, Clock()
        folder.mkdir(exist_ok=True)
        self.read: list[str] = []
        self.restart()

    def restart(self) -> None:
        """The program starts anew over the same store."""
        follower = Follower(self.store, self._ingest, IngestSettings())
        self.watcher = Watcher(self.store, follower, settle_s=SETTLE_S, clock=self.clock)

    def _ingest(self, paths: Sequence[Path], collection: str) -> Iterator[IngestEvent]:
        self.read += [path.name for path in paths]
        return take_in(self.store, paths, IngestSettings(), collection=collection)

    def look(self) -> tuple[list[FolderEvent], Look]:
        events: list[FolderEvent] = []
        return events, self.watcher.look(events.append)

    def settled(self) -> list[tuple[Happened, str]]:
        """What happened once every difference was old enough to be believed."""
        found = self.look()[0]
        self.clock.now += SETTLE_S
        return [(event.happened, Path(event.path).name) for event in found + self.look()[0]]

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Bản tin của Hội\n\n{text}\n", encoding="utf-8")
        return path

    def sources(self) -> set[str]:
        return {record.source for record in self.store.documents()}

    def found(self, text: str) -> set[str]:
        """Names of the documents that a search finds."""
        hits = self.store.lexical(text, 10)
        return {one.source for one in self.store.passages([hit.chunk_id for hit in hits]).values()}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_store(StoreSettings(tmp_path / "data"), HashingEmbedder(16)) as store:
        made = Office(store, tmp_path / "van-ban")
        made.watcher.add(made.folder, "phòng")
        yield made


def test_new_files_are_taken_in_once_they_have_settled(office: Office) -> None:
    office.write("a.txt", "Hội trao 12 suất quà.")
    office.write("2021/b.txt", "Hội mở 3 lớp tập huấn.")
    events, look = office.look()
    assert (events, look.waiting) == ([], 2)
    assert office.settled() == [(Happened.ADDED, "b.txt"), (Happened.ADDED, "a.txt")]
    assert office.sources() == {"a.txt", "b.txt"}
    assert {record.collection for record in office.store.documents()} == {"phòng"}
    assert office.settled() == []


def test_a_file_that_still_grows_waits(office: Office) -> None:
    path = office.write("a.txt", "Hội")
    for _ in range(3):
        office.look()
        office.clock.now += SETTLE_S - 1
        with path.open("a", encoding="utf-8") as file:
            file.write(" trao 12 suất quà.")
    assert office.look()[1].waiting == 1
    assert office.sources() == set()
    assert office.settled() == [(Happened.ADDED, "a.txt")]


def test_locks_hidden_and_other_files_are_left_alone(office: Office) -> None:
    for name in ("~$a.txt", ".b.txt", "c.exe"):
        (office.folder / name).write_bytes(b"12 su\xe1\xba\xa5t qu\xc3\xa0")
    assert office.settled() == []


def test_a_changed_file_is_a_new_version_and_the_old_one_can_come_back(office: Office) -> None:
    office.write("a.txt", "Hội trao 12 suất quà.")
    office.settled()
    (old,) = office.store.documents()
    office.write("a.txt", "Hội trao 15 suất quà cho hội viên nghèo.")
    assert office.settled() == [(Happened.CHANGED, "a.txt")]
    (new,) = office.store.documents()
    assert new.document_id != old.document_id
    assert office.store.versions.history(new.document_id) == [old.document_id, new.document_id]
    assert office.store.document(old.document_id).state is DocumentState.REMOVED
    (hit, *_) = office.store.lexical("trao bao nhiêu suất quà", 5)
    assert office.store.passages([hit.chunk_id])[hit.chunk_id].document_id == new.document_id
    office.store.restore(old.document_id)
    assert len(office.store.documents()) == 2


def test_a_file_that_goes_back_to_its_old_text_goes_back_to_the_old_document(office: Office) -> None:
    office.write("a.txt", "Hội trao 12 suất quà.")
    office.settled()
    (first,) = office.store.documents()
    office.write("a.txt", "Hội trao 15 suất quà.")
    office.settled()
    (second,) = office.store.documents()
    office.write("a.txt", "Hội trao 12 suất quà.")
    os.utime(office.folder / "a.txt", ns=(1, 1))
    assert office.settled() == [(Happened.CHANGED, "a.txt")]
    assert [record.document_id for record in office.store.documents()] == [first.document_id]
    assert office.store.versions.history(first.document_id) == [second.document_id, first.document_id]


def test_a_moved_file_keeps_its_document_under_the_new_name(office: Office) -> None:
    path = office.write("a.txt", "Hội trao 12 suất quà.")
    office.settled()
    (record,) = office.store.documents()
    (office.folder / "2021").mkdir()
    path.rename(office.folder / "2021" / "báo cáo.txt")
    office.read.clear()
    assert office.settled() == [(Happened.MOVED, "báo cáo.txt")]
    (moved,) = office.store.documents("bao cao")
    assert (moved.document_id, moved.source) == (record.document_id, "báo cáo.txt")
    assert office.read == []
    assert office.settled() == []


def test_a_deleted_file_leaves_the_search_and_can_be_brought_back(office: Office) -> None:
    path = office.write("a.txt", "Hội trao 12 suất quà.")
    office.settled()
    (record,) = office.store.documents()
    path.unlink()
    assert office.settled() == [(Happened.DELETED, "a.txt")]
    assert office.found("suất quà") == set()
    office.store.restore(record.document_id)
    assert office.found("suất quà") == {"a.txt"}
    assert office.settled() == []
    assert office.found("suất quà") == {"a.txt"}


def test_a_copy_is_no_second_document_and_keeps_it_when_the_first_file_goes(office: Office) -> None:
    first = office.write("a.txt", "Hội trao 12 suất quà.")
    office.settled()
    office.write("b.txt", "Hội trao 12 suất quà.")
    office.settled()
    assert office.sources() == {"a.txt"}
    first.unlink()
    office.settled()
    assert office.sources() == {"b.txt"}
    (office.folder / "b.txt").unlink()
    office.settled()
    assert office.sources() == set()


def test_a_document_also_given_by_hand_stays_when_its_file_goes(office: Office, tmp_path: Path) -> None:
    path = office.write("a.txt", "Hội trao 12 suất quà.")
    by_hand = tmp_path / "tải lên.txt"
    by_hand.write_bytes(path.read_bytes())
    list(take_in(office.store, [by_hand], IngestSettings()))
    office.settled()
    path.unlink()
    office.settled()
    assert office.sources() == {"tải lên.txt"}


def test_a_document_taken_out_by_a_person_stays_out(office: Office) -> None:
    path = office.write("a.txt", "Hội trao 12 suất quà.")
    office.settled()
    office.store.remove(office.store.documents()[0].document_id)
    office.restart()
    office.settled()
    path.rename(office.folder / "b.txt")
    office.settled()
    assert office.sources() == set()


def test_a_restart_reads_nothing_again(office: Office) -> None:
    for number in range(3):
        office.write(f"{number}.txt", f"Hội trao {number} suất quà.")
    office.settled()
    office.restart()
    office.read.clear()
    assert office.settled() == []
    os.utime(office.folder / "0.txt", ns=(1, 1))
    assert office.settled() == []
    assert office.read == []


def test_changes_while_the_program_was_down_are_found(office: Office) -> None:
    office.write("a.txt", "Hội trao 12 suất quà.")
    office.write("b.txt", "Hội mở 3 lớp.")
    office.settled()
    (office.folder / "b.txt").unlink()
    office.write("a.txt", "Hội trao 15 suất quà.")
    office.restart()
    assert office.settled() == [(Happened.CHANGED, "a.txt"), (Happened.DELETED, "b.txt")]


def test_a_paused_folder_rests_until_it_goes_on(office: Office) -> None:
    (folder,) = office.watcher.folders()
    office.watcher.pause(folder.folder_id, paused=True)
    office.write("a.txt", "Hội trao 12 suất quà.")
    assert office.settled() == []
    office.watcher.pause(folder.folder_id, paused=False)
    assert office.settled() == [(Happened.ADDED, "a.txt")]


def test_links_and_our_own_data_do_not_lead_in_circles(tmp_path: Path) -> None:
    office_folder = tmp_path / "văn phòng"
    office_folder.mkdir()
    with open_store(StoreSettings(office_folder / "data"), HashingEmbedder(16)) as store:
        office = Office(store, office_folder)
        office.watcher.add(office_folder)
        office.write("a.txt", "Hội trao 12 suất quà.")
        (office_folder / "vòng").symlink_to(office_folder, target_is_directory=True)
        (office_folder / "ra ngoài").symlink_to(tmp_path, target_is_directory=True)
        other = office_folder / "kho khác"
        other.mkdir()
        (other / "catalogue.sqlite3").touch()
        (other / "gốc.txt").write_text("Hội mở 3 lớp.", encoding="utf-8")
        office.settled()
        office.settled()
        assert office.sources() == {"a.txt"}


def test_folders_that_cannot_be_followed_are_refused(office: Office, tmp_path: Path) -> None:
    (office.folder / "trong").mkdir()
    for path, problem in (
        (tmp_path / "không có", "not_a_folder"),
        (tmp_path / "data", "own_data"),
        (tmp_path / "data" / "originals", "own_data"),
        (office.folder / "trong", "overlaps"),
        (tmp_path, "overlaps"),
    ):
        with pytest.raises(FolderRefusedError, match=problem):
            office.watcher.add(path)
    assert office.watcher.add(office.folder).collection == "phòng"
    assert len(office.watcher.folders()) == 1


def test_a_folder_out_of_reach_removes_nothing_and_is_said(office: Office) -> None:
    office.write("a.txt", "Hội trao 12 suất quà.")
    office.settled()
    away = office.folder.with_name("đã ngắt")
    office.folder.rename(away)
    assert office.look()[1].problems == ((str(office.folder), UNREACHABLE),)
    office.folder.mkdir()
    office.settled()
    assert [folder.problem for folder in office.watcher.folders()] == [NOT_MOUNTED]
    assert office.sources() == {"a.txt"}
    office.folder.rmdir()
    away.rename(office.folder)
    assert office.settled() == []
    assert [folder.problem for folder in office.watcher.folders()] == [""]


def test_what_lies_in_a_folder_that_could_not_be_listed_is_not_gone() -> None:
    seen = Signature(1, 2, 3)
    known = {path: Place(path, 1, seen, "", "indexed") for path in ("/kho/kín/a.txt", "/kho/kín hơn.txt")}
    settling, scan = Settling(0), Scan({}, "1:1", frozenset({"/kho/kín"}))
    assert settling.changes(known, scan, 0.0) == Changes(gone=("/kho/kín hơn.txt",))


def test_a_bad_file_is_told_once_and_read_again_when_it_changes(office: Office) -> None:
    (office.folder / "a.txt").write_bytes(bytes(range(256)) * 20)
    assert office.settled() == [(Happened.REFUSED, "a.txt")]
    assert office.settled() == []
    office.write("a.txt", "Hội trao 12 suất quà.")
    assert office.settled() == [(Happened.ADDED, "a.txt")]


def test_a_version_that_cannot_be_read_leaves_the_last_good_one(office: Office) -> None:
    office.write("a.txt", "Hội trao 12 suất quà.")
    office.settled()
    (old,) = office.store.documents()
    (office.folder / "a.txt").write_bytes(bytes(range(256)) * 20)
    assert office.settled() == [(Happened.REFUSED, "a.txt")]
    assert office.found("suất quà") == {"a.txt"}
    office.write("a.txt", "Hội trao 15 suất quà.")
    assert office.settled() == [(Happened.CHANGED, "a.txt")]
    assert office.store.versions.history(old.document_id)[0] == old.document_id


def test_records_of_a_changed_file_follow_one_by_one(office: Office) -> None:
    def records(*texts: tuple[str, str]) -> None:
        lines = [json.dumps({"id": name, "title": name, "text": text}) for name, text in texts]
        (office.folder / "tin.jsonl").write_text("\n".join(lines), encoding="utf-8")

    records(("tin-1", "Hội trao 12 suất quà."), ("tin-2", "Hội mở 3 lớp."), ("tin-3", "Hội xây 2 nhà."))
    office.settled()
    ids = {record.source: record.document_id for record in office.store.documents()}
    records(("tin-1", "Hội trao 12 suất quà."), ("tin-2", "Hội mở 5 lớp."), ("tin-4", "Hội trồng 9 cây."))
    assert office.settled() == [(Happened.CHANGED, "tin.jsonl")]
    assert office.sources() == {"tin-1", "tin-2", "tin-4"}
    now = {record.source: record.document_id for record in office.store.documents()}
    assert now["tin-1"] == ids["tin-1"]
    assert office.store.versions.history(now["tin-2"]) == [ids["tin-2"], now["tin-2"]]
    assert office.store.document(ids["tin-3"]).state is DocumentState.REMOVED


def test_a_name_that_is_no_unicode_is_followed_too(office: Office) -> None:
    path = os.fsencode(office.folder) + b"/b\xe1o.txt"
    try:
        with open(path, "wb") as file:
            file.write("Hội trao 12 suất quà.".encode())
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    office.settled()
    assert len(office.sources()) == 1
    assert office.settled() == []
    os.unlink(path)
    office.settled()
    assert office.sources() == set()


def test_it_follows_in_the_background_until_its_block_ends(office: Office) -> None:
    office.watcher.settle_s, office.watcher.interval_s = 0.01, 0.01
    office.write("a.txt", "Hội trao 12 suất quà.")
    with office.watcher.running():
        for _ in range(1_000):
            office.clock.now += 5
            if office.sources():
                break
            office.watcher._stopping.wait(0.02)
    assert office.sources() == {"a.txt"}


def test_a_folder_followed_no_longer_keeps_its_documents(office: Office) -> None:
    office.write("a.txt", "Hội trao 12 suất quà.")
    office.settled()
    office.watcher.forget(office.watcher.folders()[0].folder_id)
    (office.folder / "a.txt").unlink()
    assert office.settled() == []
    assert office.sources() == {"a.txt"}
