"""A long run that goes on to its end even when the person who watches it closes the page."""

import logging
import threading
from collections.abc import Callable, Iterator
from queue import SimpleQueue
from typing import TypeVar

logger = logging.getLogger(__name__)

Event = TypeVar("Event")


class RunFailedError(Exception):
    """The run ended early; its cause is in the log and in ``__cause__``."""


def watched(start: Callable[[], Iterator[Event]], turn: threading.Lock) -> Iterator[Event]:
    """Yield the events of a run that a thread of its own drives; one run at a time holds ``turn``.

    :raises RunFailedError: the run raised.
    """
    events: SimpleQueue[tuple[Event] | Exception | None] = SimpleQueue()
    threading.Thread(target=_drive, args=(start, turn, events), daemon=True, name="ingest").start()
    while (item := events.get()) is not None:
        if isinstance(item, Exception):
            raise RunFailedError(str(item)) from item
        yield item[0]


def _drive(
    start: Callable[[], Iterator[Event]], turn: threading.Lock, events: "SimpleQueue[tuple[Event] | Exception | None]"
) -> None:
    try:
        with turn:
            for event in start():
                events.put((event,))
    except Exception as error:  # rim of this thread: recorded here, raised again to whoever watches
        logger.exception("a background run ended early")
        events.put(error)
    else:
        events.put(None)
