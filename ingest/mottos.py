"""The country's name and motto at the head of a paper, misread by scans too: a linguistic table."""

import re

from ingest.text.folding import fold
from ingest.text.letters import LOWER

_COUNTRY = re.compile(r"c[o0]ng\s*h[o0]a?\s*xa\s*h[o0][il1]\s*chu\s*ngh[il1]a\s*v[il1]et\s*nam")
_WORDS = re.compile(r"d[o0]c\s*lap\s*[^\w\s]{0,3}\s*tu\s*d[o0]\s*[^\w\s]{0,3}\s*hanh\s*phuc")
_PREFILTER = ("ngh", "hanh")
_MAX_CHARS = 400
"""Lines of a letterhead are shorter."""
_QUOTES = "“”\"'‘’«»"
_IN_PROSE = re.compile(rf"(?:[{LOWER}]+,?|,)\s$")
"""What stands before the country's name inside a sentence: one space after a small letter or a comma."""


def mottos_in(text: str) -> list[tuple[int, int]]:
    """[start, end) of each country's name and motto that is one of a letterhead, not part of a sentence."""
    if len(text) > _MAX_CHARS:
        return []
    folded = fold(text)
    if not any(word in folded for word in _PREFILTER):
        return []
    found = [match.span() for pattern in (_COUNTRY, _WORDS) for match in pattern.finditer(folded)]
    return sorted(span for span in found if not _is_prose(text, *span))


def has_motto(text: str) -> bool:
    """Whether a line carries one."""
    return bool(mottos_in(text))


def without_mottos(text: str) -> str:
    """The text with a bar for each."""
    for start, end in reversed(mottos_in(text)):
        text = f"{text[:start]}|{text[end:]}"
    return text


def _is_prose(text: str, start: int, end: int) -> bool:
    if text[start - 1 : start] in tuple(_QUOTES) or text[end : end + 1] in tuple(_QUOTES):
        return True
    return text[start:end].upper() != text[start:end] and _IN_PROSE.search(text[:start]) is not None
