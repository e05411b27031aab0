"""The words of some passages as arrays: where each word of a question stands, and how rare it is."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.ports import InverseDocumentFrequency
from vectorstore.hits import Passage
from vectorstore.terms import syllables

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

    @property
    def count(self) -> int:
        """Syllables and bigrams."""
        return len(self.weights)


def question_terms(text: str, idf: InverseDocumentFrequency) -> QuestionTerms:
    """The terms of a question; without accents or with, the same."""
    typed = syllables(text)
    place = {one: at for at, one in enumerate(dict.fromkeys(typed))}
    pairs = dict.fromkeys(itertools.pairwise(typed))
    weights = [*map(idf, place), *(idf(f"{left}_{right}") for left, right in pairs)]
    numbered = {(place[left], place[right]): len(place) + at for at, (left, right) in enumerate(pairs)}
    return QuestionTerms(tuple(place), numbered, np.array(weights))


@dataclass(frozen=True, slots=True)
class PassageWords:
    """Passages one after the other, each as its header (title and headings) and its text."""

    vocabulary: tuple[str, ...]
    words: Ints
    """Every word, as a place in ``vocabulary``."""
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


def passage_words(passages: Sequence[Passage]) -> PassageWords:
    """Cut passages into folded syllables; a passage without any gets an empty word."""
    headers = [syllables(" / ".join(filter(None, (one.title, *one.heading_path)))) for one in passages]
    texts = [[*header, *syllables(one.text)] or [""] for header, one in zip(headers, passages, strict=True)]
    words = list(itertools.chain.from_iterable(texts))
    place = {word: at for at, word in enumerate(dict.fromkeys(words))}
    lengths = np.array([len(one) for one in texts])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    return PassageWords(
        tuple(place),
        np.fromiter(map(place.__getitem__, words), dtype=np.intp, count=len(words)),
        np.repeat(np.arange(len(passages)), lengths),
        starts,
        starts + [len(header) for header in headers],
    )


@dataclass(frozen=True, slots=True)
class Matches:
    """The words of passages that the question has too, in order."""

    at: Ints
    """Which words."""
    counts: NDArray[np.int32]
    """(terms, matches + 1): how often each term occurs before the n-th match."""


def matches_of(question: QuestionTerms, words: PassageWords) -> Matches:
    """Find every syllable and bigram of the question; a bigram stands at its first word."""
    index = {word: at for at, word in enumerate(question.syllables)}
    found = np.array([index.get(word, -1) for word in words.vocabulary])[words.words]
    at = np.flatnonzero(found >= 0)
    counts = np.zeros((question.count, len(at) + 1), dtype=np.int32)
    columns = np.arange(1, len(at) + 1)
    counts[found[at], columns] = 1
    neighbours = np.flatnonzero((np.diff(at) == 1) & (words.owners[at[:-1]] == words.owners[at[1:]]))
    for column in neighbours.tolist():
        bigram = question.bigrams.get((int(found[at[column]]), int(found[at[column + 1]])))
        if bigram is not None:
            counts[bigram, column + 1] = 1
    return Matches(at, counts.cumsum(axis=1, dtype=np.int32))
