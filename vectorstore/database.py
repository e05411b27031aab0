"""SQLite connections of the catalogue: one writer at a time, readers that never wait for it (WAL)."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vectorstore.disk import disk_full_as_error
from vectorstore.errors import IndexDamagedError
from vectorstore.migrations import migrate

_BUSY_TIMEOUT_S = 30.0
_CACHE_KIB = 16_384


class Database:
    """The catalogue's file, usable from any thread."""

    def __init__(self, path: Path) -> None:
        """Open or create the file and migrate it.

        :raises StoreVersionError: written by a newer version.
        :raises IndexDamagedError: not a SQLite file.
        """
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._idle_lock = threading.Lock()
        self._write_lock = threading.RLock()
        self._closed = False
        self.writes = 0
        """Committed write transactions of this process; a cache is stale when it changes."""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with disk_full_as_error(path):
                self._writer = self._connect()
                migrate(self._writer, str(path))
        except sqlite3.DatabaseError as error:
            raise IndexDamagedError(index=str(path), problem=str(error)) from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection of this thread's own for the length of the block; sees the last committed state."""
        with self._idle_lock:
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            connection = self._connect()
        try:
            yield connection
        finally:
            with self._idle_lock:
                if self._closed:
                    connection.close()
                else:
                    self._idle.append(connection)

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: committed at the end of the block, rolled back on any exception.

        :raises DiskFullError: no space; nothing of the block is kept.
        """
        with self._write_lock, disk_full_as_error(self._path):
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
            except BaseException:
                # SQLite rolls back by itself when the disk is full
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise
            self.writes += 1

    def close(self) -> None:
        """Close every connection; the last one folds the WAL into the file."""
        with self._write_lock, self._idle_lock:
            self._closed = True
            for connection in self._idle:
                connection.close()
            self._idle.clear()
            self._writer.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._path, timeout=_BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        # FULL: "indexed" was promised to a person, it must survive a power cut; one fsync a batch is cheap
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"cache_size = -{_CACHE_KIB}"):
            connection.execute(f"PRAGMA {pragma}")
        return connection
