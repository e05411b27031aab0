"""Ingest runs: what became of every file, refusals and failures included."""

import json
from collections.abc import Collection, Sequence

from vectorstore.catalogue import now_iso
from vectorstore.database import Database
from vectorstore.records import FileOutcome, FileRecord, RunRecord


class Runs:
    """Rows of runs and their files."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def start(self, label: str) -> int:
        """Open a run (``label``: where it came from, e.g. cli or ui); returns its id."""
        with self._database.writing() as connection:
            cursor = connection.execute("INSERT INTO runs (label, started_at) VALUES (?, ?)", (label, now_iso()))
            return int(cursor.lastrowid or 0)

    def record(self, run_id: int, outcomes: Sequence[FileOutcome]) -> None:
        """Write what became of files, in one transaction."""
        at = now_iso()
        rows = [
            (
                run_id,
                one.path,
                one.status,
                one.code,
                json.dumps(one.details, ensure_ascii=False),
                one.document_id,
                one.pages,
                one.chunks,
                one.documents,
                one.seconds,
                at,
            )
            for one in outcomes
        ]
        with self._database.writing() as connection:
            connection.executemany(
                "INSERT INTO files (run_id, path, status, code, details, document_id, pages, chunks, documents,"
                " seconds, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
            )

    def finish(self, run_id: int) -> None:
        """Close a run; one without an end was cut short."""
        with self._database.writing() as connection:
            connection.execute("UPDATE runs SET finished_at = ? WHERE run_id = ?", (now_iso(), run_id))

    def runs(self, limit: int = 50) -> list[RunRecord]:
        """The latest runs, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT run_id, label, started_at, finished_at FROM runs ORDER BY run_id DESC LIMIT ?", (limit,)
            )
            return [RunRecord(*row) for row in rows]

    def files(self, run_id: int | None = None, statuses: Collection[str] | None = None) -> list[FileRecord]:
        """Files of a run, or of all, newest first; only the given statuses if any are given."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT run_id, at, path, status, code, details, document_id, pages, chunks, documents, seconds"
                " FROM files WHERE (?1 IS NULL OR run_id = ?1)"
                " AND (?2 IS NULL OR status IN (SELECT value FROM json_each(?2))) ORDER BY file_no DESC",
                (run_id, None if statuses is None else json.dumps(list(statuses))),
            )
            return [
                FileRecord(found, at, FileOutcome(path, status, code, json.loads(details), *rest))
                for found, at, path, status, code, details, *rest in rows
            ]
