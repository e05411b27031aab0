"""The words of some passages as arrays: where each word of a question stands, and how rare it is."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.ports import InverseDocumentFrequency
from vectorstore.hits import Passage
from vectorstore.terms import many_syllables, syllables
from vectorstore.word_table import WordTable

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


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
    """Passages one after the other, each as its header (title and headings) and its text."""

    table: WordTable
    vocabulary: Ints
    """Every distinct word, by its number in the table, ascending."""
    words: Ints
    """Every word, by its place in the vocabulary."""
    owners: Ints
    """The passage of each word."""
    starts: Ints
    """First word of each passage; none is empty."""
    header_ends: Ints
    """Where the header of each passage ends."""

    @property
    def base(self) -> Ints:
        """For each word the first word of its passage."""
        return self.starts[self.owners]

    @property
    def ends(self) -> Ints:
        """Behind the last word of each passage."""
        return np.append(self.starts[1:], len(self.words))


def passage_words(passages: Sequence[Passage], table: WordTable) -> PassageWords:
    """Cut passages into folded syllables; a passage without any gets an empty word."""
    headers = [" / ".join(filter(None, (one.title, *one.heading_path))) for one in passages]
    parts = many_syllables([*headers, *(one.text for one in passages)])
    pairs = list(zip(parts[: len(headers)], parts[len(headers) :], strict=True))
    whole = [[*header, *text] or [""] for header, text in pairs]
    numbers = table.numbers(list(itertools.chain.from_iterable(whole)))
    lengths = np.array([len(one) for one in whole])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    vocabulary, words = np.unique(numbers, return_inverse=True)
    owners = np.repeat(np.arange(len(passages)), lengths)
    return PassageWords(table, vocabulary, words, owners, starts, starts + [len(header) for header, _ in pairs])


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
    place_of = np.full(len(words.vocabulary), -1)
    asked = words.table.numbers(question.syllables)
    places = np.minimum(np.searchsorted(words.vocabulary, asked), len(place_of) - 1)
    known = words.vocabulary[places] == asked
    place_of[places[known]] = np.flatnonzero(known)
    found = place_of[words.words]
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
