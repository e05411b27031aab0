"""What taking files in tells while it goes on."""

from dataclasses import dataclass
from typing import TypeAlias

from assistant.messages_vi.sentences import message_of
from vectorstore.records import FileOutcome


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file, or of one bad record of a .jsonl."""

    path: str
    status: str
    """indexed, duplicate, refused or failed."""
    code: str | None = None
    reason: str | None = None
    """Vietnamese; None when indexed."""
    document_id: str | None = None
    pages: int = 0
    chunks: int = 0
    documents: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class FileStarted:
    """A file is being read; index is 0-based."""

    path: str
    index: int
    total: int


@dataclass(frozen=True, slots=True)
class FileProgress:
    """A file of many records, or of many pages, moved on."""

    path: str
    documents: int
    """Taken in so far in this run, as are the chunks."""
    chunks: int
    seconds: float
    records: int = 0
    """Behind us: taken in, refused, or held before this run."""
    total: int = 0
    """Records of the file."""
    seconds_left: float | None = None
    """At the rate so far."""
    pages: int = 0
    """Read so far of the document that is being read, where the reader tells."""
    pages_total: int = 0


@dataclass(frozen=True, slots=True)
class RunProgress:
    """The whole run moved on."""

    files: int
    """Behind us, whatever became of them."""
    total: int
    documents: int
    """Taken in and searchable."""
    pages: int
    """Read, where readers tell."""
    seconds: float
    seconds_left: float | None = None
    """At the rate so far; None while that says nothing yet."""


@dataclass(frozen=True, slots=True)
class FileFinished:
    """A file, or one bad record of it, has its outcome."""

    report: FileReport


IngestEvent: TypeAlias = FileStarted | FileProgress | FileFinished | RunProgress


def file_report(outcome: FileOutcome) -> FileReport:
    """The outcome as people read it."""
    reason = str(message_of(outcome.code, dict(outcome.details))) if outcome.code else None
    return FileReport(
        path=outcome.path,
        status=outcome.status,
        code=outcome.code or None,
        reason=reason,
        document_id=outcome.document_id,
        pages=outcome.pages,
        chunks=outcome.chunks,
        documents=outcome.documents,
        seconds=round(outcome.seconds, 3),
    )
