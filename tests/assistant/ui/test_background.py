import threading
from collections.abc import Iterator

import pytest

from assistant.ui.background import RunFailedError, watched


def test_events_arrive_in_order() -> None:
    assert list(watched(lambda: iter(range(5)), threading.Lock())) == [0, 1, 2, 3, 4]


def test_the_run_goes_on_when_nobody_watches_any_more() -> None:
    done = threading.Event()

    def run() -> Iterator[int]:
        yield from range(100)
        done.set()

    watching = watched(run, threading.Lock())
    assert next(watching) == 0
    watching.close()  # type: ignore[attr-defined]  # it is a generator
    assert done.wait(timeout=10)


def test_a_failure_reaches_whoever_watches(caplog: pytest.LogCaptureFixture) -> None:
    def run() -> Iterator[int]:
        yield 1
        raise OSError("đĩa đầy")

    watching = watched(run, threading.Lock())
    assert next(watching) == 1
    with pytest.raises(RunFailedError, match="đĩa đầy"):
        next(watching)
    assert "ended early" in caplog.text


def test_runs_take_turns() -> None:
    turn, inside = threading.Lock(), []
    gate = threading.Event()

    def first() -> Iterator[str]:
        inside.append("first in")
        yield "a"
        gate.wait(timeout=10)
        inside.append("first out")

    def second() -> Iterator[str]:
        inside.append("second in")
        yield "b"

    one = watched(first, turn)
    assert next(one) == "a"
    other = threading.Thread(target=lambda: list(watched(second, turn)))
    other.start()
    gate.set()
    other.join(timeout=10)
    assert inside == ["first in", "first out", "second in"]
