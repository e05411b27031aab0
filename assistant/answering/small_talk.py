"""A courteous reply where nothing was asked of the documents; it cites nothing and states nothing about them."""

from collections.abc import Sequence
from datetime import date

from assistant.messages_vi.small_talk import SMALL_TALK, WEEKDAYS
from assistant.model import AbstainReason, Answer, Mode, Turn
from assistant.query.small_talk import SmallTalk

_NEEDS_DOCUMENTS = frozenset({SmallTalk.GREETING, SmallTalk.STORE})


def small_talk_answer(
    kind: SmallTalk, question: str, history: Sequence[Turn], *, documents: int, today: date
) -> Answer:
    """The reply as an answer without citations.

    :param documents: Searchable documents of the store.
    :param today: By the clock of this computer.
    """
    text = _text(kind, history, documents, today)
    return Answer(question, text, True, Mode.EXTRACTIVE, reason=AbstainReason.SMALL_TALK)


def _text(kind: SmallTalk, history: Sequence[Turn], documents: int, today: date) -> str:
    if kind is SmallTalk.STORE and not documents:
        return SMALL_TALK["empty_store"]
    if kind is SmallTalk.MORE and not history:
        return SMALL_TALK["more_of_nothing"]
    text = SMALL_TALK[kind].format(
        count=documents,
        question=history[-1].question if history else "",
        weekday=WEEKDAYS[today.weekday()],
        date=today.strftime("%d/%m/%Y"),
    )
    return f"{text} {SMALL_TALK['empty_store']}" if kind in _NEEDS_DOCUMENTS and not documents else text
