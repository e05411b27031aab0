"""Ingest runs: what became of every file, refusals and failures included."""

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from vectorstore.catalogue import now_iso
from vectorstore.database import Database
from vectorstore.records import FileOutcome, FileRecord, RunRecord, Unsettled

_LATEST = "p.run_id = (SELECT max(run_id) FROM run_paths o WHERE o.place = p.place)"
_PARTS = "(f.path > p.path || '/' AND f.path < p.path || '0' OR f.path > p.path || ':' AND f.path < p.path || ';')"
"""Rows of members (path/member) and records (path:line) of a file; written so that the index finds them."""
_UNSETTLED = f"""
    SELECT p.run_id, p.path, p.place, coalesce(f.at, n.started_at), f.status, f.code, f.details, n.label
      FROM run_paths p JOIN runs n USING (run_id) LEFT JOIN files f ON f.run_id = p.run_id AND f.path = p.path
      WHERE {_LATEST} AND (f.status IN ('refused', 'failed')
        OR f.status IS NULL AND p.run_id NOT IN (SELECT value FROM json_each(?))
          AND NOT EXISTS (SELECT 1 FROM files f WHERE f.run_id = p.run_id AND {_PARTS}))
    UNION ALL
    SELECT p.run_id, f.path, p.place, f.at, f.status, f.code, f.details, n.label
      FROM run_paths p JOIN runs n USING (run_id) JOIN files f ON f.run_id = p.run_id AND {_PARTS}
      WHERE {_LATEST} AND f.status IN ('refused', 'failed') AND f.code <> 'invalid_record'
    ORDER BY 1 DESC, 2"""


class Runs:
    """Rows of runs and their files."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._open: set[int] = set()
        """Runs of this process that go on; of any other run without an outcome for a file the file was cut short."""

    def start(self, label: str) -> int:
        """Open a run (``label``: where it came from, e.g. cli or ui); returns its id."""
        with self._database.writing() as connection:
            cursor = connection.execute("INSERT INTO runs (label, started_at) VALUES (?, ?)", (label, now_iso()))
            run_id = int(cursor.lastrowid or 0)
        self._open.add(run_id)
        return run_id

    def announce(self, run_id: int, places: Mapping[str, str]) -> None:
        """Keep which files the run is going to read: path as given to absolute path."""
        rows = [(run_id, _storable(path), _storable(place)) for path, place in places.items()]
        with self._database.writing() as connection:
            connection.executemany("INSERT OR REPLACE INTO run_paths VALUES (?, ?, ?)", rows)

    def moved(self, place: str, new_place: str) -> None:
        """A file is kept at another absolute path from now on."""
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE run_paths SET place = ? WHERE place = ?", (_storable(new_place), _storable(place))
            )

    def record(self, run_id: int, outcomes: Sequence[FileOutcome]) -> None:
        """Write what became of files, in one transaction."""
        at = now_iso()
        rows = [
            (
                run_id,
                _storable(one.path),
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
        self._open.discard(run_id)
        with self._database.writing() as connection:
            connection.execute("UPDATE runs SET finished_at = ? WHERE run_id = ?", (now_iso(), run_id))

    def runs(self, limit: int = 50) -> list[RunRecord]:
        """The latest runs, newest first."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT run_id, label, started_at, finished_at FROM runs ORDER BY run_id DESC LIMIT ?", (limit,)
            )
            return [RunRecord(*row) for row in rows]

    def unfinished_since(self) -> float | None:
        """When the oldest run that never ended was started, seconds since 1970; None if every run ended."""
        with self._database.reading() as connection:
            (at,) = connection.execute("SELECT min(started_at) FROM runs WHERE finished_at IS NULL").fetchone()
        return None if at is None else datetime.fromisoformat(at).timestamp()

    def unsettled(self) -> list[Unsettled]:
        """Files whose latest run refused or failed them or a part of them, or was cut short; newest run first.

        A bad record of a .jsonl is left out; a file inside an archive or message stands for itself.
        """
        with self._database.reading() as connection:
            rows = connection.execute(_UNSETTLED, (json.dumps(sorted(self._open)),)).fetchall()
        return [
            Unsettled(run_id, path, place, at, status or "", code or "", json.loads(details or "{}"), label)
            for run_id, path, place, at, status, code, details, label in rows
        ]

    def only_from(self, place: str) -> list[str]:
        """Indexed documents that are a whole file each and that runs took from this absolute path alone."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT DISTINCT document_id FROM run_paths p JOIN files f USING (run_id, path)"
                " JOIN documents d USING (document_id) WHERE p.place = ?1 AND d.state = 'indexed'"
                " AND d.record_line IS NULL AND d.content_sha256 = d.original_sha256"
                " AND NOT EXISTS (SELECT 1 FROM files o"
                " JOIN run_paths q USING (run_id, path) WHERE o.document_id = d.document_id AND q.place <> ?1)",
                (_storable(place),),
            )
            return [document_id for (document_id,) in rows]

    def places_of(self, document_id: str) -> list[str]:
        """Absolute paths from which runs took this document, or found it taken."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT DISTINCT place FROM files JOIN run_paths USING (run_id, path) WHERE document_id = ?",
                (document_id,),
            )
            return [place for (place,) in rows]

    def files(
        self,
        run_id: int | None = None,
        statuses: Collection[str] | None = None,
        *,
        codes: Collection[str] | None = None,
        limit: int = -1,
    ) -> list[FileRecord]:
        """Files of a run, or of all, newest first; only the given statuses and codes if any are given."""
        with self._database.reading() as connection:
            rows = connection.execute(
                "SELECT run_id, at, path, status, code, details, document_id, pages, chunks, documents, seconds"
                " FROM files WHERE (?1 IS NULL OR run_id = ?1)"
                " AND (?2 IS NULL OR status IN (SELECT value FROM json_each(?2)))"
                " AND (?3 IS NULL OR code IN (SELECT value FROM json_each(?3))) ORDER BY file_no DESC LIMIT ?4",
                (run_id, *(None if one is None else json.dumps(list(one)) for one in (statuses, codes)), limit),
            )
            return [
                FileRecord(found, at, FileOutcome(path, status, code, json.loads(details), *rest))
                for found, at, path, status, code, details, *rest in rows
            ]


def _storable(path: str) -> str:
    """A path SQLite takes: bytes of a name that are no UTF-8 become "?"."""
    return path.encode("utf-8", "replace").decode("utf-8")
