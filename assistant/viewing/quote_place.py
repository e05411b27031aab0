"""A quote found again in a document that was read anew: by its first and last words, wherever they stand now."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.documents import Page
from ingest.text.folding import fold

MAX_KEY_CHARS = 400
_EDGE_WORDS = 6
_BETWEEN = "~"
_WORD = re.compile(r"\w+")
_SLACK = 1.5
"""A quote read anew can be longer by its mended hyphens, covered numbers and joined lines."""
_SLACK_CHARS = 400
_OPENING = "“\"'‘«(["
_CLOSING = ".!?…”\"'’»)]"


class Kept(StrEnum):
    """What became of a quote since it was cited."""

    UNCHECKED = "unchecked"
    """Only the place is known, not the words."""
    SAME = "same"
    MOVED = "moved"
    """The same words, elsewhere."""
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """Where a quote stands now; without a span nothing is marked."""

    page: int
    span: tuple[int, int] | None
    kept: Kept


def quote_key(quote: str) -> str:
    """The first and last words of a quote without accents, short enough for an address."""
    words = _WORD.findall(fold(quote))
    if len(words) <= 2 * _EDGE_WORDS:
        return " ".join(words)[:MAX_KEY_CHARS]
    key = f"{' '.join(words[:_EDGE_WORDS])}{_BETWEEN}{' '.join(words[-_EDGE_WORDS:])}"
    return key if len(key) <= MAX_KEY_CHARS else " ".join(words[:2])[:MAX_KEY_CHARS]


def place_quote(pages: Sequence[Page], page: int, span: tuple[int, int] | None, key: str) -> QuotePlace:
    """The place as cited if the words of ``key`` are there, else the nearest place where they are.

    :param key: as ``quote_key`` makes it, or any words; empty trusts the place.
    """
    text = next((one.text for one in pages if one.number == page), "")
    inside = (span[0], min(span[1], len(text))) if span and span[0] < len(text) else None
    head, tail = _parts(key)
    if not head:
        return QuotePlace(page, inside, Kept.UNCHECKED if inside or span is None else Kept.LOST)
    if inside and _reads(text[slice(*inside)], head, tail):
        return QuotePlace(page, inside, Kept.SAME)
    expected = span[1] - span[0] if span else 0
    for other in sorted(pages, key=lambda one: abs(one.number - page)):
        places = list(_occurrences(other.text, head, tail, expected))
        if places:
            here = span[0] if span and other.number == page else 0
            nearest = min(places, key=lambda place: abs(place[0] - here))
            return QuotePlace(other.number, nearest, Kept.MOVED if span else Kept.SAME)
    return QuotePlace(page, None, Kept.LOST)


def _parts(key: str) -> tuple[list[str], list[str]]:
    head, _, tail = fold(key[:MAX_KEY_CHARS]).partition(_BETWEEN)
    return _WORD.findall(head), _WORD.findall(tail)


def _reads(text: str, head: list[str], tail: list[str]) -> bool:
    words = _WORD.findall(fold(text))
    if not tail:
        return words[: len(head)] == head and (len(words) == len(head) or len(head) < 2 * _EDGE_WORDS)
    return words[: len(head)] == head and words[-len(tail) :] == tail


def _occurrences(text: str, head: list[str], tail: list[str], expected: int) -> Iterator[tuple[int, int]]:
    folded = fold(text)
    for match in _phrase(head).finditer(folded):
        end = match.end() if not tail else _end_of(folded, match.end(), tail, expected)
        if end is not None:
            yield _with_marks(text, match.start(), end)


def _end_of(folded: str, start: int, tail: list[str], expected: int) -> int | None:
    reach = start + round(_SLACK * expected) + _SLACK_CHARS if expected else len(folded)
    ends = [match.end() for match in _phrase(tail).finditer(folded, start, min(len(folded), reach))]
    return min(ends, key=lambda end: abs(end - start - expected)) if ends else None


def _phrase(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"\W+".join(map(re.escape, words)) + r"(?!\w)")


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1] in _OPENING:
        start -= 1
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return start, end
