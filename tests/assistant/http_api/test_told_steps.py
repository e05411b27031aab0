"""Work told step by step from a thread."""

import threading

import pytest

from assistant.errors import UnknownDraftError
from assistant.http_api.told_steps import Done, Waiting, steps
from assistant.reports.progress import Progress, Tell, Work

FIRST, SECOND = Progress(Work.READING, 1, 2, "một"), Progress(Work.READING, 2, 2, "hai")


def test_steps_come_in_order_and_the_result_last() -> None:
    def work(tell: Tell) -> str:
        tell(FIRST)
        tell(SECOND)
        return "xong"

    assert list(steps(work)) == [FIRST, SECOND, Done("xong")]


def test_what_the_work_raised_is_raised_after_what_it_told() -> None:
    def work(tell: Tell) -> None:
        tell(FIRST)
        raise UnknownDraftError(draft_id="x")

    told = steps(work)
    assert next(told) == FIRST
    with pytest.raises(UnknownDraftError, match="x"):
        next(told)


def test_a_silent_step_gives_signs_of_life() -> None:
    going_on = threading.Event()

    def work(_: Tell) -> int:
        going_on.wait()
        return 1

    told = steps(work, silence_s=0.001)
    assert next(told) == Waiting()
    going_on.set()
    assert [one for one in told if one != Waiting()] == [Done(1)]


def test_work_nobody_reads_stops_at_its_next_step() -> None:
    reached, going_on, ended = threading.Event(), threading.Event(), threading.Event()

    def work(tell: Tell) -> None:
        tell(FIRST)
        going_on.wait()
        try:
            tell(SECOND)
            reached.set()
        finally:
            ended.set()

    told = steps(work)
    assert next(told) == FIRST
    told.close()
    going_on.set()
    assert ended.wait(10)
    assert not reached.is_set()
