"""The keys words are compared by: one that keeps accents wherever they are placed, one without accents."""

import re
import unicodedata
from functools import lru_cache

from ingest.text.folding import fold
from ingest.text.syllables import TONE_MARKS

_Y_END = re.compile(r"(?:[hklmstv]|qu)y")
"""Spelt with i as well: tỷ and tỉ, kỹ and kĩ."""


@lru_cache(maxsize=65536)
def exact_key(word: str) -> str:
    """The word in lower case, tone moved to its end: "hoà" and "hòa" are the same, "hoa" is not.

    :param word: NFC.
    """
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(char for char in decomposed if char in TONE_MARKS)
    bare = unicodedata.normalize("NFC", "".join(char for char in decomposed if char not in TONE_MARKS))
    if _Y_END.fullmatch(bare):
        bare = bare[:-1] + "i"
    return bare + tones


@lru_cache(maxsize=65536)
def loose_key(word: str) -> str:
    """The word without any accent."""
    folded = fold(word)
    return folded[:-1] + "i" if _Y_END.fullmatch(folded) else folded


def is_accented(text: str) -> bool:
    """Whether a text is written with Vietnamese accents at all."""
    return fold(text) != text.lower()
