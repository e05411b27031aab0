"""One answer with several readers: the page's own stream and Gradio's event."""

import threading
from collections.abc import Iterator

from assistant.ports import AnswerEvent


class SharedEvents:
    """Events of an answerer that every reader gets from the first one on; whoever is ahead makes it go on.

    No thread of its own: a reader that leaves stops nothing, the next one drives the answerer from where it stands. An
    error of the answerer reaches every reader.
    """

    def __init__(self, source: Iterator[AnswerEvent]) -> None:
        self._source = source
        self._seen: list[AnswerEvent] = []
        self._turn = threading.Lock()
        self._failure: Exception | None = None
        self._ended = False

    @property
    def seen(self) -> tuple[AnswerEvent, ...]:
        """What has come so far."""
        return tuple(self._seen)

    def __iter__(self) -> Iterator[AnswerEvent]:
        """A reader of its own."""
        at = 0
        while self._reaches(at):
            yield self._seen[at]
            at += 1

    def close(self) -> None:
        """Nothing more is wanted: the answerer stops, at its next event if it is at work just now."""
        self._ended = True
        if self._turn.acquire(blocking=False):
            try:
                self._stop()
            finally:
                self._turn.release()

    def _reaches(self, at: int) -> bool:
        with self._turn:
            if at < len(self._seen):
                return True
            if self._failure is not None:
                raise self._failure
            return not self._ended and self._advance()

    def _advance(self) -> bool:
        try:
            self._seen.append(next(self._source))
        except StopIteration:
            self._ended = True
        except Exception as error:
            self._failure = error
            raise
        if self._ended:  # closed meanwhile, or at its end
            self._stop()
        return not self._ended

    def _stop(self) -> None:
        close = getattr(self._source, "close", None)  # a generator has one, an iterator need not
        if close is not None:
            close()
