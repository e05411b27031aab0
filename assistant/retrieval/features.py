"""How well passages answer a question, as a few numbers in [0, 1] cheap enough for every search."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.retrieval.fusion import FusedChunk
from assistant.retrieval.matched_words import (
    Floats,
    Matches,
    PassageWords,
    QuestionTerms,
    matches_of,
    passage_words,
)
from vectorstore.hits import Passage
from vectorstore.protocols import Vectors
from vectorstore.word_table import WordTable

FEATURE_NAMES = ("lexical", "dense", "window", "soft_window", "often", "body", "length")
"""lexical, dense: score of the leg over its best.
window: the most of the question's idf mass (syllables and bigrams) in one stretch of 20 words, counting the header's.
soft_window: the best cosine of the question with one stretch of 15 words, over the best passage's.
often: share of the subject's idf mass in the text, a syllable that comes again counting more (tf / (tf + 1.2)).
body: share of the subject's idf mass that the header does not say already in the text.
length: logarithm of the words of the text: what is long has everything.
"""
_WINDOW = 20
_SOFT_WINDOW = 15
_SATURATION = 1.2
"""BM25's k1."""
_LONG = 6.0
"""Logarithm of 400 words: a long passage."""
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as candidates are compared with it."""

    terms: QuestionTerms
    vector: Vectors
    """float32, (dim,)."""


def features(asked: Asked, candidates: Sequence[FusedChunk], passages: Sequence[Passage], table: WordTable) -> Floats:
    """(candidates, FEATURE_NAMES) of at least one candidate; ``table`` is the embedder's of ``asked.vector``."""
    terms = asked.terms
    words = passage_words(passages, table)
    found = matches_of(terms, words)
    columns = (
        _over_best(np.array([one.lexical_score for one in candidates])),
        _over_best(np.array([one.dense_score for one in candidates])),
        _window(terms, words, found),
        _over_best(_soft_window(words, asked.vector)),
        _often(terms, found),
        _body(terms, found),
        np.log1p(words.ends - words.header_ends) / _LONG,
    )
    return np.stack(columns, axis=1)


def _over_best(scores: Floats) -> Floats:
    best = float(scores.max())
    return np.maximum(scores, 0.0) / best if best > 0 else np.zeros(len(scores))


def _mass(weights: Floats, there: Floats) -> Floats:
    """``weights @ there`` without BLAS: its second thread costs a time slice of 100 ms on a busy machine."""
    mass: Floats = np.einsum("t,tn->n", weights, there)
    return mass


def _window(terms: QuestionTerms, words: PassageWords, found: Matches) -> Floats:
    """A best stretch ends at a word that the question has: only those are looked at."""
    best = np.zeros(len(words.starts))
    if not len(found.at):
        return best
    owners = words.owners[found.at]
    opening = np.maximum(words.starts[owners], found.at - _WINDOW + 1)
    there = found.inside(np.searchsorted(found.at, opening), np.arange(1, len(found.at) + 1))
    headers = found.inside(found.first[:-1], found.header_ends)
    np.maximum.at(best, owners, _mass(terms.weights, np.maximum(there, headers[:, owners])))
    return best / max(float(terms.weights.sum()), _TINY)


def _soft_window(words: PassageWords, vector: Vectors) -> Floats:
    """Squared lengths add up as if words were independent: near enough to compare stretches of equal length."""
    products, lengths = words.table.similarities(words.vocabulary, vector)
    sums = np.concatenate([[0.0], np.cumsum(products[words.words], dtype=np.float64)])
    norms = np.concatenate([[0.0], np.cumsum(lengths[words.words], dtype=np.float64)])
    ends = np.arange(1, len(words.words) + 1)
    opening = np.maximum(words.base, ends - _SOFT_WINDOW)
    cosines = (sums[ends] - sums[opening]) / np.sqrt(np.maximum(norms[ends] - norms[opening], _TINY))
    # a shorter stretch at the beginning of a passage must not win by its shortness
    whole: Floats = np.maximum.reduceat(cosines * (ends - opening) / _SOFT_WINDOW, words.starts)
    return whole


def _often(terms: QuestionTerms, found: Matches) -> Floats:
    weights = terms.content_weights
    times = (found.counts[:, found.first[1:]] - found.counts[:, found.header_ends])[: len(weights)]
    return _mass(weights, times / (times + _SATURATION)) / max(float(weights.sum()), _TINY)


def _body(terms: QuestionTerms, found: Matches) -> Floats:
    """1 where the header says everything."""
    weights = terms.content_weights
    unsaid = weights[:, np.newaxis] * (1.0 - found.inside(found.first[:-1], found.header_ends)[: len(weights)])
    there = found.inside(found.header_ends, found.first[1:])[: len(weights)]
    missing = unsaid.sum(axis=0)
    return np.where(missing > 0, (unsaid * there).sum(axis=0) / np.maximum(missing, _TINY), 1.0)
