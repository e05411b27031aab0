"""Long work that tells how far it is, as an iterator: a thread does it, whoever iterates waits for what it tells."""

import logging
import threading
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Generic, TypeAlias, TypeVar

from assistant.reports.progress import Progress, Tell
from ingest.errors import TrolyError

logger = logging.getLogger(__name__)

Result = TypeVar("Result")
SILENCE_S = 5.0
"""Between two signs of life: proxies and clients commonly give up a silent connection after 30 s or more, and only by
sending is it seen that nobody reads any more."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing was told for a while; the work goes on."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """The last of it."""

    result: Result


Step: TypeAlias = Progress | Waiting | Done[Result]


class _StoppedError(Exception):
    """Nobody reads what is told any more."""


def steps(work: Callable[[Tell], Result], silence_s: float = SILENCE_S) -> Generator[Step[Result], None, None]:
    """What the work tells as it tells it, then its result; closed early, the work stops at its next step.

    :raises TrolyError: what the work raised, after everything it had told.
    """
    told: SimpleQueue[Step[Result] | TrolyError] = SimpleQueue()
    closed = threading.Event()

    def tell(now: Progress) -> None:
        if closed.is_set():
            raise _StoppedError
        told.put(now)

    def drive() -> None:
        try:
            told.put(Done(work(tell)))
        except _StoppedError:
            return
        except TrolyError as error:
            told.put(error)
        except Exception:  # the rim of this thread: told as unexpected where it is read
            logger.exception("work that tells its steps ended early")
            told.put(TrolyError())

    threading.Thread(target=drive, daemon=True, name="told-steps").start()
    try:
        yield from _until_done(told, silence_s)
    finally:
        closed.set()


def _until_done(told: "SimpleQueue[Step[Result] | TrolyError]", silence_s: float) -> Iterator[Step[Result]]:
    while True:
        try:
            one = told.get(timeout=silence_s)
        except Empty:
            yield Waiting()
            continue
        if isinstance(one, TrolyError):
            raise one
        yield one
        if isinstance(one, Done):
            return
