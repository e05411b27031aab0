"""Counting what becomes of one file while its documents are read."""

import dataclasses
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.intake.events import FileProgress
from ingest.documents import Note, PartKey
from ingest.errors import Detail, EmptyFileError, ReviewNeededError, StateSecretError
from ingest.rejected import Rejected
from vectorstore.records import Addition, AddOutcome, AddStatus, FileOutcome

ORIGINAL_NOT_KEPT = "original_not_kept"
"""Code of an indexed file whose original is not kept."""
_NOT_KEPT = frozenset({StateSecretError.code, ReviewNeededError.code})


@dataclass(frozen=True, slots=True)
class Held:
    """What the store has of a file already."""

    records: int
    lines: frozenset[PartKey] = frozenset()
    """Lines of a .jsonl, or members of a container, that are indexed."""
    whole: AddOutcome | None = None
    """The file itself is."""
    twin: AddOutcome | None = None
    """One of those documents."""


class Tally:
    """Counts what became of one file while its documents are read."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._started = time.monotonic()
        self._pages = self._chunks = self._indexed = 0
        self._document_id: str | None = None
        self._notes: tuple[Note, ...] = ()
        self._twin: AddOutcome | None = None
        self._records = self._done = self._held = 0
        self._original_left_out = False
        self._own: FileOutcome | None = None
        """The file itself was rejected; its one row waits for what became of the documents in it."""
        self._places = set[str]()
        """Members that have their row: one that is a container may be rejected twice, as itself and as it opens."""

    def found(self, held: Held) -> None:
        """Start from what the store has already."""
        self._records, self._held, self._twin = held.records, len(held.lines), held.twin
        if held.whole is not None:
            self._document_id = held.whole.document_id

    def add(self, batch: Sequence[Addition], outcomes: Sequence[AddOutcome]) -> None:
        """Count a batch the store took."""
        self._done += len(batch)
        for addition, outcome in zip(batch, outcomes, strict=True):
            self._document_id = self._document_id or outcome.document_id
            if outcome.status is AddStatus.DUPLICATE:
                self._twin = outcome
                continue
            self._indexed += 1
            self._notes = self._notes or addition.document.notes
            self._pages += len(addition.document.pages)
            self._chunks += outcome.chunks

    def progress(self) -> FileProgress:
        """How far it is."""
        seconds, left = self._seconds(), self._records - self._held - self._done
        return FileProgress(
            self._path,
            self._indexed,
            self._chunks,
            seconds,
            records=self._held + self._done,
            total=self._records,
            seconds_left=seconds / self._done * left if self._done else None,
        )

    def pages(self, done: int, total: int) -> FileProgress:
        """How far the document is that is being read."""
        return FileProgress(self._path, self._indexed, self._chunks, self._seconds(), pages=done, pages_total=total)

    def leave_out_original(self) -> None:
        """What is indexed of the file is kept without it: something in it must not be."""
        self._original_left_out = True

    def rejected(self, item: Rejected) -> Iterator[FileOutcome]:
        """The row of a record or member that was not taken; that of the file itself comes with its outcome."""
        self._done += 1
        place = _place(self._path, item)
        row = FileOutcome(
            path=place,
            status="refused",
            code=item.error.code,
            details=dict(item.error.details),
            seconds=self._seconds(),
        )
        if place == self._path:
            self._own = self._own or row
        elif item.record_line is not None:
            yield row
        elif place not in self._places:
            self._places.add(place)
            yield row

    def failed(self, code: str, details: dict[str, Detail]) -> FileOutcome:
        """The row of a file that broke off; what must not be kept of it is the reason that counts."""
        if self._own is not None and self._own.code in _NOT_KEPT:
            code, details = self._own.code, dict(self._own.details)
        return dataclasses.replace(self._counted("failed"), code=code, details=details)

    def outcome(self) -> Iterator[FileOutcome]:
        """The row of the whole file: why it was rejected, even where documents in it were taken, else what it gave."""
        says_nothing = self._own is not None and self._own.code == EmptyFileError.code and self._indexed
        if self._own is not None and not says_nothing:
            yield dataclasses.replace(self._counted("refused"), code=self._own.code, details=self._own.details)
        elif self._indexed:
            # a note on the only document of a file is worth telling at once; the others stand in their rows
            note = self._notes[0] if self._notes and self._indexed == 1 else None
            told: dict[str, Detail] = dict(note.details) if note else {}
            code = ORIGINAL_NOT_KEPT if self._original_left_out else note.code if note else ""
            yield dataclasses.replace(self._counted("indexed"), code=code, details=told)
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


def _place(path: str, item: Rejected) -> str:
    """Where in the file the item stands, as people write it."""
    inside = f"{path}/{item.member}" if item.member else path
    return inside if item.record_line is None else f"{inside}:{item.record_line}"
