"""From a question to what the screen shows, step by step; no Gradio here."""

import logging
import re
import time
from collections.abc import Callable, Collection, Generator, Iterator
from dataclasses import dataclass

from assistant.conversations.formatting import STRUCK
from assistant.messages_vi.sentences import error_text, message_of
from assistant.model import Answer, Understanding
from assistant.ports import Discarded, Finished, TextDelta
from assistant.query.readings import key_of
from assistant.services import Services
from assistant.ui.chips_html import toggled
from assistant.ui.conversation_html import Exchange, conversation_html, live_html, turns_of
from assistant.ui_texts_vi import chat as texts
from ingest.errors import TrolyError
from vectorstore.hits import Filters

logger = logging.getLogger(__name__)

Exchanges = tuple[Exchange, ...]
REDRAW_S = 0.08
"""Shortest time between two redraws of a growing answer; a model can send 100 pieces a second."""
_STRUCK = re.compile(f"{STRUCK}[^\\n]+?{STRUCK}")


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
    services: Services, request: Request, clock: Callable[[], float] = time.monotonic
) -> Iterator[ChatScreen]:
    """Screens from "searching" to the finished exchange; the last one carries the new conversation."""
    # a conversation on the screen stays as it is; where there is none yet, the greeting goes
    yield ChatScreen(_live(request, "", texts.SEARCHING), None if request.exchanges else conversation_html(()))
    try:
        answer = yield from _stream(services, request, clock)
        exchange = _exchange(request, answer)
    except TrolyError as error:
        exchange = _exchange(request, problem=error_text(error))
    except Exception:  # rim: the person gets a sentence, the log the traceback
        logger.exception("a question could not be answered")
        exchange = _exchange(request, problem=str(message_of("error")))
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


def _stream(services: Services, request: Request, clock: Callable[[], float]) -> Generator[ChatScreen, None, Answer]:
    text, note, drawn = "", texts.WRITING, clock()
    ignore = frozenset(map(key_of, request.ignored))
    strikes = services.settings.values.answer.unsupported == "strike" and bool(services.settings.values.llm.model)
    for event in services.ask_stream(request.question, request.filters, turns_of(request.exchanges), ignore=ignore):
        match event:
            case Finished(answer):
                return answer
            case Discarded():
                text, note, drawn = "", texts.WITHDRAWN, float("-inf")
            case TextDelta(piece):
                text += piece
        if (now := clock()) - drawn >= REDRAW_S:
            drawn = now
            yield ChatScreen(_live(request, text, note, _struck(text) if strikes else ()))
    raise AssertionError("an answerer ends with Finished")


def _live(request: Request, text: str, note: str, struck: Collection[str] = ()) -> str:
    return live_html(request.question, request.filters_text, text, note, struck)


def _struck(text: str) -> frozenset[str]:
    """What a language model's answer has struck so far; its checks come with the last word."""
    return frozenset(_STRUCK.findall(text))
