"""Which originals show what the stored text covers, and taking one away that must not be kept."""

import sqlite3
from collections.abc import Iterable

from ingest.documents import Document
from vectorstore.database import Database

COVERED_COLUMN = (
    "(SELECT json_group_object(kind, found) FROM covered WHERE covered.document_no = documents.document_no)"
)
"""In a query of documents: kinds of covered identifiers with their counts, as JSON."""


def insert_covered(connection: sqlite3.Connection, documents: Iterable[tuple[int, Document]]) -> None:
    """Write down how many identifiers of each kind are covered in new documents, given with their numbers."""
    connection.executemany(
        "INSERT INTO covered VALUES (?, ?, ?)",
        ((number, kind, found) for number, document in documents for kind, found in document.masked),
    )


class OriginalAccess:
    """Questions about kept files, by their hash: a .jsonl or an archive stands behind many documents."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_restricted(self, original_sha256: str) -> bool:
        """Whether any document that came from the file has something covered."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT 1 FROM documents JOIN covered USING (document_no) WHERE original_sha256 = ? LIMIT 1",
                (original_sha256,),
            ).fetchone()
        return row is not None

    def forget(self, original_sha256: str) -> str | None:
        """No document points to the file any more; returns the extension under which it was kept, if it was."""
        with self._database.writing() as connection:
            row = connection.execute(
                "SELECT original_extension FROM documents WHERE original_sha256 = ? LIMIT 1", (original_sha256,)
            ).fetchone()
            connection.execute(
                "UPDATE documents SET original_sha256 = NULL, original_extension = NULL WHERE original_sha256 = ?",
                (original_sha256,),
            )
        return str(row[0] or "") if row else None
