"""Folding: lower case without diacritics, one character in, one character out."""

import itertools
import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

_SPECIAL = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}


_LONG = 200
"""Characters from which on folding them all at once is faster than one after the other."""
_TABLE_END = 0x2000
"""Every letter of Vietnamese, in one piece or as a combination, lies below."""


@cache
def _table() -> str:
    """The folded character at each code; complete, for a missing entry costs an exception inside ``translate``."""
    return "".join(map(_folded, range(_TABLE_END)))


def _folded(code: int) -> str:
    char = chr(code)
    if char in _SPECIAL:
        return _SPECIAL[char]
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def fold(text: str) -> str:
    """Lower-case and strip every diacritic (đ becomes d) of NFC text.

    The result has exactly as many characters as the input, so offsets in one are offsets in the other.
    Text that is not NFC keeps its loose combining marks: normalise first.
    """
    return text.translate(_table()) if len(text) < _LONG or text.isascii() else fold_many([text])[0]


def fold_many(texts: Sequence[str]) -> list[str]:
    """``fold`` of each text, several times as fast over many."""
    codes = codes_of(texts)
    table = _codes_table()
    folded = np.where(codes < len(table), table[np.minimum(codes, len(table) - 1)], codes)
    return texts_of(folded, texts)


def codes_of(texts: Sequence[str]) -> NDArray[np.uint32]:
    """Every character of the texts, one text after the other, as its Unicode number."""
    return np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), dtype="<u4")


def texts_of(codes: NDArray[np.uint32], lengths_of: Sequence[str]) -> list[str]:
    """The way back of ``codes_of``: texts as long as those in ``lengths_of``."""
    whole = codes.astype("<u4", copy=False).tobytes().decode("utf-32-le", "surrogatepass")
    ends = itertools.accumulate(map(len, lengths_of), initial=0)
    return [whole[start:end] for start, end in itertools.pairwise(ends)]


@cache
def _codes_table() -> NDArray[np.uint32]:
    return np.array([ord(char) for char in _table()], dtype="<u4")
