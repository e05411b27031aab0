"""A follow-up the rules cannot complete, completed by the language model; what it writes is checked, never trusted."""

import logging
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.errors import LlmError
from assistant.followups import wording
from assistant.followups.completing import Completion
from assistant.followups.typed import Typed, typed
from assistant.llm.prompt_messages import render_messages
from assistant.llm.settings import LlmSettings
from assistant.llm.text_stream import stream_text
from assistant.model import Turn
from ingest.text.folding import fold
from prompts import load

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

logger = logging.getLogger(__name__)

_TURNS = 3
_MAX_CHARS = 400
_ANSWER_CHARS = 300
_SHORT_TOKENS = 6
_NUMBER = re.compile(r"\d[\d.,/]*")
_POINTERS = (wording.PLACE_BACK, wording.YEAR_BACK, wording.PERSON_BACK, wording.THING_BACK, wording.AMONG_BACK)


class ModelRewriter:
    """Asks the model for the whole question."""

    def __init__(self, chat: "BaseChatModel", settings: LlmSettings) -> None:
        self._chat = chat
        self._settings = settings
        self._prompt = load("rewrite_query")

    def rewrite(self, question: str, history: Sequence[Turn]) -> Completion | None:
        """The completed question; None where the question seems whole, or the model fails or writes something else."""
        if not history or not seems_dependent(question):
            return None
        turns = history[-_TURNS:]
        past = "\n".join(f"{turn.question}\n{turn.answer[:_ANSWER_CHARS]}" for turn in turns)
        text = self._written(question, past)
        return Completion(text, by_model=True) if text and is_faithful(text, question, past) else None

    def _written(self, question: str, past: str) -> str:
        messages = render_messages(self._prompt, {"question": question, "history": past})
        written = ""
        pieces = stream_text(self._chat, messages, self._settings)
        try:
            for piece in pieces:
                written += piece.text
                if len(written) > _MAX_CHARS:
                    return ""
        except LlmError as error:
            logger.warning("language model: %s; the follow-up stays as typed", error)
            return ""
        finally:
            pieces.close()
        return written.strip().strip("\"“”'").strip()


def seems_dependent(question: str) -> bool:
    """Whether a question may go on from the one before: its words say so, or it is short and names nothing."""
    follow = typed(question)
    if follow.marked or any(pattern.search(follow.body) for pattern in _POINTERS):
        return True
    return (
        bool(follow.body) and not follow.slots and len(follow.question.tokens) <= _SHORT_TOKENS and not _names(follow)
    )


def _names(follow: Typed) -> bool:
    return bool(follow.question.names or follow.question.quoted)


def is_faithful(text: str, question: str, past: str) -> bool:
    """One line of a question that keeps what was typed and brings no number of its own."""
    if "\n" in text or len(text) > _MAX_CHARS or fold(text).strip(" ?") == fold(question).strip(" ?"):
        return False
    known = {number.strip(".,/") for number in _NUMBER.findall(f"{question} {past}")}
    if any(number.strip(".,/") not in known for number in _NUMBER.findall(text)):
        return False
    return all(fold(slot.text) in fold(text) for slot in typed(question).slots)
