"""What the store tells about its documents: records, outcomes, facets, counts."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from ingest.documents import Chunk, Document, Flag, Metadata, Note
from ingest.errors import Detail


class DocumentState(StrEnum):
    """How far a document has come; only INDEXED ones are found."""

    RECEIVED = "received"
    EXTRACTED = "extracted"
    """Text and chunks are in the catalogue, the indexes are not complete yet."""
    INDEXED = "indexed"
    REMOVED = "removed"
    """Out of both indexes; text and original are kept and can be restored."""


class AddStatus(StrEnum):
    """What became of an addition."""

    INDEXED = "indexed"
    DUPLICATE = "duplicate"


@dataclass(frozen=True, slots=True)
class Addition:
    """A document to take in, with its chunks and the file it came from."""

    document: Document
    chunks: tuple[Chunk, ...]
    original: Path | None = None
    collection: str = ""


@dataclass(frozen=True, slots=True)
class AddOutcome:
    """Result of one addition; a duplicate names the document that has the same bytes."""

    status: AddStatus
    document_id: str
    chunks: int
    twin_source: str | None = None
    """For a duplicate: the name under which the same bytes are already here."""


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """A document's identity card and state, without its text."""

    document_id: str
    content_sha256: str
    source: str
    media_type: str
    metadata: Metadata
    collection: str
    state: DocumentState
    encoding: str | None
    flags: frozenset[Flag]
    record_line: int | None
    original_sha256: str | None
    original_extension: str | None
    added_at: str
    """ISO 8601, UTC."""
    pages: int
    chunks: int
    masked: tuple[tuple[str, int], ...] = ()
    """Kinds of covered identifiers (ingest.sensitive.Identifier) with their counts."""
    encoding_confidence: float | None = None
    """0 to 1."""
    member: str | None = None
    """Path inside the archive or message it came in, "" for what a message says itself."""
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Facets:
    """Values that filters can choose from, with the number of indexed documents each keeps."""

    years: tuple[tuple[int, int], ...] = ()
    """Newest first."""
    units: tuple[tuple[str, int], ...] = ()
    """Most documents first; types and collections likewise."""
    types: tuple[tuple[str, int], ...] = ()
    collections: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """Sizes of the store."""

    documents: int
    """Indexed, i.e. searchable."""
    removed: int
    waiting: int
    """Extracted but not yet in the indexes."""
    pages: int
    chunks: int


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file (or one record) of a run; kept so that no refusal is forgotten."""

    path: str
    status: str
    """indexed, duplicate, refused or failed."""
    code: str = ""
    details: dict[str, Detail] = field(default_factory=dict)
    document_id: str | None = None
    pages: int = 0
    chunks: int = 0
    documents: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A FileOutcome as stored, with its run and time (ISO 8601, UTC)."""

    run_id: int
    at: str
    outcome: FileOutcome


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A file that its latest run did not take in; without a status the run was cut short before it."""

    run_id: int
    path: str
    """As given to the run."""
    place: str
    """Absolute path where it can be read again."""
    at: str
    """ISO 8601, UTC: of its outcome, or of the start of the run that never came to it."""
    status: str
    code: str
    details: dict[str, Detail]
    label: str = ""
    """Of the run: the collection it was meant for."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One ingest run."""

    run_id: int
    label: str
    started_at: str
    finished_at: str | None
