"""Files into the store: read by several processes, written by one, each ending as a row with its reason."""

import logging
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.intake.events import FileFinished, FileProgress, FileStarted, IngestEvent, file_report
from assistant.intake.pace import Pace
from assistant.intake.reading import OpenFile, ReadAhead, size_of, workers_for
from assistant.intake.writing import FileInHand, Writer
from ingest.documents import Flag
from ingest.errors import TrolyError
from ingest.isolation import PagesRead, ReadingPool
from ingest.pipeline import expand_paths
from ingest.settings import IngestSettings
from vectorstore.store import Store

logger = logging.getLogger(__name__)


def take_in(
    store: Store,
    paths: Sequence[Path],
    settings: IngestSettings,
    *,
    collection: str = "",
    flags: frozenset[Flag] = frozenset(),
) -> Iterator[IngestEvent]:
    """Read, chunk, index and record every file under ``paths``; a bad one never stops the rest.

    Events of files come in the order of the files, although several are read at the same time.
    """
    files = list(dict.fromkeys(expand_paths(paths)))
    run = store.start_run(collection)
    store.announce_files(run, {str(path): os.path.abspath(path) for path in files})
    writer, pace = Writer(store, run, collection, flags), Pace([size_of(path) for path in files])
    try:
        with ReadingPool(settings, workers_for(settings)) as pool:
            for file in ReadAhead(store, files, settings, pool):
                if not file.ready:
                    yield from _written(writer, pace)
                yield FileStarted(str(file.path), file.index, len(files))
                yield from _take_file(writer, pace, file)
                pace.read(file.index)
                if writer.due:
                    yield from _written(writer, pace)
            yield from _written(writer, pace)
    finally:
        store.finish_run(run)


def _take_file(writer: Writer, pace: Pace, file: OpenFile) -> Iterator[IngestEvent]:
    """Gather what the file holds; it is written when there is enough, here or later."""
    taken = writer.begin(file.path)
    try:
        held, items = file.start()
        taken.found(held)
        for item in items:
            if isinstance(item, PagesRead):
                pace.page(file.index, item.done, item.total)
                yield taken.tally.pages(item.done, item.total)
            else:
                writer.take(taken, item)
            if writer.due:
                yield from _written(writer, pace)
            if pace.due:
                yield pace.progress()
            if taken.failed:
                return
    except TrolyError as error:
        yield from _broken_off(writer, pace, taken, error)
    except Exception as error:  # the rim of one file: a row with its reason, never the end of the run
        logger.exception("a file could not be taken in")
        yield from _broken_off(writer, pace, taken, error)
    finally:
        taken.ended = True


def _broken_off(writer: Writer, pace: Pace, taken: FileInHand, error: Exception) -> Iterator[IngestEvent]:
    """What came before the failure is written, then the file fails."""
    taken.broken_off = True
    yield from _written(writer, pace)
    if not taken.failed:
        taken.fail(error)


def _written(writer: Writer, pace: Pace) -> Iterator[IngestEvent]:
    for step in writer.write():
        if isinstance(step, FileProgress):
            yield step
        else:
            pace.stored(step.documents)
            yield FileFinished(file_report(step))
    yield pace.progress()
