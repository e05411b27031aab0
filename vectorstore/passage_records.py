"""The records of passages on disk: appended, never moved; the last one of a passage counts."""

import os
import threading
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore.cut_passages import NO_RECORD, Record
from vectorstore.disk import disk_full_as_error
from vectorstore.id_keys import ids_of, keys_of

_ROW = np.dtype([("chunk", "<i8"), ("start", "<i8"), ("length", "<i8")])
"""Where the record of a chunk is, in numbers of two bytes; a length of 0 says that it was deleted."""
_NUMBER_BYTES = 2
_DEAD_SHARE = 0.3
"""Above this share of rows that count no more the files are rewritten at the next opening."""
_LATEST = 4_096
"""Rows looked up one by one until they are sorted in with the others."""
Rows = NDArray[Any]


class PassageRecords:
    """``rows.bin`` says where in ``records.u2`` each record is and is written after it.

    Derived data that may be incomplete: a passage without a record is cut again by whoever needs it. Any thread reads,
    one writes.
    """

    def __init__(self, folder: Path) -> None:
        """Open or create, and cut off what a crash left behind."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._lock = threading.Lock()
        self._rows = self._end = 0
        self._sorted: Rows = np.empty(0, dtype=_ROW)
        self._latest: dict[int, tuple[int, int]] = {}
        self._open()
        if len(self._live()) < (1 - _DEAD_SHARE) * self._rows:
            self._compact()

    def count(self) -> int:
        """How many passages have a record."""
        with self._lock:
            return len(self._live())

    def ids(self) -> list[str]:
        """Passages that have a record."""
        with self._lock:
            return ids_of(np.ascontiguousarray(self._live()["chunk"]))

    def read(self, chunk_ids: Sequence[str]) -> list[Record]:
        """The record of each passage; an empty one where there is none."""
        keys = keys_of(chunk_ids)
        with self._lock:
            return [self._record(start, length) for start, length in self._found(keys)]

    def put(self, chunk_ids: Sequence[str], records: Sequence[Record]) -> None:
        """Insert or replace.

        :raises DiskFullError: no space; none of them counts.
        """
        lengths = np.array([len(one) for one in records], dtype=np.int64)
        with self._lock, disk_full_as_error(self._folder):
            ends = self._end + np.cumsum(lengths)
            rows = np.empty(len(lengths), dtype=_ROW)
            rows["chunk"], rows["start"], rows["length"] = keys_of(chunk_ids), ends - lengths, lengths
            self._data.seek(self._end * _NUMBER_BYTES)
            _write(self._data, b"".join(one.astype("<u2", copy=False).tobytes() for one in records))
            # a row must not outlive the record it points to; losing rows loses only time
            os.fsync(self._data.fileno())
            self._append(rows)
            self._end = int(ends[-1]) if len(ends) else self._end

    def delete(self, chunk_ids: Collection[str]) -> None:
        """Remove; unknown ids are ignored."""
        with self._lock, disk_full_as_error(self._folder):
            keys = keys_of(chunk_ids)
            known = np.array([length > 0 for _, length in self._found(keys)], dtype=np.bool_)
            rows = np.zeros(int(known.sum()), dtype=_ROW)
            rows["chunk"] = keys[known]
            self._append(rows)

    def close(self) -> None:
        """Close the files."""
        with self._lock:
            self._data.close()
            self._index.close()

    def _open(self) -> None:
        self._data = _unbuffered(self._folder / "records.u2")
        self._index = _unbuffered(self._folder / "rows.bin")
        self._end = self._data.seek(0, os.SEEK_END) // _NUMBER_BYTES
        held = self._index.seek(0, os.SEEK_END) // _ROW.itemsize
        self._index.seek(0)
        rows = np.frombuffer(self._index.read(held * _ROW.itemsize), dtype=_ROW)
        torn = np.flatnonzero(rows["start"] + rows["length"] > self._end)
        if len(torn):
            rows = rows[: torn[0]]
        self._rows = len(rows)
        self._index.truncate(self._rows * _ROW.itemsize)
        self._sorted = _last_of_each(rows)
        self._latest.clear()

    def _append(self, rows: Rows) -> None:
        self._index.seek(self._rows * _ROW.itemsize)
        _write(self._index, rows.tobytes())
        self._rows += len(rows)
        self._latest.update((chunk, (start, length)) for chunk, start, length in rows.tolist())
        if len(self._latest) > _LATEST:
            self._sort_in()

    def _sort_in(self) -> None:
        latest = np.array([(chunk, *place) for chunk, place in self._latest.items()], dtype=_ROW)
        self._sorted = _last_of_each(np.concatenate([self._sorted, latest]))
        self._latest.clear()

    def _live(self) -> Rows:
        if self._latest:
            self._sort_in()
        return self._sorted[self._sorted["length"] > 0]

    def _found(self, keys: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
        """Start and length of the record of each chunk; a length of 0 where there is none."""
        places = np.zeros((len(keys), 2), dtype=np.int64)
        if len(self._sorted):
            at = np.minimum(np.searchsorted(self._sorted["chunk"], keys), len(self._sorted) - 1)
            known = self._sorted["chunk"][at] == keys
            places[known, 0], places[known, 1] = self._sorted["start"][at[known]], self._sorted["length"][at[known]]
        for key, (start, length) in zip(keys.tolist(), places.tolist(), strict=True):
            yield self._latest.get(key, (start, length))

    def _record(self, start: int, length: int) -> Record:
        if not length:
            return NO_RECORD
        self._data.seek(start * _NUMBER_BYTES)
        return np.frombuffer(self._data.read(length * _NUMBER_BYTES), dtype="<u2").astype(np.uint16, copy=False)

    def _compact(self) -> None:
        """Write what counts anew; killed on the way it leaves no rows, and passages are cut when they are asked for."""
        live = self._live()
        records = [self._record(start, length) for _, start, length in live.tolist()]
        chunk_ids = ids_of(np.ascontiguousarray(live["chunk"]))
        for handle in (self._index, self._data):
            handle.truncate(0)
            handle.close()
        self._open()
        self.put(chunk_ids, records)


def _last_of_each(rows: Rows) -> Rows:
    """Rows by chunk, of each chunk the last."""
    ordered = rows[np.argsort(rows["chunk"], kind="stable")]
    return ordered[np.append(ordered["chunk"][1:] != ordered["chunk"][:-1], True)] if len(ordered) else ordered


def _write(handle: Any, data: bytes) -> None:  # noqa: ANN401  see _unbuffered
    """All of it: an unbuffered file says how much it took, and only at the next try why no more."""
    while data:
        data = data[handle.write(data) :]


def _unbuffered(path: Path) -> Any:  # noqa: ANN401  FileIO is what it is, but open() promises less
    path.touch()
    return path.open("r+b", buffering=0)
