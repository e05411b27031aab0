"""Whether the rows of the catalogue agree with each other."""

from collections.abc import Iterator

from vectorstore.problems import Checked, ProblemCode, StoreProblem


def catalogue(store: Checked, *, deep: bool) -> Iterator[StoreProblem]:
    """The file itself, rows that point nowhere, promised work."""
    with store.database.reading() as connection:
        if deep:
            for (line,) in connection.execute("PRAGMA integrity_check(10)"):
                if line != "ok":
                    yield StoreProblem(ProblemCode.CATALOGUE_DAMAGED, {"problem": line})
            orphans: dict[str, int] = {}
            for table, *_ in connection.execute("PRAGMA foreign_key_check"):
                orphans[table] = orphans.get(table, 0) + 1
            for table, count in orphans.items():
                yield StoreProblem(ProblemCode.ROWS_ORPHANED, {"table": table, "rows": count})
        rows = connection.execute("SELECT pending, count(*) FROM documents WHERE pending IS NOT NULL GROUP BY pending")
        for work, documents in rows:
            yield StoreProblem(ProblemCode.WORK_PENDING, {"work": work, "documents": documents})


def row_counts(store: Checked) -> Iterator[StoreProblem]:
    """A document must have the pages and chunks it says it has, and files of folders documents that exist."""
    with store.database.reading() as connection:
        rows = connection.execute(
            "SELECT document_id, pages, (SELECT count(*) FROM pages p WHERE p.document_no = d.document_no) AS found,"
            " chunks, (SELECT count(*) FROM chunks c WHERE c.document_no = d.document_no) AS cut FROM documents d"
            " WHERE pages <> found OR chunks <> cut"
        )
        for document_id, pages, found, chunks, cut in rows:
            details = {"document_id": document_id, "pages": f"{found}/{pages}", "chunks": f"{cut}/{chunks}"}
            yield StoreProblem(ProblemCode.ROWS_MISCOUNTED, details)
        (unknown,) = connection.execute(
            "SELECT count(*) FROM place_documents WHERE document_id NOT IN (SELECT document_id FROM documents)"
        ).fetchone()
        if unknown:
            yield StoreProblem(ProblemCode.ROWS_ORPHANED, {"table": "place_documents", "rows": unknown})


def chunk_texts(store: Checked) -> Iterator[StoreProblem]:
    """A chunk must be what its page says at its place: citations depend on it."""
    with store.database.reading() as connection:
        rows = connection.execute(
            "SELECT document_id, ordinal FROM chunks c JOIN documents USING (document_no)"
            " LEFT JOIN pages p ON p.document_no = c.document_no AND p.number = c.page"
            " WHERE p.text IS NULL OR substr(p.text, char_start + 1, char_end - char_start) <> c.text"
        )
        for document_id, ordinal in rows:
            yield StoreProblem(ProblemCode.CHUNK_TEXT, {"document_id": document_id, "ordinal": ordinal})


def outcomes(store: Checked) -> Iterator[StoreProblem]:
    """Every file of every run must have come to exactly one end."""
    with store.database.reading() as connection:
        rows = connection.execute("SELECT run_id, path FROM files GROUP BY run_id, path HAVING count(*) > 1")
        for run_id, path in rows:
            yield StoreProblem(ProblemCode.FILE_TWO_OUTCOMES, {"run": run_id, "path": path})
    cut_short = [one for one in store.runs.unsettled() if not one.status]
    if cut_short:
        yield StoreProblem(ProblemCode.FILE_NO_OUTCOME, {"files": len(cut_short), "path": cut_short[-1].place})
