"""Where the sentences of texts end, counted in words: for very many texts at once."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ingest.text.folding import codes_of
from vectorstore.terms import word_letters

Ints = NDArray[np.intp]
_FULL_STOPS = ".?!…;"
_FEWEST_WORDS = 4
"""A shorter sentence ("Điều 5.") goes with the next one."""
_PLANE = 0x10000
_STOP, _BLANK, _LINE = 1, 1 << 20, 1 << 40
"""Counted apart in one number: a text has less than a million characters of each."""


@dataclass(frozen=True, slots=True)
class SentencePlaces:
    """Of texts one after the other."""

    words: Ints
    """Like the characters asked for: words that begin before."""
    ends: Ints
    """Words of a text up to the end of each of its sentences but the last."""
    owners: Ints
    """The text of each end, ascending."""


def sentence_places(texts: Sequence[str], chars: Ints) -> SentencePlaces:
    """Ends are new lines, and full stops with white space behind them; words as ``syllables`` has them.

    ``texts`` are in NFC; ``chars``, (some, texts), are places in them whose place in words is asked for.
    """
    # the line behind a text ends its last word
    lined = [f"{text}\n" for text in texts]
    codes = np.minimum(codes_of(lined), _PLANE - 1)
    lengths = np.array([len(text) for text in lined], dtype=np.intp)
    text_starts = np.cumsum(lengths) - lengths
    is_word = word_letters()[codes] != ord(" ")
    at = np.flatnonzero(is_word & ~np.concatenate([[False], is_word[:-1]]))
    seen = np.cumsum(_signs()[codes])[at]
    between = np.diff(seen, prepend=0)
    ends = (between >= _LINE) | ((between % _BLANK > 0) & (between // _BLANK % _BLANK > 0))
    first_words = np.searchsorted(at, text_starts)
    owners = np.searchsorted(text_starts, at, side="right") - 1
    words = np.searchsorted(at, text_starts + chars) - first_words
    places = np.flatnonzero(ends & (np.arange(len(at)) > first_words[owners]))
    local, of = places - first_words[owners[places]], owners[places]
    before = np.where(np.diff(of, prepend=-1) == 0, np.concatenate([[0], local[:-1]]), 0)
    kept = local - before >= _FEWEST_WORDS
    return SentencePlaces(words, local[kept], of[kept])


@cache
def _signs() -> NDArray[np.int64]:
    """Per code of the basic plane what it says about a sentence's end."""
    signs = np.zeros(_PLANE, dtype=np.int64)
    for code in range(_PLANE):
        if chr(code).isspace() or unicodedata.category(chr(code)) == "Zs":
            signs[code] += _BLANK
    for char in _FULL_STOPS:
        signs[ord(char)] += _STOP
    for char in "\n\r\u2028\u2029":
        signs[ord(char)] += _LINE
    return signs
