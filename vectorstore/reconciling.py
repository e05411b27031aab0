"""Finishing what a crash left between catalogue and indexes."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.documents import Chunk
from vectorstore.catalogue import Catalogue, Pending
from vectorstore.catalogue_cards import CatalogueCards
from vectorstore.catalogue_listing import CatalogueListing
from vectorstore.catalogue_texts import CatalogueTexts
from vectorstore.errors import IndexDamagedError
from vectorstore.indexing import IndexEntry, IndexPair
from vectorstore.opened_members import OpenedMembers
from vectorstore.originals import Originals

logger = logging.getLogger(__name__)

_DOCUMENTS_AT_ONCE = 2_048
"""In one commit of the lexical index."""
_REPAIR_CHUNKS = 5_000
"""More missing than this is a lost index, not a crash: rebuilding it belongs in ``reindex``, not in the start."""


@dataclass(frozen=True, slots=True)
class ReconcileReport:
    """What was found half done and finished."""

    indexed: int = 0
    """Documents completed into both indexes."""
    removed: int = 0
    purged: int = 0
    repaired_chunks: int = 0
    """Chunks an index had lost."""
    dropped_chunks: int = 0
    """Chunks an index held that the catalogue does not know."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of an open store that work on documents is done with."""

    catalogue: Catalogue
    listing: CatalogueListing
    texts: CatalogueTexts
    originals: Originals
    cards: CatalogueCards
    members: OpenedMembers


def index_documents(
    parts: Parts,
    pair: IndexPair,
    document_ids: Sequence[str],
    *,
    again: bool,
    chunks: Mapping[str, Sequence[Chunk]] | None = None,
) -> None:
    """Put extracted documents into both indexes, then mark them indexed.

    :param again: An earlier try may have begun.
    :param chunks: Those of each document where they are at hand; else they are read from the catalogue.
    """
    for ids in _batches(document_ids):
        pair.add(entries_of(parts, ids, chunks), replacing=ids if again else ())
        replaced = parts.catalogue.finish_indexing(ids)
        unindex_documents(parts, pair, replaced)


def unindex_documents(parts: Parts, pair: IndexPair, document_ids: Sequence[str]) -> None:
    """Take documents out of both indexes and say so in the catalogue."""
    for ids in _batches(document_ids):
        pair.remove(ids, parts.texts.chunk_ids(ids))
        parts.catalogue.finish_unindexing(ids)


def purge_documents(parts: Parts, pair: IndexPair, document_ids: Sequence[str]) -> None:
    """Take documents out of the indexes, then their files, then out of the catalogue."""
    for ids in _batches(document_ids):
        pair.remove(ids, parts.texts.chunk_ids(ids))
        parts.members.clear()
        for document_id in ids:
            # the file first: killed in between, the promise in the catalogue is kept at the next opening
            original = parts.catalogue.sole_original(document_id)
            if original is not None:
                parts.originals.discard(original)
            parts.catalogue.delete(document_id)


def entries_of(
    parts: Parts, document_ids: Sequence[str], chunks: Mapping[str, Sequence[Chunk]] | None = None
) -> list[IndexEntry]:
    """Chunks of the documents with their titles, which a person may have changed since the documents were read."""
    titles = parts.texts.titles(document_ids)
    held = parts.texts.chunks(document_ids) if chunks is None else (one for id_ in document_ids for one in chunks[id_])
    return [IndexEntry(chunk, titles.get(chunk.document_id)) for chunk in held]


def reconcile(parts: Parts, pair: IndexPair) -> ReconcileReport:
    """Finish promised work; then, only if the sizes differ, compare the ids and repair.

    :raises IndexDamagedError: an index lost so much that it must be rebuilt.
    """
    purging, removing, indexing = (
        parts.catalogue.pending(kind) for kind in (Pending.PURGE, Pending.UNINDEX, Pending.INDEX)
    )
    if purging or removing or indexing:
        logger.info("finishing: %d to purge, %d to remove, %d to index", len(purging), len(removing), len(indexing))
    purge_documents(parts, pair, purging)
    unindex_documents(parts, pair, removing)
    index_documents(parts, pair, indexing, again=True)
    repaired, dropped = _repair(parts, pair)
    parts.originals.sweep()
    return ReconcileReport(len(indexing), len(removing), len(purging), repaired, dropped)


def _repair(parts: Parts, pair: IndexPair) -> tuple[int, int]:
    """Chunks put back and chunks dropped."""
    expected = parts.listing.counts().chunks
    if pair.lexical.count() == expected == pair.vectors.count():
        return 0, 0
    wanted = parts.texts.indexed_chunk_ids()
    lexical, vectors = pair.lexical.ids(), pair.vectors.ids()
    missing, unknown = (wanted - lexical) | (wanted - vectors), (lexical | vectors) - wanted
    logger.warning("indexes differ from the catalogue: %d chunks missing, %d unknown", len(missing), len(unknown))
    if len(missing) > _REPAIR_CHUNKS:
        problem = f"lexical holds {len(lexical)}, vectors {len(vectors)} of {len(wanted)} passages"
        raise IndexDamagedError(index=str(pair.generation.number), problem=problem)
    pair.vectors.delete(sorted(unknown & vectors))
    pair.lexical.delete_chunks(sorted(unknown & lexical))
    owners = sorted(set(parts.texts.owners(missing).values()))
    for ids in _batches(owners):
        pair.add(entries_of(parts, ids), replacing=ids)
    return len(missing), len(unknown)


def _batches(document_ids: Sequence[str]) -> Iterator[Sequence[str]]:
    starts = range(0, len(document_ids), _DOCUMENTS_AT_ONCE)
    return (document_ids[start : start + _DOCUMENTS_AT_ONCE] for start in starts)
