"""Files into the store, one after the other, each ending as a row with its reason."""

import dataclasses
import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from assistant.messages_vi import message_of
from ingest.chunking import chunk_document
from ingest.documents import Document, Flag
from ingest.errors import Detail, TrolyError
from ingest.pipeline import expand_paths, read_documents
from ingest.rejected import Rejected
from ingest.settings import IngestSettings
from vectorstore.records import Addition, AddOutcome, AddStatus, FileOutcome
from vectorstore.store import Store

logger = logging.getLogger(__name__)

BATCH_DOCUMENTS = 512
"""Records of a .jsonl written together: enough to embed in batches, few enough to show progress."""


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
    """A file of many records moved on."""

    path: str
    documents: int
    chunks: int
    seconds: float


@dataclass(frozen=True, slots=True)
class FileFinished:
    """A file, or one bad record of it, has its outcome."""

    report: FileReport


IngestEvent: TypeAlias = FileStarted | FileProgress | FileFinished


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


def take_in(
    store: Store,
    paths: Sequence[Path],
    settings: IngestSettings,
    *,
    collection: str = "",
    flags: frozenset[Flag] = frozenset(),
) -> Iterator[IngestEvent]:
    """Read, chunk, index and record every file under ``paths``; a bad one never stops the rest."""
    files = list(expand_paths(paths))
    run = store.start_run(collection)
    try:
        for index, path in enumerate(files):
            yield FileStarted(str(path), index, len(files))
            for step in _take_file(store, path, settings, collection, flags):
                if isinstance(step, FileOutcome):
                    store.record_file(run, step)
                    yield FileFinished(file_report(step))
                else:
                    yield step
    finally:
        store.finish_run(run)


def _take_file(
    store: Store, path: Path, settings: IngestSettings, collection: str, flags: frozenset[Flag]
) -> Iterator[FileProgress | FileOutcome]:
    tally = _Tally(str(path))
    try:
        batch: list[Addition] = []
        for item in read_documents(path, settings):
            if isinstance(item, Rejected):
                yield tally.rejected(item)
                continue
            batch.append(_addition(item, path, settings, collection, flags))
            if len(batch) == BATCH_DOCUMENTS:
                tally.add(batch, store.add_many(batch))
                batch = []
                yield tally.progress()
        if batch:
            tally.add(batch, store.add_many(batch))
    except TrolyError as error:
        yield tally.failed(error.code, dict(error.details))
    except Exception as error:  # rim: one bad file is a row with its reason, never the end of the run
        logger.exception("a file could not be taken in")
        yield tally.failed("internal_error", {"problem": type(error).__name__})
    else:
        yield from tally.outcome()


def _addition(
    document: Document, path: Path, settings: IngestSettings, collection: str, flags: frozenset[Flag]
) -> Addition:
    chunks = chunk_document(document, settings.chunking)
    if flags:
        document = dataclasses.replace(document, flags=document.flags | flags)
        chunks = tuple(dataclasses.replace(chunk, flags=chunk.flags | flags) for chunk in chunks)
    return Addition(document=document, chunks=chunks, original=path, collection=collection)


class _Tally:
    """Counts what became of one file while its documents are read."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._started = time.monotonic()
        self._pages = self._chunks = self._indexed = 0
        self._document_id: str | None = None
        self._twin: AddOutcome | None = None

    def add(self, batch: Sequence[Addition], outcomes: Sequence[AddOutcome]) -> None:
        for addition, outcome in zip(batch, outcomes, strict=True):
            self._document_id = self._document_id or outcome.document_id
            if outcome.status is AddStatus.DUPLICATE:
                self._twin = outcome
                continue
            self._indexed += 1
            self._pages += len(addition.document.pages)
            self._chunks += outcome.chunks

    def progress(self) -> FileProgress:
        return FileProgress(self._path, self._indexed, self._chunks, self._seconds())

    def rejected(self, item: Rejected) -> FileOutcome:
        return FileOutcome(
            path=self._path if item.record_line is None else f"{self._path}:{item.record_line}",
            status="refused",
            code=item.error.code,
            details=dict(item.error.details),
            seconds=self._seconds(),
        )

    def failed(self, code: str, details: dict[str, Detail]) -> FileOutcome:
        return dataclasses.replace(self._counted("failed"), code=code, details=details)

    def outcome(self) -> Iterator[FileOutcome]:
        """The row of the whole file; none where the file itself was rejected and has its row already."""
        if self._indexed:
            yield self._counted("indexed")
        elif self._twin is not None:
            details: dict[str, Detail] = {"twin": self._twin.twin_source or self._twin.document_id}
            yield dataclasses.replace(self._counted("duplicate"), code="duplicate", details=details)

    def _counted(self, status: str) -> FileOutcome:
        return FileOutcome(
            path=self._path,
            status=status,
            document_id=self._document_id,
            pages=self._pages,
            chunks=self._chunks,
            documents=self._indexed,
            seconds=self._seconds(),
        )

    def _seconds(self) -> float:
        return time.monotonic() - self._started
