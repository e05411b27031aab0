"""Followed folders in the background: look, wait until a difference is settled, bring the store in step.

Polling with ``scandir``: a network drive of an office (SMB) sends no events one could rely on, and a listing of
10,000 files costs less than reading one of them.
"""

import logging
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from assistant.errors import FolderRefusedError
from assistant.intake.changes import Settling
from assistant.intake.following import FolderEvent, Follower
from assistant.intake.scanning import Scan, is_data_folder, scan_folder
from ingest.errors import TrolyError
from vectorstore.followed import Folder, Place
from vectorstore.store import Store

logger = logging.getLogger(__name__)

SETTLE_S = 3.0
"""A file that looks the same for so long is complete: Word, scanners and copies over a network write in bursts."""
INTERVAL_S = 5.0
UNREACHABLE, NOT_MOUNTED = "folder_unreachable", "folder_not_mounted"

Tell: TypeAlias = Callable[[FolderEvent], None]


@dataclass(frozen=True, slots=True)
class Look:
    """What one look at every folder brought."""

    events: int = 0
    waiting: int = 0
    """Differences too young to be believed."""
    problems: tuple[tuple[str, str], ...] = ()
    """Folders that could not be followed now, each with the code of the reason."""


class Watcher:
    """Follows the folders of a store: ``look`` is one pass, ``running`` makes passes until its block ends."""

    def __init__(
        self,
        store: Store,
        follower: Follower,
        *,
        settle_s: float = SETTLE_S,
        interval_s: float = INTERVAL_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._follower = follower
        self.settle_s, self.interval_s = settle_s, interval_s
        self._clock = clock
        self._settling: dict[int, Settling] = {}
        self._one_look = threading.Lock()
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self.working: int | None = None
        """Id of the folder that is being brought in step now."""

    def folders(self) -> list[Folder]:
        """Every followed folder, with how its last look went."""
        return self._store.followed.folders()

    def add(self, path: Path, collection: str = "") -> Folder:
        """Follow a folder from the next look on; one that is followed already is returned as it is.

        :raises FolderRefusedError: no folder, our own data, or inside or around one that is followed.
        """
        real = os.path.realpath(path)
        known = {folder.path: folder for folder in self.folders()}
        if real not in known:
            problem = _refusal(real, list(known), self._store.settings.data_dir)
            if problem:
                raise FolderRefusedError(path=real, problem=problem)
            self._store.followed.add(real, collection)
            self._wake.set()
        return next(folder for folder in self.folders() if folder.path == real)

    def forget(self, folder_id: int) -> None:
        """Follow a folder no longer; its documents stay."""
        self._store.followed.forget(folder_id)

    def pause(self, folder_id: int, *, paused: bool) -> None:
        """Leave a folder alone, or go on with it; takes effect after the file that is being settled."""
        self._store.followed.pause(folder_id, paused=paused)
        self._wake.set()

    def look(self, tell: Tell = lambda event: None) -> Look:
        """One pass over every folder that is not paused; ``tell`` hears of every change that was followed."""
        looks: list[Look] = []
        with self._one_look:
            for folder in self.folders():
                if not folder.paused and not self._stopping.is_set():
                    looks.append(self._look_at(folder, tell))
        return Look(
            sum(one.events for one in looks),
            sum(one.waiting for one in looks),
            tuple(problem for one in looks for problem in one.problems),
        )

    @contextmanager
    def running(self) -> Iterator[None]:
        """Follow in a thread of its own for the length of the block."""
        self._stopping.clear()
        thread = threading.Thread(target=self._run, daemon=True, name="watch")
        thread.start()
        try:
            yield
        finally:
            self._stopping.set()
            self._wake.set()
            thread.join()

    def wait(self, seconds: float | None = None) -> None:
        """Until the next look is due or asked for."""
        self._wake.wait(self.interval_s if seconds is None else seconds)
        self._wake.clear()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                waiting = self.look().waiting
            except Exception:  # rim of this thread: the next look may do better
                logger.exception("a look at the followed folders ended early")
                waiting = 0
            self.wait(self.settle_s if waiting else None)

    def _look_at(self, folder: Folder, tell: Tell) -> Look:
        self.working = folder.folder_id
        try:
            scan = scan_folder(Path(folder.path), self._store.settings.data_dir)
            known = self._store.followed.places(folder.folder_id)
            if _is_not_mounted(folder, scan, known):
                return self._trouble(folder, NOT_MOUNTED)
            return self._bring_in_step(folder, known, scan, tell)
        except OSError as error:
            logger.warning("a followed folder cannot be listed (%s)", type(error).__name__)
            return self._trouble(folder, UNREACHABLE)
        except TrolyError as error:
            logger.warning("a followed folder could not be brought in step (%s)", error.code)
            return self._trouble(folder, error.code)
        finally:
            self.working = None

    def _bring_in_step(self, folder: Folder, known: dict[str, Place], scan: Scan, tell: Tell) -> Look:
        settling = self._settling.setdefault(folder.folder_id, Settling(self.settle_s))
        changes = settling.changes(known, scan, self._clock())
        events = 0
        with closing(self._follower.apply(folder, known, scan, changes)) as following:
            for event in following:
                events += 1
                tell(event)
                if self._is_to_end(folder.folder_id):
                    break
        self._store.followed.scanned(folder.folder_id, identity=scan.identity, changed=events > 0)
        return Look(events, changes.waiting)

    def _is_to_end(self, folder_id: int) -> bool:
        followed = {folder.folder_id for folder in self.folders() if not folder.paused}
        return self._stopping.is_set() or folder_id not in followed

    def _trouble(self, folder: Folder, problem: str) -> Look:
        if folder.problem != problem:
            self._store.followed.scanned(folder.folder_id, problem=problem)
        return Look(problems=((folder.path, problem),))


def _is_not_mounted(folder: Folder, scan: Scan, known: dict[str, Place]) -> bool:
    """Another, empty folder stands where a network drive was: nothing in it was deleted."""
    return bool(known) and not scan.files and bool(folder.identity) and folder.identity != scan.identity


def _refusal(path: str, followed: Sequence[str], data_dir: Path) -> str:
    """Why a folder cannot be followed, as the ``problem`` of the error; empty when it can."""
    if not os.path.isdir(path):
        return "not_a_folder"
    if _is_inside(path, os.path.realpath(data_dir)) or is_data_folder(path):
        return "own_data"
    if any(_is_inside(path, other) or _is_inside(other, path) for other in followed):
        return "overlaps"
    return ""


def _is_inside(path: str, folder: str) -> bool:
    return (path + os.sep).startswith(folder.rstrip(os.sep) + os.sep)
