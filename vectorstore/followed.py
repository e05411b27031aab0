"""Followed folders and the files last seen in them: what lets a restart read only what has changed."""

import json
import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field

from vectorstore.catalogue import now_iso
from vectorstore.database import Database


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder whose files follow."""

    folder_id: int
    path: str
    """Absolute."""
    collection: str
    paused: bool
    added_at: str
    """ISO 8601, UTC; the other times likewise, None for never."""
    scanned_at: str | None = None
    """When it was last listed whole."""
    changed_at: str | None = None
    """When a file of it last came, changed, moved or went."""
    problem: str = ""
    """Code of what stopped the last scan; empty when nothing did."""
    identity: str = ""
    """Device and number of the folder itself: a network drive that is not mounted shows another, empty folder."""
    files: int = 0
    """Files known in it."""


@dataclass(frozen=True, slots=True)
class Signature:
    """What a listing tells about a file; its bytes are read only when this has changed."""

    size: int
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file was last seen, what it was then, and what became of it."""

    path: str
    folder_id: int
    signature: Signature
    sha256: str
    status: str
    """indexed, duplicate, refused or failed."""
    code: str = ""
    document_ids: frozenset[str] = field(default_factory=frozenset)


class Followed:
    """Rows of folders and places; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def folders(self) -> list[Folder]:
        """Every followed folder, in the order they were added."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT folder_id, path, collection, paused, added_at, scanned_at, changed_at, problem, identity,"
                " (SELECT count(*) FROM places p WHERE p.folder_id = f.folder_id) FROM folders f ORDER BY folder_id"
            )
            return [Folder(row[0], row[1], row[2], bool(row[3]), *row[4:]) for row in rows]

    def add(self, path: str, collection: str) -> None:
        """Follow a folder from now on; one that is followed already stays as it is."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO folders (path, collection, added_at) VALUES (?, ?, ?) ON CONFLICT (path) DO NOTHING",
                (path, collection, now_iso()),
            )

    def forget(self, folder_id: int) -> None:
        """Follow a folder no longer; its documents stay."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM folders WHERE folder_id = ?", (folder_id,))

    def pause(self, folder_id: int, *, paused: bool) -> None:
        """Leave a folder alone for a while, or go on with it."""
        with self._database.writing() as connection:
            connection.execute("UPDATE folders SET paused = ? WHERE folder_id = ?", (int(paused), folder_id))

    def scanned(self, folder_id: int, *, identity: str = "", problem: str = "", changed: bool = False) -> None:
        """Keep how the last scan went; a problem leaves the time of the last whole scan as it was."""
        now = now_iso()
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE folders SET problem = ?1, scanned_at = iif(?1 = '', ?2, scanned_at),"
                " identity = iif(?3 = '', identity, ?3), changed_at = iif(?4, ?2, changed_at) WHERE folder_id = ?5",
                (problem, now, identity, int(changed), folder_id),
            )

    def places(self, folder_id: int) -> dict[str, Place]:
        """Every file known in a folder, by path."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT path, folder_id, size, mtime_ns, inode, sha256, status, code,"
                " (SELECT json_group_array(document_id) FROM place_documents d WHERE d.path = p.path)"
                " FROM places p WHERE folder_id = ?",
                (folder_id,),
            )
            return {
                (path := _read(row[0])): Place(
                    path, row[1], Signature(*row[2:5]), row[5], row[6], row[7], frozenset(json.loads(row[8]))
                )
                for row in rows
            }

    def put(self, place: Place) -> None:
        """Keep where a file is now and which documents it gives."""
        with self._database.writing() as connection:
            _put(connection, place)

    def move(self, old_path: str, place: Place) -> None:
        """The file of ``old_path`` is at ``place`` now."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM places WHERE path = ?", (_written(old_path),))
            _put(connection, place)

    def drop(self, path: str) -> None:
        """Nothing is at this path any more."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM places WHERE path = ?", (_written(path),))

    def paths_of(self, document_id: str) -> list[str]:
        """Where the files are that give this document."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT path FROM place_documents WHERE document_id = ? ORDER BY path", (document_id,)
            )
            return [_read(path) for (path,) in rows]

    def unheld(self, document_ids: Iterable[str]) -> list[str]:
        """Those of the documents that no known file gives any more."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT document_id FROM place_documents)",
                (json.dumps(sorted(document_ids)),),
            )
            return [document_id for (document_id,) in rows]


def _put(connection: sqlite3.Connection, place: Place) -> None:
    path, seen = _written(place.path), place.signature
    connection.execute("DELETE FROM places WHERE path = ?", (path,))
    outcome = (place.sha256, place.status, place.code)
    connection.execute(
        "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (path, place.folder_id, seen.size, seen.mtime_ns, seen.inode, *outcome),
    )
    connection.executemany("INSERT INTO place_documents VALUES (?, ?)", [(path, one) for one in place.document_ids])


def _written(path: str) -> str | bytes:
    """A path as SQLite takes it: one whose bytes are no UTF-8 is kept as bytes."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return os.fsencode(path)
    return path


def _read(path: str | bytes) -> str:
    return os.fsdecode(path) if isinstance(path, bytes) else path
