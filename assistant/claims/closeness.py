"""How much of a claim a sentence says: words and pairs of neighbours, by how rare they are."""

from collections.abc import Callable, Collection, Sequence

from assistant.grounding.compared import Compared
from assistant.grounding.reading import Kind, Token, read
from assistant.verdicts import Difference, DifferenceKind

_FACT = 6.0
"""Weight of a figure, date or document number: that of a rare word, whichever way it is written."""
_UNSEEN = ""
"""A term of no passage: in a store of a few papers no word is rarer, and no figure weighs more."""
_LARGE = 100
_EXACT_DIGITS = 4
_GAP = 2
"""Words that may stand between two neighbours in the source."""
_NEARBY = 0.7
"""Of its weight, for a word that only the sentences before have, and for a pair that only the card has."""
_PAIR = 0.7
"""Of their weight, for two neighbours: rewording parts many."""
_FACTS = frozenset({Kind.NUMBER, Kind.MOMENT, Kind.PAPER})


def closeness(
    compared: Compared,
    differences: Sequence[Difference],
    idf: Callable[[str], float],
    before: Collection[str] = frozenset(),
) -> tuple[float, float]:
    """Share of the claim that the source or its card holds, and the same without what differs; both 0 to 1.

    :param before: Keys of the words that stand before the source in its document.
    """
    tokens, partners = compared.stated.tokens, compared.alignment.source_of
    wrong = [_differs(token, differences) for token in tokens]
    keys = {token.key for token in (*compared.source.tokens, *compared.card.tokens)}
    fact = min(_FACT, idf(_UNSEEN))
    weights = [fact if token.kind in _FACTS else idf(token.key) for token in tokens]
    held = wanted = wanted_right = 0.0
    credit: list[float] = []
    for at, token in enumerate(tokens):
        here = partners[at] is not None or token.key in keys or token.kind in _FACTS
        credit.append(0.0 if wrong[at] else 1.0 if here else _NEARBY * (token.key in before))
        wanted += weights[at]
        wanted_right += 0.0 if wrong[at] else weights[at]
        held += weights[at] * credit[at]
    for at in range(len(tokens) - 1):
        if tokens[at].clause != tokens[at + 1].clause:
            continue
        worth = _PAIR * (weights[at] + weights[at + 1]) / 2
        wanted += worth
        wanted_right += 0.0 if wrong[at] or wrong[at + 1] else worth
        apart = partners[at] is partners[at + 1] is None and credit[at] and credit[at + 1]
        both = 1.0 if _neighbours(partners[at], partners[at + 1]) else _NEARBY * bool(apart)
        held += worth * both * (not wrong[at] and not wrong[at + 1])
    return held / wanted if wanted else 0.0, held / wanted_right if wanted_right else 0.0


def telling(statement: str) -> int:
    """How many facts of a claim hardly agree by chance: large or broken figures, days, documents' numbers.

    A figure of four digits that are no round ones counts twice.
    """
    return sum(_telling(token) for token in read(statement).tokens)


def _telling(token: Token) -> int:
    if token.kind is Kind.PAPER:
        return 1
    if token.moment is not None:
        return int(token.moment.day is not None and token.moment.month is not None)
    if token.quantity is None or token.quantity.label:
        return 0
    value = token.quantity.value
    if len(value.normalize().as_tuple().digits) >= _EXACT_DIGITS:
        return 2
    return int(value >= _LARGE or value != value.to_integral_value())


def _neighbours(first: int | None, second: int | None) -> bool:
    return first is not None and second is not None and 0 < second - first <= _GAP


def _differs(token: Token, differences: Sequence[Difference]) -> bool:
    return any(
        one.kind is not DifferenceKind.WORDING and token.start < one.end and one.start < token.end
        for one in differences
    )
