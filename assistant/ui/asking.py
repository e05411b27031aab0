"""From a question to what the screen shows, step by step; no Gradio here."""

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.messages_vi.sentences import error_text, message_of
from assistant.model import Answer, Understanding
from assistant.ports import AnswerEvent
from assistant.query.readings import key_of
from assistant.services import Services
from assistant.ui.chips_html import toggled
from assistant.ui.conversation_html import Exchange, conversation_html, turns_of
from assistant.ui.shared_events import SharedEvents
from assistant.ui.writing import LiveTurn, Writing, written
from ingest.errors import TrolyError
from vectorstore.hits import Filters

logger = logging.getLogger(__name__)

Exchanges = tuple[Exchange, ...]


@dataclass(frozen=True, slots=True)
class ChatScreen:
    """What changes on the chat; None leaves that part as it is."""

    live: str
    history: str | None = None
    exchanges: Exchanges | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A question with its restrictions and the conversation before it."""

    question: str
    filters: Filters
    filters_text: str
    exchanges: Exchanges
    ignored: tuple[Understanding, ...] = ()


def ask_steps(
    services: Services,
    request: Request,
    clock: Callable[[], float] = time.monotonic,
    begun: SharedEvents | None = None,
) -> Iterator[ChatScreen]:
    """Screens from "searching" to the finished exchange; the last one carries the new conversation.

    :param begun: the answer, where the page's own request began it already.
    """
    # a conversation on the screen stays as it is; where there is none yet, the greeting goes
    history, writing = None if request.exchanges else conversation_html(()), Writing()
    try:
        events, seen = (answer_events(services, request), ()) if begun is None else (begun, begun.seen)
        for live in written(live_turn(services, request), writing, events, seen, clock):
            yield ChatScreen(live, history)
            history = None
        assert writing.answer is not None, "an answerer ends with Finished"
        exchange = _exchange(request, writing.answer)
    except TrolyError as error:
        exchange = _exchange(request, problem=error_text(error))
    except Exception:  # rim: the person gets a sentence, the log the traceback
        logger.exception("a question could not be answered")
        exchange = _exchange(request, problem=str(message_of("error")))
    finally:
        if begun is not None:
            begun.close()
    yield finished(request.exchanges, exchange)


def ask_again_steps(services: Services, exchanges: Exchanges, turn: int, key: str) -> Iterator[ChatScreen]:
    """The same for an exchange whose reading ``key`` (``kind:text``) was taken away or brought back, in its place.

    The exchanges after it stay as they were answered. A turn that is not there changes nothing.
    """
    if not 0 <= turn < len(exchanges):
        return
    before, old, after = exchanges[:turn], exchanges[turn], exchanges[turn + 1 :]
    ignored = toggled(old.answer.understood if old.answer else (), old.ignored, key)
    around = conversation_html(before), conversation_html(after, turn + 1)
    for step in ask_steps(services, Request(old.question, old.asked or Filters(), old.filters, before, ignored)):
        if step.exchanges is None:
            yield ChatScreen("", around[0] + step.live + around[1])
        else:
            conversation = (*step.exchanges, *after)
            yield ChatScreen("", conversation_html(conversation), conversation)


def _exchange(request: Request, answer: Answer | None = None, problem: str = "") -> Exchange:
    return Exchange(request.question, answer, problem, request.filters_text, request.filters, request.ignored)


def finished(exchanges: Exchanges, exchange: Exchange) -> ChatScreen:
    """The screen after an exchange has its outcome."""
    conversation = (*exchanges, exchange)
    return ChatScreen("", conversation_html(conversation), conversation)


def live_turn(services: Services, request: Request) -> LiveTurn:
    """How the exchange is drawn until it is finished."""
    values = services.settings.values
    strikes = values.answer.unsupported == "strike" and bool(values.llm.model)
    return LiveTurn(request.question, request.filters_text, strikes)


def answer_events(services: Services, request: Request) -> Iterator[AnswerEvent]:
    """What the answerer sends for a request."""
    ignore = frozenset(map(key_of, request.ignored))
    return services.ask_stream(request.question, request.filters, turns_of(request.exchanges), ignore=ignore)
