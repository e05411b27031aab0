"""How alike the surroundings of two tokens are: tells which of several equal facts a sentence speaks of."""

from assistant.grounding.reading import Kind, Reading
from assistant.grounding.weights import weight

_REACH = 6
_SOURCE_REACH = 9


def likeness(stated: Reading, at: tuple[int, int], source: Reading, there: tuple[int, int]) -> float:
    """Share of the words around tokens [first, last) of the sentence found around those of the source, 0 to 1.

    Nearer words weigh more; their order does not count, words across a sentence end do not either.
    """
    wanted = _around(stated, at, _REACH)
    found = _around(source, there, _SOURCE_REACH)
    total = sum(wanted.values())
    if not total:
        return 0.0
    shared = sum(worth * (1 + min(1.0, found[key] / worth)) / 2 for key, worth in wanted.items() if key in found)
    return shared / total


def _around(reading: Reading, at: tuple[int, int], reach: int) -> dict[str, float]:
    """Key to weight of the tokens around, the heavier place of each."""
    first, last = at
    tokens = reading.tokens
    near: dict[str, float] = {}
    for index in [*range(max(0, first - reach), first), *range(last, min(len(tokens), last + reach))]:
        token = tokens[index]
        gap = first - index if index < first else index - last + 1
        crossed = abs(token.clause - tokens[min(first, len(tokens) - 1)].clause)
        worth = weight(token) / (gap + 1) ** 0.5 / (1 + crossed)
        if token.kind is not Kind.NUMBER or token.quantity is None or not token.quantity.in_words:
            near[token.key] = max(near.get(token.key, 0.0), worth)
    return near
