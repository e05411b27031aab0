"""Which differences between what is known and what is seen are to be believed: pure, the time is passed in."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.intake.scanning import Scan
from vectorstore.followed import Place, Signature

TRIED_AGAIN = frozenset({"unreadable_file"})
"""Outcomes that end without the file changing: it was open in another program."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is settled, in order of path."""

    fresh: tuple[str, ...] = ()
    """New, changed or to be tried again."""
    gone: tuple[str, ...] = ()
    waiting: int = 0
    """Differences that are too young to be believed."""


@dataclass(frozen=True, slots=True)
class _Sighting:
    signature: Signature | None
    """None for a file that is missing."""
    since: float


class Settling:
    """Remembers since when each difference looks the same: a file that still grows or was just moved waits."""

    def __init__(self, settle_s: float) -> None:
        self._settle_s = settle_s
        self._seen: dict[str, _Sighting] = {}

    def changes(self, known: Mapping[str, Place], scan: Scan, now: float) -> Changes:
        """The settled differences at ``now`` (seconds on any clock that only goes forward)."""
        different: dict[str, Signature | None] = {
            path: seen for path, seen in scan.files.items() if _differs(known.get(path), seen)
        }
        missing = dict.fromkeys(path for path in known if scan.lacks(path))
        self._seen = {path: self._sighting(path, seen, now) for path, seen in {**different, **missing}.items()}
        settled = {path for path, one in self._seen.items() if now - one.since >= self._settle_s}
        young = {seen.size for path, seen in different.items() if seen is not None and path not in settled}
        fresh = sorted(path for path in different if path in settled)
        # a file that moves is missed at once and believed at its new place later: the missing one waits for it
        gone = sorted(path for path in missing if path in settled and known[path].signature.size not in young)
        return Changes(tuple(fresh), tuple(gone), len(self._seen) - len(fresh) - len(gone))

    def _sighting(self, path: str, seen: Signature | None, now: float) -> _Sighting:
        before = self._seen.get(path)
        return before if before is not None and before.signature == seen else _Sighting(seen, now)


def _differs(known: Place | None, seen: Signature) -> bool:
    return known is None or known.signature != seen or known.code in TRIED_AGAIN
