"""The health of a data folder, for ``doctor``: every finding has a code and details."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import Detail
from vectorstore.database import Database
from vectorstore.indexing import IndexPair
from vectorstore.originals import Original
from vectorstore.reconciling import Parts


@dataclass(frozen=True, slots=True)
class StoreProblem:
    """One finding.

    Codes: catalogue_damaged, work_pending, index_size, index_content, original_missing,
    original_altered, chunk_text.
    """

    code: str
    details: dict[str, Detail] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{name}={value}" for name, value in self.details.items())


def check_store(database: Database, parts: Parts, pair: IndexPair, *, deep: bool) -> list[StoreProblem]:
    """Quick findings in milliseconds; ``deep`` reads every original, chunk and id."""
    found = [*_catalogue(database, deep=deep), *_sizes(parts, pair), *_originals(database, parts, deep=deep)]
    if deep:
        found += [*_contents(parts, pair), *_chunk_texts(database)]
    return found


def _catalogue(database: Database, *, deep: bool) -> Iterator[StoreProblem]:
    with database.reading() as connection:
        if deep:
            for (line,) in connection.execute("PRAGMA integrity_check(10)"):
                if line != "ok":
                    yield StoreProblem("catalogue_damaged", {"problem": line})
        rows = connection.execute("SELECT pending, count(*) FROM documents WHERE pending IS NOT NULL GROUP BY pending")
        for work, documents in rows:
            yield StoreProblem("work_pending", {"work": work, "documents": documents})


def _sizes(parts: Parts, pair: IndexPair) -> Iterator[StoreProblem]:
    expected = parts.listing.counts().chunks
    for index, held in (
        ("lexical", pair.lexical.count()),
        ("vectors", pair.vectors.count()),
        ("mirror", pair.vectors.mirror_count()),
    ):
        if held != expected:
            yield StoreProblem("index_size", {"index": index, "held": held, "expected": expected})


def _originals(database: Database, parts: Parts, *, deep: bool) -> Iterator[StoreProblem]:
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT original_sha256, original_extension, min(source) FROM documents"
            " WHERE original_sha256 IS NOT NULL GROUP BY original_sha256, original_extension"
        ).fetchall()
    for sha256, extension, source in rows:
        path = parts.originals.path(Original(sha256, extension))
        if not path.exists():
            yield StoreProblem("original_missing", {"source": source, "file": path.name})
        elif deep and _sha256(path) != sha256:
            yield StoreProblem("original_altered", {"source": source, "file": path.name})


def _sha256(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _contents(parts: Parts, pair: IndexPair) -> Iterator[StoreProblem]:
    wanted = parts.texts.indexed_chunk_ids()
    for index, held in (("lexical", pair.lexical.ids()), ("vectors", pair.vectors.ids())):
        if held != wanted:
            yield StoreProblem(
                "index_content", {"index": index, "missing": len(wanted - held), "unknown": len(held - wanted)}
            )


def _chunk_texts(database: Database) -> Iterator[StoreProblem]:
    """A chunk must be what its page says at its place: citations depend on it."""
    with database.reading() as connection:
        rows = connection.execute(
            "SELECT document_id, ordinal FROM chunks c JOIN documents USING (document_no)"
            " LEFT JOIN pages p ON p.document_no = c.document_no AND p.number = c.page"
            " WHERE p.text IS NULL OR substr(p.text, char_start + 1, char_end - char_start) <> c.text"
        )
        for document_id, ordinal in rows:
            yield StoreProblem("chunk_text", {"document_id": document_id, "ordinal": ordinal})
