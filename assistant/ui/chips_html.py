"""What was understood from a question as chips: each a button that takes the reading away, or brings it back."""

import re
from collections.abc import Iterable
from html import escape

from assistant.model import Understanding
from assistant.query.readings import key_of
from assistant.query.understanding import SHORTENED
from assistant.ui_texts_vi import chat as texts
from assistant.ui_texts_vi import documents as documents_texts
from ingest.text.folding import fold

_PERIOD = re.compile(r"(?:(?P<year>\d{4})-)?(?P<part>Q[1-4]|H1|H2|9T|3T|\d{2})")
"""How periods are written in a meaning: 2023-Q2, 2023-H1, 9T, 2023-07 (assistant/query/periods.py)."""


def chips_html(
    question: str, turn: int, understood: Iterable[Understanding], ignored: Iterable[Understanding] = ()
) -> str:
    """The row of chips of one exchange, in the order of the question; empty where nothing was read out of it.

    :param turn: place of the exchange in the conversation, for the button's event.
    :param ignored: readings taken away, shown struck.
    """
    off = tuple(ignored)
    chips = [one for one in (*understood, *off) if one.kind != SHORTENED]
    if not chips:
        return ""
    items = "".join(f"<li>{_chip(one, turn, off=one in off)}</li>" for one in _in_order(question, chips))
    return (
        f'<div class="tl-understood"><p class="tl-understood-title" id="tl-understood-{turn}">{texts.UNDERSTOOD}</p>'
        f'<ul class="tl-chips" aria-labelledby="tl-understood-{turn}">{items}</ul></div>'
    )


def toggled(
    understood: Iterable[Understanding], ignored: tuple[Understanding, ...], key: str
) -> tuple[Understanding, ...]:
    """The readings to ignore after the chip of ``key`` (``kind:text``) was pressed; an unknown key changes nothing."""
    if any(key_of(one) == key for one in ignored):
        return tuple(one for one in ignored if key_of(one) != key)
    return (*ignored, *(one for one in understood if key_of(one) == key))


def shown_reading(chip: Understanding) -> str:
    """A reading in words: "LHPN → Liên hiệp Phụ nữ"; what says the same twice is said once."""
    meaning = _period_text(chip.meaning) if chip.kind in texts.UNDERSTOOD_TIMES else chip.meaning
    if fold(chip.text) == fold(meaning) or (chip.kind == "year" and chip.text == meaning):
        return meaning
    if fold(meaning).startswith(fold(chip.text)):
        return meaning  # "Phú Thọ (cũng tìm …)"
    return texts.UNDERSTOOD_AS.format(text=chip.text, meaning=meaning)


def _in_order(question: str, chips: list[Understanding]) -> list[Understanding]:
    folded = fold(question)

    def place(chip: Understanding) -> int:
        found = folded.find(fold(chip.text))
        return found if found >= 0 else len(folded)

    return sorted(dict.fromkeys(chips), key=place)


def _chip(chip: Understanding, turn: int, *, off: bool) -> str:
    kind, reading = texts.UNDERSTOOD_KINDS.get(chip.kind, ""), shown_reading(chip)
    named = f"{kind}: {reading}" if kind else reading
    label = (texts.READING_RESTORE if off else texts.READING_REMOVE).format(what=named)
    text = f'<span class="tl-chip-kind">{escape(kind)}</span> {escape(reading)}'
    inside = (
        f"<s>{text}</s><span class='tl-chip-undo'>{documents_texts.UNDO}</span>"
        if off
        else f'<span>{text}</span><span class="tl-chip-x" aria-hidden="true">×</span>'
    )
    return (
        f'<button type="button" class="tl-chip{" tl-chip-off" if off else ""}" data-event="toggle_reading" '
        f'data-turn="{turn}" data-reading="{escape(key_of(chip))}" aria-label="{escape(label)}" '
        f'title="{escape(label)}">{inside}</button>'
    )


def _period_text(meaning: str) -> str:
    match = _PERIOD.fullmatch(meaning)
    if match is None:
        return meaning
    part = match["part"]
    words = texts.PERIOD_PARTS.get(part) or texts.PERIOD_MONTH.format(month=int(part))
    if not match["year"]:
        return words
    # "6 tháng đầu năm" ends with the word that stands before a year
    form = texts.PERIOD_OF_YEAR if words.endswith(texts.YEARS_ONE.partition(" ")[0]) else texts.PERIOD_QUARTER_OF_YEAR
    return form.format(part=words, year=match["year"])
