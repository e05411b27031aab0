"""What doctor finds: each kind of damage done to a whole store is named, and a whole store has none."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.vectorstore.made import made_addition
from vectorstore.chroma_store import ChromaStore
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.lexical_index import LexicalEntry
from vectorstore.problems import ProblemCode
from vectorstore.records import FileOutcome
from vectorstore.settings import StoreSettings
from vectorstore.store import Store
from vectorstore.terms import terms


@pytest.fixture
def store(settings: StoreSettings, tmp_path: Path) -> Iterator[Store]:
    original = tmp_path / "a.txt"
    original.write_text("Đoạn một\nĐoạn hai", encoding="utf-8")
    with open_store(settings, HashingEmbedder(16)) as opened:
        run = opened.start_run("cli")
        opened.announce_files(run, {"a.txt": str(original)})
        opened.add_many([made_addition("a.txt", "Đoạn một", "Đoạn hai", original=original)])
        opened.record_file(run, FileOutcome("a.txt", "indexed"))
        opened.finish_run(run)
        yield opened


def sql(statement: str) -> Callable[[Store], None]:
    def act(store: Store) -> None:
        connection = sqlite3.connect(store.settings.catalogue_path)
        connection.execute(statement)
        connection.commit()
        connection.close()

    return act


def the_original(store: Store) -> Path:
    (path,) = store.settings.originals_dir.iterdir()
    return path


def stray_file(name: str) -> Callable[[Store], None]:
    def act(store: Store) -> None:
        path = store.settings.data_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")

    return act


def misfile(store: Store) -> None:
    (chunk, _) = store.chunks_of(store.documents()[0].document_id)
    store._pair.lexical.delete_chunks([chunk.chunk_id])
    store._pair.lexical.add([LexicalEntry(chunk.chunk_id, "00000000000000bb", terms(chunk.text))])


def vectors_of(store: Store) -> ChromaStore:
    vectors = store._pair.vectors
    assert isinstance(vectors, ChromaStore)
    return vectors


def turn_mirror(store: Store) -> None:
    document_id = store.documents()[0].document_id
    (chunk, _) = store.chunks_of(document_id)
    vectors_of(store)._mirror.upsert([chunk.chunk_id], [document_id], np.ones((1, 16), dtype=np.float32))


def spoil_codes(store: Store) -> None:
    path = store.settings.mirror_dir(1) / "codes.i8"
    with path.open("r+b") as file:
        file.write(bytes([100]) * 16)


def cut_short(store: Store) -> None:
    run = store.start_run("cli")
    store.announce_files(run, {"b.txt": "/kho/b.txt"})
    store.finish_run(run)


def two_ends(store: Store) -> None:
    store.record_file(1, FileOutcome("a.txt", "failed", "internal_error"))


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (sql("UPDATE chunks SET text = 'khác' WHERE ordinal = 0"), ProblemCode.CHUNK_TEXT),
        (sql("UPDATE documents SET pages = 3"), ProblemCode.ROWS_MISCOUNTED),
        (sql("DELETE FROM documents"), ProblemCode.ROWS_ORPHANED),
        (sql("UPDATE documents SET pending = 'index'"), ProblemCode.WORK_PENDING),
        (lambda store: vectors_of(store).delete([store.chunks_of(store.documents()[0].document_id)[0].chunk_id]),
         ProblemCode.INDEX_CONTENT),
        (misfile, ProblemCode.INDEX_OWNER),
        (turn_mirror, ProblemCode.VECTOR_ROWS),
        (spoil_codes, ProblemCode.VECTOR_CODES),
        (lambda store: the_original(store).unlink(), ProblemCode.ORIGINAL_MISSING),
        (lambda store: the_original(store).write_bytes(b"x"), ProblemCode.ORIGINAL_ALTERED),
        (stray_file(f"originals/{'0' * 64}.txt"), ProblemCode.ORIGINAL_ORPHANED),
        (stray_file("originals/1-2.part"), ProblemCode.ORIGINAL_ORPHANED),
        (stray_file("settings.tmp"), ProblemCode.LEFTOVER),
        (stray_file("tmp/ab/tệp.txt"), ProblemCode.LEFTOVER),
        (stray_file("waiting/ab/tệp.txt"), ProblemCode.LEFTOVER),
        (stray_file("lexical/000007"), ProblemCode.LEFTOVER),
        (stray_file("vectors/000001/vectors.f32.new"), ProblemCode.LEFTOVER),
        (cut_short, ProblemCode.FILE_NO_OUTCOME),
        (two_ends, ProblemCode.FILE_TWO_OUTCOMES),
    ],
)  # fmt: skip
def test_damage_is_named(store: Store, damage: Callable[[Store], None], code: ProblemCode) -> None:
    assert store.check(deep=True) == []
    damage(store)
    assert code in {problem.code for problem in store.check(deep=True)}


def test_copies_of_a_killed_run_go_at_the_next_opening_and_older_ones_stay(settings: StoreSettings) -> None:
    with open_store(settings, HashingEmbedder(16)) as store:
        stray = settings.originals_dir / f"{'0' * 64}.txt"
        stray.write_bytes(b"x")
    with open_store(settings, HashingEmbedder(16)) as store:
        assert stray.exists()
        store.start_run("killed later")
        stray.write_bytes(b"x")
    with open_store(settings, HashingEmbedder(16)) as store:
        assert not stray.exists()
        assert store.check(deep=True) == []


def test_a_copy_is_let_go_when_its_document_cannot_be_written(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "b.txt"
    path.write_text("Đoạn ba", encoding="utf-8")
    addition = made_addition("b.txt", "Đoạn ba", original=path)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        store.add_many([type(addition)(addition.document, addition.chunks * 2, addition.original)])
    assert store.check(deep=True) == []
