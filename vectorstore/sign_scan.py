"""A first pass over many vectors by the signs of their components: 32 times less to read than the vectors."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vectorstore.protocols import Vectors

Signs: TypeAlias = NDArray[np.uint64]
"""(words, rows): one bit a component, 64 components a word, words of one place side by side."""

_BITS = 64
_ROWS_AT_ONCE = 16_384
"""Rows packed or compared together: their temporaries stay in the processor's cache."""


def no_signs(dim: int) -> Signs:
    """Signs of no rows."""
    return np.empty((-(-dim // _BITS), 0), dtype=np.uint64)


def signs_of(vectors: Vectors) -> Signs:
    """Signs of rows, float32 (n, dim)."""
    words = -(-vectors.shape[1] // _BITS)
    signs = np.empty((words, len(vectors)), dtype=np.uint64)
    for start in range(0, len(vectors), _ROWS_AT_ONCE):
        bits = np.packbits(vectors[start : start + _ROWS_AT_ONCE] > 0, axis=1)
        padded = np.zeros((len(bits), 8 * words), dtype=np.uint8)
        padded[:, : bits.shape[1]] = bits
        signs[:, start : start + _ROWS_AT_ONCE] = padded.view(np.uint64).T
    return signs


def nearest_rows(signs: Signs, vector: Vectors, count: int, among: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Rows of ``among`` with the fewest differing signs: ``count``, more where several differ equally, or all.

    Hamming distance of signs orders like the angle (Charikar: Similarity Estimation Techniques from Rounding
    Algorithms, STOC 2002); of 40,000 passages' 512 dimensions the first 4,000 hold .999 of the ten nearest.
    """
    distances = _distances(signs, signs_of(vector.reshape(1, -1))[:, 0])
    beyond = _BITS * len(signs) + 1
    distances[~among] = beyond
    within = np.bincount(distances, minlength=beyond + 1)[:beyond].cumsum()
    limit = np.searchsorted(within, min(count, int(within[-1])))
    return np.flatnonzero(distances <= limit)


def _distances(signs: Signs, query: NDArray[np.uint64]) -> NDArray[np.uint16]:
    words, rows = signs.shape
    distances = np.zeros(rows, dtype=np.uint16)
    differing = np.empty(min(rows, _ROWS_AT_ONCE), dtype=np.uint64)
    for start in range(0, rows, _ROWS_AT_ONCE):
        block = slice(start, min(start + _ROWS_AT_ONCE, rows))
        scratch = differing[: block.stop - start]
        for word in range(words):
            np.bitwise_xor(signs[word, block], query[word], out=scratch)
            distances[block] += np.bitwise_count(scratch)
    return distances
