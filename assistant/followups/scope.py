"""What a question is about, without what it asks: the words a bare "khi nào?" goes on from."""

from dataclasses import dataclass

from assistant.followups import wording
from assistant.query.question import Ask, Asked, Question, read_question

_MIN_CONTENT = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """The parts of a question around its interrogative."""

    before: str
    after: str
    kind: Asked
    focus: str
    """The noun asked about, as typed; may be empty."""
    before_content: int
    """Words in ``before`` that are about the subject."""

    @property
    def whole(self) -> str:
        """Everything but the interrogative."""
        return " ".join(part for part in (self.before, self.after) if part)

    @property
    def subject(self) -> str:
        """What stands before the interrogative if that says enough, without the verb it hangs on; else the rest."""
        if self.before_content >= _MIN_CONTENT:
            match = wording.TRAILING_VERBS.search(self.before)
            return self.before[: match.start()] if match else self.before
        return self.after or self.before


def scope_of(text: str) -> Scope:
    """The scope of a question's first ask; without an interrogative all of it stands before."""
    question = read_question(text)
    ask = question.asks[0]
    place = interrogative(question, ask)
    if place is None:
        return Scope(text, "", Asked.OTHER, "", sum(question.content))
    first, last = place
    start, end = question.tokens[first].start, question.tokens[last - 1].end
    content = sum(question.content[:first])
    before, after = text[:start].strip(" ,"), text[end:].strip(" ,")
    return Scope(before, after, ask.kind, _focus(question, ask, last), content)


def interrogative(question: Question, ask: Ask) -> tuple[int, int] | None:
    """Tokens [first, last) of the interrogative itself; None for a question without one."""
    width = len(ask.words)
    for first in range(ask.first, ask.last - width + 1) if width else ():
        if tuple(token.folded for token in question.tokens[first : first + width]) == ask.words:
            return first, first + width
    return None


def _focus(question: Question, ask: Ask, after: int) -> str:
    """The focus as typed, where it follows the interrogative."""
    if not ask.focus or not ask.focus_follows:
        return ""
    tokens = question.tokens[after : after + len(ask.focus)]
    return question.text[tokens[0].start : tokens[-1].end] if tokens else ""
