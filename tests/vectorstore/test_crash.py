"""A process killed at any moment loses nothing it acknowledged and leaves nothing half indexed."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.vectorstore.made import made_addition
from vectorstore.chroma_store import ChromaStore
from vectorstore.connect import open_store
from vectorstore.errors import IndexDamagedError
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.lexical_index import LexicalIndex
from vectorstore.settings import StoreSettings

WRITER = """
import sys
from pathlib import Path
from tests.vectorstore.made import made_addition
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.settings import StoreSettings

with open_store(StoreSettings(Path(sys.argv[1])), HashingEmbedder(16)) as store:
    print("open", flush=True)
    for batch in range(1_000):
        made = [
            made_addition(f"{sys.argv[2]}-{batch}-{one}.txt", *(f"Đoạn {part} của {one}" for part in range(6)))
            for one in range(5)
        ]
        outcomes = store.add_many(made)
        print("added", *(outcome.document_id for outcome in outcomes), flush=True)
        if batch % 3 == 2:
            print("removing", outcomes[0].document_id, flush=True)
            store.remove(outcomes[0].document_id)
            print("removed", outcomes[0].document_id, flush=True)
"""
ROOT = Path(__file__).resolve().parents[2]


def killed_after(data: Path, name: str, seconds: float) -> dict[str, set[str]]:
    """Documents by what the writer said of them before it was killed: added, removing, removed."""
    command = [sys.executable, "-c", WRITER, str(data), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        time.sleep(seconds)
        writer.send_signal(signal.SIGKILL)
        lines = [line.split() for line in writer.stdout if line.endswith("\n")]
    acts = ("added", "removing", "removed")
    return {act: {one for said, *ids in lines if said == act for one in ids} for act in acts}


def test_killed_at_random_moments_nothing_is_lost_or_half_done(tmp_path: Path) -> None:
    chance = random.Random(3)
    added: set[str] = set()
    removing: set[str] = set()
    removed: set[str] = set()
    for turn in range(4):
        said = killed_after(tmp_path, f"lần {turn}", chance.uniform(0.05, 0.8))
        added |= said["added"]
        removing |= said["removing"]
        removed |= said["removed"]
        with open_store(StoreSettings(tmp_path), HashingEmbedder(16)) as store:
            assert store.check(deep=True) == []
            assert {record.document_id for record in store.documents()} >= added - removing
            assert not {record.document_id for record in store.documents()} & removed
            assert store.counts().waiting == 0
    assert added


def test_index_that_lost_some_chunks_is_repaired_at_opening(tmp_path: Path) -> None:
    settings = StoreSettings(tmp_path)
    with open_store(settings, HashingEmbedder(16)) as store:
        (outcome,) = store.add_many([made_addition("a.txt", "Đoạn một", "Đoạn hai")])
        chunks = store.chunks_of(outcome.document_id)
    lexical = LexicalIndex(settings.lexical_dir(1))
    lexical.delete_chunks([chunks[0].chunk_id])
    lexical.close()
    with open_store(settings, HashingEmbedder(16)) as store:
        assert store.check(deep=True) == []
        assert len(store.lexical("doan", 5)) == 2


def test_chunks_nobody_knows_are_dropped_at_opening(tmp_path: Path) -> None:
    settings = StoreSettings(tmp_path)
    with open_store(settings, HashingEmbedder(16)) as store:
        store.add_many([made_addition("a.txt", "Đoạn một")])
        stray = HashingEmbedder(16).embed_passages(["lạc loài"])
        vectors = store._pair.vectors
        assert isinstance(vectors, ChromaStore)
        vectors.upsert(["00000000000000aa"], ["00000000000000bb"], stray)
    with open_store(settings, HashingEmbedder(16)) as store:
        assert store.check(deep=True) == []


def test_index_folder_that_vanished_is_rebuilt_when_small(tmp_path: Path) -> None:
    settings = StoreSettings(tmp_path)
    with open_store(settings, HashingEmbedder(16)) as store:
        store.add_many([made_addition("a.txt", "Đoạn một", "Đoạn hai")])
    for path in settings.lexical_dir(1).iterdir():
        path.unlink()
    with open_store(settings, HashingEmbedder(16)) as store:
        assert len(store.lexical("doan", 5)) == 2
        assert store.check(deep=True) == []


def test_damaged_chroma_is_an_error_that_names_the_command(tmp_path: Path) -> None:
    settings = StoreSettings(tmp_path)
    with open_store(settings, HashingEmbedder(16)) as store:
        store.add_many([made_addition("a.txt", "Đoạn một")])
    (settings.chroma_dir(1) / "chroma.sqlite3").write_bytes(b"garbage" * 1_000)
    with pytest.raises(IndexDamagedError, match=r"python app\.py reindex"):
        open_store(settings, HashingEmbedder(16))
