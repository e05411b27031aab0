"""A paper named by its day or only as "the item": "(tin 31/07/2023)", "theo bài …" (linguistic table)."""

import re
from datetime import date

from ingest.text.folding import fold

_ITEM = r"(?:ban tin|tin bai|bai viet|bai bao|tin|bai)"
_PAPER = r"(?:van ban|tai lieu|bao cao|thong bao|cong van|ke hoach|bien ban)"
_DAY = r"(?:dang\s+)?(?:ngay\s+)?(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)"
_DATED = re.compile(rf"(?:\b(?:theo|trong|o|tai)\s+)?\(?\b(?:{_ITEM}|(?<=theo\s){_PAPER}|(?<=\(){_PAPER})\s+{_DAY}\)?")
_NOT_ITEMS = r"(?:hoc|tap|hat|tho|thuoc|ca|toan|giang|du|phat|tru|ban|tuc|nhan|rang|vao|cay|tuong|mung)"
_UNDATED = re.compile(rf"(?:^\s*|\b(?:theo|trong|con)\s+|\()({_ITEM})\b(?!\s+{_NOT_ITEMS}\b)(?=\s+\w)")

_SAYS = re.compile(r"\b(?:(?:nhac|noi|de cap) (?:den|toi)|de cap|cho biet|neu ro|ghi(?= bao| may))\b")
"""What a paper does with its subject; its sentences do not say so."""


def paper_days(text: str) -> tuple[str, ...]:
    """Days of papers the question names, as ISO dates; days of events are none."""
    found = (_iso(match) for match in _DATED.finditer(fold(text)))
    return tuple(dict.fromkeys(day for day in found if day))


def without_papers(text: str) -> str:
    """The text with such references blanked out, at the same places; of one without a day only the noun.

    Beside one also "nhắc đến" and the like.
    """
    folded, typed = fold(text), text
    for match in _DATED.finditer(folded):
        if _iso(match):
            text = _blanked(text, *match.span())
    for match in _UNDATED.finditer(folded):
        text = _blanked(text, *match.span(1))
    for match in _SAYS.finditer(folded) if text != typed else ():
        text = _blanked(text, *match.span())
    return text


def _iso(match: re.Match[str]) -> str:
    day, month, year = map(int, match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
