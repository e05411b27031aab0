"""Ids of documents and chunks as 64-bit integers: what fast columns and arrays hold instead of 16 hex digits."""

from collections.abc import Collection
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Keys: TypeAlias = NDArray[np.int64]
"""int64, (n,): each id read as a big-endian signed number."""


def keys_of(ids: Collection[str]) -> Keys:
    """Numbers of ids, in order.

    :raises ValueError: an id is not 16 hex digits.
    """
    joined = "".join(ids)
    if len(joined) != 16 * len(ids):
        raise ValueError("an id is not 16 hex digits")
    return np.frombuffer(bytes.fromhex(joined), dtype=">i8").astype(np.int64)


def key_of(one: str) -> int:
    """Number of a single id.

    :raises ValueError: it is not 16 hex digits.
    """
    return int.from_bytes(bytes.fromhex(one), "big", signed=True)


def ids_of(keys: Keys) -> list[str]:
    """Ids of numbers, in order."""
    digits = keys.astype(">i8").tobytes().hex()
    return [digits[start : start + 16] for start in range(0, len(digits), 16)]
