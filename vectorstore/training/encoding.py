"""The corpus as flat token ids: every sentence tokenised once, chunks and pairs are slices of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from vectorstore.training.corpus import Article

_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class EncodedCorpus:
    """Sentences as rows of one ragged int32 array; chunk c is sentences chunk_bounds[c] .. chunk_bounds[c + 1].

    ``title`` and ``lead`` give, per article, the row of that text (lead -1 where absent); ``article`` gives,
    per chunk, its article.
    """

    tokens: NDArray[np.int32]
    bounds: NDArray[np.int64]
    chunk_bounds: NDArray[np.int64]
    article: NDArray[np.int32]
    title: NDArray[np.int64]
    lead: NDArray[np.int64]

    def row(self, index: int) -> NDArray[np.int32]:
        """Token ids of one sentence, title or lead."""
        return self.tokens[self.bounds[index] : self.bounds[index + 1]]

    def size(self) -> tuple[int, int]:
        """Chunks, and tokens of all sentences."""
        return len(self.article), len(self.tokens)

    def save(self, path: Path) -> None:
        """Write an .npz; read it back with ``load``."""
        np.savez(path, allow_pickle=False, **{field.name: getattr(self, field.name) for field in fields(self)})

    @classmethod
    def load(cls, path: Path) -> "EncodedCorpus":
        """Read what ``save`` wrote."""
        with np.load(path) as stored:
            return cls(**{field.name: stored[field.name] for field in fields(cls)})


def encode(articles: Iterable[Article], tokenizer: Tokenizer) -> EncodedCorpus:
    """Tokenise every title, lead and sentence; tokens never cross punctuation, so slices may be joined later."""
    texts: list[str] = []
    chunk_bounds: list[tuple[int, int]] = []
    article: list[int] = []
    title: list[int] = []
    lead: list[int] = []
    for number, item in enumerate(articles):
        title.append(len(texts))
        texts.append(item.title)
        lead.append(len(texts) if item.lead else -1)
        if item.lead:
            texts.append(item.lead)
        for chunk in item.chunks:
            chunk_bounds.append((len(texts), len(texts) + len(chunk)))
            texts.extend(chunk)
            article.append(number)
    tokens, bounds = _flatten(texts, tokenizer)
    return EncodedCorpus(
        tokens,
        bounds,
        np.array(chunk_bounds, dtype=np.int64),
        np.array(article, dtype=np.int32),
        np.array(title, dtype=np.int64),
        np.array(lead, dtype=np.int64),
    )


def batches(texts: Iterable[str], size: int) -> Iterator[list[str]]:
    """Consecutive lists of at most ``size`` texts."""
    source = iter(texts)
    while batch := list(islice(source, size)):
        yield batch


def _flatten(texts: list[str], tokenizer: Tokenizer) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    parts: list[NDArray[np.int32]] = []
    lengths: list[int] = []
    for batch in batches(texts, _BATCH):
        for encoding in tokenizer.encode_batch_fast(batch, add_special_tokens=False):
            ids = encoding.ids
            lengths.append(len(ids))
            parts.append(np.array(ids, dtype=np.int32))
    bounds = np.zeros(len(lengths) + 1, dtype=np.int64)
    np.cumsum(lengths, out=bounds[1:])
    return np.concatenate(parts), bounds
