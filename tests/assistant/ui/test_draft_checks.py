"""The check that goes on while pages come and go."""

import threading
from collections.abc import Iterator

from assistant.claims.model import (
    CheckEvent,
    CheckFinished,
    CheckStarted,
    Claim,
    ClaimCheck,
    ClaimKind,
    ClaimPlace,
    ClaimVerdict,
    Decision,
    Draft,
    DraftPart,
    summary_of,
)
from assistant.ui.draft_checks import DraftChecks, view_of_state
from ingest.errors import EmptyFileError

TEXT = "Có 12 hộ. Có 15 hộ."
CLAIMS = tuple(
    Claim(n, TEXT[start:end], start, end, ClaimKind.FIGURE, ClaimPlace(0))
    for n, (start, end) in enumerate(((0, 9), (10, 19)), 1)
)
CHECKS = [ClaimCheck(claim, ClaimVerdict.NOT_FOUND) for claim in CLAIMS]
STARTED = CheckStarted("c1", Draft(TEXT, (DraftPart(0, len(TEXT)),)), CLAIMS)
FINISHED = CheckFinished("c1", summary_of(CHECKS, 1.25))


def test_a_page_that_comes_later_sees_the_finished_check() -> None:
    checks = DraftChecks()
    checks.begin(lambda: iter([STARTED, *CHECKS, FINISHED]))
    *_, last = checks.watch()
    view = view_of_state(checks.state(), {})
    assert last == checks.state()
    assert not last.running
    assert view is not None
    assert len(view.checks) == 2
    decided = view_of_state(last, {2: Decision.FIX})
    assert decided is not None
    assert [one.decision for one in decided.checks.values()] == [None, Decision.FIX]
    assert "2 ý trong 1,2 giây" in view.status


def test_partial_results_are_there_while_it_runs() -> None:
    go_on, first_seen = threading.Event(), threading.Event()

    def slow() -> Iterator[CheckEvent]:
        yield STARTED
        yield CHECKS[0]
        first_seen.set()
        go_on.wait(30)
        yield CHECKS[1]
        yield FINISHED

    checks = DraftChecks()
    checks.begin(slow)
    assert first_seen.wait(30)
    while len(checks.state().checks) < 1:
        pass
    view = view_of_state(checks.state(), {})
    assert view is not None
    assert view.running
    assert len(view.checks) == 1
    assert "1/2" in view.status
    go_on.set()
    *_, last = checks.watch()
    assert len(last.checks) == 2


def test_a_stopped_check_keeps_what_it_has_and_takes_nothing_more() -> None:
    go_on, first_seen, left = threading.Event(), threading.Event(), threading.Event()

    def slow() -> Iterator[CheckEvent]:
        try:
            yield STARTED
            yield CHECKS[0]
            first_seen.set()
            go_on.wait(30)
            yield CHECKS[1]
        finally:
            left.set()

    checks = DraftChecks()
    checks.begin(slow)
    assert first_seen.wait(30)
    checks.stop()
    go_on.set()
    assert left.wait(30)
    state = checks.state()
    view = view_of_state(state, {})
    assert state.stopped
    assert not state.running
    assert view is not None
    assert "dừng" in view.status
    assert len(state.checks) <= 1


def test_what_cannot_be_read_is_a_sentence() -> None:
    def refused() -> Iterator[CheckEvent]:
        raise EmptyFileError
        yield STARTED

    checks = DraftChecks()
    checks.begin(refused)
    *_, last = checks.watch()
    assert not last.running
    assert last.problem
    assert view_of_state(last, {}) is None


def test_an_unexpected_end_is_said_and_the_results_stay() -> None:
    def broken() -> Iterator[CheckEvent]:
        yield STARTED
        yield CHECKS[0]
        raise RuntimeError("boom")

    checks = DraftChecks()
    checks.begin(broken)
    *_, last = checks.watch()
    view = view_of_state(last, {})
    assert view is not None
    assert len(view.checks) == 1
    assert "bị ngắt giữa chừng" in view.status
