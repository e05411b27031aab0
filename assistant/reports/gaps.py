"""How a gap in a draft is written, and known again when a person has typed it (linguistic table)."""

import re

_GAP = re.compile(r"\s*\[\s*CẦN BỔ SUNG\b[^\[\]]*\]\s*[.;]?\s*", re.IGNORECASE)


def is_gap(text: str) -> bool:
    """Whether a sentence is nothing but a gap: it states nothing and needs no source."""
    return _GAP.fullmatch(text) is not None
