"""Finds sources of equal standing that give different values for the same thing."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.grounding.compared import Compared, compare
from assistant.grounding.moment_differences import moment_differences
from assistant.grounding.name_differences import name_differences
from assistant.grounding.number_differences import number_differences
from assistant.grounding.polarity_differences import polarity_differences
from assistant.grounding.reading import Kind
from assistant.grounding.verifying import support_of
from assistant.verdicts import Difference, DifferenceKind

_LEAST_SHARED = 0.6
"""Share of either sentence's weight the other must hold before they speak of the same thing."""
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
    forth = compare(newer.text, older.text, "", frozenset(), idf)
    back = compare(older.text, newer.text, "", frozenset(), idf)
    if min(support_of(forth), support_of(back)) < _LEAST_SHARED or not _same_time(forth, older, newer):
        return ()
    if next(name_differences(forth), None) or next(name_differences(back), None):
        return ()
    values = [one for one in number_differences(forth) if one.kind in _VALUES and one.source]
    contrary = list(polarity_differences(forth)) if not values else []
    return tuple([*values, *contrary])


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
