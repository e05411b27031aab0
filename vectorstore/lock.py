"""One process owns the data folder: a lock file that names its pid and is freed when the process dies."""

import os
import sys
from pathlib import Path
from typing import IO

from vectorstore.errors import StoreLockedError

LOCK_NAME = "lock"
_WINDOWS_LOCK_OFFSET = 4096
"""Windows locks bytes against reading too; this one lies beyond the pid."""

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: IO[str]) -> None:
        handle.seek(_WINDOWS_LOCK_OFFSET)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        handle.seek(0)
else:
    import fcntl

    def _try_lock(handle: IO[str]) -> None:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from construction to ``release``; the operating system frees it if the process is killed."""

    def __init__(self, data_dir: Path) -> None:
        """Take the lock.

        :raises StoreLockedError: another process, or another store of this one, holds it.
        """
        data_dir.mkdir(parents=True, exist_ok=True)
        self._handle = (data_dir / LOCK_NAME).open("a+", encoding="ascii")
        try:
            _try_lock(self._handle)
        except OSError:
            pid = _read_pid(self._handle)
            self._handle.close()
            raise StoreLockedError(data=str(data_dir), pid=pid) from None
        self._handle.truncate(0)
        self._handle.write(f"{os.getpid()}\n")
        self._handle.flush()

    def release(self) -> None:
        """Free the folder; the empty file stays (removing it would race with a third process)."""
        if not self._handle.closed:
            self._handle.truncate(0)
            self._handle.close()


def _read_pid(handle: IO[str]) -> int:
    handle.seek(0)
    digits = handle.read(32).strip()
    return int(digits) if digits.isdigit() else 0
