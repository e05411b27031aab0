"""The words of some passages as arrays: where each word of a question stands, and how rare it is."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.ports import InverseDocumentFrequency
from vectorstore.cut_passages import CutPassages
from vectorstore.syllable_keys import Keys, Spelled, syllable_keys
from vectorstore.terms import syllables

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
_SLOT_BITS = 14
_SLOT_SHIFT = np.uint64(64 - _SLOT_BITS)


@dataclass(frozen=True, slots=True)
class QuestionTerms:
    """Distinct syllables of a question, then its bigrams, with their weights."""

    syllables: tuple[str, ...]
    bigrams: dict[tuple[int, int], int]
    """Two places in ``syllables`` to a place among all terms."""
    weights: Floats
    """Inverse document frequency of every term."""
    content: NDArray[np.bool_]
    """Per syllable whether it is about the subject; all of them where the question names none."""

    @property
    def count(self) -> int:
        """Syllables and bigrams."""
        return len(self.weights)

    @property
    def content_weights(self) -> Floats:
        """Weights of the syllables, 0 for those that are not about the subject."""
        return np.where(self.content, self.weights[: len(self.syllables)], 0.0)


def question_terms(text: str, content: Sequence[str], idf: InverseDocumentFrequency) -> QuestionTerms:
    """The terms of a question; without accents or with, the same. ``content``: its folded syllables that matter."""
    typed = syllables(text)
    place = {one: at for at, one in enumerate(dict.fromkeys(typed))}
    pairs = dict.fromkeys(itertools.pairwise(typed))
    weights = [*map(idf, place), *(idf(f"{left}_{right}") for left, right in pairs)]
    numbered = {(place[left], place[right]): len(place) + at for at, (left, right) in enumerate(pairs)}
    wanted = np.isin(np.array(list(place), dtype=np.str_), np.array(content, dtype=np.str_))
    return QuestionTerms(tuple(place), numbered, np.array(weights), wanted if wanted.any() else ~wanted)


@dataclass(frozen=True, slots=True)
class PassageWords:
    """The syllables of passages, one after the other; each passage begins with its header (title and headings)."""

    keys: Keys
    """The number of each word."""
    owners: Ints
    """The passage of each word."""
    starts: Ints
    """First word of each passage; none is empty."""
    header_ends: Ints
    """Where the header of each passage ends."""

    @property
    def ends(self) -> Ints:
        """Behind the last word of each passage."""
        return np.append(self.starts[1:], len(self.keys))


def passage_words(passages: CutPassages, spelled: Spelled) -> PassageWords:
    """``spelled`` are the tokens of ``passages``."""
    starts = np.searchsorted(spelled.syllables, spelled.places[passages.firsts])
    ends = np.append(starts[1:], len(spelled.keys))
    owners = np.repeat(np.arange(len(starts)), ends - starts)
    return PassageWords(spelled.keys, owners, starts, np.minimum(starts + passages.header_words, ends))


@dataclass(frozen=True, slots=True)
class Matches:
    """The words of passages that the question has too, in order."""

    at: Ints
    """Which words."""
    syllable: Ints
    """The question's syllable each is."""
    first: Ints
    """Place of the first match of each passage, then their number."""
    header_ends: Ints
    """Place of the first match behind each passage's header."""
    counts: NDArray[np.int32]
    """(terms, matches + 1): how often each term occurs before the n-th match."""

    def inside(self, first: Ints, last: Ints) -> Floats:
        """(terms, stretches): whether the term is among the matches of each stretch."""
        return (self.counts[:, last] > self.counts[:, first]).astype(np.float64)


def matches_of(question: QuestionTerms, words: PassageWords) -> Matches:
    """Find every syllable and bigram of the question; a bigram stands at its first word."""
    found = _places_of(words.keys, syllable_keys(question.syllables))
    at = np.flatnonzero(found >= 0)
    counts = np.zeros((question.count, len(at) + 1), dtype=np.int32)
    counts[found[at], np.arange(1, len(at) + 1)] = 1
    pair_of = np.full((len(question.syllables) + 1, len(question.syllables) + 1), -1)
    for pair, term in question.bigrams.items():
        pair_of[pair] = term
    pairs = pair_of[found[at[:-1]], found[at[1:]]]
    columns = np.flatnonzero((pairs >= 0) & (np.diff(at) == 1) & (words.owners[at[:-1]] == words.owners[at[1:]]))
    counts[pairs[columns], columns + 1] = 1
    first = np.append(np.searchsorted(at, words.starts), len(at))
    behind = np.searchsorted(at, words.header_ends)
    return Matches(at, found[at], first, behind, counts.cumsum(axis=1, dtype=np.int32))


def _places_of(keys: Keys, asked: Keys) -> Ints:
    """The place of each key among those asked, each there once; -1 for others."""
    # most words fall into a slot that no asked one has: the few others are compared
    slots = np.zeros(2**_SLOT_BITS, dtype=np.bool_)
    slots[asked >> _SLOT_SHIFT] = True
    likely = np.flatnonzero(slots[keys >> _SLOT_SHIFT])
    found = np.full(len(keys), -1)
    if len(likely):
        order = np.argsort(asked)
        at = np.minimum(np.searchsorted(asked[order], keys[likely]), len(asked) - 1)
        found[likely] = np.where(asked[order][at] == keys[likely], order[at], -1)
    return found
