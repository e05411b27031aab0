"""The one writer of a run: documents of neighbouring files go into the store together, outcomes keep their order."""

import dataclasses
import hashlib
import logging
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from assistant.intake.events import FileProgress
from assistant.intake.tally import Held, Tally
from ingest.documents import Flag
from ingest.errors import Detail, NothingReadableError, ReviewNeededError, StateSecretError, TrolyError
from ingest.prepared import Prepared
from ingest.rejected import Rejected
from vectorstore.records import Addition, FileOutcome
from vectorstore.store import Store

logger = logging.getLogger(__name__)

BATCH_DOCUMENTS = 2_048
"""Documents written together at most: enough to embed in batches, few enough to show progress."""
_BATCH_CHUNKS = 4_000
"""A commit of the lexical index costs .26 ms of processor time a passage for 500, .17 for 1,000, .16 for 2,000; and
each commit is a segment: of 2,000 they are merged twice on the way to 200,000 passages, of 4,000 once.
"""
_BATCH_ROWS = 200
"""Rows of refused records written together: one transaction each took 9 ms."""
_MAX_REFUSED = 1_000
"""Of one file, without a single good one among them: it only calls itself .jsonl, or an archive."""
_BATCH_S = 2.0
"""What was read is in the store this soon, if the writer is free."""

_JSONL = ".jsonl"

Step: TypeAlias = FileProgress | FileOutcome


class FileInHand:
    """One file between its turn and its outcome."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.held = Held(0)
        self.tally = Tally(str(path))
        self.additions: list[Addition] = []
        self.rows: list[FileOutcome] = []
        self.failed = self.ended = self.broken_off = False
        self.stored = False
        self.taken = self.refused = 0
        self.holds_secret = False
        """Something in it must not be kept, so the file itself must not be either."""

    @property
    def waits(self) -> bool:
        """Whether its documents are not written yet: an archive or a message may hold a secret further on.

        A .jsonl is too long to wait for; its copy is deleted where one turns up.
        """
        return not (self.ended or self.broken_off) and self.path.suffix.lower() != _JSONL

    def found(self, held: Held) -> None:
        """What the store has of it already."""
        self.held = held
        self.tally.found(held)

    def fail(self, error: Exception) -> None:
        """The file breaks off; what the store has of it stays."""
        self.failed, self.additions = True, []
        if isinstance(error, TrolyError):
            code = error.code
            details: dict[str, Detail] = dict(error.details)
        else:
            code, details = "internal_error", {"problem": type(error).__name__}
        self.rows.append(self.tally.failed(code, details))

    def steps(self) -> Iterator[Step]:
        """What became of it since the last time."""
        if self.held.records > 1 and not self.failed:
            yield self.tally.progress()
        yield from self.rows
        self.rows = []
        if self.ended and not self.failed:
            yield from self.tally.outcome()


class Writer:
    """Gathers what is read and writes it when there is enough of it, or nothing else to do."""

    def __init__(self, store: Store, run: int, collection: str, flags: frozenset[Flag]) -> None:
        self._store = store
        self._run = run
        self._collection = collection
        self._flags = flags
        self._files: list[FileInHand] = []
        self._documents = self._chunks = 0
        self._since = 0.0

    @property
    def due(self) -> bool:
        """Whether what was gathered is enough to be written."""
        rows = sum(len(file.rows) for file in self._files)
        return (
            self._documents >= BATCH_DOCUMENTS
            or self._chunks >= _BATCH_CHUNKS
            or rows >= _BATCH_ROWS
            or (bool(self._files) and time.monotonic() - self._since >= _BATCH_S)
        )

    def begin(self, path: Path) -> FileInHand:
        """The turn of the next file."""
        if not self._files:
            self._since = time.monotonic()
        self._files.append(FileInHand(path))
        return self._files[-1]

    def take(self, file: FileInHand, item: Prepared | Rejected) -> None:
        """Keep a document to be written, or the reason why there is none."""
        if isinstance(item, Rejected):
            file.rows += file.tally.rejected(item)
            if isinstance(item.error, StateSecretError | ReviewNeededError):
                self._do_not_keep(file)
            file.refused += 1
            if file.refused > _MAX_REFUSED and not file.taken:
                raise NothingReadableError(refused=file.refused)
            return
        file.taken += 1
        file.additions.append(self._addition(item, None if file.holds_secret else file.path))
        self._documents += 1
        self._chunks += len(item.chunks)

    def _do_not_keep(self, file: FileInHand) -> None:
        """Documents beside a secret are taken in without the file they came in."""
        file.holds_secret = True
        file.tally.leave_out_original()
        file.additions = [dataclasses.replace(addition, original=None) for addition in file.additions]
        if file.stored:
            with file.path.open("rb") as content:
                self._store.forget_original(hashlib.file_digest(content, "sha256").hexdigest())

    def write(self) -> list[Step]:
        """Put everything gathered into the store and record the outcomes of the files that ended, in their order."""
        self._store_all(self._files)
        steps = [step for file in self._files for step in file.steps()]
        rows = [step for step in steps if isinstance(step, FileOutcome)]
        if rows:
            self._store.record_files(self._run, rows)
        self._files = [file for file in self._files if not (file.ended or file.failed)]
        self._documents = self._chunks = 0
        self._since = time.monotonic()
        return steps

    def _store_all(self, files: Sequence[FileInHand]) -> None:
        files = [file for file in files if not file.waits]
        gathered = [addition for file in files for addition in file.additions]
        if not gathered:
            return
        try:
            outcomes = iter(self._store.add_many(gathered))
        except TrolyError as error:
            self._blame(files, error)
            return
        except Exception as error:  # rim: one bad file is a row with its reason, never the end of the run
            logger.exception("files could not be stored")
            self._blame(files, error)
            return
        for file in files:
            file.stored = file.stored or bool(file.additions)
            file.tally.add(file.additions, [next(outcomes) for _ in file.additions])
            file.additions = []

    def _blame(self, files: Sequence[FileInHand], error: Exception) -> None:
        """Try each file by itself: the others are not at fault."""
        waiting = [file for file in files if file.additions]
        if len(waiting) == 1:
            waiting[0].fail(error)
            return
        for file in waiting:
            self._store_all([file])

    def _addition(self, prepared: Prepared, path: Path | None) -> Addition:
        document, chunks = prepared.document, prepared.chunks
        if self._flags:
            document = dataclasses.replace(document, flags=document.flags | self._flags)
            chunks = tuple(dataclasses.replace(chunk, flags=chunk.flags | self._flags) for chunk in chunks)
        return Addition(document=document, chunks=chunks, original=path, collection=self._collection)
