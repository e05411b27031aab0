"""Passages as the tokens of the embedding model: one record of small numbers each, and many of them side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Record: TypeAlias = NDArray[np.uint16]
"""uint16: words of the header, sentences, tokens up to the end of each sentence, length of each sentence's vector
(the bits of a float16), tokens. Empty for a passage that is not known.
"""
Ints: TypeAlias = NDArray[np.intp]
LARGEST = 2**16 - 1
"""Of every number in a record."""
_FIXED = 2
NO_RECORD: Record = np.empty(0, dtype=np.uint16)


def record_of(header_words: int, ends: Ints, norms: NDArray[np.float32], tokens: Ints) -> Record:
    """The record of one passage with at least one token; what lies behind ``LARGEST`` tokens does not count."""
    if len(tokens) > LARGEST:
        kept = max(int(np.searchsorted(ends, LARGEST, side="right")), 1)
        ends, norms = np.minimum(ends[:kept], LARGEST), norms[:kept]
        tokens = tokens[: ends[-1]]
    fixed = np.array([min(header_words, len(tokens)), len(ends)], dtype=np.uint16)
    lengths = norms.astype(np.float16).view(np.uint16)
    return np.concatenate([fixed, ends.astype(np.uint16), lengths, tokens.astype(np.uint16)])


def same_record(one: Record, other: Record) -> bool:
    """Whether two records are equal; the length of a sentence's vector may be rounded up or down."""
    if len(one) != len(other):
        return False
    differing = np.flatnonzero(one != other)
    if not len(differing):
        return True
    sentences = int(one[1])
    in_lengths = (differing >= _FIXED + sentences) & (differing < _FIXED + 2 * sentences)
    steps = np.abs(one[differing].astype(np.int64) - other[differing])
    return bool((in_lengths & (steps <= 1)).all())


@dataclass(frozen=True, slots=True)
class CutPassages:
    """Passages one after the other; none is without tokens."""

    tokens: Ints
    firsts: Ints
    """First token of each passage."""
    header_words: Ints
    sentences: Ints
    """First token of each sentence."""
    norms: NDArray[np.float32]
    """Length of each sentence's vector."""
    first_sentences: Ints
    """First sentence of each passage."""


def side_by_side(records: Sequence[Record]) -> CutPassages:
    """At least one record, none of them empty."""
    whole = np.concatenate(records).astype(np.intp)
    lengths = np.array([len(one) for one in records], dtype=np.intp)
    begins = np.cumsum(lengths) - lengths
    sentences = whole[begins + 1]
    counts = lengths - _FIXED - 2 * sentences
    firsts = np.cumsum(counts) - counts
    first_sentences = np.cumsum(sentences) - sentences
    # the ends of a passage's sentences are the beginnings of its later ones
    place = np.arange(int(sentences.sum())) - np.repeat(first_sentences, sentences)
    at = np.repeat(begins + _FIXED, sentences) + place
    starts = np.where(place > 0, whole[at - 1], 0) + np.repeat(firsts, sentences)
    norms = whole[at + np.repeat(sentences, sentences)].astype(np.uint16).view(np.float16).astype(np.float32)
    token_at = np.arange(int(counts.sum())) + np.repeat(begins + _FIXED + 2 * sentences - firsts, counts)
    return CutPassages(whole[token_at], firsts, whole[begins], starts, norms, first_sentences)
