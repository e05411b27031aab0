"""A file or record that was not taken, with the reason."""

from dataclasses import dataclass

from ingest.errors import IngestError


@dataclass(frozen=True, slots=True)
class Rejected:
    """What reading yields instead of a document."""

    source: str
    """File name as ingested, also for a bad line of a .jsonl."""
    content_sha256: str | None
    """SHA-256 of the bytes (of the line for a .jsonl record); None where they were not read."""
    error: IngestError
    record_line: int | None = None
    """1-based line within a .jsonl."""
    member: str | None = None
    """Path inside the archive or message it came in."""
