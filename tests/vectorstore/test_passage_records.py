"""Records of passages on disk: what is read is what was last put, whatever happened in between."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as bounds
from hypothesis import strategies as st

from tests.vectorstore.made import made_addition
from vectorstore import passage_records
from vectorstore.connect import open_store, reindex_folder
from vectorstore.cut_passages import Record
from vectorstore.embedder_loading import load_embedder
from vectorstore.passage_records import PassageRecords
from vectorstore.problems import ProblemCode
from vectorstore.settings import StoreSettings

IDS = [f"{number:016x}" for number in (1, 2, 2**63, 2**64 - 1)]
steps = st.lists(st.tuples(st.sampled_from(IDS), st.integers(0, 5), st.booleans()), max_size=12)


def record(length: int) -> Record:
    return np.arange(1, length + 1, dtype=np.uint16)


def contents(records: PassageRecords) -> dict[str, int]:
    return {one: len(found) for one, found in zip(IDS, records.read(IDS), strict=True) if len(found)}


@bounds(max_examples=25, deadline=None)
@given(steps, st.sampled_from([0, 4_096]))
def test_the_last_record_counts_also_after_opening_again(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, int, bool]], latest: int
) -> None:
    folder = tmp_path_factory.mktemp("records")
    expected: dict[str, int] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passage_records, "_LATEST", latest)
        records = PassageRecords(folder)
        for chunk_id, length, reopen in done:
            if length:
                records.put([chunk_id], [record(length)])
                expected[chunk_id] = length
            else:
                records.delete([chunk_id])
                expected.pop(chunk_id, None)
            if reopen:
                records.close()
                records = PassageRecords(folder)
            assert contents(records) == expected
            assert (records.count(), set(records.ids())) == (len(expected), set(expected))
        records.close()


def test_a_torn_tail_is_cut_and_the_rest_stays(tmp_path: Path) -> None:
    records = PassageRecords(tmp_path)
    records.put(IDS[:2], [record(4), record(3)])
    records.close()
    with (tmp_path / "records.u2").open("r+b") as handle:
        handle.truncate(10)
    with (tmp_path / "rows.bin").open("ab") as handle:
        handle.write(b"torn")
    records = PassageRecords(tmp_path)
    assert contents(records) == {IDS[0]: 4}
    records.put(IDS[1:3], [record(2), record(1)])
    assert contents(records) == {IDS[0]: 4, IDS[1]: 2, IDS[2]: 1}
    records.close()


def test_files_are_written_anew_where_much_was_replaced(tmp_path: Path) -> None:
    records = PassageRecords(tmp_path)
    for _ in range(9):
        records.put(IDS[:1], [record(50)])
    records.close()
    before = (tmp_path / "records.u2").stat().st_size
    records = PassageRecords(tmp_path)
    assert contents(records) == {IDS[0]: 50}
    assert (before, (tmp_path / "records.u2").stat().st_size) == (900, 100)
    records.close()


def test_a_store_keeps_records_and_an_older_one_cuts_them_when_asked(settings: StoreSettings) -> None:
    embedder = load_embedder()
    with open_store(settings, embedder) as store:
        store.add_many([made_addition("a.txt", "Hội trồng quế ở Bản Mây.", "Hội họp đầu năm.")])
        chunk_ids = [chunk.chunk_id for chunk in store.chunks_of(store.documents()[0].document_id)]
        kept = [one.tolist() for one in store.records(chunk_ids)]
        assert store._pair.records.count() == 2
        assert store.check(deep=True) == []
    for path in settings.records_dir(1).iterdir():
        path.unlink()
    with open_store(settings, embedder) as store:
        assert store._pair.records.count() == 0
        assert [one.tolist() for one in store.records([*chunk_ids, "0" * 16])] == [*kept, []]
        assert store.check(deep=True) == []
    reindex_folder(settings, embedder)
    with open_store(settings, embedder) as store:
        assert store._pair.records.count() == 2
        store._pair.records.put(chunk_ids[:1], [record(9)])
        assert [one.code for one in store.check(deep=True)] == [ProblemCode.PASSAGE_RECORDS]
        store.remove(store.documents()[0].document_id)
        assert store._pair.records.count() == 0
