"""Questions with an interrogative but without a subject: "ai ký?", "ở đâu?", "bao nhiêu người dự?"."""

from collections.abc import Sequence
from functools import cache

from assistant.followups import wording
from assistant.followups.fragments import lowered_time, with_unit
from assistant.followups.scope import Scope, interrogative, scope_of
from assistant.followups.slots import SlotKind, lowered_start, of_kind, read_slots
from assistant.followups.swapping import swapped
from assistant.followups.typed import Typed
from assistant.model import Turn
from assistant.query.question import Asked
from assistant.query.tokens import Token, has_accents
from ingest.text.folding import fold

_MAX_BARE_WORDS = 8
_MAX_NOUN_WORDS = 4
_MAX_QUANTITY_WORDS = 8
_AT_THE_FRONT = frozenset({Asked.PERSON, Asked.REASON})
_INHERITED_THINGS = (SlotKind.PAPER, SlotKind.THING)
_INHERITED = (SlotKind.PLACE, SlotKind.YEAR, SlotKind.PART, SlotKind.PAPER, SlotKind.THING)


def by_what_is_unsaid(typed: Typed, turns: Sequence[Turn]) -> str | None:
    """The question with its subject from the turn before; None where it has one of its own."""
    last = turns[-1]
    before = last.question.strip(" ?.!")
    if not typed.asks:
        return _about_paper(typed, last) or _continued(typed, scope_of(before)) if _is_bare_noun(typed) else None
    if typed.slots:
        return _other_slots(typed, before) if typed.connected or _leans(typed) else None
    if _is_bare(typed):
        return _about_paper(typed, last) or (
            None if _needs_paper(typed, before) else _continued(typed, scope_of(before))
        )
    if _is_quantity(typed) and of_kind(read_slots(before), *_INHERITED):
        return _quantity_of(typed, before)
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


def _leans(typed: Typed) -> bool:
    """Places, times and an open number, or what begins with a preposition: "năm 2021 là bao nhiêu", "của X là ai"."""
    if typed.outside_slots or of_kind(typed.slots, SlotKind.PAPER, SlotKind.PERSON, SlotKind.THING):
        return False
    question = typed.question
    place = interrogative(question, question.asks[0])
    is_open = question.asks[0].kind is Asked.NUMBER and place is not None and place[1] == len(question.tokens)
    return is_open or wording.PREPOSITION.match(typed.rest) is not None


def _is_bare_noun(typed: Typed) -> bool:
    """A noun that names no subject, without an interrogative: "người ký?"."""
    tokens = typed.question.tokens
    return 0 < len(tokens) <= _MAX_NOUN_WORDS and not typed.slots and all(map(_is_bare_word, tokens))


def _is_bare(typed: Typed) -> bool:
    """Nothing but an interrogative and words that name no subject; the first of a pair of interrogatives counts."""
    question = typed.question
    place = interrogative(question, question.asks[0])
    if place is None or len(question.tokens) > _MAX_BARE_WORDS:
        return False
    return all(map(_is_bare_word, (*question.tokens[: place[0]], *question.tokens[place[1] :])))


def _is_bare_word(token: Token) -> bool:
    """In a question typed without accents the folded words count."""
    return token.text.lower() in wording.BARE_WORDS or (
        not has_accents(token.text) and token.folded in _folded_bare_words()
    )


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
    return _joined(typed, _as_paper(named[0])) if named else None


def _needs_paper(typed: Typed, before: str) -> bool:
    """Who signed is asked of a paper; where none was named or cited, what was asked before is none."""
    return wording.SIGNED.search(typed.rest) is not None and not of_kind(read_slots(before), *_INHERITED_THINGS)


def _as_paper(name: str) -> str:
    """A paper in a sentence: by its number, else as one that bears its title."""
    return name if of_kind(read_slots(name), SlotKind.PAPER) else wording.TITLED.format(title=name)


def _continued(typed: Typed, scope: Scope) -> str | None:
    number = typed.question.asks[0].kind is Asked.NUMBER and scope.kind is Asked.NUMBER
    subject = scope.whole if number or typed.question.asks[0].kind is Asked.REASON else scope.subject
    return _joined(typed, subject) if subject else None


def _joined(typed: Typed, subject: str) -> str:
    ask = typed.question.asks[0]
    place = interrogative(typed.question, ask)
    front = place is not None and place[0] == 0 and ask.kind in _AT_THE_FRONT
    subject = f"{lowered_start(subject)}" if front else subject
    return f"{typed.rest} {subject}" if front else f"{subject} {typed.rest[:1].lower()}{typed.rest[1:]}"


def _quantity_of(typed: Typed, before: str) -> str | None:
    """A count within the event that was asked about, else at its place and time."""
    rest = typed.rest
    rest = rest[len("có ") :] if fold(rest).startswith("co ") else rest
    rest = rest[:1].lower() + rest[1:]
    slots, scope = read_slots(before), scope_of(before)
    places = of_kind(slots, SlotKind.PLACE)[-1:]
    if places and not any(slot.end <= len(scope.before) for slot in of_kind(slots, SlotKind.THING, SlotKind.PAPER)):
        period = "".join(f" {lowered_time(slot)}" for slot in of_kind(slots, SlotKind.PART, SlotKind.YEAR))
        return wording.HAS.format(scope=with_unit(before, places[0]), rest=rest + period)
    return wording.HAS.format(scope=scope.subject, rest=rest) if scope.subject else None
