"""Whether what a change made of a sentence stands elsewhere in the store: then it is no wrong claim."""

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from vectorstore.terms import syllables

_LEAST_CHANGED = 0.8
"""Of the pairs of neighbours of a changed claim that another sentence must have to say it."""
_LEAST_ABSENT = 0.9
"""The same of a claim that is to be absent, besides all its figures."""


class Held:
    """The sentences of a store, by their pairs of neighbouring syllables."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._sentences = [tuple(syllables(one)) for one in dict.fromkeys(sentences)]
        self._holders: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, words in enumerate(self._sentences):
            for pair in set(_pairs(words)):
                self._holders[pair].append(at)

    def tells(self, base: str, changed: str) -> bool:
        """Whether some sentence says the changed claim: its new words beside a neighbour, and most of the rest."""
        before, words = tuple(syllables(base)), tuple(syllables(changed))
        places = [
            words[max(0, first - 1) : last + 1]
            for tag, _, _, first, last in difflib.SequenceMatcher(a=before, b=words, autojunk=False).get_opcodes()
            if tag != "equal"
        ]
        return any(all(_holds(one, place) for place in places) for one in self._alike(words, _LEAST_CHANGED))

    def says(self, claim: str) -> bool:
        """Whether some sentence says nearly all of a claim, with its figures."""
        words = tuple(syllables(claim))
        figures = Counter(one for one in words if any(char.isdigit() for char in one))
        return any(figures <= Counter(one) for one in self._alike(words, _LEAST_ABSENT))

    def _alike(self, words: tuple[str, ...], least: float) -> Iterator[tuple[str, ...]]:
        wanted = set(_pairs(words))
        shared = Counter(at for pair in wanted for at in self._holders.get(pair, ()))
        for at, count in shared.most_common():
            if count < least * len(wanted):
                return
            yield self._sentences[at]


def _pairs(words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return pairwise(words)


def _holds(sentence: tuple[str, ...], place: tuple[str, ...]) -> bool:
    """Whether the changed words stand there, with one neighbour at least."""
    for part in (place[:-1], place[1:]) if len(place) > 2 else (place,):
        size = len(part)
        if any(sentence[at : at + size] == part for at in range(len(sentence) - size + 1)):
            return True
    return False
