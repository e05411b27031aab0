"""Draws batches of (query, passage) pairs: a title, a lead or a sentence, against its chunk."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from vectorstore.training.encoding import EncodedCorpus
from vectorstore.training.recipe import Recipe

Ids: TypeAlias = NDArray[np.int32]

_MIN_QUERY_TOKENS = 2
_DROP_FROM_TOKENS = 4
"""Shorter queries keep all their tokens."""
_WINDOW_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Batch:
    """Ragged token ids; row i of ``passages`` answers row i of ``queries``.

    ``unclear`` (n, n) marks passages that are neither right nor wrong for a query: a title or a lead speaks of every
    chunk of its article.
    """

    queries: list[Ids]
    passages: list[Ids]
    unclear: NDArray[np.bool_]


class PairSampler:
    """Every chunk is drawn once an epoch, each time with another query."""

    def __init__(
        self, corpus: EncodedCorpus, interrogatives: list[Ids], recipe: Recipe, rng: np.random.Generator
    ) -> None:
        self._corpus = corpus
        self._interrogatives = interrogatives
        self._recipe = recipe
        self._rng = rng

    def batches(self) -> Iterator[Batch]:
        """Batches without end, epoch after epoch."""
        size = self._recipe.batch
        while True:
            order = self._epoch()
            for start in range(0, len(order) - size + 1, size):
                yield self._batch(order[start : start + size])

    def _batch(self, drawn: NDArray[np.int64]) -> Batch:
        pairs = [self._pair(int(chunk)) for chunk in drawn]
        article = self._corpus.article[drawn]
        headline = np.array([is_headline for _, _, is_headline in pairs])
        unclear = (article[:, None] == article[None, :]) & headline[:, None]
        np.fill_diagonal(unclear, val=False)
        return Batch([query for query, _, _ in pairs], [passage for _, passage, _ in pairs], unclear)

    def _epoch(self) -> NDArray[np.int64]:
        article = self._corpus.article
        if self._recipe.neighbours == 1:
            return self._rng.permutation(len(article))
        first = np.r_[True, article[1:] != article[:-1]]
        place = np.arange(len(article)) - np.maximum.accumulate(np.where(first, np.arange(len(article)), 0))
        groups = np.flatnonzero(place % self._recipe.neighbours == 0)
        ends = np.r_[groups[1:], len(article)]
        shuffled = self._rng.permutation(len(groups))
        return np.concatenate([np.arange(groups[index], ends[index]) for index in shuffled])

    def _pair(self, chunk: int) -> tuple[Ids, Ids, bool]:
        corpus = self._corpus
        first, last = corpus.chunk_bounds[chunk]
        whole = corpus.tokens[corpus.bounds[first] : corpus.bounds[last]]
        headline = self._headline(corpus.article[chunk], alone=last - first == 1)
        passage = whole
        if headline is None:
            row = int(self._rng.integers(first, last))
            query = corpus.row(row)
            if last - first > 1 and self._rng.random() >= self._recipe.keep_share:
                passage = np.concatenate(
                    (corpus.tokens[corpus.bounds[first] : corpus.bounds[row]],
                     corpus.tokens[corpus.bounds[row + 1] : corpus.bounds[last]])
                )  # fmt: skip
        return self._asked(query if headline is None else headline), self._window(passage), headline is not None

    def _headline(self, article: int, *, alone: bool) -> Ids | None:
        """The title or lead, None when a sentence of the chunk shall ask; a chunk of one sentence needs a headline."""
        recipe, corpus = self._recipe, self._corpus
        draw = self._rng.random()
        row = -1
        if draw < recipe.title_share or (alone and draw < 0.8):  # noqa: PLR2004  some stay identical pairs
            row = corpus.title[article]
        elif draw < recipe.title_share + recipe.lead_share:
            row = corpus.lead[article]
        query = corpus.row(row) if row >= 0 else None
        return query if query is not None and len(query) >= _MIN_QUERY_TOKENS else None

    def _asked(self, query: Ids) -> Ids:
        recipe, rng = self._recipe, self._rng
        if recipe.drop_share and len(query) >= _DROP_FROM_TOKENS:
            kept = rng.random(len(query)) >= recipe.drop_share * 2 * rng.random()
            query = query[kept] if kept.sum() >= _MIN_QUERY_TOKENS else query
        if rng.random() < recipe.question_share:
            query = np.concatenate((query, self._interrogatives[rng.integers(len(self._interrogatives))]))
        return query

    def _window(self, passage: Ids) -> Ids:
        width = self._recipe.window_tokens
        if not width or len(passage) <= width or self._rng.random() >= _WINDOW_SHARE:
            return passage
        start = int(self._rng.integers(len(passage) - width + 1))
        return passage[start : start + width]
