"""Rows of identity cards: written with their document, and changed with the columns that lists and filters read."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from ingest.card.filters import display_title, filter_unit
from ingest.card.numbers import number_key
from ingest.card.values import CardField, CardSource, CardValue, Relation
from ingest.documents import Document
from ingest.text.folding import fold

VALUE_COLUMNS = "field, value, page, char_start, char_end, source"
_PUT = "INSERT OR REPLACE INTO card_values VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_LISTED = ("title", "date", "year", "unit", "type", "author")
"""Columns of ``documents`` that follow the card."""


def insert_cards(connection: sqlite3.Connection, documents: Sequence[tuple[int, Document]]) -> None:
    """Write the cards of new documents; what a person had changed in an earlier reading of one is changed again.

    :param documents: With the number of each.
    """
    connection.executemany(
        _PUT, (_value_row(number, value) for number, document in documents for value in document.card.values)
    )
    connection.executemany(
        "INSERT INTO relations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (number, place, *_relation_row(relation))
            for number, document in documents
            for place, relation in enumerate(document.card.relations)
        ),
    )
    numbers = {document.document_id: number for number, document in documents}
    edits = connection.execute(
        "SELECT document_id, field, value FROM card_edits"
        " WHERE document_id IN (SELECT value FROM json_each(?)) AND undone_at IS NULL ORDER BY edit_no",
        (json.dumps(list(numbers)),),
    ).fetchall()
    for document_id, field, value in edits:
        change(connection, numbers[document_id], CardField(field), value)


def forget_edits(connection: sqlite3.Connection, document_id: str) -> None:
    """For a document deleted for good."""
    connection.execute("DELETE FROM card_edits WHERE document_id = ?", (document_id,))


def _relation_row(one: Relation) -> tuple[Any, ...]:
    key = number_key(one.number) if one.number else None
    return one.kind, one.number, key, one.date, one.title, one.page, one.char_start, one.char_end


def put(connection: sqlite3.Connection, document_no: int, one: CardValue) -> None:
    """Write one value, in the place of the one its field had."""
    connection.execute(_PUT, _value_row(document_no, one))


def _value_row(document_no: int, one: CardValue) -> tuple[Any, ...]:
    key = number_key(one.value) if one.field is CardField.NUMBER else None
    return document_no, one.field, one.value, one.page, one.char_start, one.char_end, one.source, key


def value_of(row: Iterable[Any]) -> CardValue:
    """From a row of ``VALUE_COLUMNS``."""
    field, value, page, start, end, source = row
    return CardValue(CardField(field), value, page, start, end, CardSource(source))


def current(connection: sqlite3.Connection, document_no: int, field: CardField) -> CardValue | None:
    """The value a field has now."""
    row = connection.execute(
        f"SELECT {VALUE_COLUMNS} FROM card_values WHERE document_no = ? AND field = ?", (document_no, field)
    ).fetchone()
    return value_of(row) if row else None


def listed_of(connection: sqlite3.Connection, document_no: int) -> dict[str, Any]:
    """The columns that follow the card."""
    columns = ", ".join(_LISTED)
    row = connection.execute(f"SELECT {columns} FROM documents WHERE document_no = ?", (document_no,)).fetchone()
    return dict(zip(_LISTED, row, strict=True))


def restore_listed(connection: sqlite3.Connection, document_no: int, listed: dict[str, Any]) -> None:
    """Write the columns that lists and filters read."""
    source = connection.execute("SELECT source FROM documents WHERE document_no = ?", (document_no,)).fetchone()[0]
    assignments = ", ".join(f"{column} = ?" for column in _LISTED)
    connection.execute(
        f"UPDATE documents SET {assignments}, folded_name = ? WHERE document_no = ?",
        (*(listed[column] for column in _LISTED), fold(f"{source}\n{listed['title'] or ''}"), document_no),
    )


def change(connection: sqlite3.Connection, document_no: int, field: CardField, value: str | None) -> None:
    """Put a person's value, and let the listed columns follow."""
    if value is None:
        connection.execute("DELETE FROM card_values WHERE document_no = ? AND field = ?", (document_no, field))
    else:
        put(connection, document_no, CardValue(field, value, source=CardSource.EDITED))
    listed = listed_of(connection, document_no)
    if field in (CardField.TITLE, CardField.TYPE):
        title, kind = (current(connection, document_no, one) for one in (CardField.TITLE, CardField.TYPE))
        listed["type"] = kind.value if kind else None
        listed["title"] = display_title(listed["type"], title.value) if title else None
    elif field is CardField.DATE:
        listed["date"] = value
        listed["year"] = int(value[:4]) if value else None
    elif field is CardField.ISSUER:
        listed["unit"] = filter_unit(value) if value else None
    elif field is CardField.AUTHOR:
        listed["author"] = value
    restore_listed(connection, document_no, listed)
