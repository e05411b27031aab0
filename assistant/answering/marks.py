"""Which of a question's words a stretch of text has, as bits of one number.

A sentence is measured in a dozen ways (alone, with what is around it, around each number in it), and nearly every
measurement weighs the words of the question found there. With a bit for each word that is one look at the syllables;
what a set of words weighs is added up once and remembered, for few sets occur.
"""

import bisect
import itertools
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marks:
    """The known words of one stretch, in order."""

    places: tuple[int, ...]
    """Their syllables' indices."""
    words: tuple[int, ...]
    """The bit of each."""
    pairs: tuple[int, ...]
    """The bit of each together with the syllable behind it; 0 where no such pair is sought."""
    held: int
    """All of these bits."""

    def within(self, first: int, last: int) -> int:
        """The bits of syllables [first, last): pairs that stand there whole."""
        begin, end = bisect.bisect_left(self.places, first), bisect.bisect_left(self.places, last)
        found = 0
        for bit in self.words[begin:end]:
            found |= bit
        # a pair reaches one syllable further
        whole = end - 1 if end > begin and self.places[end - 1] == last - 1 else end
        for bit in self.pairs[begin:whole]:
            found |= bit
        return found

    def near_each_other(self, wanted: int, reach: int) -> set[tuple[int, int]]:
        """Bits of the words among ``wanted`` that stand within ``reach`` syllables of each other, in order."""
        content = [(at, bit) for at, bit in zip(self.places, self.words, strict=True) if bit & wanted]
        found: set[tuple[int, int]] = set()
        for index, (at, bit) in enumerate(content, 1):
            for after, other in content[index:]:
                if after - at > reach:
                    break
                found.add((bit, other))
        return found


class Vocabulary:
    """Words and pairs of neighbouring words that are looked for, a bit each."""

    def __init__(self, words: Iterable[str], pairs: Iterable[str]) -> None:
        joined = list(dict.fromkeys(pairs))
        first_words = [pair.partition("_")[0] for pair in joined]
        known = dict.fromkeys([*words, *first_words])
        self._words = {word: 1 << at for at, word in enumerate(known)}
        self._pairs = {pair: 1 << at for at, pair in enumerate(joined, len(known))}
        self._behind: dict[str, dict[str, int]] = {}
        for pair, bit in self._pairs.items():
            left, _, right = pair.partition("_")
            self._behind.setdefault(left, {})[right] = bit
        self._read: dict[tuple[str, ...], Marks] = {}

    def bits(self, wanted: Iterable[str]) -> int:
        """The bits of words and of pairs joined by "_"; all of them are known."""
        found = 0
        for one in wanted:
            found |= self._pairs[one] if "_" in one else self._words[one]
        return found

    def among(self, pairs: Set[str], words: Set[str]) -> int:
        """The bits of the known pairs and words that are among others."""
        return self.bits(pairs & self._pairs.keys()) | self.bits(words & self._words.keys())

    def marks(self, parts: tuple[str, ...]) -> Marks:
        """The known words of a stretch; a sentence is also what stands before the next, so it is remembered."""
        found = self._read.get(parts)
        if found is None:
            found = self._read[parts] = self._marks(parts)
        return found

    def _marks(self, parts: tuple[str, ...]) -> Marks:
        known, behind = self._words, self._behind
        places = tuple([at for at, part in enumerate(parts) if part in known])
        words = tuple([known[parts[at]] for at in places])
        last = len(parts) - 1
        pairs = tuple(
            [behind[parts[at]].get(parts[at + 1], 0) if at < last and parts[at] in behind else 0 for at in places]
        )
        held = 0
        for bit in words:
            held |= bit
        for bit in pairs:
            held |= bit
        return Marks(places, words, pairs, held)


class Weighed:
    """Shares of a weight that sets of words and pairs have."""

    def __init__(self, vocabulary: Vocabulary, weights: Mapping[str, float], mass: float) -> None:
        self._weights = [(vocabulary.bits([one]), weight) for one, weight in weights.items()]
        self._mass = mass
        self._all = vocabulary.bits(weights)
        self._shares: dict[int, float] = {}

    def __bool__(self) -> bool:
        """Whether anything is weighed."""
        return bool(self._weights)

    def share(self, held: int) -> float:
        """Of the words whose bits are set."""
        held &= self._all
        found = self._shares.get(held)
        if found is None:
            # in the order of the question, so that the sum is the same to the last bit
            found = self._shares[held] = sum([weight for bit, weight in self._weights if bit & held]) / self._mass
        return found


class Phrases:
    """Names: how many of them are there whole."""

    def __init__(self, vocabulary: Vocabulary, names: Sequence[tuple[str, ...]]) -> None:
        self._wanted = [vocabulary.bits(parts_of(name)) for name in names]

    def share(self, held: int) -> float:
        """Part of the names; 1 if there are none to find."""
        if not self._wanted:
            return 1.0
        return sum([wanted & held == wanted for wanted in self._wanted]) / len(self._wanted)


def parts_of(name: Sequence[str]) -> Sequence[str]:
    """What must be there for a name to be: each pair of its syllables, or its only one."""
    return name if len(name) == 1 else list(map("_".join, itertools.pairwise(name)))
