"""A small run of ``tests.benchmarks.crash_safety`` (300 files, 50 kills) with an embedder that loads at once."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.benchmarks.crash_safety import Held, Program, compare
from vectorstore.connect import open_store
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.settings import StoreSettings


def look(data: Path) -> Held:
    with open_store(StoreSettings(data), HashingEmbedder(16)) as store:
        records = store.documents(include_removed=True)
        problems = [str(problem) for problem in store.check(deep=True)]
    return Held(Counter((one.document_id, str(one.state), one.chunks) for one in records), problems)


@pytest.mark.skipif(sys.platform == "win32", reason="kills with a signal of POSIX")
def test_an_ingest_killed_at_random_moments_ends_where_an_undisturbed_one_does(tmp_path: Path) -> None:
    program = Program(ingest=(sys.executable, "-m", "tests.benchmarks.crash_ingest"), look=look)
    found = compare(program, tmp_path, files=22, kills=2, seed=11)
    assert found["differences"] == []
    assert found["files_read_by_killed_runs"]
