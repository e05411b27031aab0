"""Documents found by their number, and what documents say has ended."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from ingest.card.values import RelationKind
from vectorstore.card_records import Named
from vectorstore.database import Database

_NAMED = """
    SELECT n.key, d.document_id, d.source, d.title, d.type, d.date, d.unit, n.value
    FROM card_values n JOIN documents d USING (document_no)
    WHERE n.field = 'number' AND n.key IN (SELECT value FROM json_each(?)) AND +d.state = 'indexed'
    ORDER BY d.date DESC, d.document_id"""
_ENDED = """
    SELECT r.key, r.kind, r.date, d.document_id, d.source, d.title, d.type, d.date, d.unit, n.value
    FROM relations r JOIN documents d USING (document_no)
    LEFT JOIN card_values n ON n.document_no = d.document_no AND n.field = 'number'
    WHERE r.key IN (SELECT value FROM json_each(?)) AND r.kind IN (?, ?) AND +d.state = 'indexed'
    ORDER BY d.date DESC, d.document_id"""


@dataclass(frozen=True, slots=True)
class Ending:
    """A document of the store says that the one of this number is replaced or repealed."""

    key: str
    kind: RelationKind
    date: str | None
    """Of the older one, where it is given; ISO 8601."""
    by: Named


class Numbered:
    """Looks numbers up; keys are those of ``ingest.card.numbers.number_key``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def documents(self, keys: Collection[str]) -> dict[str, list[Named]]:
        """Indexed documents of each number, the newest first; a number starts again every year in every office."""
        found: dict[str, list[Named]] = {}
        with self._database.reading() as connection:
            for key, *named in connection.execute(_NAMED, (json.dumps(list(keys)),)):
                found.setdefault(key, []).append(Named(*named))
        return found

    def endings(self, keys: Collection[str]) -> dict[str, list[Ending]]:
        """What says that documents of these numbers have ended, whether the store holds those or not."""
        found: dict[str, list[Ending]] = {}
        kinds = (RelationKind.REPLACES, RelationKind.REPEALS)
        with self._database.reading() as connection:
            for key, kind, date, *named in connection.execute(_ENDED, (json.dumps(list(keys)), *kinds)):
                found.setdefault(key, []).append(Ending(key, RelationKind(kind), date, Named(*named)))
        return found
