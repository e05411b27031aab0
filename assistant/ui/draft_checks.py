"""The check of a draft that is going on: a thread drives it to its end, every page that asks sees how far it is."""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.claims.model import (
    CheckedDraft,
    CheckEvent,
    CheckFinished,
    CheckStarted,
    Claim,
    ClaimCheck,
    Decision,
    Draft,
    summary_of,
)
from assistant.messages_vi.sentences import error_text
from assistant.ui import check_texts_vi as texts
from assistant.ui.checked_html import CheckedView
from ingest.errors import TrolyError

logger = logging.getLogger(__name__)

_BETWEEN_LOOKS_S = 0.7
"""The whole result is sent anew at every look: 300 claims are half a megabyte."""
_LONGEST_WAIT_S = 5.0
"""A page that was closed is noticed this soon."""


@dataclass(frozen=True, slots=True)
class CheckState:
    """How far the last check is; without a draft it has not been read yet, or could not be."""

    check_id: str = ""
    draft: Draft | None = None
    claims: tuple[Claim, ...] = ()
    checks: tuple[ClaimCheck, ...] = ()
    seconds: float = 0.0
    running: bool = False
    problem: str = ""
    """A sentence on why it ended early."""
    stopped: bool = False


class DraftChecks:
    """One check at a time; a new one begins when the old one has been stopped or is over."""

    def __init__(self) -> None:
        self._changed = threading.Condition(threading.RLock())
        self._version = 0
        self._run = 0
        self._state = CheckState()

    def begin(self, start: Callable[[], Iterator[CheckEvent]]) -> None:
        """Check a draft; what was going on is left where it is."""
        with self._changed:
            self._run += 1
            run = self._run
            self._tell(CheckState(running=True))
        threading.Thread(target=self._drive, args=(run, start), daemon=True, name="check").start()

    def stop(self) -> None:
        """Leave the rest unchecked."""
        with self._changed:
            if self._state.running:
                self._run += 1
                self._tell(replace(self._state, running=False, stopped=True))

    def state(self) -> CheckState:
        """As it is now."""
        with self._changed:
            return self._state

    def watch(self) -> Iterator[CheckState]:
        """The state now and after changes, until nothing runs any more."""
        seen = -1
        while True:
            with self._changed:
                if self._version == seen:
                    self._changed.wait(_LONGEST_WAIT_S)
                seen, state = self._version, self._state
            yield state
            if not state.running:
                return
            time.sleep(_BETWEEN_LOOKS_S)

    def _drive(self, run: int, start: Callable[[], Iterator[CheckEvent]]) -> None:
        try:
            for event in start():
                if not self._happened(run, event):
                    return
        except TrolyError as error:
            self._ended(run, error_text(error))
        except Exception:  # the rim of this thread: the screen says so
            logger.exception("a check ended early")
            self._ended(run, texts.BROKEN)
        else:
            self._ended(run, "")

    def _happened(self, run: int, event: CheckEvent) -> bool:
        """Whether the check goes on."""
        with self._changed:
            if run != self._run:
                return False
            self._tell(_after(self._state, event))
            return True

    def _ended(self, run: int, problem: str) -> None:
        with self._changed:
            if run == self._run:
                self._tell(replace(self._state, running=False, problem=problem))

    def _tell(self, state: CheckState) -> None:
        self._state = state
        self._version += 1
        self._changed.notify_all()


def _after(state: CheckState, event: CheckEvent) -> CheckState:
    match event:
        case CheckStarted(check_id, draft, claims):
            return replace(state, check_id=check_id, draft=draft, claims=claims)
        case ClaimCheck():
            return replace(state, checks=(*state.checks, event))
        case CheckFinished(_, summary):
            return replace(state, seconds=summary.seconds)


def view_of_state(state: CheckState, decisions: Mapping[int, Decision]) -> CheckedView | None:
    """The state as the screen shows it, with what was decided meanwhile; None before the draft is read."""
    if state.draft is None:
        return None
    checks = {check.claim.n: replace(check, decision=decisions.get(check.claim.n)) for check in state.checks}
    return CheckedView(
        state.draft,
        state.claims,
        checks,
        summary_of(state.checks, state.seconds),
        state.check_id,
        _status(state),
        state.running,
    )


def view_of_kept(kept: CheckedDraft) -> CheckedView:
    """A check that was kept."""
    checks = {check.claim.n: check for check in kept.checks}
    claims = tuple(check.claim for check in kept.checks)
    if len(kept.checks) < kept.claims:
        status = texts.STOPPED.format(done=len(kept.checks), total=kept.claims)
    else:
        status = texts.DONE.format(claims=kept.claims, seconds=_seconds(kept.summary.seconds))
    return CheckedView(kept.draft, claims, checks, kept.summary, kept.check_id, status)


def _status(state: CheckState) -> str:
    done, total = len(state.checks), len(state.claims)
    if state.problem:
        return state.problem
    if state.stopped:
        return texts.STOPPED.format(done=done, total=total)
    if state.running:
        return f"{texts.PROGRESS.format(done=done, total=total)} {texts.GOES_ON}"
    return texts.DONE.format(claims=total, seconds=_seconds(state.seconds))


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f}".replace(".", ",")
