"""Questions with an interrogative but without a subject: "ai ký?", "ở đâu?", "bao nhiêu người dự?"."""

from collections.abc import Sequence
from functools import cache

from assistant.followups import wording
from assistant.followups.scope import Scope, interrogative, scope_of
from assistant.followups.slots import SlotKind, of_kind, read_slots
from assistant.followups.swapping import swapped
from assistant.followups.typed import Typed
from assistant.model import Turn
from assistant.query.question import Asked
from assistant.query.tokens import has_accents
from ingest.text.folding import fold

_MAX_BARE_WORDS = 8
_MAX_QUANTITY_WORDS = 8
_AT_THE_FRONT = frozenset({Asked.PERSON, Asked.REASON})
_INHERITED = (SlotKind.PLACE, SlotKind.YEAR, SlotKind.PART, SlotKind.PAPER, SlotKind.THING)


def by_what_is_unsaid(typed: Typed, turns: Sequence[Turn]) -> str | None:
    """The question with its subject from the turn before; None where it has one of its own."""
    if not typed.asks:
        return None
    last = turns[-1]
    before = last.question.strip(" ?.!")
    if typed.slots:
        return _other_slots(typed, before) if typed.connected else None
    if _is_bare(typed):
        return _about_paper(typed, last) or _continued(typed, scope_of(before))
    if _is_quantity(typed) and of_kind(read_slots(before), *_INHERITED):
        return _quantity_of(typed, scope_of(before))
    return _carried(typed.rest, typed, before) if typed.connected else None


def _other_slots(typed: Typed, before: str) -> str | None:
    """The same asked of another place or time; one with a verb of its own takes over only what it lacks."""
    if not typed.outside_slots:
        return swapped(before, typed.slots)
    return _carried(typed.rest, typed, before)


def _carried(text: str, typed: Typed, before: str) -> str | None:
    """``text`` with the noun, the place and the time it does not say; None where it says everything."""
    scope, own, slots = scope_of(before), scope_of(text), read_slots(before)
    added: list[str] = []
    if own.kind is Asked.NUMBER and not own.after and scope.kind is Asked.NUMBER and scope.focus:
        added.append(scope.focus)
    if not of_kind(typed.slots, SlotKind.PLACE):
        added += [wording.AT.format(place=slot.text) for slot in of_kind(slots, SlotKind.PLACE)[-1:]]
    if not of_kind(typed.slots, SlotKind.YEAR, SlotKind.PART):
        added += [slot.text[:1].lower() + slot.text[1:] for slot in of_kind(slots, SlotKind.PART, SlotKind.YEAR)]
    return " ".join([text, *added]) if added else None


def _is_bare(typed: Typed) -> bool:
    """Nothing but an interrogative and words that name no subject; the first of a pair of interrogatives counts."""
    question = typed.question
    place = interrogative(question, question.asks[0])
    if place is None or len(question.tokens) > _MAX_BARE_WORDS:
        return False
    others = (*question.tokens[: place[0]], *question.tokens[place[1] :])
    known = wording.BARE_WORDS if has_accents(typed.rest) else _folded_bare_words()
    return all(token.text.lower() in known for token in others)


@cache
def _folded_bare_words() -> frozenset[str]:
    return frozenset(map(fold, wording.BARE_WORDS))


def _is_quantity(typed: Typed) -> bool:
    """A count of something that belongs to nothing named: the interrogative stands first and no name follows."""
    question, ask = typed.question, typed.question.asks[0]
    place = interrogative(question, ask)
    first = 1 if question.tokens and question.tokens[0].folded == "co" else 0
    if ask.kind is not Asked.NUMBER or len(question.asks) > 1 or place is None or place[0] != first:
        return False
    return len(question.tokens) <= _MAX_QUANTITY_WORDS and not any(
        token.text[0].isupper() for token in question.tokens[1:]
    )


def _about_paper(typed: Typed, last: Turn) -> str | None:
    """Who signed, when issued: asked of the paper that was named, or that the answer rests on."""
    if not wording.ABOUT_PAPER.search(typed.rest):
        return None
    named = [slot.text for slot in of_kind(read_slots(last.question), SlotKind.PAPER)] + list(last.sources)
    return _joined(typed, named[0]) if named else None


def _continued(typed: Typed, scope: Scope) -> str | None:
    number = typed.question.asks[0].kind is Asked.NUMBER and scope.kind is Asked.NUMBER
    subject = scope.whole if number or typed.question.asks[0].kind is Asked.REASON else scope.subject
    return _joined(typed, subject) if subject else None


def _joined(typed: Typed, subject: str) -> str:
    ask = typed.question.asks[0]
    place = interrogative(typed.question, ask)
    front = place is not None and place[0] == 0 and ask.kind in _AT_THE_FRONT
    return f"{typed.rest} {subject}" if front else f"{subject} {typed.rest[:1].lower()}{typed.rest[1:]}"


def _quantity_of(typed: Typed, scope: Scope) -> str | None:
    rest = typed.rest
    rest = rest[len("có ") :] if fold(rest).startswith("co ") else rest
    subject = scope.subject
    return wording.HAS.format(scope=subject, rest=rest[:1].lower() + rest[1:]) if subject else None
