"""Numbered migrations of the catalogue; each runs once and its name is remembered in the file."""

import sqlite3
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

from vectorstore.errors import StoreVersionError

Migration: TypeAlias = Callable[[sqlite3.Connection], None]


def m001_documents(connection: sqlite3.Connection) -> None:
    """Documents with their pages and chunks; blocks are JSON beside their page, being read only with it."""
    connection.execute("""
        CREATE TABLE documents (
            document_no INTEGER PRIMARY KEY,
            document_id TEXT NOT NULL UNIQUE,
            content_sha256 TEXT NOT NULL,
            source TEXT NOT NULL,
            media_type TEXT NOT NULL,
            title TEXT, date TEXT, year INTEGER, unit TEXT, type TEXT, author TEXT, url TEXT,
            collection TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('received', 'extracted', 'indexed', 'removed')),
            pending TEXT CHECK (pending IN ('index', 'unindex', 'purge')),
            replaces_source INTEGER NOT NULL DEFAULT 0,
            encoding TEXT,
            flags TEXT NOT NULL,
            record_line INTEGER,
            original_sha256 TEXT, original_extension TEXT,
            added_at TEXT NOT NULL,
            pages INTEGER NOT NULL,
            chunks INTEGER NOT NULL,
            pipeline_version INTEGER NOT NULL,
            folded_name TEXT NOT NULL)""")
    connection.execute("CREATE INDEX documents_by_state ON documents (state, year)")
    connection.execute("CREATE INDEX documents_by_source ON documents (source)")
    connection.execute("CREATE INDEX documents_by_original ON documents (original_sha256)")
    connection.execute("CREATE INDEX documents_pending ON documents (pending) WHERE pending IS NOT NULL")
    connection.execute("""
        CREATE TABLE pages (
            document_no INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            number INTEGER NOT NULL,
            text TEXT NOT NULL,
            blocks TEXT NOT NULL,
            UNIQUE (document_no, number))""")
    connection.execute("""
        CREATE TABLE chunks (
            chunk_id TEXT NOT NULL UNIQUE,
            document_no INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            page INTEGER NOT NULL,
            char_start INTEGER NOT NULL,
            char_end INTEGER NOT NULL,
            heading_path TEXT NOT NULL,
            flags TEXT NOT NULL,
            text TEXT NOT NULL,
            UNIQUE (document_no, ordinal))""")


def m002_runs(connection: sqlite3.Connection) -> None:
    """Ingest runs and what became of every file."""
    connection.execute("""
        CREATE TABLE runs (
            run_id INTEGER PRIMARY KEY,
            label TEXT NOT NULL,
            started_at TEXT NOT NULL,
            finished_at TEXT)""")
    connection.execute("""
        CREATE TABLE files (
            file_no INTEGER PRIMARY KEY,
            run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
            path TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('indexed', 'duplicate', 'refused', 'failed')),
            code TEXT NOT NULL,
            details TEXT NOT NULL,
            document_id TEXT,
            pages INTEGER NOT NULL,
            chunks INTEGER NOT NULL,
            documents INTEGER NOT NULL,
            seconds REAL NOT NULL,
            at TEXT NOT NULL)""")
    connection.execute("CREATE INDEX files_by_run ON files (run_id)")


def m003_generations(connection: sqlite3.Connection) -> None:
    """Which pair of indexes is in use and which model built it; the store's own id for a shared Chroma server."""
    connection.execute("""
        CREATE TABLE generations (
            generation INTEGER PRIMARY KEY,
            model_id TEXT NOT NULL,
            dim INTEGER NOT NULL,
            recipe INTEGER NOT NULL,
            created_at TEXT NOT NULL,
            active INTEGER NOT NULL)""")
    connection.execute("CREATE TABLE store (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
    connection.execute("INSERT INTO store VALUES ('store_id', ?)", (uuid.uuid4().hex[:12],))


def m004_following(connection: sqlite3.Connection) -> None:
    """Followed folders and their files, versions of documents, where the files of a run are, which it set out to read.

    ``place`` is the absolute path, where a file is read again.
    """
    connection.execute("""
        CREATE TABLE run_paths (
            run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
            path TEXT NOT NULL,
            place TEXT NOT NULL,
            PRIMARY KEY (run_id, path)) WITHOUT ROWID""")
    connection.execute("CREATE INDEX run_paths_by_place ON run_paths (place, run_id)")
    connection.execute("CREATE INDEX files_by_document ON files (document_id)")
    connection.execute("CREATE INDEX files_by_path ON files (run_id, path)")
    connection.execute("""
        CREATE TABLE folders (
            folder_id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            collection TEXT NOT NULL,
            paused INTEGER NOT NULL DEFAULT 0,
            added_at TEXT NOT NULL,
            scanned_at TEXT,
            changed_at TEXT,
            problem TEXT NOT NULL DEFAULT '',
            identity TEXT NOT NULL DEFAULT '')""")
    connection.execute("""
        CREATE TABLE places (
            path TEXT PRIMARY KEY,
            folder_id INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
            size INTEGER NOT NULL,
            mtime_ns INTEGER NOT NULL,
            inode INTEGER NOT NULL,
            sha256 TEXT NOT NULL,
            status TEXT NOT NULL,
            code TEXT NOT NULL)""")
    connection.execute("CREATE INDEX places_by_folder ON places (folder_id)")
    connection.execute("""
        CREATE TABLE place_documents (
            path TEXT NOT NULL REFERENCES places ON DELETE CASCADE,
            document_id TEXT NOT NULL,
            PRIMARY KEY (path, document_id)) WITHOUT ROWID""")
    connection.execute("CREATE INDEX place_documents_by_document ON place_documents (document_id)")
    connection.execute("""
        CREATE TABLE versions (
            older_id TEXT PRIMARY KEY,
            newer_id TEXT NOT NULL,
            path TEXT NOT NULL,
            at TEXT NOT NULL)""")
    connection.execute("CREATE INDEX versions_by_newer ON versions (newer_id)")


def m005_page_scans(connection: sqlite3.Connection) -> None:
    """Pages read from images: how sure the reading is, and its words with their boxes."""
    connection.execute("""
        CREATE TABLE page_scans (
            document_no INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            number INTEGER NOT NULL,
            confidence REAL NOT NULL,
            words BLOB NOT NULL,
            PRIMARY KEY (document_no, number))""")


def m006_restricted(connection: sqlite3.Connection) -> None:
    """What is covered in a document, by kind; who opened an original in spite of it, or vouched for a file."""
    connection.execute("""
        CREATE TABLE covered (
            document_no INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            kind TEXT NOT NULL,
            found INTEGER NOT NULL,
            PRIMARY KEY (document_no, kind)) WITHOUT ROWID""")
    connection.execute("""
        CREATE TABLE audit (
            audit_no INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            details TEXT NOT NULL)""")
    connection.execute("CREATE INDEX audit_by_subject ON audit (action, subject)")


def m007_cards(connection: sqlite3.Connection) -> None:
    """Identity cards, what people changed in them, and what documents say of others; older documents keep their card.

    ``key`` compares numbers; a change is kept by document id, so that it outlives a new reading of the file.
    """
    connection.execute("""
        CREATE TABLE card_values (
            document_no INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            field TEXT NOT NULL,
            value TEXT NOT NULL,
            page INTEGER, char_start INTEGER, char_end INTEGER,
            source TEXT NOT NULL CHECK (source IN ('text', 'declared', 'edited')),
            key TEXT,
            PRIMARY KEY (document_no, field)) WITHOUT ROWID""")
    connection.execute("CREATE INDEX card_values_by_key ON card_values (key) WHERE key IS NOT NULL")
    connection.execute("""
        CREATE TABLE relations (
            document_no INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            kind TEXT NOT NULL,
            number TEXT, key TEXT, date TEXT, title TEXT,
            page INTEGER NOT NULL, char_start INTEGER NOT NULL, char_end INTEGER NOT NULL,
            PRIMARY KEY (document_no, ordinal)) WITHOUT ROWID""")
    connection.execute("CREATE INDEX relations_by_key ON relations (key) WHERE key IS NOT NULL")
    connection.execute("""
        CREATE TABLE card_edits (
            edit_no INTEGER PRIMARY KEY,
            document_id TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT,
            old TEXT NOT NULL,
            at TEXT NOT NULL,
            undone_at TEXT)""")
    connection.execute("CREATE INDEX card_edits_by_document ON card_edits (document_id)")
    for field, column in (
        ("title", "title"),
        ("date", "date"),
        ("type", "type"),
        ("issuer", "unit"),
        ("author", "author"),
    ):
        connection.execute(
            "INSERT INTO card_values (document_no, field, value, source)"
            f" SELECT document_no, ?, {column}, 'text' FROM documents WHERE {column} IS NOT NULL AND {column} <> ''",
            (field,),
        )


def m008_encoding_confidence(connection: sqlite3.Connection) -> None:
    """How sure the encoding of a document is, 0 to 1."""
    connection.execute("ALTER TABLE documents ADD COLUMN encoding_confidence REAL")


def m009_members(connection: sqlite3.Connection) -> None:
    """Where in an archive or message a document stood; what its reader wants its owner to know (codes and details)."""
    connection.execute("ALTER TABLE documents ADD COLUMN member TEXT")
    connection.execute("ALTER TABLE documents ADD COLUMN notes TEXT NOT NULL DEFAULT '[]'")


def m010_conversations(connection: sqlite3.Connection) -> None:
    """Conversations, their turns and what people thought of the answers; ``folded`` is what a search looks at."""
    connection.execute("""
        CREATE TABLE conversations (
            conversation_id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            folded_title TEXT NOT NULL,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            deleted_at TEXT)""")
    connection.execute("CREATE INDEX conversations_by_time ON conversations (updated_at) WHERE deleted_at IS NULL")
    connection.execute("""
        CREATE TABLE turns (
            turn_id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation_id TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
            place INTEGER NOT NULL,
            at TEXT NOT NULL,
            question TEXT NOT NULL,
            completed TEXT NOT NULL,
            answer TEXT NOT NULL,
            mode TEXT NOT NULL,
            body TEXT NOT NULL,
            folded TEXT NOT NULL,
            UNIQUE (conversation_id, place))""")
    connection.execute("""
        CREATE TABLE feedback (
            turn_id INTEGER PRIMARY KEY REFERENCES turns ON DELETE CASCADE,
            good INTEGER NOT NULL,
            reasons TEXT NOT NULL,
            note TEXT NOT NULL,
            at TEXT NOT NULL)""")


def m011_drafts(connection: sqlite3.Connection) -> None:
    """Drafts of reports with their versions, whose bodies are deflated JSON, and the offices' own Word forms.

    ``parent`` is the version a version was made from; ``printed`` tells apart versions by what a reader would see.
    """
    connection.execute("""
        CREATE TABLE drafts (
            draft_id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            template_id TEXT NOT NULL,
            unit TEXT NOT NULL,
            period TEXT NOT NULL,
            stage TEXT NOT NULL,
            revision INTEGER NOT NULL,
            version INTEGER NOT NULL,
            choice TEXT NOT NULL,
            folded TEXT NOT NULL,
            created_at TEXT NOT NULL,
            updated_at TEXT NOT NULL,
            deleted_at TEXT)""")
    connection.execute("CREATE INDEX drafts_by_time ON drafts (updated_at) WHERE deleted_at IS NULL")
    connection.execute("""
        CREATE TABLE draft_versions (
            draft_id TEXT NOT NULL REFERENCES drafts ON DELETE CASCADE,
            number INTEGER NOT NULL,
            parent INTEGER NOT NULL,
            at TEXT NOT NULL,
            change TEXT NOT NULL,
            printed TEXT NOT NULL,
            body BLOB NOT NULL,
            PRIMARY KEY (draft_id, number))""")
    connection.execute("""
        CREATE TABLE office_forms (
            form_id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            added_at TEXT NOT NULL,
            content BLOB NOT NULL)""")


def m012_checks(connection: sqlite3.Connection) -> None:
    """Checked drafts, a row a claim with what a person decided about it; ``draft`` and ``body`` are JSON."""
    connection.execute("""
        CREATE TABLE checks (
            check_id TEXT PRIMARY KEY,
            title TEXT NOT NULL,
            created_at TEXT NOT NULL,
            claims INTEGER NOT NULL,
            seconds REAL NOT NULL,
            draft TEXT NOT NULL)""")
    connection.execute("""
        CREATE TABLE claim_checks (
            check_id TEXT NOT NULL REFERENCES checks ON DELETE CASCADE,
            n INTEGER NOT NULL,
            verdict TEXT NOT NULL,
            decision TEXT,
            body TEXT NOT NULL,
            PRIMARY KEY (check_id, n))""")


def m013_checks_taken_back(connection: sqlite3.Connection) -> None:
    """A check taken off the list can be brought back; a Word draft is kept so that it can go back with comments."""
    connection.execute("ALTER TABLE checks ADD COLUMN deleted_at TEXT")
    connection.execute("ALTER TABLE checks ADD COLUMN original BLOB")


MIGRATIONS: tuple[Migration, ...] = (
    m001_documents,
    m002_runs,
    m003_generations,
    m004_following,
    m005_page_scans,
    m006_restricted,
    m007_cards,
    m008_encoding_confidence,
    m009_members,
    m010_conversations,
    m011_drafts,
    m012_checks,
    m013_checks_taken_back,
)
"""Append only: a name that was released is never changed or removed."""


def migrate(connection: sqlite3.Connection, path: str, migrations: tuple[Migration, ...] = MIGRATIONS) -> list[str]:
    """Bring the catalogue to this version; returns the names applied now.

    Each migration and its name are one transaction, so a killed upgrade continues at the next start.
    :raises StoreVersionError: the file has migrations this version does not know.
    """
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)")
    done = {name for (name,) in connection.execute("SELECT name FROM migrations")}
    unknown = done - {migration.__name__ for migration in migrations}
    if unknown:
        raise StoreVersionError(data=path, unknown=", ".join(sorted(unknown)))
    applied = []
    for migration in migrations:
        if migration.__name__ in done:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            migration(connection)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            connection.execute("INSERT INTO migrations VALUES (?, ?)", (migration.__name__, now))
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
        applied.append(migration.__name__)
    return applied
