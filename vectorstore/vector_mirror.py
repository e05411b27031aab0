"""All vectors of a collection as one memory-mapped matrix: search over any set of documents, in milliseconds."""

import os
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore.disk import disk_full_as_error
from vectorstore.hits import ScoredChunk
from vectorstore.id_keys import Keys, ids_of, keys_of
from vectorstore.protocols import Vectors
from vectorstore.sign_scan import Signs, nearest_rows, no_signs, signs_of

_GATHER_SHARE = 0.2
"""Below this share of rows they are copied out first; above, multiplying all rows is quicker (17 ms at 200k x 384)."""
_GATHERED_ROWS = 10_000
"""Up to here the rows asked for are copied out and multiplied: 20 MB at 512 dimensions."""
_MULTIPLIED_ROWS = 30_000
"""Up to here all rows are multiplied; 215,000 x 512 took 68 ms of processor time, the signs 6 ms."""
_CANDIDATES = 8_000
"""Rows with the nearest signs whose cosine is computed."""
_DEAD_SHARE = 0.3
"""Above this share of deleted rows the files are rewritten at the next opening."""
_CACHED_FILTERS = 16
_ID_BYTES = 16
_FLOAT_BYTES = 4


@dataclass(frozen=True, slots=True)
class _Rows:
    """One consistent view: which chunk of which document each row is, and whether it still counts."""

    chunks: Keys
    documents: Keys
    alive: NDArray[np.bool_]
    matrix: Vectors
    row_of: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Places:
    """The distinct documents of the rows, sorted, and which of them each row belongs to."""

    documents: Keys
    unique: Keys
    ordinals: NDArray[np.intp]
    masks: dict[frozenset[str], NDArray[np.bool_]] = field(default_factory=dict)
    """Rows of the filters asked for lately: the catalogue hands out the same set for the same filter."""

    def rows_of(self, document_ids: Collection[str]) -> NDArray[np.bool_]:
        """Which rows belong to the documents."""
        chosen = np.zeros(len(self.unique), dtype=np.bool_)
        if len(chosen):
            keys = keys_of(document_ids)
            at = np.minimum(np.searchsorted(self.unique, keys), len(chosen) - 1)
            chosen[at[self.unique[at] == keys]] = True
        return chosen[self.ordinals]


class VectorMirror:
    """Rows are appended and tombstoned, never moved. Derived data: a mismatch with Chroma rebuilds it from there.

    Files: ``vectors.f32`` (rows x dim), ``ids.i64`` (chunk key, document key; both 0 for a deleted row).
    """

    def __init__(self, folder: Path, dim: int, *, exact_rows: int = _MULTIPLIED_ROWS) -> None:
        """Open or create; a search over more than ``exact_rows`` rows looks at their signs first."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._dim, self._exact_rows = folder, dim, exact_rows
        self._lock = threading.Lock()
        self._signs_lock = threading.Lock()
        self._places: _Places | None = None
        self._open_files()
        dead = len(self._rows.alive) - self.count()
        if dead > _DEAD_SHARE * len(self._rows.alive):
            self._compact()

    def count(self) -> int:
        """How many vectors are held."""
        return len(self._rows.row_of)

    def upsert(self, chunk_ids: Sequence[str], document_ids: Sequence[str], vectors: Vectors) -> None:
        """Insert or replace rows, durably.

        :raises DiskFullError: no space; the rows may be there in part, the same call again completes them.
        """
        if not chunk_ids:
            return
        with self._lock, disk_full_as_error(self._folder):
            self._forget(keys_of(chunk_ids))
            ids = np.stack([keys_of(chunk_ids), keys_of(document_ids)], axis=1)
            self._append(ids, np.ascontiguousarray(vectors, dtype=np.float32))

    def delete(self, chunk_ids: Collection[str]) -> None:
        """Remove rows; unknown ids are ignored."""
        with self._lock, disk_full_as_error(self._folder):
            self._forget(keys_of(chunk_ids))
            os.fsync(self._ids.fileno())

    def search(self, vector: Vectors, k: int, document_ids: Collection[str] | None = None) -> list[ScoredChunk]:
        """The k nearest chunks, of the documents if given, by cosine; ``vector`` is float32, (dim,).

        Exact up to ``exact_rows`` rows; above, nearly (``_CANDIDATES`` of them are compared exactly).
        """
        rows = self._rows
        mask = rows.alive if document_ids is None else self._rows_of(rows, document_ids)
        count = int(np.count_nonzero(mask))
        if not count or k <= 0:
            return []
        unit = vector / max(float(np.linalg.norm(vector)), 1e-12)
        if len(mask) <= self._exact_rows and count >= _GATHER_SHARE * len(mask):
            wanted = np.flatnonzero(mask)
            return _best(rows, wanted, (rows.matrix @ unit)[wanted], k)
        if count <= min(_GATHERED_ROWS, self._exact_rows):
            wanted = np.flatnonzero(mask)
        else:
            wanted = nearest_rows(self._signs_of(rows), unit, max(_CANDIDATES, k), mask)
        return _best(rows, wanted, rows.matrix[wanted] @ unit, k)

    def _signs_of(self, rows: _Rows) -> Signs:
        """Signs of all rows; those that came since the last search are added."""
        with self._signs_lock:
            held = self._signs.shape[1]
            if held < len(rows.alive):
                self._signs = np.concatenate([self._signs, signs_of(rows.matrix[held:])], axis=1)
            return self._signs[:, : len(rows.alive)]

    def _rows_of(self, rows: _Rows, document_ids: Collection[str]) -> NDArray[np.bool_]:
        """Which rows live and belong to the documents."""
        places = self._places
        if places is None or places.documents is not rows.documents:
            unique, ordinals = np.unique(rows.documents, return_inverse=True)
            self._places = places = _Places(rows.documents, unique, ordinals)
        if not isinstance(document_ids, frozenset):
            return places.rows_of(document_ids) & rows.alive
        mask = places.masks.get(document_ids)
        if mask is None:
            mask = places.rows_of(document_ids)
            if len(places.masks) >= _CACHED_FILTERS:
                places.masks.clear()
            places.masks[document_ids] = mask
        return mask & rows.alive

    def clear(self) -> None:
        """Drop every row."""
        with self._lock:
            self._close_files()
            for path in (self._ids_path, self._vectors_path):
                path.unlink(missing_ok=True)
            self._open_files()

    def close(self) -> None:
        """Close the files; the object is not used afterwards."""
        with self._lock:
            self._close_files()

    @property
    def _ids_path(self) -> Path:
        return self._folder / "ids.i64"

    @property
    def _vectors_path(self) -> Path:
        return self._folder / "vectors.f32"

    def _open_files(self) -> None:
        """Open and cut both files to the rows that are whole in each: a crash leaves at most a torn tail."""
        self._ids = _open(self._ids_path)
        self._vectors = _open(self._vectors_path)
        row_bytes = _FLOAT_BYTES * self._dim
        rows = min(_size(self._ids) // _ID_BYTES, _size(self._vectors) // row_bytes)
        self._ids.truncate(rows * _ID_BYTES)
        self._vectors.truncate(rows * row_bytes)
        self._ids.seek(0)
        keys = np.frombuffer(self._ids.read(rows * _ID_BYTES), dtype="<i8").reshape(rows, 2).astype(np.int64)
        self._signs = no_signs(self._dim)
        alive = (keys != 0).any(axis=1)
        row_of = {int(key): int(row) for row, key in zip(np.flatnonzero(alive), keys[alive, 0], strict=True)}
        self._rows = _Rows(keys[:, 0].copy(), keys[:, 1].copy(), alive, self._map(rows), row_of)

    def _close_files(self) -> None:
        self._ids.close()
        self._vectors.close()
        # drop the mapping: Windows refuses to delete a mapped file
        empty = np.empty(0, dtype=np.int64)
        self._rows = _Rows(empty, empty, np.empty(0, dtype=np.bool_), np.empty((0, self._dim), dtype=np.float32))

    def _map(self, rows: int) -> Vectors:
        if not rows:
            return np.empty((0, self._dim), dtype=np.float32)
        return np.memmap(self._vectors_path, dtype=np.float32, mode="r", shape=(rows, self._dim))

    def _forget(self, keys: Keys) -> None:
        old = self._rows
        dead = [row for key in keys.tolist() if (row := old.row_of.pop(key, None)) is not None]
        if not dead:
            return
        for row in dead:
            self._ids.seek(row * _ID_BYTES)
            self._ids.write(bytes(_ID_BYTES))
        self._ids.flush()
        alive = old.alive.copy()
        alive[dead] = False
        self._rows = _Rows(old.chunks, old.documents, alive, old.matrix, old.row_of)

    def _append(self, ids: NDArray[np.int64], vectors: Vectors) -> None:
        """Vectors first: an id without its vector would be a lie, a vector without id is cut off at opening."""
        old = self._rows
        first = len(old.alive)
        row_bytes = _FLOAT_BYTES * self._dim
        for handle, place, data in (
            (self._vectors, first * row_bytes, vectors.astype("<f4", copy=False).tobytes()),
            (self._ids, first * _ID_BYTES, ids.astype("<i8").tobytes()),
        ):
            handle.seek(place)
            handle.write(data)
            handle.flush()
            os.fsync(handle.fileno())
        old.row_of.update(zip(ids[:, 0].tolist(), range(first, first + len(ids)), strict=True))
        self._rows = _Rows(
            np.concatenate([old.chunks, ids[:, 0]]),
            np.concatenate([old.documents, ids[:, 1]]),
            np.concatenate([old.alive, np.ones(len(ids), dtype=np.bool_)]),
            self._map(first + len(ids)),
            old.row_of,
        )

    def _compact(self) -> None:
        rows = self._rows
        keep = np.flatnonzero(rows.alive)
        ids = np.stack([rows.chunks[keep], rows.documents[keep]], axis=1)
        fresh = self._folder / "vectors.new", self._folder / "ids.new"
        with disk_full_as_error(self._folder):
            rows.matrix[keep].astype("<f4", copy=False).tofile(fresh[0])
            ids.astype("<i8").tofile(fresh[1])
        self._close_files()
        # ids are removed first: a crash between the renames leaves an empty mirror, which Chroma refills
        self._ids_path.unlink()
        fresh[0].replace(self._vectors_path)
        fresh[1].replace(self._ids_path)
        self._open_files()


def _open(path: Path) -> Any:  # noqa: ANN401  BufferedRandom has no public name in typing
    path.touch()
    return path.open("r+b")


def _size(handle: Any) -> int:  # noqa: ANN401  as above
    return int(handle.seek(0, os.SEEK_END))


def _best(rows: _Rows, wanted: NDArray[np.intp], scores: Vectors, k: int) -> list[ScoredChunk]:
    k = min(k, len(wanted))
    top = np.argpartition(-scores, k - 1)[:k]
    ids = ids_of(rows.chunks[wanted[top]])
    found = [ScoredChunk(chunk_id, float(score)) for chunk_id, score in zip(ids, scores[top], strict=True)]
    return sorted(found, key=lambda one: (-one.score, one.chunk_id))
