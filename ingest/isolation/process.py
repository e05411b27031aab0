"""One reading process as the application sees it: give it a file, listen, end it when it breaks a limit."""

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ingest.errors import (
    IngestError,
    ReaderUnavailableError,
    ReadingCrashedError,
    ReadingMemoryError,
    ReadingTooLongError,
)
from ingest.isolation.frames import Frame, Job, Kind, read_frame
from ingest.isolation.memory import resident_mb
from ingest.settings import ReadingLimits

if sys.platform == "linux":
    import fcntl

_ROOT = Path(__file__).resolve().parents[2]
_MODULE = "ingest.isolation.worker"
_START_S = 120.0
"""Longest time to start: a cold disk and a virus scanner; no file is to blame for it."""
_END_WAIT_S = 10.0
_PIPE_BYTES = 2**20
"""What Linux allows everybody: the reader goes on while the application is busy. The usual 64 KiB hold a quarter of a
frame, and the reader stood still for a third of its time.
"""


class ReadingProcess:
    """A started process; one thread reads through it while another may call ``check`` and ``stop``."""

    def __init__(self, limits: ReadingLimits) -> None:
        """Start it; that takes about half a second of processor time, and nobody waits for it here.

        :raises ReaderUnavailableError: the system refuses to start a process.
        """
        self._limits = limits
        self._job: Job | None = None
        """What it reads while somebody listens; no clock runs while nobody does."""
        self._ready = False
        self._started_at = self._heard_at = 0.0
        self._stopped_for: IngestError | None = None
        self._ended = False
        self._guard = threading.Lock()
        search_path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-m", _MODULE, str(limits.memory_mb)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**os.environ, "PYTHONPATH": search_path},
                # a group of its own, so that the programs it runs (OCR) end with it
                start_new_session=sys.platform != "win32",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise ReaderUnavailableError(problem=type(error).__name__) from error
        _widen(self._process.stdout)

    def read(self, job: Job) -> Iterator[Frame]:
        """Frames of one file up to its end.

        :raises IngestError: the reader broke a limit or crashed; this process is of no more use then.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._started_at = time.monotonic()
        self._listen(job)
        try:
            pickle.dump(job, self._process.stdin)
            self._process.stdin.flush()
            while (frame := read_frame(self._process.stdout)).kind is not Kind.END:
                self._heard(frame)
                paused_at = time.monotonic()
                if frame.kind is not Kind.READY:
                    yield frame
                self._started_at += time.monotonic() - paused_at
                self._listen(job)
        except (OSError, EOFError, ValueError) as error:
            raise self._cause() from error
        finally:
            self._listen(None)

    def check(self) -> None:
        """End the process if the file it reads has broken a limit; called every moment by whoever watches."""
        with self._guard:
            if self._job is None:
                return
            now = time.monotonic()
            taken_s = now - self._started_at
            if not self._ready:
                if taken_s > _START_S:
                    self._stopped_for = ReaderUnavailableError(problem=f"{_START_S:.0f} s")
            elif now - self._heard_at > self._job.silence_s or taken_s > self._limits.document_s:
                self._stopped_for = ReadingTooLongError(seconds=round(taken_s))
            elif (held := resident_mb(self._process.pid)) > self._limits.memory_mb:
                self._stopped_for = ReadingMemoryError(limit_mb=self._limits.memory_mb, held_mb=round(held))
            if self._stopped_for is not None:
                self._kill()

    @property
    def resident_mb(self) -> float:
        """Memory it holds now."""
        return resident_mb(self._process.pid)

    @property
    def alive(self) -> bool:
        """Whether it still runs; one that waited long may have been ended by the system."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End it, whatever it is doing; twice is the same as once."""
        if self._ended:
            return
        self._ended = True
        self._kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_END_WAIT_S)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()

    def _listen(self, job: Job | None) -> None:
        with self._guard:
            self._heard_at = time.monotonic()
            self._job = job

    def _heard(self, frame: Frame) -> None:
        """Every frame ends the silence; a delivered document also starts the time of the next."""
        self._listen(None)
        self._ready = True
        if frame.kind is Kind.ERROR:
            error = frame.value()
            assert isinstance(error, IngestError)
            self._stopped_for = error
            raise EOFError
        if frame.kind in {Kind.ITEMS, Kind.READY}:
            self._started_at = time.monotonic()

    def _kill(self) -> None:
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)

    def _cause(self) -> IngestError:
        """Why the process is gone."""
        self.stop()
        if self._stopped_for is not None:
            return self._stopped_for
        if not self._ready:
            return ReaderUnavailableError(problem=_ending(self._process.returncode))
        return ReadingCrashedError(problem=_ending(self._process.returncode))


def _widen(pipe: IO[bytes] | None) -> None:
    if sys.platform == "linux" and pipe is not None:
        with contextlib.suppress(OSError):  # the quota of all pipes of a user
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit {code}"
