"""The files of the vector mirror: rows of ids, vectors and codes, appended and never moved."""

import os
import threading
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vectorstore.id_keys import Keys
from vectorstore.int8_codes import BOUND_COLUMNS, CodedRows, coded, sign_bytes
from vectorstore.protocols import Vectors

_ID_BYTES = 16
_FLOAT_BYTES = 4
_CODED_AT_ONCE = 16_384


class RowFiles:
    """Row i of every file belongs together; ids are written last, so a crash leaves at most a torn tail.

    ``vectors.f32`` (rows x dim), ``codes.i8`` (rows x dim), ``bounds.f32`` (rows x 3), ``signs.u1`` (rows x dim / 8),
    ``ids.i64`` (chunk key, document key; both 0 for a deleted row). Codes, bounds and signs are made from the vectors,
    again if they are missing.
    """

    def __init__(self, folder: Path, dim: int) -> None:
        """Open or create, and cut every file to the rows that are whole in ids and vectors."""
        self._folder, self._dim = folder, dim
        self._widths = {
            "vectors.f32": _FLOAT_BYTES * dim,
            "codes.i8": dim,
            "bounds.f32": _FLOAT_BYTES * BOUND_COLUMNS,
            "signs.u1": sign_bytes(dim),
            "ids.i64": _ID_BYTES,
        }
        self._handles = {name: _open(folder / name) for name in self._widths}
        self._reader = (folder / "vectors.f32").open("rb", buffering=0)
        self._reading = threading.Lock()
        self.rows = min(self._held("vectors.f32"), self._held("ids.i64"))
        for name in ("vectors.f32", "ids.i64"):
            self._cut(name, self.rows)
        self._complete_codes()

    def keys(self) -> Keys:
        """int64, (rows, 2): chunk and document of each row."""
        handle = self._handles["ids.i64"]
        handle.seek(0)
        return np.frombuffer(handle.read(self.rows * _ID_BYTES), dtype="<i8").reshape(-1, 2).astype(np.int64)

    def vectors(self) -> Vectors:
        """All vectors, mapped for as long as the array lives: pages read stay no longer in the process's memory."""
        return self._mapped("vectors.f32", np.float32, self._dim)

    def picked(self, rows: NDArray[np.intp]) -> Vectors:
        """Some vectors, read one by one: a mapped page costs a fault each and counts as the process's memory."""
        found = np.empty((len(rows), self._dim), dtype="<f4")
        width = self._widths["vectors.f32"]
        with self._reading:
            for place, row in zip(found, rows.tolist(), strict=True):
                self._reader.seek(row * width)
                self._reader.readinto(place.data)
        return found

    def coded(self) -> CodedRows:
        """All codes, mapped."""
        return CodedRows(
            self._mapped("codes.i8", np.int8, self._dim),
            self._mapped("bounds.f32", np.float32, BOUND_COLUMNS),
            self._mapped("signs.u1", np.uint8, sign_bytes(self._dim)),
        )

    def append(self, keys: Keys, vectors: Vectors) -> None:
        """Add rows, durably; keys as ``keys()`` gives them."""
        self._write("vectors.f32", self.rows, vectors.astype("<f4", copy=False))
        self._write_coded(self.rows, coded(vectors))
        self._write("ids.i64", self.rows, keys.astype("<i8", copy=False))
        self.rows += len(keys)

    def forget(self, rows: list[int]) -> None:
        """Mark rows as deleted; durable after ``flush``."""
        handle = self._handles["ids.i64"]
        for row in rows:
            handle.seek(row * _ID_BYTES)
            handle.write(bytes(_ID_BYTES))
        handle.flush()

    def flush(self) -> None:
        """Make deletions durable."""
        os.fsync(self._handles["ids.i64"].fileno())

    def keep_only(self, kept: NDArray[np.intp]) -> None:
        """Write the kept rows anew and close; a crash on the way leaves no rows, and Chroma fills them in again."""
        keys, vectors = self.keys()[kept], self.vectors()[kept]
        fresh = {"vectors.f32": vectors.astype("<f4", copy=False), "ids.i64": keys.astype("<i8", copy=False)}
        for name, data in fresh.items():
            data.tofile(self._folder / f"{name}.new")
        self.delete()
        for name in fresh:
            (self._folder / f"{name}.new").replace(self._folder / name)

    def delete(self) -> None:
        """Close and remove every file, ids first."""
        self.close()
        for name in reversed(self._widths):
            (self._folder / name).unlink(missing_ok=True)

    def close(self) -> None:
        """Close the files."""
        self._reader.close()
        for handle in self._handles.values():
            handle.close()

    def _complete_codes(self) -> None:
        made_from_vectors = ("codes.i8", "bounds.f32", "signs.u1")
        held = min(self.rows, *map(self._held, made_from_vectors))
        for name in made_from_vectors:
            self._cut(name, held)
        for start in range(held, self.rows, _CODED_AT_ONCE):
            self._write_coded(start, coded(np.asarray(self.vectors()[start : start + _CODED_AT_ONCE])))

    def _write_coded(self, row: int, made: CodedRows) -> None:
        self._write("codes.i8", row, made.codes)
        self._write("bounds.f32", row, made.bounds.astype("<f4", copy=False))
        self._write("signs.u1", row, made.signs)

    def _mapped(self, name: str, dtype: type[np.generic], width: int) -> NDArray[Any]:
        if not self.rows:
            return np.empty((0, width), dtype=dtype)
        # a plain view: taking rows of a memmap makes another memmap of them, at a cost
        return np.asarray(np.memmap(self._folder / name, dtype=dtype, mode="r", shape=(self.rows, width)))

    def _held(self, name: str) -> int:
        return int(self._handles[name].seek(0, os.SEEK_END)) // self._widths[name]

    def _cut(self, name: str, rows: int) -> None:
        self._handles[name].truncate(rows * self._widths[name])

    def _write(self, name: str, row: int, data: NDArray[Any]) -> None:
        handle = self._handles[name]
        handle.seek(row * self._widths[name])
        handle.write(data.tobytes())
        handle.flush()
        os.fsync(handle.fileno())


def _open(path: Path) -> Any:  # noqa: ANN401  BufferedRandom has no public name in typing
    path.touch()
    return path.open("r+b")
