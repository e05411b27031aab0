"""Syllables as 64-bit numbers that follow from their letters alone, read off tokens without putting text together."""

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ingest.text.folding import codes_of

Ints: TypeAlias = NDArray[np.intp]
Keys: TypeAlias = NDArray[np.uint64]
"""uint64, (n,): the letters of a syllable as digits of a number to a large base, modulo 2 to the 64.

Two of the 300,000 syllables of 207,000 passages share a number with a chance of 2e-9.
"""
Rows: TypeAlias = Iterable[Sequence[int]]
_SPACE = "▁"
_BASE = 0x9E3779B97F4A7C15
_LONGEST = 256
"""Letters; in longer words what comes before is mixed up, which spoils nothing but their own number."""
_MODULUS = 2**64


def _powers() -> Keys:
    return np.array([pow(_BASE, exponent, _MODULUS) for exponent in range(_LONGEST)], dtype=np.uint64)


_POWERS = _powers()


def syllable_keys(syllables: Sequence[str]) -> Keys:
    """The number of each folded syllable."""
    lengths = np.array([len(one) for one in syllables], dtype=np.intp)
    return _numbers(codes_of(syllables).astype(np.uint64), lengths)


def _numbers(digits: Keys, lengths: Ints) -> Keys:
    """One number for each run of ``lengths`` digits; 0 for an empty one."""
    numbers = np.zeros(len(lengths), dtype=np.uint64)
    some = np.flatnonzero(lengths)
    if len(some):
        ends = np.cumsum(lengths)
        after = np.repeat(ends, lengths) - np.arange(1, len(digits) + 1)
        numbers[some] = np.add.reduceat(digits * _POWERS[after % _LONGEST], (ends - lengths)[some])
    return numbers


@dataclass(frozen=True, slots=True)
class Spelled:
    """Texts one after the other, every token of several syllables replaced by the tokens of each syllable alone."""

    tokens: Ints
    places: Ints
    """Where each token that was given is now; it begins with its first syllable."""
    syllables: Ints
    """First token of each syllable."""
    keys: Keys
    """The number of each syllable."""


class TokenPieces:
    """The syllables, and parts of syllables, that every token of a vocabulary consists of."""

    def __init__(self, vocabulary: Mapping[str, int], unknown: str, cut: Callable[[Sequence[str]], Rows]) -> None:
        """Tokens as the bundled kind of tokenizer writes them: "▁" begins a syllable; ``unknown`` has no letters.

        ``cut`` gives the tokens of texts.
        """
        tokens = sorted(vocabulary, key=vocabulary.__getitem__)
        parts = [[""] if token == unknown else token.split(_SPACE) for token in tokens]
        # "▁quy▁dinh" splits into "", "quy", "dinh": what stands before the first sign goes on with the syllable begun
        self._begins = np.array([not first and bool(rest) for first, *rest in parts], dtype=np.bool_)
        self._letters = np.array([sum(map(len, some)) for some in parts], dtype=np.intp)
        self._keys = syllable_keys(["".join(some) for some in parts])
        several = [(at, first, rest) for at, (first, *rest) in enumerate(parts) if len(rest) + bool(first) > 1]
        alone = dict.fromkeys(itertools.chain.from_iterable(rest for _, _, rest in several))
        alone.update(zip(alone, cut(list(alone)), strict=True))
        rows = [[at] for at in range(len(tokens))]
        for at, first, rest in several:
            begun = [vocabulary.get(first, at)] if first else []
            rows[at] = [*begun, *itertools.chain.from_iterable(alone[one] or () for one in rest)] or [at]
        self._counts = np.array([len(row) for row in rows], dtype=np.intp)
        self._firsts = np.cumsum(self._counts) - self._counts
        self._rows = np.array(list(itertools.chain.from_iterable(rows)), dtype=np.intp)
        self._begun = np.add.reduceat(self._begins[self._rows].astype(np.intp), self._firsts)

    def begun(self, tokens: Ints) -> Ints:
        """How many syllables begin in each token."""
        return np.asarray(self._begun.take(tokens))

    def spelled(self, tokens: Ints, firsts: Ints) -> Spelled:
        """The syllables of texts one after the other, each beginning at ``firsts``, none without tokens."""
        counts = self._counts.take(tokens)
        ends = counts.cumsum()
        places = ends - counts
        rows = self._rows.take(np.arange(ends[-1]) + np.repeat(self._firsts.take(tokens) - places, counts))
        begins = self._begins.take(rows)
        begins[places.take(firsts)] = True
        at = np.flatnonzero(begins)
        keys = self._keys.take(rows.take(at))
        lengths = np.diff(at, append=len(rows))
        several = np.flatnonzero(lengths > 1)
        keys[several] = self._joined(rows, at.take(several), lengths.take(several))
        return Spelled(rows, places, at, keys)

    def _joined(self, rows: Ints, firsts: Ints, counts: Ints) -> Keys:
        """The numbers of syllables of several tokens each."""
        if not len(firsts):
            return np.empty(0, dtype=np.uint64)
        ends = np.cumsum(counts)
        starts = ends - counts
        parts = rows.take(np.arange(ends[-1]) + np.repeat(firsts - starts, counts))
        letters = np.cumsum(self._letters.take(parts))
        after = np.repeat(letters.take(ends - 1), counts) - letters
        return np.asarray(np.add.reduceat(self._keys.take(parts) * _POWERS.take(after % _LONGEST), starts))
