import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from vectorstore.errors import StoreLockedError
from vectorstore.lock import FolderLock


def test_second_owner_is_refused_and_told_the_pid(tmp_path: Path) -> None:
    first = FolderLock(tmp_path)
    with pytest.raises(StoreLockedError, match=f"pid={os.getpid()}"):
        FolderLock(tmp_path)
    first.release()


def test_folder_is_free_after_release(tmp_path: Path) -> None:
    FolderLock(tmp_path).release()
    FolderLock(tmp_path).release()


def test_release_twice_is_the_same_as_once(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    lock.release()
    lock.release()


def test_missing_folder_is_made(tmp_path: Path) -> None:
    FolderLock(tmp_path / "a" / "b").release()
    assert (tmp_path / "a" / "b").is_dir()


def test_folder_is_free_after_its_owner_was_killed(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from vectorstore.lock import FolderLock;"
        "lock = FolderLock(Path(sys.argv[1])); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True) as owner:
        assert owner.stdout is not None
        assert owner.stdout.readline() == "held\n"
        with pytest.raises(StoreLockedError, match=f"pid={owner.pid}"):
            FolderLock(tmp_path)
        owner.send_signal(signal.SIGKILL)
        owner.wait()
    FolderLock(tmp_path).release()
