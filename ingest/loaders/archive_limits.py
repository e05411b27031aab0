"""How much may be taken out of one container, everything inside it included."""

from collections.abc import Iterator
from contextlib import contextmanager

from ingest.errors import ArchiveLimitError
from ingest.settings import IngestLimits

_MIB = 2**20
_RATIO_FROM_BYTES = 10 * _MIB
"""Below this a high ratio harms nobody."""


class Budget:
    """Counts what was taken out already."""

    def __init__(self, limits: IngestLimits) -> None:
        self.limits = limits
        self._members = self._bytes = 0
        self._depth = 1

    @property
    def too_deep(self) -> bool:
        """Whether a container inside this one must stay closed."""
        return self._depth >= self.limits.max_archive_depth

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """While a container inside is open."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def next_member(self) -> bool:
        """Whether one more member may be taken."""
        self._members += 1
        return self._members <= self.limits.max_archive_members

    def check(self, size: int, packed: int | None = None) -> None:
        """Allow a member of ``size`` bytes that took ``packed``.

        :raises ArchiveLimitError: It is above a limit.
        """
        if size > self.limits.max_binary_bytes:
            raise ArchiveLimitError(problem="size", limit=self.limits.max_binary_bytes // _MIB)
        if self._bytes + size > self.limits.max_archive_bytes:
            raise ArchiveLimitError(problem="total", limit=self.limits.max_archive_bytes // _MIB)
        if packed is not None and size > _RATIO_FROM_BYTES and size > packed * self.limits.max_archive_ratio:
            raise ArchiveLimitError(problem="ratio", limit=self.limits.max_archive_ratio)

    def spend(self, size: int) -> None:
        """Count a member that was taken out."""
        self._bytes += size

    @property
    def allowance(self) -> int:
        """Bytes the next member may have at most."""
        return min(self.limits.max_binary_bytes, self.limits.max_archive_bytes - self._bytes)
