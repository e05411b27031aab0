"""Lists and sums over the catalogue: documents by name, filters, facets, counts."""

import json
import threading
from collections.abc import Callable, Collection
from typing import Any, TypeVar, cast

from ingest.documents import Flag, Metadata, Note
from ingest.text.folding import fold
from vectorstore.database import Database
from vectorstore.errors import UnknownDocumentError
from vectorstore.hits import Filters
from vectorstore.original_access import COVERED_COLUMN
from vectorstore.records import Counts, DocumentRecord, DocumentState, Facets

_COLUMNS = (
    "document_id, content_sha256, source, media_type, title, date, year, unit, type, author, url, collection,"
    " state, encoding, flags, record_line, original_sha256, original_extension, added_at, pages, chunks,"
    f" {COVERED_COLUMN}, encoding_confidence, member, notes"
)
_CACHED_ANSWERS = 64
Answer = TypeVar("Answer")


class CatalogueListing:
    """Questions about all documents; answers that many searches repeat are kept until the next write."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._cache: dict[object, tuple[int, object]] = {}
        self._cache_lock = threading.Lock()

    def documents(
        self,
        search: str | None = None,
        states: Collection[DocumentState] | None = None,
        *,
        limit: int = -1,
        offset: int = 0,
    ) -> list[DocumentRecord]:
        """Records, newest first; ``search`` finds words of name and title, accents and case ignored."""
        conditions, values = ["1"], list[object]()
        for word in fold(search or "").split():
            conditions.append("instr(folded_name, ?)")
            values.append(word)
        if states is not None:
            conditions.append("state IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(list(states)))
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM documents WHERE {' AND '.join(conditions)}"
                " ORDER BY document_no DESC LIMIT ? OFFSET ?",
                (*values, limit, offset),
            )
            return [_record(row) for row in rows]

    def document(self, document_id: str) -> DocumentRecord:
        """One record.

        :raises UnknownDocumentError: no such document.
        """
        with self._database.reading() as connection:
            row = connection.execute(
                f"SELECT {_COLUMNS} FROM documents WHERE document_id = ?",
                (document_id,),
            ).fetchone()
        if row is None:
            raise UnknownDocumentError(document_id=document_id)
        return _record(row)

    def of_original(self, sha256: str) -> list[str]:
        """Ids of the indexed documents that came from the file of this hash."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT document_id FROM documents WHERE original_sha256 = ? AND state = 'indexed'", (sha256,)
            )
            return [document_id for (document_id,) in rows]

    def matching(self, filters: Filters) -> frozenset[str] | None:
        """Ids of the indexed documents that the filters keep; None when they restrict nothing."""
        if not filters:
            return None
        return self._cached(filters, lambda: self._matching(filters))

    def facets(self) -> Facets:
        """Values to filter by, over indexed documents."""
        return self._cached("facets", self._facets)

    def counts(self) -> Counts:
        """Sizes of the store."""
        return self._cached("counts", self._counts)

    def _matching(self, filters: Filters) -> frozenset[str]:
        conditions, values = ["state = 'indexed'"], list[object]()
        for condition, value in (("year >= ?", filters.year_from), ("year <= ?", filters.year_to)):
            if value is not None:
                conditions.append(condition)
                values.append(value)
        for column, allowed in (
            ("unit", filters.units),
            ("type", filters.types),
            ("collection", filters.collections),
            ("document_id", filters.document_ids),
        ):
            if allowed:
                conditions.append(f"{column} IN (SELECT value FROM json_each(?))")
                values.append(json.dumps(allowed))
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT document_id FROM documents WHERE {' AND '.join(conditions)}",
                values,
            )
            return frozenset(document_id for (document_id,) in rows)

    def _facets(self) -> Facets:
        years = cast("list[tuple[int, int]]", self._values("year"))
        units, types, collections = (
            cast("list[tuple[str, int]]", self._values(column)) for column in ("unit", "type", "collection")
        )
        return Facets(tuple(sorted(years, reverse=True)), tuple(units), tuple(types), tuple(collections))

    def _values(self, column: str) -> list[tuple[Any, int]]:
        with self._database.reading() as connection:
            return connection.execute(
                f"SELECT {column}, count(*) AS n FROM documents"
                f" WHERE state = 'indexed' AND {column} IS NOT NULL AND {column} <> ''"
                f" GROUP BY {column} ORDER BY n DESC, {column}"
            ).fetchall()

    def _counts(self) -> Counts:
        with self._database.reading() as connection:
            rows = connection.execute("SELECT state, count(*), sum(pages), sum(chunks) FROM documents GROUP BY state")
            sums = {DocumentState(state): (documents, pages, chunks) for state, documents, pages, chunks in rows}
        documents, pages, chunks = sums.get(DocumentState.INDEXED, (0, 0, 0))
        waiting = sum(sums.get(state, (0,))[0] for state in (DocumentState.RECEIVED, DocumentState.EXTRACTED))
        return Counts(documents, sums.get(DocumentState.REMOVED, (0,))[0], waiting, pages, chunks)

    def _cached(self, key: object, answer: Callable[[], Answer]) -> Answer:
        # the version is read before the question: an answer may be newer than its version, never older
        version = self._database.writes
        with self._cache_lock:
            kept = self._cache.get(key)
        if kept is not None and kept[0] == version:
            return cast("Answer", kept[1])
        fresh = answer()
        with self._cache_lock:
            if len(self._cache) >= _CACHED_ANSWERS:
                self._cache.clear()
            self._cache[key] = (version, fresh)
        return fresh


def _record(row: tuple[Any, ...]) -> DocumentRecord:
    """From the values of ``_COLUMNS``, in their order."""
    document_id, content_sha256, source, media_type = row[:4]
    collection, state, encoding, flags, record_line, original_sha256, original_extension, added_at = row[11:19]
    return DocumentRecord(
        document_id=document_id,
        content_sha256=content_sha256,
        source=source,
        media_type=media_type,
        metadata=Metadata(*row[4:11]),
        collection=collection,
        state=DocumentState(state),
        encoding=encoding,
        flags=frozenset(map(Flag, json.loads(flags))),
        record_line=record_line,
        original_sha256=original_sha256,
        original_extension=original_extension,
        added_at=added_at,
        pages=row[19],
        chunks=row[20],
        masked=tuple(sorted(json.loads(row[21]).items())),
        encoding_confidence=row[22],
        member=row[23],
        notes=tuple(Note(code, tuple(details.items())) for code, details in json.loads(row[24])),
    )
