"""BM25 over folded syllables and their bigrams: the only tantivy code."""

import math
import threading
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray
from tantivy import Occur, Query

from vectorstore.disk import disk_full_as_error
from vectorstore.errors import IndexDamagedError
from vectorstore.hits import ScoredChunk
from vectorstore.id_keys import Keys, ids_of, key_of, keys_of

_LARGE = 20_000
"""From so many passages on, common terms are not looked up."""
_COMMON_SHARE = 0.4
"""What more passages than this have is common: at .4 of 207,000 passages R@10 is .9428 on XQuAD-vi and .9391 on ALQAC
(with all terms .9428, .9355), at .15 .9412 and .9211.
"""
_FEWEST_TERMS = 3
_TERM_SET_DOCUMENTS = 2_000
"""Up to here the filter goes into the query: 13 ms at 219k chunks; 8,000 documents took 35 ms, 41,000 131 ms."""
_POST_FILTER_LIMITS = (20, 60, 200)
"""Multiples of k fetched before filtering afterwards: 10,000 hits cost 16 ms at 219k chunks."""
_SPARE = 2.0
"""Hits fetched for each that a filter is expected to keep: 400 instead of 2,000 where it keeps every second one."""
_TIED = 20
"""Hits fetched beyond k: which of equal ones come first is told by their ids, not by their places in the files. Of 100
questions among 2,000 of 207,000 passages one had twins at ranks 10 and 11.
"""
_CACHED_FILTERS = 16
_KNOWN_TERMS = 50_000


@dataclass(frozen=True, slots=True)
class LexicalEntry:
    """A chunk as the lexical index sees it."""

    chunk_id: str
    document_id: str
    terms: Sequence[str]


@dataclass(slots=True)
class _Filter:
    """A set of documents, and which share of all hits it kept when it was last used."""

    keys: Keys
    """Sorted."""
    share: float = 0.0

    def limits(self, k: int) -> list[int]:
        """How many hits to fetch, one try after the other."""
        first = min(_SPARE / self.share, _POST_FILTER_LIMITS[1]) if self.share else _POST_FILTER_LIMITS[0]
        later = [factor for factor in _POST_FILTER_LIMITS if factor > first]
        return [math.ceil(k * factor) for factor in (first, *later)]

    def places_kept(self, documents: Keys) -> NDArray[np.intp]:
        """Places of the documents that are in the set."""
        at = np.minimum(np.searchsorted(self.keys, documents), len(self.keys) - 1)
        kept = np.flatnonzero(self.keys[at] == documents)
        self.share = len(kept) / max(len(documents), 1)
        return kept


class _Frequencies:
    """In how many passages terms occur, as of one commit: a question asks for most of its terms several times."""

    def __init__(self, searcher: tantivy.Searcher) -> None:
        self._searcher = searcher
        self.passages = int(searcher.num_docs)
        self._known: dict[str, int] = {}

    def of(self, term: str) -> int:
        """Deleted passages count until their segment is merged."""
        found = self._known.get(term)
        if found is None:
            if len(self._known) >= _KNOWN_TERMS:
                self._known.clear()
            found = self._known[term] = int(self._searcher.doc_freq("body", term))
        return found


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="freq")
    # fast columns: hits are resolved without touching the document store
    builder.add_integer_field("chunk", stored=False, indexed=True, fast=True)
    builder.add_integer_field("document", stored=False, indexed=True, fast=True)
    return builder.build()


class LexicalIndex:
    """Chunks by terms. Ids are 16 hex digits; readers in any thread, writes one at a time."""

    def __init__(
        self, folder: Path, writer_memory_mb: int = 64, *, term_set_documents: int = _TERM_SET_DOCUMENTS
    ) -> None:
        """Open or create; filters of more than ``term_set_documents`` documents are tried on the hits first.

        :raises IndexDamagedError: the folder holds something else.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._memory = writer_memory_mb * 1_000_000
        self._term_set_documents = term_set_documents
        self._lock = threading.Lock()
        self._writer: tantivy.IndexWriter | None = None
        self._filters: dict[frozenset[str], _Filter] = {}
        self._schema = _schema()
        try:
            self._index = tantivy.Index(self._schema, path=str(folder))
            self._index.config_reader("manual")
            self._reload()
        except (ValueError, OSError) as error:
            raise IndexDamagedError(index=str(folder), problem=str(error)) from error

    def add(self, entries: Iterable[LexicalEntry], *, replacing: Collection[str] = ()) -> None:
        """Add chunks in one commit; what is held of the documents ``replacing`` goes in the same commit.

        :raises DiskFullError: no space; the commit did not happen.
        """
        self._commit(entries, replacing)

    def delete(self, document_ids: Collection[str]) -> None:
        """Remove every chunk of the documents; unknown ids are ignored."""
        if document_ids:
            self._commit((), document_ids)

    def delete_chunks(self, chunk_ids: Collection[str]) -> None:
        """Remove single chunks; unknown ids are ignored."""
        if chunk_ids:
            self._commit((), chunk_ids, field="chunk")

    def search(
        self, terms: Sequence[str] | Mapping[str, float], k: int, document_ids: Collection[str] | None = None
    ) -> list[ScoredChunk]:
        """The k best chunks by BM25 (k1 1.2, b 0.75) for any of the terms; a repeated term counts repeatedly.

        A mapping gives each term its factor (above 0).
        With ``document_ids``: exactly the ranking restricted to those documents.
        """
        if not terms or k <= 0 or (document_ids is not None and not document_ids):
            return []
        searcher = self._index.searcher()
        query = self._any_of(_telling(self._frequencies, terms))
        if document_ids is None:
            return _scored(searcher, query, k)
        wanted = self._filter(document_ids)
        if len(wanted.keys) > self._term_set_documents:
            for limit in wanted.limits(k):
                found = _post_filtered(searcher, query, k, limit, wanted)
                if found is not None:
                    return found
        allowed = Query.term_set_query(self._schema, "document", wanted.keys.tolist())
        # constant score 0: the filter must not move the BM25 scores
        must = Query.const_score_query(allowed, 0.0)
        return _scored(searcher, Query.boolean_query([(Occur.Must, must), (Occur.Must, query)]), k)

    def document_frequency(self, term: str) -> int:
        """In how many chunks the term occurs (deleted ones count until their segment is merged)."""
        return self._frequencies.of(term)

    def idf(self, term: str) -> float:
        """BM25's inverse document frequency of the term in this index; positive, largest for an unseen term."""
        frequencies = self._frequencies
        frequency = min(frequencies.of(term), frequencies.passages)
        return math.log(1.0 + (frequencies.passages - frequency + 0.5) / (frequency + 0.5))

    def count(self) -> int:
        """How many chunks are held."""
        return self._frequencies.passages

    def ids(self) -> set[str]:
        """Every chunk id held: about 1 s per million."""
        return set(ids_of(self._column("chunk")))

    def document_ids(self) -> set[str]:
        """Every document id held."""
        return set(ids_of(np.unique(self._column("document"))))

    def rows(self) -> list[tuple[str, str]]:
        """Chunk id and document id of every row held; a chunk that is held twice comes twice."""
        chunks, documents = self._columns("chunk", "document")
        return list(zip(ids_of(chunks), ids_of(documents), strict=True))

    def close(self) -> None:
        """Wait for background merges and free the writer's lock."""
        with self._lock:
            if self._writer is not None:
                self._writer.wait_merging_threads()
                self._writer = None

    def _commit(self, entries: Iterable[LexicalEntry], removed: Collection[str], *, field: str = "document") -> None:
        with self._lock, disk_full_as_error(self._folder):
            if self._writer is None:
                self._writer = self._index.writer(self._memory, 1)
            try:
                for key in keys_of(removed).tolist():
                    self._writer.delete_documents_by_term(field, key)
                for document in _tantivy_documents(entries):
                    self._writer.add_document(document)
                self._writer.commit()
            except BaseException:
                # a writer that failed once refuses everything after; a fresh one starts at the last commit
                self._writer = None
                raise
            self._reload()

    def _reload(self) -> None:
        """Let readers see the last commit."""
        self._index.reload()
        self._frequencies = _Frequencies(self._index.searcher())

    def _any_of(self, terms: Mapping[str, float]) -> Query:
        clauses = []
        for term, boost in terms.items():
            one = Query.term_query(self._schema, "body", term, "freq")
            clauses.append((Occur.Should, one if boost == 1 else Query.boost_query(one, float(boost))))
        return Query.boolean_query(clauses)

    def _filter(self, document_ids: Collection[str]) -> _Filter:
        """The documents as numbers, kept for the sets asked for lately: the catalogue hands out the same set again."""
        if not isinstance(document_ids, frozenset):
            return _Filter(np.sort(keys_of(document_ids)))
        known = self._filters.get(document_ids)
        if known is None:
            known = _Filter(np.sort(keys_of(document_ids)))
            if len(self._filters) >= _CACHED_FILTERS:
                self._filters.clear()
            self._filters[document_ids] = known
        return known

    def _column(self, name: str) -> Keys:
        (column,) = self._columns(name)
        return column

    def _columns(self, *names: str) -> tuple[Keys, ...]:
        """Values of fields over all rows, in one order."""
        searcher = self._index.searcher()
        if not searcher.num_docs:
            return tuple(np.empty(0, dtype=np.int64) for _ in names)
        hits = searcher.search(Query.all_query(), searcher.num_docs, count=False).hits
        places = [address for _, address in hits]
        return tuple(np.array(searcher.fast_field_values(name, places), dtype=np.int64) for name in names)


def _tantivy_documents(entries: Iterable[LexicalEntry]) -> Iterator[tantivy.Document]:
    for entry in entries:
        # terms hold neither spaces nor operators, so joining and splitting at spaces loses nothing
        body = " ".join(entry.terms)
        yield tantivy.Document(body=body, chunk=key_of(entry.chunk_id), document=key_of(entry.document_id))


def _telling(frequencies: _Frequencies, terms: Sequence[str] | Mapping[str, float]) -> Mapping[str, float]:
    """The terms with their boosts, in a large index without those that very many passages have.

    Those take half of the time and decide nothing: of 207,000 passages the first ten stay as good. They are not the
    same: .93 are those that all terms find; among documents that a filter keeps .87 (1 %), .88 (10 %), .91 (50 %).
    """
    boosts = terms if isinstance(terms, Mapping) else Counter(terms)
    most = _COMMON_SHARE * frequencies.passages
    if frequencies.passages < _LARGE:
        return boosts
    telling = {term: boost for term, boost in boosts.items() if frequencies.of(term) <= most}
    return telling if len(telling) >= _FEWEST_TERMS else boosts


def _scored(searcher: tantivy.Searcher, query: Query, k: int) -> list[ScoredChunk]:
    hits = searcher.search(query, k + _TIED, count=False).hits
    return _resolved(searcher, hits)[:k]


def _post_filtered(
    searcher: tantivy.Searcher, query: Query, k: int, limit: int, wanted: _Filter
) -> list[ScoredChunk] | None:
    """The k best allowed among the ``limit`` best of all; None if that is not enough to be exact."""
    hits = searcher.search(query, limit, count=False).hits
    documents = np.array(searcher.fast_field_values("document", [address for _, address in hits]), dtype=np.int64)
    allowed = wanted.places_kept(documents)
    if len(allowed) < k and len(hits) == limit:
        return None
    return _resolved(searcher, [hits[place] for place in allowed[: k + _TIED]])[:k]


def _resolved(searcher: tantivy.Searcher, hits: Sequence[tuple[float, tantivy.DocAddress]]) -> list[ScoredChunk]:
    keys = searcher.fast_field_values("chunk", [address for _, address in hits])
    ids = ids_of(np.array(keys, dtype=np.int64))
    scored = [ScoredChunk(chunk_id, score) for chunk_id, (score, _) in zip(ids, hits, strict=True)]
    # tantivy breaks ties by place in the files, which merges change
    return sorted(scored, key=lambda one: (-one.score, one.chunk_id))
