"""Bare numbers of a source that measure nothing: no unit stands at them, and no heading names one."""

import re
from functools import cache

from assistant.grounding.compared import Compared
from assistant.grounding.number_words import MEASURES, UNITS

_TIME = "giây"
_REACH = 5
"""Tokens within which a later number may lend its unit: từ 20 đến 30 ha."""


def is_bare(compared: Compared, there: int, unit: str) -> bool:
    """Whether a number of the source without a unit cannot be one of ``unit``: a length, area, weight or content."""
    if unit not in MEASURES or MEASURES[unit][0] == _TIME:
        return False
    tokens = compared.source.tokens
    for one in tokens[there + 1 : there + 1 + _REACH]:
        if one.clause == tokens[there].clause and one.quantity is not None and one.quantity.unit in MEASURES:
            return False
    text = f"{compared.source.text}\n{compared.card.text}\n{compared.before}".lower()
    return _named_apart(MEASURES[unit][0]).search(text) is None


@cache
def _named_apart(base: str) -> re.Pattern[str]:
    """Units of one measure where they stand behind no figure."""
    spellings = [one for one, unit in UNITS.items() if unit in MEASURES and MEASURES[unit][0] == base]
    return re.compile(rf"(?<!\w)(?<!\d )(?:{'|'.join(map(re.escape, spellings))})(?!\w)")
