"""The audit trail: who did what to which file that not everybody may see; rows are only ever added."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ingest.errors import Detail
from vectorstore.catalogue import now_iso
from vectorstore.database import Database

LOCAL = "local"
"""Whoever sits at this computer: the application listens on it alone and knows no accounts."""


class AuditAction(StrEnum):
    """What is written down."""

    ORIGINAL_OPENED = "original_opened"
    """An original that shows what its stored text covers; the subject is the document id."""
    REVIEW_ACCEPTED = "review_accepted"
    """A person says that a file held for review is no secret; the subject is its SHA-256."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One row; ``at`` is ISO 8601, UTC."""

    at: str
    who: str
    action: AuditAction
    subject: str
    details: Mapping[str, Detail] = field(default_factory=dict)


class Audit:
    """The table of entries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(
        self, action: AuditAction, subject: str, *, who: str = LOCAL, details: Mapping[str, Detail] | None = None
    ) -> None:
        """Add an entry, durably, before what it tells of happens."""
        row = (now_iso(), who, action, subject, json.dumps(dict(details or {}), ensure_ascii=False))
        with self._database.writing() as connection:
            connection.execute("INSERT INTO audit (at, who, action, subject, details) VALUES (?, ?, ?, ?, ?)", row)

    def entries(self, limit: int = -1) -> list[AuditEntry]:
        """The latest entries, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT at, who, action, subject, details FROM audit ORDER BY audit_no DESC LIMIT ?", (limit,)
            )
            return [
                AuditEntry(at, who, AuditAction(action), subject, json.loads(details))
                for at, who, action, subject, details in rows
            ]

    def subjects(self, action: AuditAction) -> frozenset[str]:
        """Everything that action was ever taken on."""
        with self._database.reading() as connection:
            rows = connection.execute("SELECT DISTINCT subject FROM audit WHERE action = ?", (action,))
            return frozenset(subject for (subject,) in rows)
