"""Provinces named in a question, by any of their spellings, with what the mergers of 2025 made of them."""

from datetime import date
from functools import cache

from assistant.model import Expansion, Understanding
from assistant.query.mergers import (
    CITY_WORDS,
    INITIALS,
    NOT_PLACES,
    NOTE_INCLUDES,
    NOTE_PART_OF,
    PEOPLE_TOO,
    PLACE_WORDS,
    SPELLINGS,
    UNMISTAKABLE,
    WORDS_TOO,
)
from assistant.query.periods import question_periods
from assistant.query.places import PROVINCES
from assistant.query.readings import Reading, in_context
from assistant.query.tokens import Token, find_phrases, has_accents, tokens_of
from assistant.query.typing_keys import folded_syllables
from ingest.provinces import MERGED, MERGED_ON
from ingest.text.folding import fold

KIND = "place"
_ALIAS_WEIGHT = 0.8
_CHOICE_WEIGHT = 0.5
_MERGED_WEIGHT = 0.4


def places(text: str, today: date | None = None) -> list[Reading]:
    """Provinces of the question.

    The name of a province that took others in also asks for those, unless the question is about years before; initials
    of several provinces ask for each of them.
    """
    tokens = tokens_of(text)
    joined = _are_joined(text, today)
    found: list[Reading] = []
    taken: set[int] = set()
    for match in find_phrases(tokens, _phrases(), accented=has_accents(text)):
        name = _phrases()[match.phrase]
        taken |= set(range(match.first, match.last))
        if name and _is_name(text, tokens, match.first, match.last, name):
            start, end = tokens[match.first].start, tokens[match.last - 1].end
            found.append(_named(text, start, end, name, joined=joined))
    for index, token in enumerate(tokens):
        names = () if index in taken else _by_initials(tokens, index, shouting=text.isupper())
        if names:
            expansions = tuple(
                Expansion(in_context(text, token.start, token.end, name), _weight(names)) for name in names
            )
            chip = Understanding(KIND, token.text, " / ".join(names))
            found.append(Reading(chip, token.start, token.end, expansions))
    return sorted(found, key=lambda reading: reading.start)


def _are_joined(text: str, today: date | None) -> bool:
    periods = question_periods(text)
    if periods:
        return any(last >= MERGED_ON.year for _, last in periods)
    return today is None or today >= MERGED_ON


def _named(text: str, start: int, end: int, name: str, *, joined: bool) -> Reading:
    typed = text[start:end]
    others = MERGED.get(name, ()) if joined else ()
    whole = _whole_of().get(name) if joined else None
    expansions = [Expansion(in_context(text, start, end, other), _MERGED_WEIGHT) for other in others]
    if fold(typed) != fold(name).replace(" - ", " "):
        expansions.append(Expansion(in_context(text, start, end, name), _ALIAS_WEIGHT))
    meaning = name
    if others:
        meaning = NOTE_INCLUDES.format(name=name, others=", ".join(others))
    elif whole:
        meaning = NOTE_PART_OF.format(name=name, whole=whole)
    return Reading(Understanding(KIND, typed, meaning), start, end, tuple(expansions))


def _weight(names: tuple[str, ...]) -> float:
    return _ALIAS_WEIGHT if len(names) == 1 else _CHOICE_WEIGHT


def _is_name(text: str, tokens: tuple[Token, ...], first: int, last: int, name: str) -> bool:
    """In a question with capitals a name has them; one that is also a word needs them, or a place word before it."""
    before = tokens[first - 1].folded if first else ""
    if name in PEOPLE_TOO and "".join(token.folded for token in tokens[first:last]) == fold(name).replace(" ", ""):
        return before in CITY_WORDS
    written = all(token.text[0].isupper() for token in tokens[first:last]) and not text.isupper()
    if written or before in PLACE_WORDS:
        return True
    has_capitals = any(token.text[0].isupper() for token in tokens[1:]) and not text.isupper()
    return not has_capitals and name not in WORDS_TOO


def _by_initials(tokens: tuple[Token, ...], index: int, *, shouting: bool) -> tuple[str, ...]:
    """Initials count after a word that announces a place ("tỉnh bg"); the unmistakable ones in capitals anywhere."""
    token = tokens[index]
    word, capitals = token.text.lower(), token.text.isupper() and not shouting
    if capitals and word in UNMISTAKABLE:
        return INITIALS[word]
    announced = index > 0 and tokens[index - 1].folded in PLACE_WORDS
    return INITIALS.get(word, ()) if announced and (capitals or token.folded not in folded_syllables()) else ()


@cache
def _phrases() -> dict[str, str]:
    """Every spelling in lower case to its name; an empty name for a phrase that is no place."""
    names = {" ".join(token.text.lower() for token in tokens_of(name)): name for name in PROVINCES}
    return {**names, **SPELLINGS, **dict.fromkeys(NOT_PLACES, "")}


@cache
def _whole_of() -> dict[str, str]:
    return {part: whole for whole, parts in MERGED.items() for part in parts}
