"""How much of a claim a sentence says: words and pairs of neighbours, by how rare they are."""

from collections.abc import Callable, Sequence

from assistant.grounding.compared import Compared
from assistant.grounding.reading import Kind, Token, read
from assistant.verdicts import Difference, DifferenceKind

_FACT = 6.0
"""Weight of a figure, date or document number: that of a rare word, whichever way it is written."""
_LARGE = 100
_GAP = 2
"""Words that may stand between two neighbours in the source."""
_FACTS = frozenset({Kind.NUMBER, Kind.MOMENT, Kind.PAPER})


def closeness(
    compared: Compared, differences: Sequence[Difference], idf: Callable[[str], float]
) -> tuple[float, float]:
    """Share of the claim that the source or its card holds, and the same without what differs; both 0 to 1."""
    tokens, partners = compared.stated.tokens, compared.alignment.source_of
    wrong = [_differs(token, differences) for token in tokens]
    keys = {token.key for token in (*compared.source.tokens, *compared.card.tokens)}
    weights = [_FACT if token.kind in _FACTS else idf(token.key) for token in tokens]
    held = wanted = wanted_right = 0.0
    for at, token in enumerate(tokens):
        here = not wrong[at] and (partners[at] is not None or token.key in keys or token.kind in _FACTS)
        wanted += weights[at]
        wanted_right += 0.0 if wrong[at] else weights[at]
        held += weights[at] if here else 0.0
    for at in range(len(tokens) - 1):
        if tokens[at].clause != tokens[at + 1].clause:
            continue
        worth = (weights[at] + weights[at + 1]) / 2
        wanted += worth
        wanted_right += 0.0 if wrong[at] or wrong[at + 1] else worth
        held += worth if not wrong[at] and not wrong[at + 1] and _neighbours(partners[at], partners[at + 1]) else 0.0
    return held / wanted if wanted else 0.0, held / wanted_right if wanted_right else 0.0


def is_telling(statement: str) -> bool:
    """Whether a claim has a fact that hardly agrees by chance: a large or broken figure, a day, a document's number."""
    return any(_is_telling(token) for token in read(statement).tokens)


def _is_telling(token: Token) -> bool:
    if token.kind is Kind.PAPER:
        return True
    if token.moment is not None:
        return token.moment.day is not None and token.moment.month is not None
    if token.quantity is None or token.quantity.label:
        return False
    value = token.quantity.value
    return value >= _LARGE or value != value.to_integral_value()


def _neighbours(first: int | None, second: int | None) -> bool:
    return first is not None and second is not None and 0 < second - first <= _GAP


def _differs(token: Token, differences: Sequence[Difference]) -> bool:
    return any(
        one.kind is not DifferenceKind.WORDING and token.start < one.end and one.start < token.end
        for one in differences
    )
