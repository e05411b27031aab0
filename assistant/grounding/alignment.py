"""Aligns the tokens of a sentence with those of a source: longest common stretches first, whatever their order."""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.grounding.reading import Kind, Reading, Token
from assistant.grounding.weights import is_filler

_FILLER_REACH = 3
"""Places a filler word may have moved against its neighbours and still count as the same word."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Partner of every token in the other text, or None."""

    source_of: tuple[int | None, ...]
    stated_at: tuple[int | None, ...]

    def before(self, at: int) -> int | None:
        """Source token of the nearest aligned token of the sentence before ``at``."""
        return next((one for one in reversed(self.source_of[:at]) if one is not None), None)

    def after(self, at: int) -> int | None:
        """Source token of the nearest aligned token of the sentence after ``at``."""
        return next((one for one in self.source_of[at + 1 :] if one is not None), None)


def align(stated: Reading, source: Reading) -> Alignment:
    """Greedy tiling: the longest common run, then the longest of what is left; single fillers only where they fit."""
    left, right = stated.tokens, source.tokens
    source_of: list[int | None] = [None] * len(left)
    stated_at: list[int | None] = [None] * len(right)
    heap = [(-length, i, j) for i, j, length in _runs(left, right)]
    heapq.heapify(heap)
    singles: list[tuple[int, int]] = []
    while heap:
        size, i, j = heapq.heappop(heap)
        length = _free(source_of, stated_at, i, j, -size)
        if length < -size:
            for offset in range(length + 1, -size):
                rest = _free(source_of, stated_at, i + offset, j + offset, -size - offset)
                if rest > 0:
                    heapq.heappush(heap, (-rest, i + offset, j + offset))
                    break
            if length > 0:
                heapq.heappush(heap, (-length, i, j))
        elif length == 1:
            singles.append((i, j))
        else:
            for offset in range(length):
                source_of[i + offset], stated_at[j + offset] = j + offset, i + offset
    _place_singles(left, source_of, stated_at, singles)
    return Alignment(tuple(source_of), tuple(stated_at))


def _runs(left: Sequence[Token], right: Sequence[Token]) -> list[tuple[int, int, int]]:
    """Every maximal common run as (start in the sentence, start in the source, length)."""
    places: dict[str, list[int]] = {}
    for j, token in enumerate(right):
        places.setdefault(token.key, []).append(j)
    longest: dict[tuple[int, int], int] = {}
    for i in range(len(left) - 1, -1, -1):
        for j in places.get(left[i].key, ()):
            longest[i, j] = 1 + (longest.get((i + 1, j + 1), 0) if _goes_on(left, i, right, j) else 0)
    return [
        (i, j, length)
        for (i, j), length in longest.items()
        if (i - 1, j - 1) not in longest or not _goes_on(left, i - 1, right, j - 1)
    ]


def _goes_on(left: Sequence[Token], i: int, right: Sequence[Token], j: int) -> bool:
    """Whether the next tokens follow in the same way: a run does not cross a stop that only one text has."""
    if i + 1 >= len(left) or j + 1 >= len(right):
        return True
    return (left[i].clause == left[i + 1].clause) == (right[j].clause == right[j + 1].clause)


def _free(source_of: Sequence[int | None], stated_at: Sequence[int | None], i: int, j: int, length: int) -> int:
    """How many of the pairs from here on are still free on both sides."""
    for offset in range(length):
        if source_of[i + offset] is not None or stated_at[j + offset] is not None:
            return offset
    return length


def _place_singles(
    left: Sequence[Token],
    source_of: list[int | None],
    stated_at: list[int | None],
    singles: Sequence[tuple[int, int]],
) -> None:
    """Single tokens go to the place nearest to where their neighbours went."""

    def distance(pair: tuple[int, int]) -> int:
        i, j = pair
        near = [abs(other - (at - i) - j) + abs(at - i) // 4 for at, other in enumerate(source_of) if other is not None]
        return min(near, default=0)

    for far, i, j in sorted((distance(pair), *pair) for pair in singles):
        if source_of[i] is not None or stated_at[j] is not None:
            continue
        if far <= _FILLER_REACH or left[i].kind is not Kind.WORD or not is_filler(left[i].key):
            source_of[i], stated_at[j] = j, i
