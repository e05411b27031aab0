"""Whether two statements of different documents speak of the same body and place, and of the same time."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.grounding.moments import Moment
from assistant.grounding.reading import Kind, Token, read

_Name = tuple[str, ...]
_NO_NAMES = frozenset(str.split("hoi lhpn lien hiep phu nu viet nam uy ban trung uong tw bch btv hdnd ubnd mttq cac"))
"""Words that the names of units begin with."""
_LEAST_WORDS = 2
"""One capital alone is a habit of writing: Bộ, Cụm, Điều."""
_TEXTS = 512
"""Remembered: each is compared with many others."""
_Time = tuple[int | None, int | None, str | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a statement is at home, from the nearest to the widest; empty: nothing is known."""

    sentence: str = ""
    """The sentence it is a clause of."""
    about: str = ""
    """The unit whose document it stands in, else its title."""
    title: str = ""
    year: int | None = None

    def times(self, text: str) -> frozenset[_Time]:
        """The times it is about: those it names, else its sentence, else the title; the year from the document."""
        found = _moments(text) or _moments(self.sentence) or _moments(self.title) or (Moment(),)
        return frozenset(_key(one, self.year) for one in found)

    def names(self, text: str) -> tuple[frozenset[_Name], frozenset[_Name]]:
        """Proper names of the statement with its sentence, and of the document."""
        return _names(f"{text}\n{self.sentence}"), _names(self.about)


def same_body(first: tuple[str, Setting], second: tuple[str, Setting]) -> bool:
    """Whether neither names what the other's sentence and document do not, and both share a name.

    Where a sentence names nobody, the document's unit speaks for it. Without any name nothing is known to be the same.
    """
    if not (_knows(first, second[0]) and _knows(second, first[0])):
        return False
    (said, own), (other_said, other_own) = (setting.names(text) for text, setting in (first, second))
    if said and other_said:
        return not said.isdisjoint(other_said)
    if said or other_said:
        silent = other_own if said else own
        return bool(silent) and silent <= (said or other_said)
    return bool(own) and own == other_own


def _knows(statement: tuple[str, Setting], other: str) -> bool:
    """Whether every name of the other text stands somewhere around the statement."""
    text, setting = statement
    names = _names(other)
    if not names:
        return True
    known = _keys(f"{text}\n{setting.sentence}\n{setting.about}\n{setting.title}")
    return all(known.issuperset(name) for name in names)


@lru_cache(maxsize=_TEXTS)
def _keys(text: str) -> frozenset[str]:
    return frozenset(token.key for token in read(text).tokens)


def same_time(first: tuple[str, Setting], second: tuple[str, Setting]) -> bool:
    """Whether both may be about one stretch of time: a half-year is not its year, an unknown year is any known one."""
    times, other_times = (setting.times(text) for text, setting in (first, second))
    return any(
        one[1:] == other[1:] and (one[0] == other[0] or None in (one[0], other[0])) and (one[0] or other[0])
        for one in times
        for other in other_times
    )


def _key(moment: Moment, year: int | None) -> _Time:
    return moment.year or year, moment.quarter, moment.part, moment.month, moment.day


@lru_cache(maxsize=_TEXTS)
def _moments(text: str) -> tuple[Moment, ...]:
    return tuple(one.moment for one in read(text).tokens if one.moment is not None)


@lru_cache(maxsize=_TEXTS)
def _names(text: str) -> frozenset[_Name]:
    """Runs of capitalised words, without those that every unit's name begins with."""
    found: set[_Name] = set()
    run: list[Token] = []
    for token in read(text).tokens:
        capital = token.kind is Kind.WORD and token.capital
        if capital and (not run or token.phrase == run[-1].phrase):
            run.append(token)
            continue
        found.add(_name(run))
        run = [token] if capital else []
    return frozenset(name for name in (*found, _name(run)) if name)


def _name(run: Sequence[Token]) -> _Name:
    keys = tuple(itertools.dropwhile(_NO_NAMES.__contains__, (one.key for one in run)))
    return keys if len(keys) >= _LEAST_WORDS else ()
