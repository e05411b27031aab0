"""How well passages answer a question, as a few numbers in [0, 1] cheap enough for every search."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from assistant.ports import InverseDocumentFrequency
from assistant.retrieval.fusion import FusedChunk
from assistant.retrieval.matched_words import (
    Floats,
    Matches,
    PassageWords,
    QuestionTerms,
    matches_of,
    passage_words,
    question_terms,
)
from vectorstore.hits import Passage
from vectorstore.protocols import Vectors

FEATURE_NAMES = ("lexical", "dense", "coverage", "rarest", "window", "soft_window")
"""lexical, dense: score of the leg over its best.
coverage: share of the question's idf mass (syllables and bigrams) in the passage or its header.
rarest: share of the three rarest syllables there.
window: the most of that mass in one stretch of 20 words, counting what the header says.
soft_window: the best cosine of the question with one stretch of 15 words, over the best passage's.
"""
_WINDOW = 20
_SOFT_WINDOW = 15
_RAREST = 3
_TINY = 1e-9


class WordVectors(Protocol):
    """An embedder whose vector of a text is the sum of its words' (StaticEmbedder)."""

    def word_similarities(self, words: Sequence[str], vector: Vectors) -> tuple[Vectors, Vectors]:
        """Product of each word's vector with ``vector``, and its squared length."""


def features(
    question: str,
    candidates: Sequence[FusedChunk],
    passages: Sequence[Passage],
    idf: InverseDocumentFrequency,
    words_of: WordVectors,
    vector: Vectors,
) -> Floats:
    """(candidates, FEATURE_NAMES); ``vector`` is the embedded question; at least one candidate."""
    terms = question_terms(question, idf)
    words = passage_words(passages)
    found = matches_of(terms, words)
    inside = _inside(found, words)
    rarest = np.argsort(-terms.weights[: len(terms.syllables)], kind="stable")[:_RAREST]
    columns = (
        _over_best(np.array([one.lexical_score for one in candidates])),
        _over_best(np.array([one.dense_score for one in candidates])),
        _mass(terms.weights, inside) / max(float(terms.weights.sum()), _TINY),
        inside[rarest].mean(axis=0) if len(rarest) else np.zeros(len(passages)),
        _window(terms, words, found),
        _over_best(_soft_window(words, words_of, vector)),
    )
    return np.stack(columns, axis=1)


def _over_best(scores: Floats) -> Floats:
    best = float(scores.max())
    return np.maximum(scores, 0.0) / best if best > 0 else np.zeros(len(scores))


def _mass(weights: Floats, there: Floats) -> Floats:
    """``weights @ there`` without BLAS: its second thread costs a time slice of 100 ms on a busy machine."""
    mass: Floats = np.einsum("t,tn->n", weights, there)
    return mass


def _inside(found: Matches, words: PassageWords) -> Floats:
    """(terms, passages): whether the term is there."""
    first = np.searchsorted(found.at, words.starts)
    last = np.append(first[1:], len(found.at))
    return (found.counts[:, last] > found.counts[:, first]).astype(np.float64)


def _window(terms: QuestionTerms, words: PassageWords, found: Matches) -> Floats:
    """A best stretch ends at a word that the question has: only those are looked at."""
    best = np.zeros(len(words.starts))
    if not len(found.at):
        return best
    owners = words.owners[found.at]
    opening = np.maximum(words.starts[owners], found.at - _WINDOW + 1)
    ends = np.arange(1, len(found.at) + 1)
    there = found.counts[:, ends] > found.counts[:, np.searchsorted(found.at, opening)]
    first = np.searchsorted(found.at, words.starts)
    headers = found.counts[:, np.searchsorted(found.at, words.header_ends)] > found.counts[:, first]
    there |= headers[:, owners]
    np.maximum.at(best, owners, _mass(terms.weights, there.astype(np.float64)))
    return best / max(float(terms.weights.sum()), _TINY)


def _soft_window(words: PassageWords, words_of: WordVectors, vector: Vectors) -> Floats:
    """Squared lengths add up as if words were independent: near enough to compare stretches of equal length."""
    products, lengths = words_of.word_similarities(list(words.vocabulary), vector)
    sums = np.concatenate([[0.0], np.cumsum(products[words.words], dtype=np.float64)])
    norms = np.concatenate([[0.0], np.cumsum(lengths[words.words], dtype=np.float64)])
    ends = np.arange(1, len(words.words) + 1)
    opening = np.maximum(words.base, ends - _SOFT_WINDOW)
    cosines = (sums[ends] - sums[opening]) / np.sqrt(np.maximum(norms[ends] - norms[opening], _TINY))
    # a shorter stretch at the beginning of a passage must not win by its shortness
    whole: Floats = np.maximum.reduceat(cosines * (ends - opening) / _SOFT_WINDOW, words.starts)
    return whole
