"""The reading side of the store: search legs, passages, texts, lists."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import numpy as np

from ingest.documents import Block, Chunk, Page, WordBox
from vectorstore.card_reading import CardReader
from vectorstore.cut_passages import Record
from vectorstore.hits import Filters, Passage, ScoredChunk
from vectorstore.indexed_text import indexed_text
from vectorstore.indexing import IndexPair
from vectorstore.originals import Original
from vectorstore.passage_cutter import PassageCutter
from vectorstore.protocols import Embedder, Vectors
from vectorstore.reconciling import Parts
from vectorstore.records import Counts, DocumentRecord, DocumentState, Facets
from vectorstore.terms import terms


class StoreReader(CardReader):
    """Questions to an open store; usable from any thread."""

    def __init__(self, parts: Parts, pair: IndexPair) -> None:
        super().__init__(parts.cards)
        self._parts = parts
        self._pair = pair

    @property
    def embedder(self) -> Embedder:
        """The embedder whose vectors are in the index."""
        return self._pair.embedder

    def lexical(
        self, query: str | Sequence[str] | Mapping[str, float], k: int, document_ids: Collection[str] | None = None
    ) -> list[ScoredChunk]:
        """The k best chunks by BM25 for a text, or for terms as ``vectorstore.terms`` makes them (or term to boost)."""
        wanted = terms(query) if isinstance(query, str) else query
        with self._pair.in_use() as pair:
            return pair.lexical.search(wanted, k, document_ids)

    def dense(self, query: str | Vectors, k: int, document_ids: Collection[str] | None = None) -> list[ScoredChunk]:
        """The k nearest chunks by cosine to a text, or to a vector (float32, (dim,)); exact when filtered."""
        with self._pair.in_use() as pair:
            vector = pair.embedder.embed_queries([query])[0] if isinstance(query, str) else np.asarray(query)
            return pair.vectors.query(vector, k, document_ids)

    def passages(self, chunk_ids: Sequence[str]) -> dict[str, Passage]:
        """Passages by chunk id; a chunk whose document was removed meanwhile is absent."""
        return self.marked(self._parts.texts.passages(chunk_ids))

    @property
    def cutter(self) -> PassageCutter | None:
        """What cuts passages into records; None with an embedder that does not add up words."""
        return self._pair.cutter

    def records(self, chunk_ids: Sequence[str]) -> list[Record]:
        """What the second stage reads of passages; an empty record for one that is gone.

        Those of a store older than records are cut now, in half a millisecond each; ``reindex`` keeps them.
        """
        with self._pair.in_use() as pair:
            records = pair.records.read(chunk_ids)
            lacking = [chunk_id for chunk_id, record in zip(chunk_ids, records, strict=True) if not len(record)]
            if not lacking or pair.cutter is None:
                return records
            found = self._parts.texts.passages(lacking)
            texts = [indexed_text(one.title, one.heading_path, one.text) for one in found.values()]
            made = dict(zip(found, pair.cutter.cut(texts).records, strict=True)) if found else {}
        return [made.get(one, record) for one, record in zip(chunk_ids, records, strict=True)]

    def opening(self, document_id: str) -> Passage | None:
        """The passage a document's text begins with; None for one that is not indexed."""
        first = self._parts.texts.first_chunk(document_id)
        return self.passages([first]).get(first) if first is not None else None

    def idf(self, term: str) -> float:
        """Inverse document frequency of a term over all chunks."""
        with self._pair.in_use() as pair:
            return pair.lexical.idf(term)

    def passages_held(self) -> int:
        """How many passages are searched."""
        with self._pair.in_use() as pair:
            return pair.lexical.count()

    def document_frequency(self, term: str) -> int:
        """In how many chunks a term occurs."""
        with self._pair.in_use() as pair:
            return pair.lexical.document_frequency(term)

    def documents(
        self,
        search: str | None = None,
        states: Collection[DocumentState] | None = None,
        *,
        include_removed: bool = False,
        limit: int = -1,
        offset: int = 0,
    ) -> list[DocumentRecord]:
        """Records, newest first; ``search`` finds words of name and title without accents too.

        Without ``states``: every state but removed, which ``include_removed`` adds.
        """
        if states is None and not include_removed:
            states = [state for state in DocumentState if state is not DocumentState.REMOVED]
        return self._parts.listing.documents(search, states, limit=limit, offset=offset)

    def document(self, document_id: str) -> DocumentRecord:
        """One record.

        :raises UnknownDocumentError: no such document.
        """
        return self._parts.listing.document(document_id)

    def pages(self, document_id: str) -> tuple[Page, ...]:
        """The stored text, page by page; a removed document's too.

        :raises UnknownDocumentError: no such document.
        """
        self.document(document_id)
        return self._parts.texts.pages(document_id)

    def before(self, passage: Passage, head_chars: int, chars: int) -> str:
        """The beginning of a passage's document, then what stands directly before it on its page."""
        return self._parts.texts.before(passage, head_chars, chars)

    def page_words(self, document_id: str, page: int) -> tuple[WordBox, ...]:
        """Words of a page that was read from an image, with their boxes; empty for every other page."""
        return self._parts.texts.page_words(document_id, page)

    def blocks(self, document_id: str) -> tuple[Block, ...]:
        """The structure of the stored text; empty for an unknown document."""
        return self._parts.texts.blocks(document_id)

    def chunks_of(self, document_id: str) -> tuple[Chunk, ...]:
        """The chunks in order; empty for an unknown document."""
        return tuple(self._parts.texts.chunks([document_id]))

    def original_path(self, document_id: str) -> Path | None:
        """The kept file (for a .jsonl record the whole .jsonl, for a file of an archive a copy of it alone).

        None if none was given or it is gone.

        :raises UnknownDocumentError: no such document.
        """
        record = self.document(document_id)
        if record.original_sha256 is None:
            return None
        path = self._parts.originals.path(Original(record.original_sha256, record.original_extension or ""))
        return self._parts.members.path(path, record) if path.exists() else None

    def documents_of_file(self, sha256: str) -> list[str]:
        """Ids of the indexed documents that came from the file of this hash."""
        return self._parts.listing.of_original(sha256)

    def matching(self, filters: Filters) -> frozenset[str] | None:
        """Ids of the documents that the filters keep; None when they restrict nothing."""
        return self._parts.listing.matching(filters)

    def facets(self) -> Facets:
        """Values that filters can choose from."""
        return self._parts.listing.facets()

    def counts(self) -> Counts:
        """Sizes."""
        return self._parts.listing.counts()
