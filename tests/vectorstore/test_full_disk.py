"""A real file system that fills up."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vectorstore.made import made_addition
from vectorstore.connect import open_store
from vectorstore.errors import DiskFullError
from vectorstore.hashing_embedder import HashingEmbedder
from vectorstore.records import Addition
from vectorstore.settings import StoreSettings
from vectorstore.store import Store


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root can mount a small file system")
    command = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let root mount a small file system")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def batch(number: int) -> list[Addition]:
    paragraphs = [f"Đoạn {part} của tập {number} nói về vốn vay. " * 20 for part in range(40)]
    return [made_addition(f"{number}-{one}.txt", f"Văn bản {one}", *paragraphs) for one in range(4)]


def fill(store: Store) -> int:
    """Batches that went in before the disk was full."""
    done: list[int] = []

    def keep_adding() -> None:
        for number in range(1_000):
            store.add_many(batch(number))
            done.append(number)

    with pytest.raises(DiskFullError, match=str(store.settings.data_dir)):
        keep_adding()
    return len(done)


@pytest.mark.parametrize("spare_kib", [0, 300, 1_500, 3_000])
def test_full_disk_is_one_error_and_nothing_earlier_is_lost(small_disk: Path, spare_kib: int) -> None:
    """The filler moves the moment at which the space ends; it is removed before the second opening."""
    settings = StoreSettings(small_disk / "data", writer_memory_mb=15)
    filler = small_disk / "filler"
    filler.write_bytes(bytes(4_000_000 + spare_kib * 1_024))
    with open_store(settings, HashingEmbedder(32)) as store:
        done = fill(store)
        assert done
        assert store.counts().documents >= 4 * done
        assert store.lexical("tap 0", 3)
    filler.unlink()
    with open_store(settings, HashingEmbedder(32)) as store:
        assert store.check(deep=True) == []
        assert store.counts().documents >= 4 * done
        store.add_many(batch(5_000))
        assert store.check(deep=True) == []
