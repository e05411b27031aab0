"""A file of many documents through a reading process: one that breaks the reader costs its own row, not the file."""

from collections.abc import Iterator
from pathlib import Path

from ingest.documents import PartKey
from ingest.errors import IngestError, ReaderUnavailableError
from ingest.isolation.frames import Task
from ingest.isolation.pool import PagesRead, Reading, ReadingPool, ReadItem
from ingest.pipeline import source_name
from ingest.rejected import Rejected

_MAX_CULPRITS = 5
"""Documents given up before the file is: each costs the full wait for silence."""


def read_records(
    pool: ReadingPool, path: Path, skip: frozenset[PartKey] = frozenset()
) -> tuple[Reading, Iterator[ReadItem]]:
    """The reading, begun, and the items of ``prepare`` in their order; a crash costs the record that caused it.

    The iterator raises IngestError if too many records break the reader, or if it cannot be started.
    """
    reading = pool.submit(path, skip)
    return reading, _items(pool, reading)


def _items(pool: ReadingPool, reading: Reading) -> Iterator[ReadItem]:
    path, skip = reading.job.path, reading.job.skip
    culprits = 0
    done = set[PartKey]()
    careful = False
    while True:
        try:
            for item in reading.items():
                if (key := _key_of(item)) is not None:
                    done.add(key)
                yield item
        except ReaderUnavailableError:
            raise
        except IngestError as error:
            if careful:
                culprit = _following(pool, path, skip | done)
                culprits += 1
                if culprit is None or culprits > _MAX_CULPRITS:
                    raise
                yield _given_up(path, culprit, error)
                done.add(culprit)
            # from now on each document comes by itself: then the one after the last that came is the culprit
            careful = True
            reading = pool.submit(path, skip | done, Task.READ_ONE_BY_ONE)
        else:
            return


def _key_of(item: ReadItem) -> PartKey | None:
    if isinstance(item, PagesRead):
        return None
    named = item if isinstance(item, Rejected) else item.document
    return named.member if named.record_line is None else named.record_line


def _given_up(path: Path, culprit: PartKey, error: IngestError) -> Rejected:
    if isinstance(culprit, int):
        return Rejected(source_name(path), None, error, record_line=culprit)
    return Rejected(f"{source_name(path)}/{culprit}".rstrip("/"), None, error, member=culprit)


def _following(pool: ReadingPool, path: Path, behind: frozenset[PartKey]) -> PartKey | None:
    keys = (key for key, _ in pool.submit(path, task=Task.DIGEST).digests() if key is not None)
    return next((key for key in keys if key not in behind), None)
