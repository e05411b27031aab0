"""Identity cards in the catalogue: values with their evidence, what a person changed, what documents say of others."""

import json
import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from ingest.card.editing import kept_form
from ingest.card.values import CardField, CardValue, IdentityCard, Relation, RelationKind
from vectorstore.card_records import CardEdit, Link, Named
from vectorstore.card_rows import VALUE_COLUMNS, change, current, listed_of, put, restore_listed, value_of
from vectorstore.catalogue import now_iso
from vectorstore.database import Database
from vectorstore.errors import BadCardValueError, NothingToUndoError, UnknownDocumentError
from vectorstore.same_number import SameNumber

_ORDER = {field: place for place, field in enumerate(CardField)}


class CatalogueCards:
    """Reads and changes cards; a change is one transaction and keeps what was there before."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.same_number = SameNumber(database)
        self._links: tuple[int, tuple[Link, ...]] | None = None
        self._lock = threading.Lock()

    def cards(self, document_ids: Sequence[str]) -> dict[str, IdentityCard]:
        """Cards of the documents that are known; one that says nothing is empty."""
        wanted = (json.dumps(list(document_ids)),)
        known = " FROM documents d JOIN {} c USING (document_no) WHERE document_id IN (SELECT value FROM json_each(?))"
        values: dict[str, list[CardValue]] = {document_id: [] for document_id in document_ids}
        relations: dict[str, list[Relation]] = {document_id: [] for document_id in document_ids}
        with self._database.reading() as connection:
            for document_id, *row in connection.execute(
                f"SELECT document_id, {VALUE_COLUMNS.replace('source', 'c.source')}" + known.format("card_values"),
                wanted,
            ):
                values[document_id].append(value_of(row))
            for document_id, kind, *row in connection.execute(
                "SELECT document_id, kind, c.number, c.date, c.title, page, char_start, char_end"
                + known.format("relations")
                + " ORDER BY ordinal",
                wanted,
            ):
                relations[document_id].append(Relation(RelationKind(kind), *row))
        return {
            document_id: IdentityCard(
                tuple(sorted(values[document_id], key=lambda one: _ORDER[one.field])), tuple(relations[document_id])
            )
            for document_id in document_ids
        }

    def set_value(self, document_id: str, field: str, typed: str | None) -> bool:
        """Change one value, None or empty to say that there is none; whether the title in the indexes is another now.

        :raises UnknownDocumentError: no such document.
        :raises BadCardValueError: no such field, or no value for it.
        """
        try:
            name = CardField(field)
            value = kept_form(name, typed or "")
        except ValueError as error:
            raise BadCardValueError(field=field, value=typed or "") from error
        with self._database.writing() as connection:
            document_no = _number_of(connection, document_id)
            old = current(connection, document_no, name)
            if value == (old.value if old else None):
                return False
            before = listed_of(connection, document_no)
            kept = json.dumps({"value": astuple(old) if old else None, "listed": before}, ensure_ascii=False)
            connection.execute(
                "INSERT INTO card_edits (document_id, field, value, old, at) VALUES (?, ?, ?, ?, ?)",
                (document_id, name, value, kept, now_iso()),
            )
            change(connection, document_no, name, value)
            return bool(listed_of(connection, document_no)["title"] != before["title"])

    def undo(self, document_id: str) -> tuple[CardField, bool]:
        """Take the latest change back; the field, and whether the title in the indexes is another now.

        :raises NothingToUndoError: nothing was changed.
        """
        with self._database.writing() as connection:
            document_no = _number_of(connection, document_id)
            row = connection.execute(
                "SELECT edit_no, field, old FROM card_edits WHERE document_id = ? AND undone_at IS NULL"
                " ORDER BY edit_no DESC LIMIT 1",
                (document_id,),
            ).fetchone()
            if row is None:
                raise NothingToUndoError(document_id=document_id)
            edit_no, field, old = row[0], CardField(row[1]), json.loads(row[2])
            before = listed_of(connection, document_no)
            connection.execute("DELETE FROM card_values WHERE document_no = ? AND field = ?", (document_no, field))
            if old["value"]:
                put(connection, document_no, value_of(old["value"]))
            restore_listed(connection, document_no, old["listed"])
            connection.execute("UPDATE card_edits SET undone_at = ? WHERE edit_no = ?", (now_iso(), edit_no))
            return field, before["title"] != old["listed"]["title"]

    def edits_of(self, document_ids: Sequence[str]) -> dict[str, list[CardEdit]]:
        """Changes of each document that was changed, newest first, those taken back included."""
        found: dict[str, list[CardEdit]] = {}
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT document_id, field, value, old, at, undone_at FROM card_edits"
                " WHERE document_id IN (SELECT value FROM json_each(?)) ORDER BY edit_no DESC",
                (json.dumps(list(document_ids)),),
            )
            for document_id, field, value, old, at, undone in rows:
                edit = CardEdit(CardField(field), _old_value(old), value, at, undone)
                found.setdefault(document_id, []).append(edit)
        return found

    def links(self) -> tuple[Link, ...]:
        """What documents of the store say of others in it, resolved by number now; kept until the next write."""
        version = self._database.writes
        with self._lock:
            if self._links is not None and self._links[0] == version:
                return self._links[1]
        with self._database.reading() as connection:
            rows = connection.execute(_LINKS).fetchall()
        links = tuple(link for link in map(_link, rows) if link.is_meant)
        with self._lock:
            self._links = (version, links)
        return links


_LINKS = """
    SELECT r.kind, r.ordinal, r.number, r.date,
        s.document_id, s.source, s.title, s.type, s.date, s.unit, sn.value,
        t.document_id, t.source, t.title, t.type, t.date, t.unit, tn.value
    FROM relations r
    JOIN card_values tn ON tn.key = r.key
    JOIN documents t ON t.document_no = tn.document_no AND +t.state = 'indexed'
    JOIN documents s ON s.document_no = r.document_no AND +s.state = 'indexed'
    LEFT JOIN card_values sn ON sn.document_no = s.document_no AND sn.field = 'number'
    WHERE r.key IS NOT NULL AND t.document_no <> s.document_no
    ORDER BY s.document_no, r.ordinal"""


def _link(row: tuple[Any, ...]) -> Link:
    kind, ordinal, number, date, *rest = row
    return Link(RelationKind(kind), ordinal, number, date, Named(*rest[:7]), Named(*rest[7:]))


def _old_value(old: str) -> str | None:
    kept = json.loads(old)["value"]
    return str(kept[1]) if kept else None


def _number_of(connection: sqlite3.Connection, document_id: str) -> int:
    row = connection.execute("SELECT document_no FROM documents WHERE document_id = ?", (document_id,)).fetchone()
    if row is None:
        raise UnknownDocumentError(document_id=document_id)
    return int(row[0])
