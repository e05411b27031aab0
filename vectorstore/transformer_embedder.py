"""Any sentence-transformers model, from a local folder or the local Hugging Face cache; torch is imported on use."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vectorstore.embedding_models import DEFAULT_DENSE_WEIGHT, EmbeddingModel, family_of
from vectorstore.errors import ModelUnavailableError
from vectorstore.protocols import Vectors

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


class TransformerEmbedder:
    """A transformer behind the embedder's role; applies the prefixes its family was trained with."""

    def __init__(self, model: EmbeddingModel, transformer: SentenceTransformer) -> None:
        self._model = model
        self._transformer = transformer

    @property
    def model(self) -> EmbeddingModel:
        """Identity and properties of the model."""
        return self._model

    def embed_passages(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dim), rows L2-normalised."""
        return self._embed(texts, self._model.passage_prefix)

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        """float32 (n, dim), rows L2-normalised."""
        return self._embed(texts, self._model.query_prefix)

    def _embed(self, texts: Sequence[str], prefix: str) -> Vectors:
        if not texts:
            return np.zeros((0, self._model.dim), dtype=np.float32)
        raw = self._transformer.encode(
            list(texts),
            # never None: a default prompt saved with the model must not come on top
            prompt=prefix,
            batch_size=_BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
            convert_to_numpy=True,
        )
        return np.asarray(raw, dtype=np.float32)


def open_transformer(name: str) -> TransformerEmbedder:
    """Load a folder or a cached id, never the network.

    Prefixes are the prompts saved with the model ("query" and "document" or "passage"), else those of its family.

    :raises ModelUnavailableError: not on this machine, damaged, or not a text embedding model.
    """
    if looks_like_path(name) and not Path(name).is_dir():
        raise ModelUnavailableError(model=name, problem="no such folder")
    with offline():
        transformer = _load(name)
    return TransformerEmbedder(_describe(name, transformer), transformer)


def looks_like_path(name: str) -> bool:
    """Whether a model's name can only be a folder."""
    path = Path(name)
    return path.is_absolute() or name.startswith((".", "~")) or "\\" in name or len(path.parts) > 2  # noqa: PLR2004


@contextmanager
def offline() -> Iterator[None]:
    """Keep every Hugging Face library off the network; without this a missing model costs 70 s of retries."""
    before = {key: os.environ.get(key) for key in _OFFLINE}
    os.environ.update(_OFFLINE)
    from huggingface_hub import constants  # noqa: PLC0415

    flag, constants.HF_HUB_OFFLINE = constants.HF_HUB_OFFLINE, True
    try:
        yield
    finally:
        constants.HF_HUB_OFFLINE = flag
        for key, value in before.items():
            os.environ.pop(key, None) if value is None else os.environ.update({key: value})


def _load(name: str) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    try:
        return SentenceTransformer(name, device=None, local_files_only=True)
    # foreign code behind one door: transformers, safetensors, tokenizers and json each raise their own kinds
    except Exception as error:
        raise ModelUnavailableError(model=name, problem=f"{type(error).__name__}: {error}") from error


def _describe(name: str, transformer: SentenceTransformer) -> EmbeddingModel:
    dim = transformer.get_embedding_dimension()
    if not dim:
        raise ModelUnavailableError(model=name, problem="the model does not say its dimension")
    saved = transformer.prompts
    family = family_of(name)
    limit = transformer.max_seq_length
    return EmbeddingModel(
        model_id=name,
        dim=dim,
        dense_weight=DEFAULT_DENSE_WEIGHT,
        max_tokens=limit if isinstance(limit, int) else None,
        query_prefix=saved.get("query") or (family.query_prefix if family else ""),
        passage_prefix=saved.get("document") or saved.get("passage") or (family.passage_prefix if family else ""),
        licence=family.licence if family else "",
    )
