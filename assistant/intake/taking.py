"""Files into the store, one after the other, each ending as a row with its reason."""

import dataclasses
import logging
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from assistant.intake.events import FileFinished, FileProgress, FileStarted, IngestEvent, file_report
from assistant.intake.tally import Held, Tally
from ingest.ahead import prepare_ahead
from ingest.documents import Flag, document_id_of
from ingest.errors import TrolyError
from ingest.pipeline import content_digests, expand_paths
from ingest.prepared import Prepared, prepare
from ingest.rejected import Rejected
from ingest.settings import IngestSettings
from vectorstore.records import Addition, FileOutcome
from vectorstore.store import Store

logger = logging.getLogger(__name__)

BATCH_DOCUMENTS = 512
"""Records of a .jsonl written together: enough to embed in batches, few enough to show progress."""
_DIGESTS_AT_ONCE = 5_000
_AHEAD_RECORDS = 1_000
"""From here on a second process reads: it takes half a second to start."""
_ROWS_AT_ONCE = 200
"""Rows of refused records written together: one transaction each took 9 ms."""


def take_in(
    store: Store,
    paths: Sequence[Path],
    settings: IngestSettings,
    *,
    collection: str = "",
    flags: frozenset[Flag] = frozenset(),
) -> Iterator[IngestEvent]:
    """Read, chunk, index and record every file under ``paths``; a bad one never stops the rest."""
    files = list(dict.fromkeys(expand_paths(paths)))
    run = store.start_run(collection)
    store.announce_files(run, {str(path): os.path.abspath(path) for path in files})
    rows: list[FileOutcome] = []
    try:
        for index, path in enumerate(files):
            yield FileStarted(str(path), index, len(files))
            for step in _take_file(store, path, settings, collection, flags):
                if isinstance(step, FileOutcome):
                    rows.append(step)
                    yield FileFinished(file_report(step))
                else:
                    yield step
                if len(rows) >= _ROWS_AT_ONCE:
                    store.record_files(run, rows)
                    rows = []
            store.record_files(run, rows)
            rows = []
    finally:
        store.record_files(run, rows)
        store.finish_run(run)


def _take_file(
    store: Store, path: Path, settings: IngestSettings, collection: str, flags: frozenset[Flag]
) -> Iterator[FileProgress | FileOutcome]:
    tally = Tally(str(path))
    try:
        held = _held(store, path, settings)
        tally.found(held)
        if held.whole is None:
            items = _read(path, settings, held)
            while batch := list(islice(items, BATCH_DOCUMENTS)):
                for item in batch:
                    if isinstance(item, Rejected):
                        yield tally.rejected(item)
                additions = [_addition(one, path, collection, flags) for one in batch if isinstance(one, Prepared)]
                tally.add(additions, store.add_many(additions))
                if held.records > 1:
                    yield tally.progress()
    except TrolyError as error:
        yield tally.failed(error.code, dict(error.details))
    except Exception as error:  # rim: one bad file is a row with its reason, never the end of the run
        logger.exception("a file could not be taken in")
        yield tally.failed("internal_error", {"problem": type(error).__name__})
    else:
        yield from tally.outcome()


def _held(store: Store, path: Path, settings: IngestSettings) -> Held:
    """Hash before reading: running an interrupted command again passes over what is indexed."""
    digests = content_digests(path, settings)
    records, lines, twin = 0, set[int](), None
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


def _read(path: Path, settings: IngestSettings, held: Held) -> Iterator[Prepared | Rejected]:
    fresh = held.records - len(held.lines)
    ahead = fresh >= _AHEAD_RECORDS and (os.cpu_count() or 1) > 1
    return prepare_ahead(path, settings, held.lines) if ahead else prepare(path, settings, held.lines)


def _addition(prepared: Prepared, path: Path, collection: str, flags: frozenset[Flag]) -> Addition:
    document, chunks = prepared.document, prepared.chunks
    if flags:
        document = dataclasses.replace(document, flags=document.flags | flags)
        chunks = tuple(dataclasses.replace(chunk, flags=chunk.flags | flags) for chunk in chunks)
    return Addition(document=document, chunks=chunks, original=path, collection=collection)
