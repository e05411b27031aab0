"""How near passages come to a question by the vectors of their words, whichever words it uses."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.matched_words import Floats, Ints
from vectorstore.cut_passages import CutPassages
from vectorstore.protocols import Vectors
from vectorstore.syllable_keys import Spelled
from vectorstore.token_table import TokenTable

_STRETCH = 15
"""Words."""
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class SoftMatches:
    """Passages side by side with a question; one value per passage."""

    passages: CutPassages
    spelled: Spelled
    likeness: NDArray[np.float32]
    """Of every token of the vocabulary that the passages have: its product with the question's vector."""
    tokens: NDArray[np.float32]
    """(tokens of the question, tokens of the passages): cosines, at least 0."""
    weights: NDArray[np.float32]
    """Of the question's tokens: the length of each one's vector, all of them together 1."""
    squares: NDArray[np.float32]
    """Squared length of every token of the vocabulary."""

    def best_stretch(self) -> Floats:
        """The best cosine of a stretch of 15 words.

        Squared lengths add up as if words were independent: near enough to compare stretches of equal length.
        """
        rows, starts = self.spelled.tokens, self.spelled.syllables
        products = np.add.reduceat(self.likeness.take(rows), starts)
        squares = np.add.reduceat(self.squares.take(rows), starts)
        firsts = np.searchsorted(starts, self.spelled.places.take(self.passages.firsts))
        sums, norms = _running(products), _running(squares)
        ends = np.arange(1, len(starts) + 1)
        base = np.repeat(firsts, np.diff(firsts, append=len(starts)))
        opening = np.maximum(base, ends - _STRETCH)
        cosines = (sums[1:] - sums.take(opening)) / np.sqrt(np.maximum(norms[1:] - norms.take(opening), _TINY))
        # a shorter stretch at the beginning of a passage must not win by its shortness
        best: Floats = np.maximum.reduceat(cosines * (ends - opening) / _STRETCH, firsts)
        return best

    def best_sentence(self) -> Floats:
        """The best cosine of a sentence."""
        sums = _running(self.likeness.take(self.passages.tokens))
        before = sums.take(self.passages.sentences)
        cosines = (np.append(before[1:], sums[-1]) - before) / np.maximum(self.passages.norms, _TINY)
        # the length is kept in two bytes, so that a cosine may come out above 1
        best: Floats = np.maximum.reduceat(np.clip(cosines, 0.0, 1.0), self.passages.first_sentences)
        return best

    def tokens_met(self) -> Floats:
        """In the best sentence: the mean, by weight, of the nearest cosine of each token of the question.

        Chamfer similarity or MaxSim: Khattab, Zaharia: ColBERT, SIGIR 2020.
        """
        if not len(self.weights):
            return np.zeros(len(self.passages.firsts))
        nearest = np.maximum.reduceat(self.tokens, self.passages.sentences, axis=1)
        met = np.einsum("q,qs->s", self.weights, nearest)
        best: Floats = np.maximum.reduceat(met, self.passages.first_sentences).astype(np.float64)
        return best


def soft_matches(
    table: TokenTable, passages: CutPassages, spelled: Spelled, vector: Vectors, asked: Ints
) -> SoftMatches:
    """``vector`` (float32, (dim,)) and ``asked``, the question's distinct tokens, are of the embedder of ``table``."""
    whole = _distinct(len(table), passages.tokens)
    held = _distinct(len(table), passages.tokens, spelled.tokens)
    likeness = np.zeros(len(table), dtype=np.float32)
    likeness[held] = table.products(vector, held)
    known = asked[table.squares.take(asked) > 0]
    lengths: NDArray[np.float32] = np.sqrt(table.squares.take(known))
    place = np.zeros(len(table), dtype=np.intp)
    place[whole] = np.arange(len(whole))
    cosines = np.maximum(table.cosines(known, whole), np.float32(0))
    return SoftMatches(
        passages,
        spelled,
        likeness,
        cosines.take(place.take(passages.tokens), axis=1),
        (lengths / max(float(lengths.sum()), _TINY)).astype(np.float32),
        table.squares,
    )


def _distinct(vocabulary: int, *tokens: Ints) -> Ints:
    there = np.zeros(vocabulary, dtype=np.bool_)
    for some in tokens:
        there[some] = True
    return np.flatnonzero(there)


def _running(values: NDArray[np.float32]) -> Floats:
    return np.concatenate([[0.0], np.cumsum(values, dtype=np.float64)])
