"""Abbreviations in a question, and the abbreviations of what it spells out."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.model import Expansion, Understanding
from assistant.query.abbreviations import ABBREVIATIONS
from assistant.query.readings import Reading, in_context
from assistant.query.tokens import Token, tokens_of
from ingest.text.folding import fold

KIND = "abbreviation"
_VOWEL = re.compile("[aeiouy]")
_MIN_LOWER_CASE = 3
_READING_WEIGHT = 0.6
_OTHER_READING_WEIGHT = 0.3
"""For each reading of an abbreviation that has several: together they weigh about what one does."""
_SHORT_WEIGHT = 0.4


def abbreviation_readings(folded: str) -> tuple[str, ...]:
    """Every reading of every form that folds to ``folded``, the likeliest first; empty for anything else."""
    return _by_key().get((folded,)) or _by_key().get((f"{folded}.",), ())


def cannot_be_syllable(folded: str) -> bool:
    """Three consonants or more: even in lower case not a Vietnamese word (lhpn, bch)."""
    return len(folded) >= _MIN_LOWER_CASE and not _VOWEL.search(folded)


def abbreviations(text: str) -> list[Reading]:
    """Abbreviations typed in capitals, and in lower case those that cannot be a syllable."""
    tokens = tokens_of(text)
    shouting = text.isupper()
    found: list[Reading] = []
    index = 0
    while index < len(tokens):
        width, readings = _longest_at(text, tokens, index)
        typed = tokens[index : index + width]
        capitals = all(token.text.isupper() or token.text in ABBREVIATIONS for token in typed) and not shouting
        if readings and (capitals or cannot_be_syllable("".join(token.folded for token in typed))):
            found.append(_reading(text, typed[0].start, typed[-1].end, readings))
        index += max(width, 1)
    return found


def _longest_at(text: str, tokens: tuple[Token, ...], index: int) -> tuple[int, tuple[str, ...]]:
    """How many tokens the longest abbreviation here takes, and its readings."""
    for width in range(min(_widest(), len(tokens) - index), 0, -1):
        readings = _by_key().get(tuple(token.folded for token in tokens[index : index + width]))
        if readings:
            return width, readings
    dotted = _by_key().get((f"{tokens[index].folded}.",), ())
    return 1, dotted if text[tokens[index].end : tokens[index].end + 2].startswith((". ", ".")) and dotted else ()


def _reading(text: str, start: int, end: int, readings: tuple[str, ...]) -> Reading:
    typed = f" {fold(text)} "
    weight = _READING_WEIGHT if len(readings) == 1 else _OTHER_READING_WEIGHT
    wanted = [reading for reading in readings if f" {fold(reading)} " not in typed]
    expansions = tuple(Expansion(in_context(text, start, end, reading), weight) for reading in wanted)
    return Reading(Understanding(KIND, text[start:end], " / ".join(readings)), start, end, expansions)


def short_forms(text: str) -> tuple[Expansion, ...]:
    """The abbreviation of a phrase typed in full, because documents write LHPN more often than the words."""
    tokens = tokens_of(text)
    joined = f" {' '.join(token.folded for token in tokens)} "
    return tuple(
        Expansion(" ".join([*_left_of(joined, phrase), short]), _SHORT_WEIGHT)
        for short, phrase in _unambiguous()
        if f" {phrase} " in joined and f" {short} " not in joined
    )


def _left_of(joined: str, phrase: str) -> list[str]:
    return joined[: joined.index(f" {phrase} ")].split()[-1:]


@cache
def _unambiguous() -> tuple[tuple[str, str], ...]:
    """Folded abbreviation and folded phrase, where one stands for the other only."""
    return tuple(_pairs())


def _pairs() -> Iterator[tuple[str, str]]:
    for short, readings in ABBREVIATIONS.items():
        if len(readings) == 1 and cannot_be_syllable(_spaced(short).replace(" ", "")):
            yield _spaced(short), _spaced(readings[0])


@cache
def _by_key() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Folded tokens of an abbreviation to its readings; one that is only read with its full stop keeps it."""
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for short, readings in ABBREVIATIONS.items():
        key = (fold(short),) if short.endswith(".") else tuple(token.folded for token in tokens_of(short))
        table[key] = tuple(dict.fromkeys((*table.get(key, ()), *readings)))
    return table


@cache
def _widest() -> int:
    return max(map(len, _by_key()))


def _spaced(phrase: str) -> str:
    return " ".join(token.folded for token in tokens_of(phrase))
