"""The reading process: files in, documents out, nothing else.

    python -m ingest.isolation.worker MEMORY_MB

Standard input: pickled jobs. Standard output: frames. It ends when standard input does, even in the middle of a file.
"""

import contextlib
import faulthandler
import io
import logging
import os
import pickle
import signal
import sys
import threading
import time
from pathlib import Path
from queue import SimpleQueue
from typing import BinaryIO

from ingest.documents import PartKey
from ingest.errors import ReadingMemoryError
from ingest.isolation.frames import Drawing, Job, Kind, Task, write_frame
from ingest.loaders.page_pictures import DrawnPage, drawn_page, page_png
from ingest.page_progress import listening
from ingest.pipeline import content_digests, source_name
from ingest.prepared import Prepared, prepare
from ingest.rejected import Rejected

if sys.platform != "win32":
    import resource

logger = logging.getLogger(__name__)

_ITEMS_AT_ONCE = 64
_DIGESTS_AT_ONCE = 5_000
_BETWEEN_PAGES_S = 0.1
_BETWEEN_ITEMS_S = 0.5
"""Small documents travel together, but none waits longer."""
_ORPHAN_GRACE_S = 30.0
_ADDRESS_SLACK_MB = 1024
"""Address space is more than memory: libraries map files and reserve stacks."""
_NICENESS = 5
"""Whoever asks a question goes first."""


class _Speaker:
    """Sends what one job yields; every frame proves that the process is alive."""

    def __init__(self, target: BinaryIO, job: Job, devnull: io.TextIOWrapper) -> None:
        self._target = target
        self._silence_s = job.silence_s
        self._items_at_once = 1 if job.task is Task.READ_ONE_BY_ONE else _ITEMS_AT_ONCE
        self._devnull = devnull
        self._pages_at = self._items_at = 0.0
        self._items: list[Prepared | Rejected] = []
        self._digests: list[tuple[PartKey | None, str]] = []
        self._rearm()

    def pages(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._pages_at >= _BETWEEN_PAGES_S or done in {0, total}:
            self._pages_at = now
            self._send(Kind.PAGES, (done, total))

    def item(self, item: Prepared | Rejected) -> None:
        self._items.append(item)
        if len(self._items) >= self._items_at_once or time.monotonic() - self._items_at >= _BETWEEN_ITEMS_S:
            self._flush()

    def digest(self, digest: tuple[PartKey | None, str]) -> None:
        self._digests.append(digest)
        if len(self._digests) >= _DIGESTS_AT_ONCE or time.monotonic() - self._items_at >= _BETWEEN_ITEMS_S:
            self._flush()

    def drawn(self, page: DrawnPage | bytes | None) -> None:
        self._send(Kind.DRAWN, page)

    def end(self) -> None:
        self._flush()
        self._send(Kind.END, None)
        faulthandler.cancel_dump_traceback_later()

    def _flush(self) -> None:
        self._items_at = time.monotonic()
        if self._items:
            items, self._items = self._items, []
            self._send(Kind.ITEMS, items)
        if self._digests:
            digests, self._digests = self._digests, []
            self._send(Kind.DIGESTS, digests)

    def _send(self, kind: Kind, value: object) -> None:
        faulthandler.cancel_dump_traceback_later()  # waiting for a listener that has much to do is no silence
        write_frame(self._target, kind, value)
        self._rearm()

    def _rearm(self) -> None:
        # a thread outside the interpreter: ends this process even where a library holds the interpreter for ever
        # and the application that would have ended it was killed
        faulthandler.dump_traceback_later(self._silence_s + _ORPHAN_GRACE_S, exit=True, file=self._devnull)


def serve(source: BinaryIO, target: BinaryIO) -> None:
    """Read the files of the jobs in ``source`` one after the other until it ends."""
    jobs: SimpleQueue[Job | None] = SimpleQueue()
    threading.Thread(target=_receive, args=(source, jobs), daemon=True, name="jobs").start()
    with Path(os.devnull).open("w", encoding="utf-8") as devnull:
        while (job := jobs.get()) is not None:
            speaker = _Speaker(target, job, devnull)
            with listening(speaker.pages, max_pages=job.settings.reading.max_pages):
                if job.task is Task.DIGEST:
                    _digest(job, speaker)
                elif job.drawing is not None:
                    speaker.drawn(_draw(job.path, job.drawing))
                else:
                    for item in prepare(job.path, job.settings, job.skip):
                        speaker.item(item)
            speaker.end()


def _digest(job: Job, speaker: _Speaker) -> None:
    """Hash the documents; what cannot be hashed is left to the reading, which says why."""
    try:
        for digest in content_digests(job.path, job.settings):
            speaker.digest(digest)
    except MemoryError:
        raise
    except Exception:  # the rim of one file: foreign formats raise anything
        logger.exception("cannot hash %s", source_name(job.path))


def _draw(path: Path, drawing: Drawing) -> DrawnPage | bytes | None:
    if drawing.dpi is None:
        return drawn_page(path, drawing.media_type, drawing.page)
    return page_png(path, drawing.media_type, drawing.page, drawing.dpi)


def _receive(source: BinaryIO, jobs: "SimpleQueue[Job | None]") -> None:
    """Hand jobs on; the end of the input ends the process at once, whatever it is doing."""
    try:
        while True:
            jobs.put(pickle.load(source))  # pickled by our own parent
    except (EOFError, OSError, pickle.UnpicklingError):
        os._exit(0)


def _limit_memory(memory_mb: int) -> None:
    """A second fence behind the parent's watch, against one huge allocation between two looks."""
    if sys.platform == "win32":
        return
    space = (memory_mb + _ADDRESS_SLACK_MB) * 2**20
    with contextlib.suppress(ValueError, OSError):  # a lower limit is set from outside, or the system has none
        resource.setrlimit(resource.RLIMIT_AS, (space, space))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _own_channel() -> BinaryIO:
    """Our end of standard output; what libraries print there goes to standard error instead."""
    channel = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return os.fdopen(channel, "wb")


def _main() -> None:
    memory_mb = int(sys.argv[1])
    # Ctrl+C reaches the whole group; the parent decides when this process ends
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.basicConfig(
        level=logging.WARNING, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    logging.getLogger("pypdf").setLevel(logging.ERROR)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    _limit_memory(memory_mb)
    target = _own_channel()
    try:
        write_frame(target, Kind.READY, None)
        serve(sys.stdin.buffer, target)
    except MemoryError:
        _give_up(target, memory_mb)
    except BrokenPipeError:
        os._exit(1)  # nobody listens any more; flushing at exit would complain


def _give_up(target: BinaryIO, memory_mb: int) -> None:
    """The state after a failed allocation is anybody's guess: say why and end."""
    with contextlib.suppress(MemoryError, OSError):
        write_frame(target, Kind.ERROR, ReadingMemoryError(limit_mb=memory_mb))
    os._exit(1)


if __name__ == "__main__":
    _main()
