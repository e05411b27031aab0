"""The files of a run in their order, each opened some time before its turn so that it is read by then."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from assistant.intake.tally import Held
from ingest.documents import PartKey, document_id_of
from ingest.errors import TrolyError
from ingest.isolation import Reading, ReadingPool
from ingest.isolation.frames import Task
from ingest.isolation.harmless import is_harmless, may_hold_files
from ingest.isolation.pool import ReadItem
from ingest.isolation.records import read_records
from ingest.pipeline import content_digests, file_digest
from ingest.prepared import prepare
from ingest.settings import IngestSettings
from vectorstore.store import Store

_AHEAD_FILES = 64
"""As many small files as are worth writing together."""
_AHEAD_BYTES = 64 * 2**20
"""Files opened ahead are not larger than this together: their text waits in memory."""
_MANY_FILES = 32
"""In a run of more, short texts are read by the other processes too: the writer has enough to do."""
_DIGESTS_AT_ONCE = 5_000
_JSONL = ".jsonl"


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file whose reading may have begun."""

    path: Path
    index: int
    size: int
    start: Callable[[], tuple[Held, Iterator[ReadItem]]]
    """Called when its turn comes: what the store has of it, and the rest.

    It raises TrolyError if the store cannot say, or if looking for it broke the reader.
    """
    reading: Reading | None = None
    """None: it is read where it is wanted."""

    @property
    def ready(self) -> bool:
        """Whether its first item comes without waiting."""
        return self.reading is None or self.reading.ready


def workers_for(settings: IngestSettings) -> int:
    """Processes that read at the same time."""
    if settings.workers:
        return settings.workers
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, usable - 1)


class ReadAhead:
    """Iterates over the files of a run; what is read of the next ones waits in the pool."""

    def __init__(self, store: Store, files: Sequence[Path], settings: IngestSettings, pool: ReadingPool) -> None:
        self._store = store
        self._files = files
        self._settings = settings
        self._pool = pool

    def __iter__(self) -> Iterator[OpenFile]:
        window: deque[OpenFile] = deque()
        coming = enumerate(self._files)
        held_bytes, least = 0, workers_for(self._settings) + 1
        while True:
            while len(window) < _AHEAD_FILES and (held_bytes < _AHEAD_BYTES or len(window) < least):
                following = next(coming, None)
                if following is None:
                    break
                window.append(self._open(*following))
                held_bytes += window[-1].size
            if not window:
                return
            held_bytes -= window[0].size
            yield window.popleft()

    def _open(self, index: int, path: Path) -> OpenFile:
        size = size_of(path)
        if may_hold_files(path):
            digests = self._pool.submit(path, task=Task.DIGEST)
            return OpenFile(path, index, size, partial(self._begin_container, path, digests), digests)
        apart = len(self._files) > _MANY_FILES or not is_harmless(path)
        if apart:
            self._pool.get_ready()  # it starts while the file is hashed
        try:
            held = _held(self._store, self._digests(path))
        except TrolyError as error:
            return OpenFile(path, index, size, partial(_fail, error))
        reading, items = self._read(path, held, apart=apart)
        return OpenFile(path, index, size, lambda: (held, items), reading)

    def _read(self, path: Path, held: Held, *, apart: bool) -> tuple[Reading | None, Iterator[ReadItem]]:
        if held.whole is not None:
            return None, iter(())
        if not apart:
            return None, prepare(path, self._settings, held.lines)
        if path.suffix.lower() == _JSONL:
            return read_records(self._pool, path, held.lines)
        reading = self._pool.submit(path)
        return reading, reading.items()

    def _begin_container(self, path: Path, digests: Reading) -> tuple[Held, Iterator[ReadItem]]:
        """Looking into a container is reading too: what it holds is told by the other process."""
        held = _held(self._store, digests.digests())
        if held.whole is not None:
            return held, iter(())
        return held, read_records(self._pool, path, held.lines)[1]

    def _digests(self, path: Path) -> Iterator[tuple[PartKey | None, str]]:
        look = content_digests if path.suffix.lower() == _JSONL else file_digest
        yield from look(path, self._settings)


def _fail(error: TrolyError) -> tuple[Held, Iterator[ReadItem]]:
    raise error


def size_of(path: Path) -> int:
    """Bytes of a file; 0 where it cannot be told."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _held(store: Store, digests: Iterator[tuple[PartKey | None, str]]) -> Held:
    """Hash before reading: running an interrupted command again passes over what is indexed.

    :raises TrolyError: the catalogue cannot be read.
    """
    records, lines, twin = 0, set[PartKey](), None
    while part := list(islice(digests, _DIGESTS_AT_ONCE)):
        records += len(part)
        ids = [document_id_of(digest) for _, digest in part]
        twins = store.duplicates(ids)
        for (line, _), document_id in zip(part, ids, strict=True):
            found = twins.get(document_id)
            if found is not None and line is None:
                return Held(records, whole=found, twin=found)
            if found is not None and line is not None:
                lines.add(line)
                twin = twin or found
    return Held(records, frozenset(lines), twin=twin)
