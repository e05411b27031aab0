"""Finds sources of equal standing that give different values for the same thing."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.grounding.compared import Compared, compare
from assistant.grounding.moment_differences import moment_differences
from assistant.grounding.name_differences import name_differences
from assistant.grounding.number_differences import number_differences
from assistant.grounding.polarity_differences import polarity_differences
from assistant.grounding.reading import Kind, Reading, Token
from assistant.grounding.same_subject import Setting, same_body, same_time
from assistant.grounding.verifying import support_of
from assistant.grounding.weights import is_filler, weight
from assistant.verdicts import Difference, DifferenceKind

_LEAST_SHARED = 0.6
"""Share of either sentence's weight the other must hold before they speak of the same thing."""
_LEAST_SHARED_WORDS = 0.6
"""The same of the plain words alone, where names and times are known from the documents too."""
_LEAST_SHARED_OF_EVENTS = 0.75
"""Likewise of two sentences that put an event on different days: a body meets more often than once a year."""
_REACH = 4
"""Words on each side of a number that say what it counts."""
_LEAST_NEIGHBOURS = 2
_VALUES = frozenset({DifferenceKind.NUMBER, DifferenceKind.UNIT})


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and the document that tells it."""

    text: str
    document_id: str
    date: str | None = None
    """ISO 8601 day of the document."""
    year: int | None = None
    """The year the document is about; without one its day's year stands for it."""
    setting: Setting | None = None
    """With one on both sides the body, the place and the stretch of time must be known to be the same."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sentences ``first`` and ``second`` (indices, the older document first) that disagree."""

    first: int
    second: int
    differences: tuple[Difference, ...]
    """Stated by the second, source of the first."""


def conflicts(told: Sequence[Told], idf: Callable[[str], float] | None = None) -> tuple[Conflict, ...]:
    """Pairs of sentences of different documents about the same thing, place and time whose values differ."""
    return tuple(_conflicts(told, idf))


def _conflicts(told: Sequence[Told], idf: Callable[[str], float] | None) -> Iterator[Conflict]:
    for left, right in itertools.combinations(range(len(told)), 2):
        if told[left].document_id == told[right].document_id:
            continue
        first, second = sorted((left, right), key=lambda at: (told[at].date or "", at))
        found = _differences(told[first], told[second], idf)
        if found:
            yield Conflict(first, second, found)


def _differences(older: Told, newer: Told, idf: Callable[[str], float] | None) -> tuple[Difference, ...]:
    if older.setting is not None and newer.setting is not None:
        first, second = (older.text, older.setting), (newer.text, newer.setting)
        # cheaper than comparing word by word, and rarely so
        if not (same_time(first, second) and same_body(first, second)):
            return ()
        return _known_differences(older, newer, idf)
    forth = compare(newer.text, older.text, "", frozenset(), idf)
    back = compare(older.text, newer.text, "", frozenset(), idf)
    if min(support_of(forth), support_of(back)) < _LEAST_SHARED or not _same_time(forth, older, newer):
        return ()
    if next(name_differences(forth), None) or next(name_differences(back), None):
        return ()
    return _values_of(forth)


def other_day(first: Told, second: Told, idf: Callable[[str], float] | None = None) -> tuple[str, str] | None:
    """The days, as written, on which two documents put the same event in one year; None where they agree.

    Each sentence must name exactly one day, and every other time, number and name of theirs must agree.
    """
    if first.setting is None or second.setting is None or first.document_id == second.document_id:
        return None
    readings = compare(first.text, second.text, "", frozenset(), idf)
    days = [_only_day(readings.stated, first), _only_day(readings.source, second)]
    if days[0] is None or days[1] is None or days[0][0][0] != days[1][0][0] or days[0][0] == days[1][0]:
        return None
    if _other_figures(readings.stated) != _other_figures(readings.source):
        return None
    if not same_body((first.text, first.setting), (second.text, second.setting)):
        return None
    back = compare(second.text, first.text, "", frozenset(), idf)
    if min(_shared_words(readings), _shared_words(back)) < _LEAST_SHARED_OF_EVENTS:
        return None
    return days[0][1], days[1][1]


def _only_day(reading: Reading, told: Told) -> tuple[tuple[int, int, int], str] | None:
    """Year, month and day of the one day a sentence names, and how it writes it."""
    found = [token for token in reading.tokens if token.moment is not None and token.moment.day]
    if len(found) != 1 or found[0].moment is None:
        return None
    moment = found[0].moment
    year = moment.year or told.year or (int(told.date[:4]) if told.date else None)
    if not (year and moment.month and moment.day):
        return None
    return (year, moment.month, moment.day), reading.text[found[0].start : found[0].end]


def _other_figures(reading: Reading) -> set[str]:
    """Numbers and times of a sentence beside its day and its years."""
    return {
        token.key
        for token in reading.tokens
        if token.kind is Kind.NUMBER
        or (token.moment is not None and not token.moment.day and (token.moment.month or token.moment.quarter))
    }


def _known_differences(older: Told, newer: Told, idf: Callable[[str], float] | None) -> tuple[Difference, ...]:
    """What differs between statements that are known to be about the same."""
    forth = compare(newer.text, older.text, "", frozenset(), idf)
    if _shared_words(forth) < _LEAST_SHARED_WORDS:
        return ()
    if _shared_words(compare(older.text, newer.text, "", frozenset(), idf)) < _LEAST_SHARED_WORDS:
        return ()
    return tuple(one for one in _values_of(forth) if _counts_the_same(forth, one))


def _values_of(compared: Compared) -> tuple[Difference, ...]:
    values = [one for one in number_differences(compared) if one.kind in _VALUES and one.source]
    contrary = list(polarity_differences(compared)) if not values else []
    return tuple([*values, *contrary])


def _counts_the_same(compared: Compared, difference: Difference) -> bool:
    """Whether two different numbers stand among the same words, and neither numbers an article or a list."""
    here = _at(compared.stated, difference.stated, difference.start)
    there = _at(compared.source, difference.source, 0)
    if here is None or there is None or any(one.quantity is None or one.quantity.label for one in (here, there)):
        return False
    around = [_around(reading, one) for reading, one in ((compared.stated, here), (compared.source, there))]
    return len(around[0] & around[1]) >= _LEAST_NEIGHBOURS


def _at(reading: Reading, written: str, start: int) -> Token | None:
    """The number that begins a stretch as it is written, from a place on."""
    numbers = [one for one in reading.tokens if one.kind is Kind.NUMBER and one.start >= start]
    return next((one for one in numbers if reading.text.startswith(written, one.start)), None)


def _around(reading: Reading, token: Token) -> set[str]:
    at = reading.tokens.index(token)
    near = reading.tokens[max(0, at - _REACH) : at + _REACH + 1]
    return {one.key for one in near if one.kind is Kind.WORD and not is_filler(one.key)}


def _shared_words(compared: Compared) -> float:
    """Share of the weight of a sentence's plain words that the other has; names, numbers and times come apart."""
    keys = {token.key for token in compared.source.tokens}
    words = [token for token in compared.stated.tokens if token.kind is Kind.WORD and not token.capital]
    wanted = sum(weight(token, compared.idf) for token in words)
    return sum(weight(token, compared.idf) for token in words if token.key in keys) / wanted if wanted else 0.0


def _same_time(compared: Compared, older: Told, newer: Told) -> bool:
    """Whether both speak of the same period: as their words say, else as their documents' years do."""
    named = [any(one.kind is Kind.MOMENT for one in reading.tokens) for reading in (compared.source, compared.stated)]
    if all(named):
        return next(moment_differences(compared), None) is None
    years = [one.year or (int(one.date[:4]) if one.date else None) for one in (older, newer)]
    said = {
        one.moment.year
        for reading in (compared.source, compared.stated)
        for one in reading.tokens
        if one.moment is not None and one.moment.year
    }
    if said:
        unnamed = years[named.index(False)]
        return unnamed is None or unnamed in said
    return None in years or years[0] == years[1]
