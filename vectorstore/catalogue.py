"""The catalogue: which documents there are, their text and chunks, and what is still to be done to them."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from ingest.documents import PIPELINE_VERSION, Block, Chunk, Document
from ingest.text.folding import fold
from vectorstore.card_rows import forget_edits, insert_cards
from vectorstore.database import Database
from vectorstore.errors import UnknownDocumentError
from vectorstore.original_access import insert_covered
from vectorstore.originals import Original
from vectorstore.page_scans import insert_scans
from vectorstore.records import Addition, DocumentState

_JSON = json.JSONEncoder(ensure_ascii=False).encode
"""Kept, because ``json.dumps`` makes a new encoder for every value."""


class Pending(StrEnum):
    """Work on the indexes that was promised in the catalogue and must be finished, now or after a crash."""

    INDEX = "index"
    UNINDEX = "unindex"
    PURGE = "purge"


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue holds under a document id."""

    document_id: str
    source: str
    state: DocumentState
    pending: Pending | None
    chunks: int
    pipeline_version: int


def now_iso() -> str:
    """The present second, ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Catalogue:
    """Writes documents and their states; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, document_ids: Sequence[str]) -> dict[str, Known]:
        """Those of the ids that the catalogue holds, in whatever state."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT document_id, source, state, pending, chunks, pipeline_version FROM documents"
                " WHERE document_id IN (SELECT value FROM json_each(?))",
                (json.dumps(document_ids),),
            )
            return {
                row[0]: Known(
                    row[0], row[1], DocumentState(row[2]), Pending(row[3]) if row[3] else None, row[4], row[5]
                )
                for row in rows
            }

    def insert(self, additions: Sequence[tuple[Addition, Original | None]], *, replace_source: bool) -> None:
        """Write new documents whole, as extracted and waiting for the indexes; older rows of the same id go."""
        with self._database.writing() as connection:
            ids = [(addition.document.document_id,) for addition, _ in additions]
            connection.executemany("DELETE FROM documents WHERE document_id = ?", ids)
            number = connection.execute("SELECT coalesce(max(document_no), 0) FROM documents").fetchone()[0]
            rows = [
                _document_row(document_no, addition, original, replace_source=replace_source)
                for document_no, (addition, original) in enumerate(additions, number + 1)
            ]
            if not rows:
                return
            marks = ", ".join("?" * len(rows[0]))
            connection.executemany(f"INSERT INTO documents VALUES ({marks})", rows)
            _insert_texts(connection, list(enumerate((addition for addition, _ in additions), number + 1)))

    def finish_indexing(self, document_ids: Sequence[str]) -> list[str]:
        """Both indexes hold these: mark them indexed, mark the documents they replace removed and return those.

        The replaced ones are pending UNINDEX.
        """
        replaced: list[str] = []
        with self._database.writing() as connection:
            replacing = _replacing(connection, document_ids)
            for document_id in document_ids:
                if document_id in replacing:
                    replaced += _mark_replaced(connection, document_id)
                connection.execute(
                    "UPDATE documents SET state = 'indexed', pending = NULL, replaces_source = 0 WHERE document_id = ?",
                    (document_id,),
                )
        return replaced

    def mark(self, document_id: str, state: DocumentState, pending: Pending | None) -> None:
        """Set state and promised work.

        :raises UnknownDocumentError: no such document.
        """
        with self._database.writing() as connection:
            changed = connection.execute(
                "UPDATE documents SET state = ?, pending = ? WHERE document_id = ?", (state, pending, document_id)
            ).rowcount
        if not changed:
            raise UnknownDocumentError(document_id=document_id)

    def rename(self, document_id: str, source: str) -> None:
        """Set the file name.

        :raises UnknownDocumentError: no such document.
        """
        with self._database.writing() as connection:
            title = connection.execute("SELECT title FROM documents WHERE document_id = ?", (document_id,)).fetchone()
            if title is None:
                raise UnknownDocumentError(document_id=document_id)
            connection.execute(
                "UPDATE documents SET source = ?, folded_name = ? WHERE document_id = ?",
                (source, fold(f"{source}\n{title[0] or ''}"), document_id),
            )

    def finish_unindexing(self, document_ids: Sequence[str]) -> None:
        """The indexes hold nothing of these any more."""
        with self._database.writing() as connection:
            connection.executemany(
                "UPDATE documents SET pending = NULL WHERE document_id = ?", [(one,) for one in document_ids]
            )

    def sole_original(self, document_id: str) -> Original | None:
        """The original of a document, if no other document needs it."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT original_sha256, original_extension FROM documents d WHERE document_id = ? AND NOT EXISTS"
                " (SELECT 1 FROM documents o WHERE o.original_sha256 = d.original_sha256"
                "  AND o.document_id <> d.document_id)",
                (document_id,),
            ).fetchone()
        return None if row is None or row[0] is None else Original(*row)

    def originals(self) -> set[Original]:
        """Every original some document came from."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT DISTINCT original_sha256, original_extension FROM documents WHERE original_sha256 IS NOT NULL"
            )
            return {Original(*row) for row in rows}

    def delete(self, document_id: str) -> None:
        """Drop a document for good."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM documents WHERE document_id = ?", (document_id,))
            forget_edits(connection, document_id)

    def pending(self, kind: Pending) -> list[str]:
        """Documents with this work still promised, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT document_id FROM documents WHERE pending = ? ORDER BY document_no", (kind,)
            )
            return [document_id for (document_id,) in rows]


def _insert_texts(connection: sqlite3.Connection, additions: Sequence[tuple[int, Addition]]) -> None:
    """All that belongs to documents, a table at a time: a statement for each row of each would cost twice as much."""
    documents = [(number, addition.document) for number, addition in additions]
    pages = (row for number, document in documents for row in _page_rows(number, document))
    connection.executemany("INSERT INTO pages VALUES (?, ?, ?, ?)", pages)
    insert_scans(connection, documents)
    insert_cards(connection, documents)
    insert_covered(connection, documents)
    chunks = (row for number, addition in additions for row in _chunk_rows(number, addition.chunks))
    connection.executemany("INSERT INTO chunks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", chunks)


def _replacing(connection: sqlite3.Connection, document_ids: Sequence[str]) -> set[str]:
    """Those of the documents that take the place of others."""
    rows = connection.execute(
        "SELECT document_id FROM documents"
        " WHERE document_id IN (SELECT value FROM json_each(?)) AND +replaces_source = 1",
        (json.dumps(document_ids),),
    )
    return {document_id for (document_id,) in rows}


def _mark_replaced(connection: sqlite3.Connection, document_id: str) -> Iterator[str]:
    rows = connection.execute(
        "UPDATE documents SET state = 'removed', pending = 'unindex' FROM"
        " (SELECT source AS new_source, collection AS new_collection, document_no AS new_no FROM documents"
        "  WHERE document_id = ? AND replaces_source = 1)"
        " WHERE source = new_source AND collection = new_collection AND document_no < new_no"
        " AND state IN ('indexed', 'extracted')"
        " RETURNING document_id",
        (document_id,),
    ).fetchall()
    return (found for (found,) in rows)


def flags_json(flags: Iterable[str]) -> str:
    """Flags as stored: a sorted JSON list."""
    return json.dumps(sorted(flags)) if flags else "[]"


def _document_row(
    document_no: int, addition: Addition, original: Original | None, *, replace_source: bool
) -> tuple[Any, ...]:
    """Values in the order of the table's columns."""
    document, metadata = addition.document, addition.document.metadata
    return (
        document_no,
        document.document_id,
        document.content_sha256,
        document.source,
        document.media_type,
        metadata.title,
        metadata.date,
        metadata.year,
        metadata.unit,
        metadata.type,
        metadata.author,
        metadata.url,
        addition.collection,
        DocumentState.EXTRACTED,
        Pending.INDEX,
        int(replace_source),
        document.encoding,
        flags_json(document.flags),
        document.record_line,
        original.sha256 if original else None,
        original.extension if original else None,
        now_iso(),
        len(document.pages),
        len(addition.chunks),
        PIPELINE_VERSION,
        fold(f"{document.source}\n{metadata.title or ''}"),
        document.encoding_confidence,
        document.member,
        _JSON([[note.code, dict(note.details)] for note in document.notes]),
    )


def _page_rows(document_no: int, document: Document) -> Iterator[tuple[int, int, str, str]]:
    by_page: dict[int, list[Block]] = {}
    for block in document.blocks:
        by_page.setdefault(block.page, []).append(block)
    for page in document.pages:
        yield document_no, page.number, page.text, _blocks_json(by_page.get(page.number, []))


def _blocks_json(blocks: list[Block]) -> str:
    return json.dumps([[one.kind, one.char_start, one.char_end, one.level, sorted(one.flags)] for one in blocks])


def _chunk_rows(document_no: int, chunks: Iterable[Chunk]) -> Iterator[tuple[Any, ...]]:
    for chunk in chunks:
        yield (
            chunk.chunk_id,
            document_no,
            chunk.ordinal,
            chunk.page,
            chunk.char_start,
            chunk.char_end,
            _JSON(chunk.heading_path) if chunk.heading_path else "[]",
            flags_json(chunk.flags),
            chunk.text,
        )
