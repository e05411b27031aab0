"""Vectors as 8-bit codes with a proven bound of the error: a first pass that reads a quarter and loses nothing."""

import os
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vectorstore.protocols import Vectors

try:
    import simsimd
except ImportError:  # a platform without a wheel: numpy answers the same, about three times slower
    simsimd = None  # type: ignore[assignment]

Codes: TypeAlias = NDArray[np.int8]
"""int8, (n, dim)."""
Bounds: TypeAlias = NDArray[np.float32]
"""float32, (n, 3): scale (a vector is about scale x codes), length of what that misses, length of scale x codes."""

Signs: TypeAlias = NDArray[np.uint8]
"""uint8, (n, dim / 8 rounded up): one bit per component, set where it is not negative."""

BOUND_COLUMNS = 3
_LEVELS = 127
_THREADS = min(4, os.cpu_count() or 1)
"""More than that wait for the memory."""
_ROWS_A_THREAD = 16_384
"""Below twice that one thread is done before a second has started."""
_ROWS_AT_ONCE = 256
"""Rows coded or widened together: their temporaries stay in the processor's cache."""
_GATHER_SHARE = 0.3
"""Below this share of rows their codes are copied out first; above, scanning all is quicker."""
_TAKEN_AT_ONCE = 1_024
"""Rows copied out together: half a megabyte of codes stays in the processor's cache until it is read."""
_GROUP = 16
"""Rows of which one stands for all where only a lower limit is looked for."""
_ROUNDING = 2.0**-22
"""Per component: what single precision may add to a product of unit vectors, in both passes together."""


@dataclass(frozen=True, slots=True)
class CodedRows:
    """Rows as codes, with their bounds."""

    codes: Codes
    bounds: Bounds
    signs: Signs

    def __getitem__(self, rows: NDArray[np.intp]) -> "CodedRows":
        """Some rows, without their signs."""
        # take is half as long at it as an index
        return CodedRows(np.take(self.codes, rows, axis=0), np.take(self.bounds, rows, axis=0), self.signs[:0])


def no_rows(dim: int) -> CodedRows:
    """Codes of no rows."""
    return coded(np.empty((0, dim), dtype=np.float32))


def sign_bytes(dim: int) -> int:
    """Bytes of one row of signs."""
    return -(-dim // 8)


def coded(vectors: Vectors) -> CodedRows:
    """Codes of rows, float32 (n, dim); a row's largest component becomes 127 or -127."""
    codes = np.empty(vectors.shape, dtype=np.int8)
    bounds = np.empty((len(vectors), BOUND_COLUMNS), dtype=np.float32)
    for start in range(0, len(vectors), _ROWS_AT_ONCE):
        part = slice(start, start + _ROWS_AT_ONCE)
        rows = vectors[part]
        scales = np.abs(rows).max(axis=1, initial=0.0, keepdims=True) / np.float32(_LEVELS)
        shares = np.divide(rows, scales, out=np.zeros_like(rows), where=scales > 0)
        steps = np.clip(np.rint(shares), -_LEVELS, _LEVELS)
        codes[part] = steps
        near = steps * scales
        bounds[part, 0] = scales[:, 0]
        bounds[part, 1] = np.linalg.norm(rows - near, axis=1)
        bounds[part, 2] = np.linalg.norm(near, axis=1)
    return CodedRows(codes, bounds, np.packbits(vectors >= 0, axis=1))


def possible_nearest(rows: CodedRows, unit: Vectors, k: int, wanted: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Every row of ``wanted`` that can be among the k with the greatest product with ``unit`` (float32, (dim,)).

    By Cauchy-Schwarz a product differs from the codes' by at most |query| x (what a row's codes miss) + (what the
    query's codes miss) x |row's codes|; rows that even so stay below k others are left out. Of 212,000 passages x 512
    about 200 remain for k = 100.
    """
    count = int(np.count_nonzero(wanted))
    if count <= k:
        return np.flatnonzero(wanted)
    if count < _GATHER_SHARE * len(wanted):
        picked = np.flatnonzero(wanted)
        return picked[_undecided(rows[picked], unit, k, None)]
    return _undecided(rows, unit, k, None if count == len(wanted) else wanted)


def _undecided(rows: CodedRows, unit: Vectors, k: int, wanted: NDArray[np.bool_] | None) -> NDArray[np.intp]:
    query = coded(unit.reshape(1, -1))
    scale, missed, _ = query.bounds[0]
    products = products_of(query.codes, rows.codes) * (scale * rows.bounds[:, 0])
    margins = rows.bounds[:, 1] * np.float32(np.linalg.norm(unit)) + rows.bounds[:, 2] * missed
    margins += np.float32(_ROUNDING * len(unit))
    lowest = products - margins
    products += margins
    if wanted is not None:
        lowest[~wanted] = -np.inf
        products[~wanted] = -np.inf
    at_least = products >= _reached_by(lowest, k)
    return np.flatnonzero(at_least if wanted is None else at_least & wanted)


def _reached_by(values: NDArray[np.float32], k: int) -> np.float32:
    """A value that at least k of the values reach; for many values a little below the k-th greatest."""
    columns = len(values) // _GROUP
    if columns > _GROUP * k:
        # neighbours are chunks of one document and alike: rows far apart make a group
        values = values[: columns * _GROUP].reshape(_GROUP, columns).max(axis=0)
    reached: np.float32 = np.partition(values, -k)[-k]
    return reached


def products_of(query: Codes, codes: Codes) -> NDArray[np.float32]:
    """Products of one row of codes, (1, dim), with each row: whole numbers."""
    if simsimd is not None and len(codes):
        threads = max(1, min(_THREADS, len(codes) // _ROWS_A_THREAD))
        found = simsimd.cdist(query, codes, "dot", out_dtype="float32", threads=threads)
        return np.asarray(found).reshape(-1)
    products = np.empty(len(codes), dtype=np.float32)
    single = query[0].astype(np.float32)
    widened = np.empty((min(len(codes), _ROWS_AT_ONCE), len(single)), dtype=np.float32)
    for start in range(0, len(codes), _ROWS_AT_ONCE):
        part = codes[start : start + _ROWS_AT_ONCE]
        block = widened[: len(part)]
        np.copyto(block, part)
        np.dot(block, single, out=products[start : start + len(part)])
    return products


def products_of_rows(query: Codes, codes: Codes, rows: NDArray[np.intp]) -> NDArray[np.float32]:
    """``products_of`` some rows: a third less time than by taking all of them out first."""
    found = np.empty(len(rows), dtype=np.float32)
    taken = np.empty((min(len(rows), _TAKEN_AT_ONCE), codes.shape[1]), dtype=np.int8)
    for start in range(0, len(rows), _TAKEN_AT_ONCE):
        part = rows[start : start + _TAKEN_AT_ONCE]
        block = taken[: len(part)]
        # "clip" writes straight into the block; every row is there
        np.take(codes, part, axis=0, out=block, mode="clip")
        found[start : start + len(part)] = products_of(query, block)
    return found


def products_with(queries: Codes, codes: Codes) -> NDArray[np.float32]:
    """Products of a few rows of codes with each row: float32, (queries, n), whole numbers."""
    if simsimd is not None and len(queries) and len(codes):
        return np.array(simsimd.cdist(queries, codes, "dot", out_dtype="float32"))
    return queries.astype(np.float32) @ codes.astype(np.float32).T


def differing_signs(query: Signs, signs: Signs) -> NDArray[np.uint16]:
    """In how many signs each row differs from ``query``, uint8 (bytes of a row,)."""
    if simsimd is not None and len(signs):
        # two bytes, which the stubs do not know: a fifth less time than single precision and a copy of it
        one = query.reshape(1, -1)
        found = simsimd.cdist(one, signs, "hamming", dtype="bin8", out_dtype="uint16")  # type: ignore[arg-type]
        return np.asarray(found).reshape(-1)
    differing: NDArray[np.uint16] = np.bitwise_count(signs ^ query).sum(axis=1, dtype=np.uint16)
    return differing
