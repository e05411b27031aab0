"""Streams a chat model's text under a watchdog: a server that hangs, drips or breaks ends in an error in time.

The library call runs in a thread of its own, because a blocking read cannot be interrupted from outside; when the
watchdog gives up, the thread is told to stop and ends at its next piece of text or at its socket's time-out.
"""

import logging
import queue
import threading
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from assistant.llm.problems import Problem, llm_error, problem_of
from assistant.llm.settings import LlmSettings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

logger = logging.getLogger(__name__)


_STATE_THEIR_END = frozenset({"openai", "ollama"})
"""Providers whose protocol says in the last piece why it is the last: without that the connection broke."""


@dataclass(frozen=True, slots=True)
class TextPiece:
    """A piece of the model's text."""

    text: str
    end_reason: str | None = None
    """In the last piece: why the model stopped, in the provider's words."""

    @property
    def cut_off(self) -> bool:
        """Whether the answer stopped at its length limit."""
        return self.end_reason in {"length", "max_tokens"}


@dataclass(frozen=True, slots=True)
class _End:
    """The call is over; ``error`` is what it raised."""

    error: BaseException | None


def stream_text(
    chat: "BaseChatModel", messages: "Sequence[BaseMessage]", settings: LlmSettings
) -> Generator[TextPiece, None, None]:
    """The answer as it is written. Closing the iterator stops the call.

    :raises LlmUnavailableError: no connection, an HTTP error, a broken stream, silence longer than
        ``first_token_s``, or longer than ``timeout_s`` altogether; details: model, problem.
    """
    call = _Call(chat, messages)
    deadline = time.monotonic() + settings.timeout_s
    ended = settings.model.partition(":")[0] not in _STATE_THEIR_END
    begun = False
    call.start()
    try:
        while True:
            left_s = deadline - time.monotonic()
            item = call.next(min(settings.first_token_s, left_s)) if left_s > 0 else None
            if item is None:
                late = deadline - time.monotonic() <= 0
                raise llm_error(settings.model, Problem.TIMEOUT if late else Problem.SLOW_START)
            if isinstance(item, TextPiece):
                begun = True
                ended = ended or item.end_reason is not None
                yield item
            elif item.error is not None:
                raise _mapped(settings.model, item.error, begun=begun) from item.error
            elif ended:
                return
            else:
                raise llm_error(settings.model, Problem.BROKEN_STREAM)
    finally:
        call.stop()


def _mapped(model: str, error: BaseException, *, begun: bool) -> Exception:
    problem = problem_of(error)
    if begun and problem is Problem.CONNECTION:
        problem = Problem.BROKEN_STREAM
    if problem is Problem.UNKNOWN:
        logger.warning("the language model's library raised %s", type(error).__name__, exc_info=error)
    return llm_error(model, problem)


class _Call:
    """One streaming call in a daemon thread; what it says and what it raises come out of a queue."""

    def __init__(self, chat: "BaseChatModel", messages: "Sequence[BaseMessage]") -> None:
        self._chat = chat
        self._messages = list(messages)
        self._items: queue.SimpleQueue[TextPiece | _End] = queue.SimpleQueue()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="language-model", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def next(self, timeout_s: float) -> TextPiece | _End | None:
        """The next item, or None when nothing came in time."""
        try:
            return self._items.get(timeout=timeout_s)
        except queue.Empty:
            return None

    def stop(self) -> None:
        self._stopped.set()

    def _run(self) -> None:
        with _Handover(self._items):
            for chunk in self._chat.stream(self._messages):
                if self._stopped.is_set():
                    break
                self._items.put(_piece(chunk))


class _Handover:
    """Carries the end of the call, with whatever the library raised, to the thread that waits for it."""

    def __init__(self, items: "queue.SimpleQueue[TextPiece | _End]") -> None:
        self._items = items

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self._items.put(_End(error))
        return True


def _piece(chunk: "BaseMessage") -> TextPiece:
    reason = chunk.response_metadata.get("finish_reason") or chunk.response_metadata.get("done_reason")
    return TextPiece(str(chunk.text), str(reason) if reason else None)
