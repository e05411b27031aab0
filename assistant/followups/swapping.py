"""One place or time of a question put in the stead of another."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.followups import wording
from assistant.followups.slots import Slot, SlotKind, of_kind, read_slots
from ingest.text.folding import fold

_YEAR_WORD = "nam"


def swapped(question: str, slots: Sequence[Slot]) -> str:
    """``question`` with each of ``slots`` in the place of the one of its kind, or at its end where it names none."""
    for slot in _grouped(slots):
        target = _target(slot, read_slots(question))
        question = _replaced(question, target, slot) if target else _appended(question, slot)
    return question


def _grouped(slots: Sequence[Slot]) -> list[Slot]:
    """Several of a kind stand together in the place of one: "Hà Nội và Hải Phòng"."""
    groups = [of_kind(slots, kind) for kind in dict.fromkeys(slot.kind for slot in slots)]
    return [
        replace(group[0], text=wording.AND.join(slot.text for slot in group)) if len(group) > 1 else group[0]
        for group in groups
    ]


def _target(new: Slot, slots: Sequence[Slot]) -> Slot | None:
    same = of_kind(slots, new.kind)
    if new.kind is SlotKind.PLACE and new.head:
        same = [slot for slot in same if slot.head == new.head] or same
    if new.kind is SlotKind.YEAR:
        papers = of_kind(slots, SlotKind.PAPER)
        same = [slot for slot in same if not any(paper.start <= slot.start < paper.end for paper in papers)]
    return same[-1] if same else None


def _replaced(question: str, old: Slot, new: Slot) -> str:
    before, after = question[: old.start], question[old.end :]
    text = new.text
    if new.kind is SlotKind.PLACE:
        text = _with_level(old, text, new.head)
    if new.kind is SlotKind.YEAR:
        text = _with_year_word(old, text, before)
    if new.kind is SlotKind.PART and fold(text).endswith(_YEAR_WORD) and fold(after.lstrip()).startswith(_YEAR_WORD):
        text = text[: -len(_YEAR_WORD)].rstrip()
    if old.text[:1].isupper() and not before:
        text = text[:1].upper() + text[1:]
    return before + text + after


def _with_level(old: Slot, text: str, head: str) -> str:
    """The level of the old place goes to a new one that has none: tỉnh Bắc Giang."""
    level, named = wording.ADMIN_WORD.match(old.text), wording.ADMIN_WORD.match(text)
    return level.group() + text if level and not named and head in ("", old.head) else text


def _with_year_word(old: Slot, text: str, before: str) -> str:
    digits = text[len(_YEAR_WORD) :].strip() if fold(text).startswith(_YEAR_WORD) else text
    if before.endswith("/"):
        return digits
    word = old.text[: len(_YEAR_WORD)] if fold(old.text).startswith(_YEAR_WORD) else ""
    return f"{word} {digits}" if word and digits[:1].isdigit() else text


def _appended(question: str, slot: Slot) -> str:
    text = slot.text
    if slot.kind is SlotKind.PLACE:
        text = wording.AT.format(place=text)
    if slot.kind is SlotKind.YEAR and text[:1].isdigit():
        text = wording.YEAR.format(year=text)
    return f"{question} {text}"
