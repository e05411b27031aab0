"""What of a sentence can be checked: its quotation, figure, document number, date or name."""

import re

from assistant.claims.model import ClaimKind
from assistant.grounding.reading import Kind, read

_QUOTED = re.compile(r"[“\"«][^”\"»]{25,}[”\"»]")
_NAME_WORDS = 2


def kind_of(sentence: str) -> ClaimKind:
    """The first of quotation, figure, document number, date and name that it has; an event without any."""
    if _QUOTED.search(sentence):
        return ClaimKind.QUOTATION
    tokens = read(sentence).tokens
    kinds = {token.kind for token in tokens}
    if Kind.NUMBER in kinds:
        return ClaimKind.FIGURE
    if Kind.PAPER in kinds:
        return ClaimKind.DOCUMENT_NUMBER
    if Kind.MOMENT in kinds:
        return ClaimKind.DATE
    run = 0
    for token in tokens:
        run = run + 1 if token.capital and not (token.opens and run == 0) else 0
        if run >= _NAME_WORDS:
            return ClaimKind.NAME
    return ClaimKind.EVENT
