"""What to quote when room is short: the stretches that most likely hold the answer, and fit together."""

from collections.abc import Sequence
from dataclasses import dataclass

_STEP = 8
"""Characters; fillings of the room as near as that are taken for equal."""


@dataclass(frozen=True, slots=True)
class Option:
    """One way to quote a sentence: characters [start, end) of its passage."""

    start: int
    end: int
    characters: int
    """Room it takes, what stands around it included."""
    worth: float
    """Chance that the answer stands there."""


def worthwhile(options: Sequence[Option]) -> list[Option]:
    """Those that no shorter one is worth as much as, shortest first."""
    kept: list[Option] = []
    for option in sorted(options, key=lambda one: (one.characters, -one.worth)):
        if not kept or option.worth > kept[-1].worth:
            kept.append(option)
    return kept


@dataclass(frozen=True, slots=True)
class _Filling:
    worth: float
    characters: int
    chosen: tuple[Option | None, ...]


def choose(candidates: Sequence[Sequence[Option]], room: int, most: int) -> list[Option | None]:
    """Per candidate one of its options or none: at most ``most`` within ``room`` characters, worth the most together.

    A knapsack, filled candidate by candidate: of fillings as large and as many only the best goes on.
    """
    held: dict[tuple[int, int], _Filling] = {(0, 0): _Filling(0.0, 0, ())}
    for options in candidates:
        following = {key: _Filling(one.worth, one.characters, (*one.chosen, None)) for key, one in held.items()}
        for (_, count), one in held.items():
            for option in options:
                characters = one.characters + option.characters
                if count == most or characters > room:
                    break
                key = characters // _STEP, count + 1
                worth = one.worth + option.worth
                if key not in following or following[key].worth < worth:
                    following[key] = _Filling(worth, characters, (*one.chosen, option))
        held = following
    return list(max(held.values(), key=lambda one: (one.worth, -one.characters)).chosen)
