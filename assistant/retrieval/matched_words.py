"""The words of some passages as arrays: where each word of a question stands, and how rare it is."""

import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assistant.ports import InverseDocumentFrequency
from ingest.text.folding import fold
from vectorstore.hits import Passage
from vectorstore.terms import syllables

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
_PLANE = 0x10000


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

    vocabulary: dict[str, int]
    """Every distinct word, numbered in order."""
    words: Ints
    """Every word, by its number."""
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
    headers = many_syllables([" / ".join(filter(None, (one.title, *one.heading_path))) for one in passages])
    texts = many_syllables([one.text for one in passages])
    parts = [[*header, *text] or [""] for header, text in zip(headers, texts, strict=True)]
    words = list(itertools.chain.from_iterable(parts))
    place = {word: at for at, word in enumerate(dict.fromkeys(words))}
    lengths = np.array([len(one) for one in parts])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    return PassageWords(
        place,
        np.fromiter(map(place.__getitem__, words), dtype=np.intp, count=len(words)),
        np.repeat(np.arange(len(passages)), lengths),
        starts,
        starts + [len(header) for header in headers],
    )


def many_syllables(texts: Sequence[str]) -> list[list[str]]:
    """``vectorstore.terms.syllables`` of each text, five times as fast over many.

    Letters beyond the basic plane of Unicode, which no Vietnamese text has, separate words here.
    """
    clean = [unicodedata.normalize("NFC", text) for text in texts]
    codes = np.frombuffer("".join(clean).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    folded = _folded_letters()[np.minimum(codes, _PLANE - 1)].tobytes().decode("utf-32-le")
    ends = list(itertools.accumulate(map(len, clean), initial=0))
    return [folded[start:end].split() for start, end in itertools.pairwise(ends)]


@cache
def _folded_letters() -> NDArray[np.uint32]:
    """Per code of the basic plane its folded letter, or a space where it belongs to no word."""
    chars = [chr(code) if not 0xD800 <= code < 0xE000 else " " for code in range(_PLANE)]  # noqa: PLR2004
    folded = [fold(char) for char in chars]
    return np.array([ord(char) if char.isalnum() else ord(" ") for char in folded], dtype="<u4")


@dataclass(frozen=True, slots=True)
class Matches:
    """The words of passages that the question has too, in order."""

    at: Ints
    """Which words."""
    counts: NDArray[np.int32]
    """(terms, matches + 1): how often each term occurs before the n-th match."""


def matches_of(question: QuestionTerms, words: PassageWords) -> Matches:
    """Find every syllable and bigram of the question; a bigram stands at its first word."""
    number = np.full(len(words.vocabulary), -1)
    for place, syllable in enumerate(question.syllables):
        if syllable in words.vocabulary:
            number[words.vocabulary[syllable]] = place
    found = number[words.words]
    at = np.flatnonzero(found >= 0)
    counts = np.zeros((question.count, len(at) + 1), dtype=np.int32)
    counts[found[at], np.arange(1, len(at) + 1)] = 1
    pair_of = np.full((len(question.syllables) + 1, len(question.syllables) + 1), -1)
    for pair, term in question.bigrams.items():
        pair_of[pair] = term
    pairs = pair_of[found[at[:-1]], found[at[1:]]]
    columns = np.flatnonzero((pairs >= 0) & (np.diff(at) == 1) & (words.owners[at[:-1]] == words.owners[at[1:]]))
    counts[pairs[columns], columns + 1] = 1
    return Matches(at, counts.cumsum(axis=1, dtype=np.int32))
