"""Folding: lower case without diacritics, one character in, one character out."""

import sys
import unicodedata
from functools import cache

_SPECIAL = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}


@cache
def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for code in range(0xA0, min(0x2000, sys.maxunicode)):
        char = chr(code)
        if char in _SPECIAL:
            table[code] = _SPECIAL[char]
            continue
        base = unicodedata.normalize("NFD", char)[0].lower()
        if len(base) == 1 and base != char:
            table[code] = base
    table.update({code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)})
    return table


def fold(text: str) -> str:
    """Lower-case and strip every diacritic (đ becomes d) of NFC text.

    The result has exactly as many characters as the input, so offsets in one are offsets in the other.
    Text that is not NFC keeps its loose combining marks: normalise first.
    """
    return text.translate(_table())
