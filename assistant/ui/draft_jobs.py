"""Long work on drafts: a thread does it to its end, every page that asks sees how far it is."""

import logging
import threading
from collections.abc import Callable
from typing import TypeAlias

from assistant.messages_vi.sentences import error_text, message_of
from assistant.ui.draft_view import Working
from ingest.errors import TrolyError

logger = logging.getLogger(__name__)

Tell: TypeAlias = Callable[[Working], None]
AT_A_TIME = 2
"""Drafts worked on at the same time; more wait their turn."""


class DraftJobs:
    """At most one piece of work for each draft."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._slots = threading.BoundedSemaphore(AT_A_TIME)
        self._working: dict[str, Working] = {}
        self._problems: dict[str, str] = {}

    def begin(self, draft_id: str, working: Working, work: Callable[[Tell], None]) -> bool:
        """Do the work in a thread; False where this draft is being worked on already."""
        with self._lock:
            if draft_id in self._working:
                return False
            self._working[draft_id] = working
            self._problems.pop(draft_id, None)
        threading.Thread(target=self._drive, args=(draft_id, work), daemon=True, name="draft").start()
        return True

    def working(self, draft_id: str) -> Working | None:
        """What is being done; None where nothing is."""
        with self._lock:
            return self._working.get(draft_id)

    def take_problem(self, draft_id: str) -> str:
        """Why the last work ended early, told once; empty where it did not."""
        with self._lock:
            return self._problems.pop(draft_id, "")

    def _drive(self, draft_id: str, work: Callable[[Tell], None]) -> None:
        problem = ""
        try:
            with self._slots:
                work(lambda now: self._tell(draft_id, now))
        except TrolyError as error:
            logger.warning("work on a draft ended early: %s", error.code)
            problem = error_text(error)
        except Exception:  # the rim of this thread: the draft's page says so
            logger.exception("work on a draft ended early")
            problem = str(message_of("error"))
        with self._lock:
            self._working.pop(draft_id, None)
            if problem:
                self._problems[draft_id] = problem

    def _tell(self, draft_id: str, now: Working) -> None:
        with self._lock:
            self._working[draft_id] = now
