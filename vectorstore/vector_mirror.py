"""All vectors of a collection beside Chroma: exact search over any set of documents, in milliseconds."""

import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from vectorstore.disk import disk_full_as_error
from vectorstore.hits import ScoredChunk
from vectorstore.id_keys import Keys, ids_of, keys_of
from vectorstore.int8_codes import CodedRows, coded, no_rows, possible_nearest
from vectorstore.protocols import Vectors
from vectorstore.row_files import RowFiles
from vectorstore.sign_codes import likely_nearest

_DEAD_SHARE = 0.3
"""Above this share of deleted rows the files are rewritten at the next opening."""
_SCANNED_WHOLE = 50_000
"""Above so many rows an unfiltered search begins with the signs."""
_CACHED_FILTERS = 16
_COMPARED_AT_ONCE = 4_096
"""Rows read together: equal vectors by the thousand stay equally near, and must not fill the memory."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """One consistent view: which chunk of which document each row is, and whether it still counts."""

    chunks: Keys
    documents: Keys
    alive: NDArray[np.bool_]
    coded: CodedRows
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

    A search goes over 8-bit codes, which stay in memory, and then compares the few rows left as they are.
    """

    def __init__(self, folder: Path, dim: int) -> None:
        """Open or create."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._dim = folder, dim
        self._lock = threading.Lock()
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
            self._files.flush()

    def search(self, vector: Vectors, k: int, document_ids: Collection[str] | None = None) -> list[ScoredChunk]:
        """The k nearest chunks by cosine; ``vector`` is float32, (dim,).

        Exactly among given documents, and among all up to 50,000 rows; beyond that all but a few of them.
        """
        rows = self._rows
        wanted = rows.alive if document_ids is None else self._rows_of(rows, document_ids)
        if k <= 0 or not wanted.any():
            return []
        unit = vector / max(float(np.linalg.norm(vector)), 1e-12)
        whole = document_ids is not None or len(rows.alive) <= _SCANNED_WHOLE
        near = (possible_nearest if whole else likely_nearest)(rows.coded, unit, k, wanted)
        return _best(rows.chunks[near], self._cosines(near, unit), k)

    def _cosines(self, near: NDArray[np.intp], unit: Vectors) -> Vectors:
        """Cosine of each row."""
        parts = (near[start : start + _COMPARED_AT_ONCE] for start in range(0, len(near), _COMPARED_AT_ONCE))
        return np.concatenate([self._files.picked(part) @ unit for part in parts])

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

    def differing(self, chunk_ids: Sequence[str], document_ids: Sequence[str], vectors: Vectors) -> list[str]:
        """Those of the chunks whose row is absent, of another document, or holds another vector."""
        rows, held = self._rows, self._files.vectors()
        owners = keys_of(document_ids)
        different = []
        for place, (chunk_id, key) in enumerate(zip(chunk_ids, keys_of(chunk_ids).tolist(), strict=True)):
            row = rows.row_of.get(key)
            same = row is not None and rows.documents[row] == owners[place]
            if not same or not np.allclose(held[row], vectors[place], rtol=1e-5, atol=1e-7):
                different.append(chunk_id)
        return different

    def miscoded(self) -> int:
        """How many living rows have codes that are not those of their vectors; one step of rounding is none."""
        rows, held = self._rows, self._files.vectors()
        alive, wrong = np.flatnonzero(rows.alive), 0
        for start in range(0, len(alive), _COMPARED_AT_ONCE):
            part = alive[start : start + _COMPARED_AT_ONCE]
            made, kept = coded(np.asarray(held[part])), rows.coded[part]
            steps = np.abs(made.codes.astype(np.int16) - kept.codes.astype(np.int16)).max(axis=1, initial=0)
            limits = np.isclose(made.bounds, kept.bounds, rtol=1e-3, atol=1e-5).all(axis=1)
            wrong += int(((steps > 1) | ~limits).sum())
        return wrong

    def clear(self) -> None:
        """Drop every row."""
        with self._lock:
            self._unmap()
            self._files.delete()
            self._open_files()

    def close(self) -> None:
        """Close the files; the object is not used afterwards."""
        with self._lock:
            self._unmap()
            self._files.close()

    def _open_files(self) -> None:
        self._files = RowFiles(self._folder, self._dim)
        keys = self._files.keys()
        alive = (keys != 0).any(axis=1)
        row_of = dict(zip(keys[alive, 0].tolist(), np.flatnonzero(alive).tolist(), strict=True))
        self._rows = _Rows(keys[:, 0].copy(), keys[:, 1].copy(), alive, self._files.coded(), row_of)

    def _unmap(self) -> None:
        """Windows refuses to delete a mapped file."""
        none = np.empty(0, dtype=np.int64)
        self._rows = _Rows(none, none, np.empty(0, dtype=np.bool_), no_rows(self._dim))

    def _forget(self, keys: Keys) -> None:
        old = self._rows
        dead = [row for key in keys.tolist() if (row := old.row_of.pop(key, None)) is not None]
        if not dead:
            return
        self._files.forget(dead)
        alive = old.alive.copy()
        alive[dead] = False
        self._rows = _Rows(old.chunks, old.documents, alive, old.coded, old.row_of)

    def _append(self, ids: Keys, vectors: Vectors) -> None:
        old = self._rows
        first = len(old.alive)
        self._files.append(ids, vectors)
        old.row_of.update(zip(ids[:, 0].tolist(), range(first, first + len(ids)), strict=True))
        self._rows = _Rows(
            np.concatenate([old.chunks, ids[:, 0]]),
            np.concatenate([old.documents, ids[:, 1]]),
            np.concatenate([old.alive, np.ones(len(ids), dtype=np.bool_)]),
            self._files.coded(),
            old.row_of,
        )

    def _compact(self) -> None:
        kept = np.flatnonzero(self._rows.alive)
        self._unmap()
        with disk_full_as_error(self._folder):
            self._files.keep_only(kept)
        self._open_files()


def _best(chunks: Keys, scores: Vectors, k: int) -> list[ScoredChunk]:
    """The k greatest; equal ones in the order of their ids, which is that of their numbers without sign."""
    top = np.lexsort((np.ascontiguousarray(chunks).view(np.uint64), -scores))[:k]
    return [ScoredChunk(one, score) for one, score in zip(ids_of(chunks[top]), scores[top].tolist(), strict=True)]
