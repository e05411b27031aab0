"""How well passages answer a question, as a few numbers in [0, 1] cheap enough for every search."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.retrieval.fusion import FusedChunk
from assistant.retrieval.matched_words import (
    Floats,
    Ints,
    Matches,
    PassageWords,
    QuestionTerms,
    matches_of,
    passage_words,
)
from assistant.retrieval.soft_matches import soft_matches
from vectorstore.cut_passages import CutPassages
from vectorstore.passage_cutter import PassageCutter
from vectorstore.protocols import Vectors

FEATURE_NAMES = ("lexical", "dense", "window", "soft_window", "often", "body", "length", "sentence", "met")
"""lexical, dense: score of the leg over its best.
window: the most of the question's idf mass (syllables and bigrams) in one stretch of 20 words, counting the header's.
soft_window: the best cosine of the question with one stretch of 15 words, over the best passage's.
often: share of the subject's idf mass in the text, a syllable that comes again counting more (tf / (tf + 1.2)).
body: share of the subject's idf mass that the header does not say already in the text.
length: logarithm of the words of the text: what is long has everything.
sentence: the best cosine of the question with one sentence.
met: how near the tokens of the question come to those of one sentence, each to its nearest, over the best passage's.
"""
_WINDOW = 20
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
    tokens: Ints
    """Distinct."""


def features(asked: Asked, candidates: Sequence[FusedChunk], passages: CutPassages, cutter: PassageCutter) -> Floats:
    """(candidates, FEATURE_NAMES) of at least one candidate; ``cutter`` is the embedder's of ``asked.vector``."""
    terms = asked.terms
    spelled = cutter.pieces.spelled(passages.tokens, passages.firsts)
    words = passage_words(passages, spelled)
    found = matches_of(terms, words)
    soft = soft_matches(cutter.table, passages, spelled, asked.vector, asked.tokens)
    columns = (
        _over_best(np.array([one.lexical_score for one in candidates])),
        _over_best(np.array([one.dense_score for one in candidates])),
        _window(terms, words, found),
        _over_best(soft.best_stretch()),
        _often(terms, found),
        _body(terms, found),
        np.log1p(words.ends - words.header_ends) / _LONG,
        soft.best_sentence(),
        _over_best(soft.tokens_met()),
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
    owners = found.owners
    opening = np.maximum(words.starts.take(owners), found.at - _WINDOW + 1)
    there = found.counts[:, 1:] > found.counts.take(np.searchsorted(found.at, opening), axis=1)
    headers = found.inside(found.first[:-1], found.header_ends) > 0
    there |= headers.take(owners, axis=1)
    np.maximum.at(best, owners, _mass(terms.weights, there.astype(np.float64)))
    return best / max(float(terms.weights.sum()), _TINY)


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
