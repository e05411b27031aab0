"""Versions of a draft as rows: deflated bodies in a tree whose parents are what "undo" goes back to."""

import hashlib
import json
import sqlite3
import zlib
from dataclasses import replace

from assistant.errors import UnknownDraftError
from assistant.reports.draft_json import draft_json
from assistant.reports.kept import DraftVersion
from assistant.reports.model import ReportDraft
from vectorstore.catalogue import now_iso

_SET = "flags"
"""The only value of a draft without an order."""
VERSIONS_KEPT = 60
"""Of one draft; the oldest go first. A deflated body of 150 facts takes about 20 KB."""


def add_version(connection: sqlite3.Connection, draft_id: str, draft: ReportDraft, *, parent: int, change: str) -> int:
    """Keep a text as the newest version; returns its number."""
    (last,) = connection.execute(
        "SELECT coalesce(max(number), 0) FROM draft_versions WHERE draft_id = ?", (draft_id,)
    ).fetchone()
    number = int(last) + 1
    connection.execute(
        "INSERT INTO draft_versions (draft_id, number, parent, at, change, printed, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (draft_id, number, parent, now_iso(), change, printed_of(draft), _deflated(draft)),
    )
    connection.execute(
        "DELETE FROM draft_versions WHERE draft_id = ? AND number <= ? AND number <> ?",
        (draft_id, number - VERSIONS_KEPT, parent),
    )
    return number


def overwrite(connection: sqlite3.Connection, draft_id: str, number: int, draft: ReportDraft) -> None:
    """Put another state into a version."""
    connection.execute(
        "UPDATE draft_versions SET printed = ?, body = ?, at = ? WHERE draft_id = ? AND number = ?",
        (printed_of(draft), _deflated(draft), now_iso(), draft_id, number),
    )


def body_of(connection: sqlite3.Connection, draft_id: str, number: int) -> str:
    """The JSON of a version.

    :raises UnknownDraftError: no such version.
    """
    row = connection.execute(
        "SELECT body FROM draft_versions WHERE draft_id = ? AND number = ?", (draft_id, number)
    ).fetchone()
    if row is None:
        raise UnknownDraftError(draft_id=draft_id, version=number)
    return zlib.decompress(row[0]).decode("utf-8")


def change_of(connection: sqlite3.Connection, draft_id: str, number: int) -> tuple[str, str]:
    """What a version changed, and the key of what it prints."""
    row = connection.execute(
        "SELECT change, printed FROM draft_versions WHERE draft_id = ? AND number = ?", (draft_id, number)
    ).fetchone()
    return (str(row[0]), str(row[1])) if row else ("", "")


def number_before(connection: sqlite3.Connection, draft_id: str, number: int) -> int | None:
    """The version it was made from; None for the first, or where that is no longer kept."""
    row = connection.execute(
        "SELECT before.number FROM draft_versions now JOIN draft_versions before"
        " ON before.draft_id = now.draft_id AND before.number = now.parent"
        " WHERE now.draft_id = ? AND now.number = ?",
        (draft_id, number),
    ).fetchone()
    return int(row[0]) if row else None


def next_of(connection: sqlite3.Connection, draft_id: str, number: int) -> int | None:
    """The last version made from it; None where there is none."""
    (found,) = connection.execute(
        "SELECT max(number) FROM draft_versions WHERE draft_id = ? AND parent = ?", (draft_id, number)
    ).fetchone()
    return None if found is None else int(found)


def versions_of(connection: sqlite3.Connection, draft_id: str, now: int) -> list[DraftVersion]:
    """All that are kept, the last one made first."""
    rows = connection.execute(
        "SELECT number, at, change FROM draft_versions WHERE draft_id = ? ORDER BY number DESC", (draft_id,)
    )
    return [DraftVersion(number, at, change, is_now=number == now) for number, at, change in rows]


def printed_of(draft: ReportDraft) -> str:
    """A key of what a reader would see and what it rests on; ticks and notes for the writer do not count."""
    facts = tuple(replace(one, ticked=True) for one in draft.facts)
    body = _ordered(json.loads(draft_json(replace(draft, facts=facts, warnings=()))))
    return hashlib.sha256(json.dumps(body, ensure_ascii=False).encode("utf-8")).hexdigest()[:20]


def _ordered(value: object, name: str = "") -> object:
    """A body whose sets are in order: two equal ones may be written in different orders."""
    if isinstance(value, dict):
        return {key: _ordered(part, key) for key, part in value.items()}
    if isinstance(value, list):
        return sorted(value) if name == _SET else [_ordered(part) for part in value]
    return value


def _deflated(draft: ReportDraft) -> bytes:
    return zlib.compress(draft_json(draft).encode("utf-8"), level=6)
