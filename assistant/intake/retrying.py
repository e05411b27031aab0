"""Files worth another try: what stopped them can be over now, or an interrupted run never came to them."""

import hashlib
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.intake.events import FileFinished, IngestEvent
from ingest.errors import TrolyError
from ingest.pipeline import SUPPORTED_EXTENSIONS
from vectorstore.records import Unsettled
from vectorstore.store import Store

INTERRUPTED = "interrupted"
"""Code of a file whose run was cut short before its outcome."""
_UNEXPECTED = "internal_error"
_NEW_FORMAT = "unsupported_format"


def retryable_files(store: Store) -> dict[str, list[Path]]:
    """Files that another try may take in and that are still there, each once, by the collection meant for them."""
    found: dict[str, list[Path]] = {}
    for one in reversed(store.unsettled_files()):
        path = Path(one.place)
        # one that was cut short gets an outcome even where the file is gone by now
        if is_retryable(one) and (not one.status or path.exists()):
            found.setdefault(one.label, []).append(path)
    return found


def retry_files(store: Store, ingest: Callable[[Sequence[Path], str], Iterator[IngestEvent]]) -> Iterator[IngestEvent]:
    """Take them in; an upload that waited is let go of once it has an outcome that another try would not change."""
    for collection, paths in retryable_files(store).items():
        for event in ingest(paths, collection):
            yield event
            if isinstance(event, FileFinished) and event.report.code not in retryable_codes():
                _let_go(store, Path(event.report.path))


def keep_upload(store: Store, path: Path) -> Path:
    """Keep a received file for another try, under the name it came with; returns where it is now.

    :raises OSError: it cannot be moved; it stays where it is then.
    """
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    kept = store.settings.waiting_dir.resolve() / digest[:16] / path.name
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(path, kept)
    store.move_file(str(path.absolute()), str(kept))
    return kept


def is_retryable(one: Unsettled) -> bool:
    """Whether the reason can be over without the file changing: OCR missing, time-out, disk full, cut short."""
    if one.code == _NEW_FORMAT:
        return Path(one.path).suffix.lower() in SUPPORTED_EXTENSIONS
    return not one.status or one.code in retryable_codes()


def retryable_codes() -> frozenset[str]:
    """Codes of every error that says of itself that another try can help."""
    return frozenset({_UNEXPECTED, *(kind.code for kind in _tree(TrolyError) if kind.retryable)})


def _let_go(store: Store, path: Path) -> None:
    kept = store.settings.waiting_dir.resolve()
    if path.is_relative_to(kept):
        path.unlink(missing_ok=True)
        if not any(path.parent.iterdir()):
            path.parent.rmdir()


def _tree(kind: type[TrolyError]) -> Iterator[type[TrolyError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _tree(below)
