"""A .jsonl through a reading process: a record that breaks the reader costs its own row, not the file."""

from collections.abc import Iterator
from pathlib import Path

from ingest.errors import IngestError, ReaderUnavailableError
from ingest.isolation.pool import PagesRead, Reading, ReadingPool, ReadItem
from ingest.pipeline import content_digests, source_name
from ingest.rejected import Rejected
from ingest.settings import IngestSettings

_MAX_CULPRITS = 20
"""Records given up before the file is: each costs the full wait for silence."""


def read_records(
    pool: ReadingPool, path: Path, settings: IngestSettings, skip: frozenset[int] = frozenset()
) -> tuple[Reading, Iterator[ReadItem]]:
    """The reading, begun, and the items of ``prepare`` in their order; a crash costs the record that caused it.

    The iterator raises IngestError if too many records break the reader, or if it cannot be started.
    """
    reading = pool.submit(path, skip)
    return reading, _items(pool, reading, settings)


def _items(pool: ReadingPool, reading: Reading, settings: IngestSettings) -> Iterator[ReadItem]:
    path, skip = reading.job.path, reading.job.skip
    last_line = culprits = 0
    careful = False
    while True:
        try:
            for item in reading.items():
                last_line = max(last_line, _line_of(item))
                yield item
        except ReaderUnavailableError:
            raise
        except IngestError as error:
            if careful:
                culprit = _following(path, settings, last_line, skip)
                culprits += 1
                if culprit is None or culprits > _MAX_CULPRITS:
                    raise
                yield Rejected(source_name(path), None, error, record_line=culprit)
                last_line = culprit
            # next time each record comes by itself: then the one after the last that came is the culprit
            careful = not careful
            reading = pool.submit(path, skip | frozenset(range(1, last_line + 1)), one_by_one=careful)
        else:
            return


def _line_of(item: ReadItem) -> int:
    if isinstance(item, PagesRead):
        return 0
    return (item.record_line if isinstance(item, Rejected) else item.document.record_line) or 0


def _following(path: Path, settings: IngestSettings, last_line: int, skip: frozenset[int]) -> int | None:
    lines = (line for line, _ in content_digests(path, settings) if line is not None)
    return next((line for line in lines if line > last_line and line not in skip), None)
