import hashlib
from pathlib import Path

import pytest

from vectorstore.originals import Original, Originals


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_file_is_kept_under_its_hash(tmp_path: Path) -> None:
    file = tmp_path / "Báo cáo.PDF"
    file.write_bytes(b"%PDF made up")
    originals = Originals(tmp_path / "kept")
    kept = originals.keep(file)
    assert kept == Original(hashlib.sha256(b"%PDF made up").hexdigest(), "pdf")
    assert originals.path(kept).read_bytes() == b"%PDF made up"


def test_same_bytes_are_kept_once(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "kept")
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"same")
        originals.keep(tmp_path / name)
    assert len(names(tmp_path / "kept")) == 1


def test_changed_file_is_another_original(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    originals = Originals(tmp_path / "kept")
    file.write_bytes(b"first")
    first = originals.keep(file)
    file.write_bytes(b"second, longer")
    assert originals.keep(file) != first


def test_unreadable_file_leaves_nothing(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "kept")
    with pytest.raises(OSError, match="absent"):
        originals.keep(tmp_path / "absent.txt")
    assert names(tmp_path / "kept") == []


def test_discarded_file_can_be_kept_again(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"again")
    originals = Originals(tmp_path / "kept")
    originals.discard(originals.keep(file))
    assert names(tmp_path / "kept") == []
    assert originals.path(originals.keep(file)).exists()


def test_half_made_copies_are_swept(tmp_path: Path) -> None:
    originals = Originals(tmp_path / "kept")
    (tmp_path / "kept" / "1-abc.part").write_bytes(b"half")
    originals.sweep()
    assert names(tmp_path / "kept") == []
