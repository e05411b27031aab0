"""Building a new generation of both indexes from the catalogue alone, beside the one in use."""

import logging
from collections.abc import Callable
from typing import TypeAlias

from vectorstore.generations import Generation, Generations
from vectorstore.indexing import IndexPair, drop_generation, open_pair
from vectorstore.protocols import Embedder
from vectorstore.reconciling import Parts, entries_of
from vectorstore.records import DocumentState
from vectorstore.settings import StoreSettings

logger = logging.getLogger(__name__)
Progress: TypeAlias = Callable[[int, int], None]
"""Called with documents done and documents in all."""

_DOCUMENTS_AT_ONCE = 1_000


def build_generation(
    settings: StoreSettings, generations: Generations, parts: Parts, embedder: Embedder, progress: Progress | None
) -> IndexPair:
    """Index every indexed document anew and switch to the result; on failure the old generation stays in use.

    :raises DiskFullError: no space for the second pair.
    :raises VectorServerError: the Chroma server stayed away.
    """
    generation = generations.create(embedder.model)
    store_id = generations.store_id()
    try:
        pair = open_pair(settings, store_id, generation, embedder)
        try:
            _fill(parts, pair, progress)
        except BaseException:
            pair.close()
            raise
    except BaseException:
        discard(settings, generations, generation)
        raise
    generations.activate(generation)
    return pair


def discard(settings: StoreSettings, generations: Generations, generation: Generation) -> None:
    """Delete what belongs to a generation that is not in use, then its row."""
    drop_generation(settings, generations.store_id(), generation)
    generations.forget(generation)


def _fill(parts: Parts, pair: IndexPair, progress: Progress | None) -> None:
    records = parts.listing.documents(states=[DocumentState.INDEXED])
    ids = [record.document_id for record in reversed(records)]
    for start in range(0, len(ids), _DOCUMENTS_AT_ONCE):
        pair.add(entries_of(parts, ids[start : start + _DOCUMENTS_AT_ONCE]))
        if progress is not None:
            progress(min(start + _DOCUMENTS_AT_ONCE, len(ids)), len(ids))
