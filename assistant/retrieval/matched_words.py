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
    sought: "SoughtKeys"
    """The syllables as words of passages are compared with them."""
    pairs: Ints
    """(syllables, syllables): the term of each bigram, -1 where two syllables are none."""

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
    matter = frozenset(content)
    wanted = np.array([one in matter for one in place], dtype=np.bool_)
    return QuestionTerms(
        tuple(place),
        numbered,
        np.array(weights),
        wanted if wanted.any() else ~wanted,
        sought_keys(tuple(place)),
        _pair_table(len(place), numbered),
    )


def _pair_table(size: int, bigrams: dict[tuple[int, int], int]) -> Ints:
    table = np.full((size, size), -1)
    for pair, term in bigrams.items():
        table[pair] = term
    return table


@dataclass(frozen=True, slots=True)
class SoughtKeys:
    """Distinct syllables by their numbers, ready to be looked for among very many words."""

    slots: NDArray[np.bool_]
    """Whether one of them falls there: most words fall into a slot that none has, and only the others are compared."""
    sorted_keys: Keys
    order: Ints
    """Which syllable each is."""

    def found_in(self, keys: Keys) -> tuple[Ints, Ints]:
        """Which of ``keys`` are sought, and the syllable that each of those is."""
        likely = np.flatnonzero(self.slots.take((keys >> _SLOT_SHIFT).view(np.int64)))
        if not len(likely):
            return likely, likely
        some = keys.take(likely)
        at = np.minimum(np.searchsorted(self.sorted_keys, some), len(self.sorted_keys) - 1)
        same = np.flatnonzero(self.sorted_keys.take(at) == some)
        return likely.take(same), self.order.take(at.take(same))


def sought_keys(syllables: Sequence[str]) -> SoughtKeys:
    """Of distinct folded syllables."""
    keys = syllable_keys(syllables)
    slots = np.zeros(2**_SLOT_BITS, dtype=np.bool_)
    slots[keys >> _SLOT_SHIFT] = True
    order = np.argsort(keys)
    return SoughtKeys(slots, keys[order], order)


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
    starts = np.searchsorted(spelled.syllables, spelled.places.take(passages.firsts))
    ends = np.append(starts[1:], len(spelled.keys))
    owners = np.repeat(np.arange(len(starts)), ends - starts)
    return PassageWords(spelled.keys, owners, starts, np.minimum(starts + passages.header_words, ends))


@dataclass(frozen=True, slots=True)
class Matches:
    """The words of passages that the question has too, in order."""

    at: Ints
    """Which words."""
    owners: Ints
    """The passage of each."""
    first: Ints
    """Place of the first match of each passage, then their number."""
    header_ends: Ints
    """Place of the first match behind each passage's header."""
    counts: NDArray[np.int32]
    """(terms, matches + 1): how often each term occurs before the n-th match."""

    def inside(self, first: Ints, last: Ints) -> Floats:
        """(terms, stretches): whether the term is among the matches of each stretch."""
        return (self.counts.take(last, axis=1) > self.counts.take(first, axis=1)).astype(np.float64)


def matches_of(question: QuestionTerms, words: PassageWords) -> Matches:
    """Find every syllable and bigram of the question; a bigram stands at its first word."""
    at, found = question.sought.found_in(words.keys)
    counts = np.zeros((question.count, len(at) + 1), dtype=np.int32)
    counts[found, np.arange(1, len(at) + 1)] = 1
    beside = np.flatnonzero(np.diff(at) == 1)
    owners = words.owners.take(at)
    beside = beside[owners.take(beside) == owners.take(beside + 1)]
    pairs = question.pairs[found.take(beside), found.take(beside + 1)]
    there = np.flatnonzero(pairs >= 0)
    counts[pairs.take(there), beside.take(there) + 1] = 1
    first = np.append(np.searchsorted(at, words.starts), len(at))
    behind = np.searchsorted(at, words.header_ends)
    return Matches(at, owners, first, behind, counts.cumsum(axis=1, dtype=np.int32))
