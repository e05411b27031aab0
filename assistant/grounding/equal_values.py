"""Whether two figures are of one value: equal, converted, or fairly rounded."""

import re
from decimal import Decimal

from assistant.grounding.moments import Moment
from assistant.grounding.number_words import MEASURES, Rounding
from assistant.grounding.quantities import Quantity
from assistant.grounding.reading import Kind, Token

_LEAST_COUNTED = 20
_TOLERANCE = {Rounding.ABOVE: Decimal("0.12"), Rounding.BELOW: Decimal("0.12"), Rounding.ABOUT: Decimal("0.06")}
_COARSER = Decimal("0.02")
PERCENT_TOLERANCE = Decimal(1)
"""Points: papers round and cut off."""


def is_equal(stated: Quantity, token: Token) -> bool:
    """Whether a figure stands in a token of the source: as a number, in a paper's number or in a time."""
    if token.quantity is not None and token.kind is Kind.NUMBER:
        found = token.quantity
        if measures(stated, found):
            return in_base(stated) == in_base(found) or is_rounded(stated, found)
        return not set(stated.values).isdisjoint(found.values) or is_rounded(stated, found)
    if token.paper is not None:
        return stated.value in {Decimal(re.sub(r"\D", "", token.paper.number)), Decimal(token.paper.year or 0)}
    if token.moment is not None:
        return _is_in_moment(stated, token.moment)
    return token.key == f"r:{stated.value}"


def is_article(stated: Quantity, token: Token) -> bool:
    """Whether the source's number is a mere "một" before another thing than the stated figure counts."""
    found = token.quantity
    if found is None or not found.in_words or found.value != 1 or stated.in_words:
        return False
    return bool(stated.unit) and stated.unit != found.unit


def _is_in_moment(stated: Quantity, moment: Moment) -> bool:
    """Whether a bare number is part of a time, or a number of hours its hour."""
    if stated.unit == "giờ":
        return stated.value == moment.hour
    if moment.hour is not None or stated.unit:
        return False
    return stated.value in {Decimal(part) for part in moment.stated().values() if isinstance(part, int)}


def measures(stated: Quantity, found: Quantity) -> bool:
    """Whether both are measured, in different units of the same: 1,5 tấn and 1.500 kg."""
    if stated.unit == found.unit or stated.unit not in MEASURES or found.unit not in MEASURES:
        return False
    return MEASURES[stated.unit][0] == MEASURES[found.unit][0]


def in_base(quantity: Quantity) -> Decimal:
    """The value in the unit that its measures share."""
    return quantity.value * Decimal(MEASURES[quantity.unit][1])


def is_rounded(stated: Quantity, found: Quantity) -> bool:
    """Whether "hơn 12.000" is a fair way to tell 12.226."""
    if stated.rounding is not None and stated.rounding is found.rounding and _is_coarser(stated, found):
        return True
    exact = found.rounding is None or (found.rounding is Rounding.ABOUT and stated.rounding is not Rounding.ABOUT)
    if stated.rounding not in _TOLERANCE or not exact or stated.unit != found.unit or _is_idiom(stated):
        return False
    gap = found.value - stated.value
    if stated.rounding is not Rounding.ABOUT and (gap > 0) != (stated.rounding is Rounding.ABOVE):
        return False
    if stated.unit == "%" and 0 < abs(gap) < PERCENT_TOLERANCE:
        return True
    return 0 < abs(gap) <= _TOLERANCE[stated.rounding] * found.value


def _is_coarser(stated: Quantity, found: Quantity) -> bool:
    """Whether a rounded number is told rounder still: gần 11,9 nghìn tỷ for gần 11.850 tỷ."""
    mine, other = (len(one.value.normalize().as_tuple().digits) for one in (stated, found))
    return stated.unit == found.unit and mine < other and abs(stated.value - found.value) <= found.value * _COARSER


def _is_idiom(stated: Quantity) -> bool:
    """Whether words for a small number may count nothing: hơn một."""
    return stated.in_words and stated.value < _LEAST_COUNTED
