"""An answer that is being written, as HTML that grows; no Gradio here."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.conversations.formatting import STRUCK
from assistant.model import Answer
from assistant.ports import AnswerEvent, Discarded, Finished, TextDelta
from assistant.ui.conversation_html import live_html
from assistant.ui_texts_vi import chat as texts

REDRAW_S = 0.08
"""Shortest time between two redraws of a growing answer; a model can send 100 pieces a second."""
_STRUCK = re.compile(f"{STRUCK}[^\\n]+?{STRUCK}")


@dataclass(slots=True)
class Writing:
    """What the answerer has sent so far."""

    text: str = ""
    note: str = texts.SEARCHING
    answer: Answer | None = None

    def take(self, event: AnswerEvent) -> None:
        """One more event."""
        match event:
            case Finished(answer):
                self.answer = answer
            case Discarded():
                self.text, self.note = "", texts.WITHDRAWN
            case TextDelta(piece):
                self.text += piece
                self.note = texts.WRITING if self.note == texts.SEARCHING else self.note


@dataclass(frozen=True, slots=True)
class LiveTurn:
    """How an exchange is drawn while it is being answered."""

    question: str
    filters_text: str
    strikes: bool
    """Whether a language model's unsupported sentences are shown struck."""

    def html(self, writing: Writing) -> str:
        """The exchange as it stands; the checks of what is struck come with the last word."""
        struck = frozenset(_STRUCK.findall(writing.text)) if self.strikes else ()
        return live_html(self.question, self.filters_text, writing.text, writing.note, struck)


def written(
    turn: LiveTurn,
    writing: Writing,
    events: Iterable[AnswerEvent],
    seen: Sequence[AnswerEvent] = (),
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[str]:
    """The exchange from "searching" on, its first words at once; ``writing`` holds the answer at the end.

    :param seen: the first of ``events``, where some have come already: the first HTML shows them.
    """
    for event in seen:
        writing.take(event)
    if writing.answer is None:
        yield turn.html(writing)
    drawn = clock() if writing.text else float("-inf")
    for event in islice(events, len(seen), None):
        writing.take(event)
        if isinstance(event, Discarded):
            drawn = float("-inf")
        if writing.answer is None and (now := clock()) - drawn >= REDRAW_S:
            drawn = now
            yield turn.html(writing)
