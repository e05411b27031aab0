"""Files received by the API on their way into the store: one run at a time, an outcome for each of them."""

import shutil
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from assistant.contract import file_report_json
from assistant.http_api.errors import IngestBusyError
from assistant.services import FileFinished, FileReport, Services
from assistant.ui.uploading import ingest_and_clear

MAX_FILES = 200
_PATIENCE_S = 60.0
"""How long a request waits for another run to end; it keeps a thread of the application waiting."""
_NAME_BYTES = 200
_UNNAMED = "tep"


class Receiving:
    """Takes received files in; shares its turn with the screen's uploads."""

    def __init__(self, services: Services, turn: threading.Lock, *, patience_s: float = _PATIENCE_S) -> None:
        self._services = services
        self._turn = turn
        self._patience_s = patience_s

    def take_in(self, received: Sequence[tuple[str, BinaryIO]], collection: str = "") -> dict[str, Any]:
        """Outcomes by file (and by bad record of a file) with a summary, as ``ingest --json`` prints them.

        What another try may take in is kept for that, as for files given on screen; all else that was written is gone.

        :raises IngestBusyError: other files are still being taken in.
        """
        started = time.monotonic()
        if not self._turn.acquire(timeout=self._patience_s):
            raise IngestBusyError
        try:
            reports = self._reports(received, collection)
        finally:
            self._turn.release()
        counts = Counter({"indexed": 0, "duplicate": 0, "refused": 0, "failed": 0, "documents": 0, "chunks": 0})
        for report in reports:
            counts[report.status] += 1
            counts["documents"] += report.documents
            counts["chunks"] += report.chunks
        seconds = round(time.monotonic() - started, 3)
        return {"files": [file_report_json(one) for one in reports], "summary": {**counts, "seconds": seconds}}

    def _reports(self, received: Sequence[tuple[str, BinaryIO]], collection: str) -> list[FileReport]:
        waiting = self._services.settings.data_dir / "tmp"
        waiting.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=waiting.resolve(), ignore_cleanup_errors=True) as folder:
            paths = [_written(Path(folder), place, *one) for place, one in enumerate(received)]
            events = ingest_and_clear(self._services, [str(path) for path in paths], collection)
            found = [event.report for event in events if isinstance(event, FileFinished)]
            return [replace(one, path=_as_named(one.path, paths)) for one in found]


def _written(folder: Path, place: int, name: str, content: BinaryIO) -> Path:
    """Each in a folder of its own: two files of one name stay two."""
    path = folder / str(place) / safe_name(name)
    path.parent.mkdir()
    with path.open("wb") as file:
        shutil.copyfileobj(content, file)
    return path


def safe_name(name: str) -> str:
    """The last part of a name as sent, fit for a file of this machine; its ending is kept."""
    bare = PurePosixPath(name.replace("\\", "/")).name
    clean = "".join("_" if char in '<>:"|?*' or not char.isprintable() else char for char in bare).strip(". ")
    stem, dot, ending = clean.rpartition(".")
    if dot and len(ending) <= 10:  # noqa: PLR2004  the longest ending anybody reads is shorter
        return f"{_cut(stem) or _UNNAMED}.{ending}"
    return _cut(clean) or _UNNAMED


def _cut(stem: str) -> str:
    return stem.encode()[:_NAME_BYTES].decode(errors="ignore")


def _as_named(path: str, paths: Sequence[Path]) -> str:
    """The name the file came with, and what follows it: a record's line, a member of an archive."""
    whole = next((one for one in paths if path.startswith(str(one))), None)
    return path if whole is None else whole.name + path[len(str(whole)) :]
