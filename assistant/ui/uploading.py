"""Received files on their way into the store: a thread takes them in, every page that asks sees how far it is."""

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.intake.retrying import keep_upload, retryable_codes, retryable_files
from assistant.messages_vi.sentences import message_of
from assistant.services import FileFinished, FileProgress, FileReport, FileStarted, IngestEvent, RunProgress, Services
from assistant.ui.upload_html import PROBLEMS_SHOWN, QUEUED, READING, UploadLine
from assistant.ui_texts_vi import documents as texts
from ingest.errors import ReviewNeededError, StateSecretError

logger = logging.getLogger(__name__)

Lines = dict[str, UploadLine]

_NEVER_KEPT = frozenset({StateSecretError.code, ReviewNeededError.code})
_BETWEEN_LOOKS_S = 0.3
_LONGEST_WAIT_S = 5.0
"""A page that was closed is noticed this soon."""


@dataclass(frozen=True, slots=True)
class Board:
    """What has become of received files so far."""

    lines: Lines
    progress: RunProgress | None = None
    running: bool = False


class Uploads:
    """The runs over received files; they go on when the page that began them is closed."""

    def __init__(self, services: Services, turn: threading.Lock) -> None:
        """One run at a time holds ``turn``."""
        self._services = services
        self._turn = turn
        self._changed = threading.Condition(threading.RLock())
        self._version = self._running = 0
        self._lines: Lines = {}
        self._progress: RunProgress | None = None

    def begin(self, paths: Sequence[str]) -> None:
        """Take files in as soon as it is their turn; they are removed from the temporary folder at the end."""
        with self._changed:
            self._lines = {**(self._lines if self._running else {}), **queued_lines(paths)}
            self._running += 1
            self._tell()
        self._start(paths, lambda: ingest_and_clear(self._services, paths))

    def retry(self) -> None:
        """Read again the files whose reason may be over, and those an interrupted run never came to."""
        paths = [str(path) for files in retryable_files(self._services.store).values() for path in files]
        if not paths:
            return
        with self._changed:
            self._lines = {**(self._lines if self._running else {}), **queued_lines(paths)}
            self._running += 1
            self._tell()
        self._start(paths, self._services.retry)

    def _start(self, paths: Sequence[str], run: Callable[[], Iterator[IngestEvent]]) -> None:
        threading.Thread(target=self._drive, args=(tuple(paths), run), daemon=True, name="ingest").start()

    def board(self) -> Board:
        """As it is now."""
        with self._changed:
            return Board(self._lines, self._progress, self._running > 0)

    def watch(self) -> Iterator[Board]:
        """The board now and after changes, until nothing runs any more."""
        seen = -1
        while True:
            with self._changed:
                if self._version == seen:
                    self._changed.wait(_LONGEST_WAIT_S)
                seen, board = self._version, self.board()
            yield board
            if not board.running:
                return
            time.sleep(_BETWEEN_LOOKS_S)

    def _drive(self, paths: Sequence[str], run: Callable[[], Iterator[IngestEvent]]) -> None:
        try:
            with self._turn:
                for event in run():
                    self._happened(event)
        except Exception:  # the rim of this thread: the lines of its files say so
            logger.exception("a background run ended early")
            self._ended(paths, _failed)
        else:
            self._ended(paths, _settled)

    def _happened(self, event: IngestEvent) -> None:
        with self._changed:
            if isinstance(event, RunProgress):
                self._progress = event
            self._lines = after(self._lines, event)
            self._tell()

    def _ended(self, paths: Sequence[str], how: Callable[[UploadLine], UploadLine]) -> None:
        with self._changed:
            own = {path: how(self._lines[path]) for path in paths if path in self._lines}
            self._lines, self._progress = {**self._lines, **own}, None
            self._running -= 1
            self._tell()

    def _tell(self) -> None:
        self._version += 1
        self._changed.notify_all()


def queued_lines(paths: Sequence[str]) -> Lines:
    """A line per received file, by path."""
    return {path: UploadLine(Path(path).name) for path in paths}


def ingest_and_clear(services: Services, paths: Sequence[str], collection: str = "") -> Iterator[IngestEvent]:
    """Take received files in; what another try may take in is kept in the data folder, everything else goes."""
    files = [Path(path) for path in paths]
    codes: dict[str, set[str | None]] = {path: set() for path in paths}
    try:
        for event in services.ingest(files, collection):
            if isinstance(event, FileFinished):
                for path in (path for path in paths if event.report.path.startswith(path)):
                    codes[path].add(event.report.code)
                if event.report.path in codes:
                    # at once: what was refused as a secret must not wait here for the other files
                    _settle(services, Path(event.report.path), codes[event.report.path])
            yield event
    finally:
        for file in files:
            _settle(services, file, codes[str(file)] or retryable_codes())


def _settle(services: Services, file: Path, codes: Collection[str | None]) -> None:
    """A received file that has its outcome goes, unless another try may take in it, or some file inside it."""
    if retryable_codes().isdisjoint(codes) or not _NEVER_KEPT.isdisjoint(codes):
        file.unlink(missing_ok=True)
    else:
        _keep(services, file)


def _keep(services: Services, file: Path) -> None:
    try:
        if file.exists():
            keep_upload(services.store, file)
    except OSError:
        logger.warning("a received file could not be kept for another try", exc_info=True)
        file.unlink(missing_ok=True)


def after(lines: Lines, event: IngestEvent) -> Lines:
    """The lines once an event has happened; a bad record is a problem of its file's line."""
    match event:
        case RunProgress():
            return lines
        case FileStarted():
            return _changed(lines, event.path, status=READING)
        case FileProgress():
            return _changed(lines, event.path, status=READING, detail=_so_far(event))
        case FileFinished(report) if report.path not in lines and (file := _whole(report.path, lines)):
            problems = (*lines[file].problems, report.reason or "")[:PROBLEMS_SHOWN]
            return _changed(lines, file, problems=problems, problem_count=lines[file].problem_count + 1)
        case FileFinished(report):
            return _changed(lines, report.path, status=report.status, detail=_outcome(report))


def _whole(path: str, lines: Lines) -> str:
    """The file to which a record (``file:12``) or a file in an archive (``file/inside``) belongs; empty: none."""
    line = path.rpartition(":")[0]
    if line in lines:
        return line
    return next((file for file in lines if path.startswith(file + "/")), "")


def _changed(lines: Lines, path: str, **changes: Any) -> Lines:  # noqa: ANN401  fields of UploadLine
    line = lines.get(path, UploadLine(Path(path).name))
    return {**lines, path: replace(line, **changes)}


def _so_far(event: FileProgress) -> str:
    if event.pages_total:
        return texts.UPLOAD_PAGES.format(pages=event.pages, total=event.pages_total)
    return texts.UPLOAD_SO_FAR.format(documents=event.documents, chunks=event.chunks)


def _outcome(report: FileReport) -> str:
    if report.reason and report.status != "indexed":
        return report.reason
    counted = texts.UPLOAD_INDEXED.format(documents=report.documents, pages=report.pages, chunks=report.chunks)
    return f"{counted} {report.reason or ''}".strip()


def _settled(line: UploadLine) -> UploadLine:
    """A file of which nothing but bad records came."""
    return replace(line, status="refused", detail="") if line.status == READING else line


def _failed(line: UploadLine) -> UploadLine:
    if line.status not in (QUEUED, READING):
        return line
    return replace(line, status="failed", detail=str(message_of("error")))
