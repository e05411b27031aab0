"""Several files read at once, each in a reading process; what they yield waits, pickled, until it is wanted."""

import contextlib
import logging
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from ingest.documents import PartKey
from ingest.errors import IngestError, ReadingCrashedError
from ingest.isolation.frames import Frame, Job, Kind, Task
from ingest.isolation.process import ReadingProcess
from ingest.prepared import Prepared
from ingest.rejected import Rejected
from ingest.settings import IngestSettings

logger = logging.getLogger(__name__)

_MIB = 2**20
_WATCH_S = 0.25
_WAITING_BYTES = 64 * _MIB
"""Pickled documents that wait for the writer; of the file it is at, one part more when there is none to take."""
_RECYCLE_MB = 400
"""A process that has grown to this is replaced after its file: memory that Python freed stays with the process."""


@dataclass(frozen=True, slots=True)
class PagesRead:
    """The reader is at this page of the document it reads."""

    done: int
    total: int


ReadItem: TypeAlias = PagesRead | Prepared | Rejected


class Reading:
    """One file that is being read or waits for its turn."""

    def __init__(self, job: Job, pool: "ReadingPool") -> None:
        self.job = job
        self._pool = pool
        self._frames: deque[Frame | IngestError | None] = deque()
        self._wanted = self._started = False
        self._ended = threading.Event()

    def ended(self, within_s: float = 0.0) -> bool:
        """Whether the file is read, or given up, and its process free again; waits so long at most."""
        return self._ended.wait(within_s)

    @property
    def ready(self) -> bool:
        """Whether ``items`` would go on without waiting."""
        with self._pool.changed:
            return bool(self._frames)

    def items(self) -> Iterator[ReadItem]:
        """Pages as they are read, documents as they come; the order is that of ``prepare``.

        :raises IngestError: the reader broke a limit or crashed; what came before it stands.
        """
        while (frame := self._next()) is not None:
            if isinstance(frame, IngestError):
                raise frame
            if frame.kind is Kind.PAGES:
                yield PagesRead(*frame.value())
            else:
                yield from frame.value()

    def digests(self) -> Iterator[tuple[PartKey | None, str]]:
        """Of a Task.DIGEST: key and SHA-256 of every document, as ``content_digests`` tells them.

        :raises IngestError: as for ``items``.
        """
        while (frame := self._next()) is not None:
            if isinstance(frame, IngestError):
                raise frame
            if frame.kind is Kind.DIGESTS:
                yield from frame.value()

    def run(self) -> None:
        """Read the file; called in a thread of the pool."""
        with self._pool.changed:
            self._started = True
            self._pool.starving = self._pool.starving and not self._wanted
        try:
            for frame in self._pool.frames(self.job):
                self._put(frame)
            self._put(None)
        except IngestError as error:
            self._put(error)
        except Exception as error:  # the rim of this thread: whoever waits for the file must hear of it
            logger.exception("reading through a process failed")
            self._put(ReadingCrashedError(problem=type(error).__name__))
        finally:
            self._ended.set()

    def _put(self, frame: Frame | IngestError | None) -> None:
        with self._pool.changed:
            if isinstance(frame, Frame):
                self._pool.changed.wait_for(lambda: (self._wanted and not self._frames) or self._pool.has_room)
                self._pool.waiting_bytes += len(frame.payload)
            self._frames.append(frame)
            self._pool.changed.notify_all()

    def _next(self) -> Frame | IngestError | None:
        with self._pool.changed:
            self._wanted = True
            self._pool.starving = not self._started
            self._pool.changed.notify_all()
            self._pool.changed.wait_for(lambda: bool(self._frames))
            frame = self._frames.popleft()
            if isinstance(frame, Frame):
                self._pool.waiting_bytes -= len(frame.payload)
                self._pool.changed.notify_all()
            return frame


class ReadingPool:
    """A context manager over up to ``workers`` reading processes; none is started before the first file."""

    def __init__(self, settings: IngestSettings, workers: int, *, most_waiting: int = _WAITING_BYTES) -> None:
        """``most_waiting``: bytes of what is read ahead of the writer."""
        self._settings = settings
        self._most_waiting = most_waiting
        self.changed = threading.Condition()
        self.waiting_bytes = 0
        self.starving = False
        """The writer waits for a file whose turn has not come: the others must get done, room or not."""
        self._closed = threading.Event()
        self._idle: list[ReadingProcess] = []
        self._processes: set[ReadingProcess] = set()
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="reading")
        self._watch = threading.Thread(target=self._watching, daemon=True, name="reading-watch")

    @property
    def has_room(self) -> bool:
        """Whether more may wait for the writer; also once the pool is closed, so that its threads end."""
        return self.waiting_bytes < self._most_waiting or self.starving or self._closed.is_set()

    def get_ready(self) -> None:
        """Have a process start before the first file is known to need one; nobody waits for it here."""
        with contextlib.suppress(IngestError):  # that a file cannot be read is told by its own reading
            if not self._processes and not self._closed.is_set():
                self._give_back(self._take(), usable=True)

    def submit(self, path: Path, skip: frozenset[PartKey] = frozenset(), task: Task = Task.READ) -> Reading:
        """Have a file read as soon as a process is free; the order of turns is the order of calls.

        :param skip: Lines of a .jsonl or members of a container to pass over.
        """
        limits = self._settings.reading
        silence_s = limits.silence_s + limits.silence_s_per_mb * _size_mb(path)
        reading = Reading(Job(path, self._settings, skip, silence_s, task), self)
        if not self._watch.is_alive() and not self._closed.is_set():
            self._watch.start()
        self._threads.submit(reading.run)
        return reading

    def frames(self, job: Job) -> Iterator[Frame]:
        """Frames of one file through a free process, or a new one.

        :raises IngestError: the reader broke a limit, crashed, or cannot be started.
        """
        process = self._take()
        usable = False
        try:
            yield from process.read(job)
            usable = process.resident_mb < _RECYCLE_MB
        finally:
            self._give_back(process, usable=usable)

    def close(self) -> None:
        """End every process, finished or not."""
        self._closed.set()
        with self.changed:
            processes = list(self._processes)
            self.changed.notify_all()
        for process in processes:
            process.stop()
        self._threads.shutdown(cancel_futures=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _take(self) -> ReadingProcess:
        while (idle := self._idle_one()) is not None:
            if idle.alive:
                return idle
            self._give_back(idle, usable=False)
        process = ReadingProcess(self._settings.reading)
        with self.changed:
            self._processes.add(process)
        if self._closed.is_set():
            process.stop()
        return process

    def _idle_one(self) -> ReadingProcess | None:
        with self.changed:
            return self._idle.pop() if self._idle else None

    def _give_back(self, process: ReadingProcess, *, usable: bool) -> None:
        with self.changed:
            if usable and not self._closed.is_set():
                self._idle.append(process)
                return
            self._processes.discard(process)
        process.stop()

    def _watching(self) -> None:
        while not self._closed.wait(_WATCH_S):
            with self.changed:
                processes = list(self._processes)
            for process in processes:
                process.check()


def _size_mb(path: Path) -> float:
    try:
        return path.stat().st_size / _MIB
    except (OSError, ValueError):
        return 0.0
