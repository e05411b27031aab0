"""A follow-up completed from the turns before it, by rules; a question that stands by itself is left alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.followups import wording
from assistant.followups.backward import pointed_back
from assistant.followups.fragments import by_fragment
from assistant.followups.typed import Typed, typed
from assistant.followups.unsaid import by_what_is_unsaid
from assistant.model import Turn

_TURNS = 3
"""How far back an antecedent is looked for."""


@dataclass(frozen=True, slots=True)
class Completion:
    """A question that can be searched by itself."""

    text: str
    by_model: bool = False


_RULES: tuple[Callable[[Typed, Sequence[Turn]], str | None], ...] = (pointed_back, by_fragment, by_what_is_unsaid)


def complete(question: str, history: Sequence[Turn]) -> Completion | None:
    """The question completed from the last turns; None where it needs nothing, or nothing before it fits."""
    turns = [turn for turn in history if turn.question.strip()][-_TURNS:]
    follow = typed(question)
    if not turns or not follow.body:
        return None
    if wording.AGAIN.fullmatch(follow.body):
        return Completion(turns[-1].question)
    for rule in _RULES:
        text = rule(follow, turns)
        if text is not None:
            return _completion(text, question)
    return None


def _completion(text: str, question: str) -> Completion | None:
    text = " ".join(text.split()).rstrip(" ?.,")
    if not text or text.casefold() == question.strip(" ?.").casefold():
        return None
    return Completion(text[:1].upper() + text[1:] + "?")
