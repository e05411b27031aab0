"""The bundled kind of model: one vector per token, averaged; numpy and tokenizers only, no torch."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from ingest.text.folding import fold_many
from vectorstore.clause_tokens import ClauseTokens, is_known_kind
from vectorstore.cut_passages import LARGEST
from vectorstore.embedding_models import EmbeddingModel
from vectorstore.errors import ModelUnavailableError
from vectorstore.passage_cutter import PassageCutter
from vectorstore.protocols import Vectors

_BATCH = 1024
"""Texts tokenised at once, on all cores."""

_TABLE_NAMES = ("embedding.weight", "embeddings")
"""The name sentence-transformers gives the table, and the one model2vec gives it."""


Cutting: TypeAlias = Callable[[Sequence[str]], Iterator[list[int]]]


class StaticEmbedder:
    """Mean of token vectors over folded text; texts typed with or without accents get the same vector."""

    def __init__(self, model: EmbeddingModel, tokenizer: Tokenizer, table: Vectors) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._table = table
        self._clauses = ClauseTokens(tokenizer) if _is_quick(tokenizer, table) else None
        self._cut = self._clauses.of if self._clauses else _slow_cutting(tokenizer)
        self._cutter: PassageCutter | None = None

    @property
    def model(self) -> EmbeddingModel:
        """Identity and properties of the model."""
        return self._model

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dim), rows L2-normalised; a text without any known token gives a zero row."""
        vectors = np.zeros((len(texts), self._model.dim), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            for row, ids in enumerate(self._tokenise(texts[start : start + _BATCH]), start):
                # one small sum per text is 6 times faster than reduceat over all of them
                np.add.reduce(self._table.take(ids, axis=0), axis=0, out=vectors[row])
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, norms, out=vectors, where=norms > 0)
        return vectors

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """The same function as for passages: a static model needs no prefix."""
        return self.embed_passages(texts)

    def cutter(self) -> PassageCutter | None:
        """What cuts passages for the second stage; None for tokenizers of another kind than the bundled one's."""
        if self._cutter is None and self._clauses is not None and len(self._table) <= LARGEST:
            self._cutter = PassageCutter(self._tokenizer, self._cut, self._clauses.parted, self._table)
        return self._cutter

    def _tokenise(self, texts: Sequence[str]) -> Iterator[list[int]]:
        return self._cut([unicodedata.normalize("NFC", text) for text in texts])


def _is_quick(tokenizer: Tokenizer, table: Vectors) -> bool:
    """Whether a tokenizer of the bundled kind gives rows of the table, so that unknown tokens add nothing."""
    return is_known_kind(tokenizer) and not table[tokenizer.token_to_id(tokenizer.model.unk_token)].any()


def _slow_cutting(tokenizer: Tokenizer) -> Cutting:
    """How texts (NFC) become rows of the table by a tokenizer of any kind."""

    def cut(texts: Sequence[str]) -> Iterator[list[int]]:
        encodings = tokenizer.encode_batch_fast(fold_many(texts), add_special_tokens=False)
        return (encoding.ids for encoding in encodings)

    return cut


def open_static(model: EmbeddingModel, folder: Path) -> StaticEmbedder:
    """Read a model folder as sentence-transformers or model2vec saves one (tokenizer.json, model.safetensors).

    :raises ModelUnavailableError: the folder is absent, incomplete, damaged, or of another shape.
    """
    table = _read_table(folder)
    tokenizer = _read_tokenizer(folder)
    if table.shape != (tokenizer.get_vocab_size(), model.dim):
        shape = f"table {table.shape}, tokens {tokenizer.get_vocab_size()}, dimension {model.dim}"
        raise ModelUnavailableError(model=str(folder), problem=f"sizes do not agree: {shape}")
    return StaticEmbedder(model, tokenizer, table)


def _read_table(folder: Path) -> Vectors:
    try:
        tensors = load_file(folder / "model.safetensors")
    except (OSError, SafetensorError) as error:
        raise ModelUnavailableError(model=str(folder), problem=f"model.safetensors: {error}") from error
    for name in _TABLE_NAMES:
        if name in tensors:
            # half precision on disk, single in memory: sums of float16 would lose digits and are slow
            table: Vectors = np.ascontiguousarray(tensors[name], dtype=np.float32)
            return table
    raise ModelUnavailableError(model=str(folder), problem="model.safetensors holds no embedding table")


def _read_tokenizer(folder: Path) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
    except Exception as error:  # tokenizers raises no narrower kind for a broken file
        raise ModelUnavailableError(model=str(folder), problem=f"tokenizer.json: {error}") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
