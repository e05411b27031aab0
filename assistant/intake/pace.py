"""How fast a run is and how long it still takes, measured in bytes of files: they differ less than files do."""

import time
from collections.abc import Sequence

from assistant.intake.events import RunProgress

_MIN_SHARE = 0.005
"""Below this part of the work the rate says nothing yet."""
_BETWEEN_S = 1.0
_FILE_BYTES = 16 * 1024
"""What opening and recording a file costs on top, as bytes of text."""


class Pace:
    """Counts the files, bytes and pages behind a run."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self._weights = [size + _FILE_BYTES for size in sizes]
        self._total = sum(self._weights)
        self._started = time.monotonic()
        self._told_at = 0.0
        self._behind = 0
        self._files = self._pages = self._documents = 0
        self._part = 0.0
        """Of the file the writer is at, in bytes."""
        self._part_pages = 0

    @property
    def due(self) -> bool:
        """Whether it is time to tell again."""
        return time.monotonic() - self._told_at >= _BETWEEN_S

    def page(self, index: int, done: int, total: int) -> None:
        """The file at ``index`` has come this far."""
        self._part = self._weights[index] * done / total if total else 0.0
        self._part_pages = done

    def read(self, index: int) -> None:
        """The file at ``index`` is behind us."""
        self._behind += self._weights[index]
        self._files += 1
        self._pages += self._part_pages
        self._part, self._part_pages = 0.0, 0

    def stored(self, documents: int) -> None:
        """So many documents more are searchable."""
        self._documents += documents

    def progress(self) -> RunProgress:
        """How far the run is."""
        now = time.monotonic()
        self._told_at = now
        seconds = now - self._started
        done = self._behind + self._part
        share = done / self._total if self._total else 1.0
        return RunProgress(
            files=self._files,
            total=len(self._weights),
            documents=self._documents,
            pages=self._pages + self._part_pages,
            seconds=seconds,
            seconds_left=seconds / share * (1 - share) if share >= _MIN_SHARE else None,
        )
