"""Words that point back ("ở đó", "bà ấy", "báo cáo này", "cùng năm") replaced by what they point to."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from assistant.followups import wording
from assistant.followups.scope import scope_of
from assistant.followups.slots import Slot, SlotKind, lowered_start, of_kind, read_slots
from assistant.followups.spoken import Spoken
from assistant.followups.typed import Typed
from assistant.model import Turn
from assistant.query.question import Asked
from ingest.text.folding import fold

Finder = Callable[[re.Match[str], Sequence[Turn]], str | None]
_ANY_PLACE = frozenset({"don vi", "dia phuong"})


def pointed_back(typed: Typed, turns: Sequence[Turn]) -> str | None:
    """The question with every backward pointer replaced that has something to point to; None without any."""
    among = _among(typed, turns)
    if among is not None:
        return among
    text, found = typed.rest, set[SlotKind]()
    for kind, pattern, finder in _POINTERS:
        match = pattern.search(text)
        if match is None or _has_own(text[: match.start()], kind, match):
            continue
        antecedent = finder(match, turns)
        if antecedent is not None:
            text = text[: match.start()] + antecedent + text[match.end() :]
            found.add(kind)
    return _with_the_unsaid(text, found, turns[-1]) if found else None


def _among(typed: Typed, turns: Sequence[Turn]) -> str | None:
    """Of what was asked about before: "trong đó có bao nhiêu …"."""
    match = wording.AMONG_BACK.match(typed.rest)
    if match is None:
        return None
    rest = typed.rest[match.end() :].removeprefix("có ").removeprefix("co ")
    scope = scope_of(_bare(turns[-1].question))
    return f"{scope.whole}, {match.group().strip()} {wording.HAS.format(scope='', rest=rest).strip()}"


def _has_own(before: str, kind: SlotKind, match: re.Match[str]) -> bool:
    """Whether the question itself names, before the pointer, what it points to."""
    head = match.groupdict().get("head")
    if head and fold(head) in fold(before):
        return True
    return kind is not SlotKind.THING and bool(of_kind(read_slots(before), kind))


def _with_the_unsaid(text: str, found: set[SlotKind], last: Turn) -> str:
    """A number is asked for the time, or the place, of the question before."""
    if scope_of(text).kind is not Asked.NUMBER:
        return text
    named, before = read_slots(text), read_slots(last.question)
    carried: list[str] = []
    if SlotKind.PLACE in found and not of_kind(named, SlotKind.YEAR):
        carried += [slot.text for slot in of_kind(before, SlotKind.PART, SlotKind.YEAR)]
    if SlotKind.YEAR in found and not of_kind(named, SlotKind.PLACE):
        carried += [wording.AT.format(place=slot.text) for slot in of_kind(before, SlotKind.PLACE)[-1:]]
    return " ".join([text, *(part[:1].lower() + part[1:] for part in carried)])


def _place(match: re.Match[str], turns: Sequence[Turn]) -> str | None:
    head = fold(match["head"] or "")
    for turn in reversed(turns):
        slots = of_kind(read_slots(turn.question), SlotKind.PLACE) or of_kind(read_slots(turn.answer), SlotKind.PLACE)
        fitting = [slot for slot in slots if not head or head in _ANY_PLACE or head.startswith(slot.head)]
        if fitting:
            text = fitting[-1].text
            return text if match["head"] else wording.AT.format(place=lowered_start(text))
    return None


def _year(_: re.Match[str], turns: Sequence[Turn]) -> str | None:
    for slot in _latest(turns, SlotKind.YEAR):
        return wording.YEAR.format(year=slot.text) if slot.text[:1].isdigit() else lowered_start(slot.text)
    return None


def _person(match: re.Match[str], turns: Sequence[Turn]) -> str | None:
    for slot in _latest(turns, SlotKind.PERSON):
        return lowered_start(slot.text) if wording.TITLE.match(slot.text) else f"{match['head']} {slot.text}"
    return None


def _thing(match: re.Match[str], turns: Sequence[Turn]) -> str | None:
    head = fold(match["head"])
    for turn in reversed(turns):
        slots = read_slots(turn.question)
        for slot in of_kind(slots, SlotKind.PAPER, SlotKind.THING):
            if fold(slot.text).startswith(head) or (head in wording.ANY_PAPER and slot.kind is SlotKind.PAPER):
                return slot.text
            if head in wording.ANY_EVENT and slot.kind is SlotKind.THING:
                return slot.text
        fitting = [source for source in turn.sources if head in wording.ANY_PAPER or fold(source).startswith(head)]
        if fitting:
            return fitting[0]
    return None


def _latest(turns: Sequence[Turn], kind: SlotKind) -> Iterator[Slot]:
    """Of the last questions, and for a person of their answers too, nearest first."""
    for turn in reversed(turns):
        yield from reversed(of_kind(read_slots(turn.question), kind))
        if kind is SlotKind.PERSON:
            yield from of_kind(read_slots(turn.answer), kind)


def _bare(question: str) -> str:
    return question.strip(" ?.!")


_POINTERS: Iterable[tuple[SlotKind, Spoken, Finder]] = (
    (SlotKind.THING, wording.THING_BACK, _thing),
    (SlotKind.PERSON, wording.PERSON_BACK, _person),
    (SlotKind.PLACE, wording.PLACE_BACK, _place),
    (SlotKind.YEAR, wording.YEAR_BACK, _year),
)
