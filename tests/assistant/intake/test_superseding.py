import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.intake import take_in
from assistant.intake.superseding import superseding
from ingest.settings import IngestSettings
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.records import DocumentState
from vectorstore.settings import StoreSettings
from vectorstore.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(StoreSettings(data_dir=tmp_path / "data"), HashingEmbedder(16)) as opened:
        yield opened


def ingested(store: Store, path: Path, text: str) -> set[str]:
    path.write_text(text, encoding="utf-8")
    for _ in superseding(store, take_in(store, [path], IngestSettings())):
        pass
    return {record.document_id for record in store.documents()}


def test_the_next_version_at_a_path_takes_the_place_of_the_last(store: Store, tmp_path: Path) -> None:
    (old,) = ingested(store, tmp_path / "a.txt", "Hội trao 12 suất quà.")
    (new,) = ingested(store, tmp_path / "a.txt", "Hội trao 15 suất quà.")
    assert store.versions.history(new) == [old, new]
    assert store.document(old).state is DocumentState.REMOVED
    assert ingested(store, tmp_path / "a.txt", "Hội trao 12 suất quà.") == {old}
    assert store.versions.history(old) == [new, old]


def test_a_document_that_another_path_gives_stays(store: Store, tmp_path: Path) -> None:
    ingested(store, tmp_path / "a.txt", "Hội trao 12 suất quà.")
    ingested(store, tmp_path / "b.txt", "Hội trao 12 suất quà.")
    assert len(ingested(store, tmp_path / "a.txt", "Hội trao 15 suất quà.")) == 2


def test_files_of_the_same_name_elsewhere_are_other_documents(store: Store, tmp_path: Path) -> None:
    (tmp_path / "2021").mkdir()
    ingested(store, tmp_path / "a.txt", "Hội trao 12 suất quà.")
    assert len(ingested(store, tmp_path / "2021" / "a.txt", "Hội trao 15 suất quà.")) == 2


def test_records_that_are_no_longer_in_their_file_stay(store: Store, tmp_path: Path) -> None:
    one, two = (json.dumps({"id": name, "title": name, "text": f"Hội {name}"}) for name in ("tin-1", "tin-2"))
    ingested(store, tmp_path / "a.jsonl", one)
    assert len(ingested(store, tmp_path / "a.jsonl", two)) == 2
