"""Follow-ups that are no sentence: "còn Bắc Giang?", "thế năm 2021?", "còn hội viên mới?"."""

import re
from collections.abc import Sequence

from assistant.followups import wording
from assistant.followups.scope import scope_of
from assistant.followups.slots import Slot, SlotKind, of_kind, read_slots
from assistant.followups.swapping import swapped
from assistant.followups.typed import Typed
from assistant.model import Turn
from assistant.query.question import Asked

_MAX_TOPIC_WORDS = 10
_MAX_UNCONNECTED_WORDS = 6
_MAX_NAME_WORDS = 3
_ADDABLE = frozenset({SlotKind.PLACE, SlotKind.YEAR, SlotKind.PART})
"""What a question that named none can be asked of."""
_DIGITS = re.compile(r"\d{4}")


def by_fragment(typed: Typed, turns: Sequence[Turn]) -> str | None:
    """The question before with the named place or time in it, or about the named topic; None if it is no fragment."""
    last = turns[-1].question.strip(" ?.!")
    return _compared(typed, last) or _other_year(typed, last) or _elsewhere(typed, last) or _otherwise(typed, last)


def _compared(typed: Typed, last: str) -> str | None:
    """The same beside another time: "so với năm 2022 thì sao"."""
    match = wording.COMPARED.match(typed.rest)
    return f"{last} {typed.rest}" if match and typed.so_what and read_slots(typed.rest[match.end() :]) else None


def _elsewhere(typed: Typed, last: str) -> str | None:
    """The same of another place, time, paper or person."""
    named = read_slots(last)
    name = _bare_name(typed)
    if name and of_kind(named, SlotKind.PLACE) and not of_kind(named, *{slot.kind for slot in typed.slots}):
        return swapped(last, [name])
    if not typed.only_slots:
        return None
    slots = _named(typed)
    fits = all(slot.kind in _ADDABLE or of_kind(named, slot.kind) for slot in slots)
    return swapped(last, slots) if fits else None


def _otherwise(typed: Typed, last: str) -> str | None:
    """The same of another noun."""
    words = len(typed.rest.split())
    if typed.asks or not typed.marked or words > (_MAX_TOPIC_WORDS if typed.connected else _MAX_UNCONNECTED_WORDS):
        return None
    return _about_topic(typed, last)


def _named(typed: Typed) -> list[Slot]:
    """The slots a fragment names; a thing that only wraps another is left out."""
    return [slot for slot in typed.slots if slot.kind is not SlotKind.THING] or list(typed.slots)


def _other_year(typed: Typed, last: str) -> str | None:
    """A year counted from that of the question before: "năm sau thì sao"."""
    for pattern, step in ((wording.YEAR_AFTER, 1), (wording.YEAR_BEFORE, -1)):
        if not pattern.fullmatch(typed.rest):
            continue
        years = of_kind(read_slots(last), SlotKind.YEAR)
        if not years:
            return None
        found = _DIGITS.findall(years[-1].text)
        text = wording.YEAR.format(year=int(found[-1] if step > 0 else found[0]) + step)
        return swapped(last, [Slot(SlotKind.YEAR, 0, len(text), text)])
    return None


def _bare_name(typed: Typed) -> Slot | None:
    """A name alone, in capitals, that no table knows: a commune or a district."""
    words = typed.rest.split()
    if not words or len(words) > _MAX_NAME_WORDS or not all(word[:1].isupper() and word.isalpha() for word in words):
        return None
    if len(words) == 1 and not typed.marked:
        return None
    return Slot(SlotKind.PLACE, 0, len(typed.rest), typed.rest)


def _about_topic(typed: Typed, last: str) -> str | None:
    """What was asked before, of something else: the place and the time stay."""
    slots = read_slots(last)
    own = typed.slots
    places = of_kind(slots, SlotKind.PLACE)[-1:] if not of_kind(own, SlotKind.PLACE) else []
    times = of_kind(slots, SlotKind.PART, SlotKind.YEAR) if not of_kind(own, SlotKind.PART, SlotKind.YEAR) else []
    if not places and not times:
        return None
    subject = with_unit(last, places[0]) if places else ""
    period = "".join(f" {lowered_time(slot)}" for slot in times)
    return _asked(typed.rest, subject, period, scope_of(last).kind)


def _asked(topic: str, subject: str, period: str, kind: Asked) -> str:
    of = wording.OF.format(subject=subject) if subject else ""
    if kind is Asked.NUMBER and subject and not wording.QUANTITY_NOUN.match(topic):
        return wording.HOW_MANY.format(subject=subject, topic=topic, period=period)
    form = {Asked.NUMBER: wording.HOW_MUCH, Asked.PERSON: wording.WHO, Asked.DATE: wording.WHEN}.get(kind, wording.HOW)
    return form.format(topic=topic, of=of, period=period)


def with_unit(text: str, place: Slot) -> str:
    """The place with the Union that stands before it."""
    unit = wording.UNIT_BEFORE.search(text[: place.start])
    return text[unit.start() if unit else place.start : place.end]


def lowered_time(slot: Slot) -> str:
    """A time in the middle of a sentence."""
    text = slot.text
    return (
        wording.YEAR.format(year=text)
        if text[:1].isdigit() and slot.kind is SlotKind.YEAR
        else text[:1].lower() + text[1:]
    )
