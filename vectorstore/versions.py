"""Versions of the same document: which newer one stands in for which older one."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from vectorstore.catalogue import now_iso
from vectorstore.database import Database


@dataclass(frozen=True, slots=True)
class Version:
    """One step: the older document left the search when the newer came to the same path."""

    older_id: str
    newer_id: str
    path: str
    at: str
    """ISO 8601, UTC."""


class Versions:
    """Rows of steps from an older document to the newer one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def link(self, older_id: str, newer_id: str, path: str) -> None:
        """Keep that the newer document is the next version of the older; going back to an old text turns the step."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM versions WHERE older_id = ?", (newer_id,))
            connection.execute(
                "INSERT INTO versions VALUES (?, ?, ?, ?) ON CONFLICT (older_id) DO UPDATE SET"
                " newer_id = excluded.newer_id, path = excluded.path, at = excluded.at",
                (older_id, newer_id, path, now_iso()),
            )

    def around(self, document_ids: Collection[str]) -> list[Version]:
        """Every step that touches one of the documents, oldest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT older_id, newer_id, path, at FROM versions WHERE older_id IN (SELECT value FROM json_each(?1))"
                " OR newer_id IN (SELECT value FROM json_each(?1)) ORDER BY at, rowid",
                (json.dumps(list(document_ids)),),
            )
            return [Version(*row) for row in rows]

    def history(self, document_id: str) -> list[str]:
        """Ids of all versions of the document, oldest first, itself included."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "WITH RECURSIVE newer(id, n) AS (SELECT ?1, 0 UNION SELECT newer_id, n + 1 FROM versions, newer"
                "  WHERE older_id = id AND n < 1000),"
                " older(id, n) AS (SELECT id, n FROM newer UNION SELECT older_id, n - 1 FROM versions, older"
                "  WHERE newer_id = id AND n > -1000)"
                " SELECT id FROM older GROUP BY id ORDER BY min(n), id",
                (document_id,),
            )
            return [found for (found,) in rows]
