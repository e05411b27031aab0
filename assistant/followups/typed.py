"""A question taken apart as a possible follow-up."""

from dataclasses import dataclass

from assistant.followups import wording
from assistant.followups.slots import Slot, read_slots
from assistant.query.question import Asked, Question, read_question
from ingest.text.folding import fold


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: ``body`` without particles, ``rest`` also without connective and "thì sao"."""

    body: str
    rest: str
    connected: bool
    """It begins with a connective: "còn", "thế"."""
    so_what: bool
    """It ends with "thì sao"."""
    slots: tuple[Slot, ...]
    """Of ``rest``."""
    question: Question
    """Of ``rest``."""

    @property
    def marked(self) -> bool:
        """Whether its words say that it goes on from something."""
        return self.connected or self.so_what

    @property
    def asks(self) -> bool:
        """Whether it has an interrogative of its own."""
        return self.question.asks[0].kind is not Asked.OTHER

    @property
    def outside_slots(self) -> list[str]:
        """Folded words about the subject that are neither in a slot nor in the interrogative."""
        return [
            token.folded
            for token, content in zip(self.question.tokens, self.question.content, strict=True)
            if content and not any(slot.start <= token.start < slot.end for slot in self.slots)
        ]

    @property
    def only_slots(self) -> bool:
        """Whether it names places or times and says nothing else."""
        left = self.rest
        for slot in reversed(self.slots):
            left = left[: slot.start] + " " + left[slot.end :]
        words = [word for word in left.replace(",", " ").split() if fold(word) != "va"]
        while words and (match := wording.PREPOSITION.match(" ".join(words) + " ")):
            words = words[len(match.group().split()) :]
        return bool(self.slots) and not words


def typed(question: str) -> Typed:
    """Take a question apart; pure."""
    body = question.strip()
    if particles := wording.PARTICLES.search(body):
        body = body[: particles.start()]
    if courtesy := wording.COURTESY.match(body):
        body = body[courtesy.end() :]
    connective = None if wording.COMPOUND.match(body) else wording.CONNECTIVE.match(body)
    rest = body[connective.end() :] if connective else body
    so_what = wording.SO_WHAT.search(rest)
    ending = so_what or wording.WEAK_SO_WHAT.search(rest)
    if ending and ending.start() and (so_what or connective or _taken_apart(rest[: ending.start()]).only_slots):
        return _taken_apart(rest[: ending.start()].strip(), body, connected=bool(connective), so_what=True)
    return _taken_apart(rest, body, connected=bool(connective))


def _taken_apart(rest: str, body: str = "", *, connected: bool = False, so_what: bool = False) -> Typed:
    return Typed(body, rest, connected, so_what, read_slots(rest), read_question(rest))
