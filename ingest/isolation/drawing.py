"""Pages drawn in a process of their own: a file that hangs or crashes whoever draws it leaves the application alone."""

import contextlib
import logging
import threading
from collections import OrderedDict
from pathlib import Path
from typing import Any

from ingest.errors import IngestError
from ingest.isolation.frames import Drawing, Job, Kind, Task
from ingest.isolation.process import ReadingProcess
from ingest.loaders.page_pictures import DrawnPage
from ingest.settings import IngestSettings, ReadingLimits

logger = logging.getLogger(__name__)

LIMITS = ReadingLimits(silence_s=20.0, silence_s_per_mb=0.0, document_s=20.0, memory_mb=1024)
"""One page: a person waits for it."""
_WATCH_S = 0.25
_KEPT_FAILURES = 256
"""Pages that broke a process are not tried again while the application runs: each try takes the whole limit."""


class PageDrawer:
    """Draws one page at a time through one process, which is started when first needed; usable from any thread."""

    def __init__(self, limits: ReadingLimits = LIMITS) -> None:
        self._settings = IngestSettings(reading=limits)
        self._turn = threading.Lock()
        self._process: ReadingProcess | None = None
        self._failed: OrderedDict[tuple[Path, int], None] = OrderedDict()
        self._closed = threading.Event()
        self._watch = threading.Thread(target=self._watching, daemon=True, name="drawing-watch")

    def page(self, path: Path, media_type: str, number: int) -> DrawnPage | None:
        """The page, 1-based; None where it cannot be drawn."""
        drawn = self._drawn(path, Drawing(media_type, number))
        return drawn if isinstance(drawn, DrawnPage) else None

    def png(self, path: Path, media_type: str, number: int, dpi: int) -> bytes | None:
        """The page as PNG; None where it cannot be drawn."""
        drawn = self._drawn(path, Drawing(media_type, number, dpi))
        return drawn if isinstance(drawn, bytes) else None

    def get_ready(self) -> None:
        """Start the process before it is needed; nobody waits for it here."""
        with self._turn, contextlib.suppress(IngestError):
            if self._process is None and not self._closed.is_set():
                self._process = self._started()

    def close(self) -> None:
        """End the process, whatever it is doing; nothing is drawn after that."""
        self._closed.set()
        process = self._process
        if process is not None:
            process.stop()

    def _drawn(self, path: Path, drawing: Drawing) -> Any:  # noqa: ANN401  what is asked for decides
        key = (path, drawing.page)
        with self._turn:
            if key in self._failed or self._closed.is_set():
                return None
            job = Job(path, self._settings, silence_s=self._settings.reading.silence_s, task=Task.DRAW, drawing=drawing)
            try:
                process = self._process = self._process or self._started()
                (frame,) = [frame for frame in process.read(job) if frame.kind is Kind.DRAWN]
                return frame.value()
            except (IngestError, ValueError) as error:
                logger.warning("page %d of %s cannot be drawn: %s", drawing.page, path.name, error)
                self._give_up(key)
                return None

    def _started(self) -> ReadingProcess:
        if not self._watch.is_alive():
            self._watch.start()
        return ReadingProcess(self._settings.reading)

    def _give_up(self, key: tuple[Path, int]) -> None:
        if self._process is not None:
            self._process.stop()
        self._process = None
        self._failed[key] = None
        while len(self._failed) > _KEPT_FAILURES:
            self._failed.popitem(last=False)

    def _watching(self) -> None:
        while not self._closed.wait(_WATCH_S):
            process = self._process
            if process is not None:
                process.check()
