"""Folding: lower case without diacritics, one character in, one character out."""

import unicodedata
from functools import cache

_SPECIAL = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}


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
    return text.translate(_table())
