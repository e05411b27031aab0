"""Finds the claims of a draft in the Word file it was read from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.claims.model import Claim, ClaimKind
from assistant.claims.word_text import WordText, key_of

_NUMBER_CHARS = 12
"""Automatic numbers of Word are in the text that was read, but not in the file's letters: II.1.2."""
_ROW_SHARE = 0.8
"""Of a row's cells that must stand in the claim made of it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Letters [start, end) of the file's key that a claim stands at; end > start."""

    start: int
    end: int


def anchors(claims: Sequence[Claim], text: WordText) -> Iterator[Anchor | None]:
    """Where each claim stands, in their order; None for one that is not found.

    Claims come in the order of the file, so each is looked for behind the one before, and only then everywhere.
    """
    cursor = 0
    for claim in claims:
        found = _found(claim, text, cursor) or _found(claim, text, 0)
        if found is not None:
            cursor = max(cursor, found.end) if found.start >= cursor else cursor
        yield found


def _found(claim: Claim, text: WordText, start: int) -> Anchor | None:
    key = key_of(claim.text)
    if not key:
        return None
    place = text.key.find(key, start)
    if place >= 0:
        return Anchor(place, place + len(key))
    if claim.kind is ClaimKind.TABLE_ROW:
        return _row(key, text, start)
    return _without_number(claim.text, text, start)


def _without_number(written: str, text: WordText, start: int) -> Anchor | None:
    """The claim without the number Word put in front of its paragraph."""
    number, _, rest = written.lstrip().partition(" ")
    key = key_of(rest)
    if not key or len(number) > _NUMBER_CHARS:
        return None
    place = text.key.find(key, start)
    return Anchor(place, place + len(key)) if place >= 0 else None


def _row(key: str, text: WordText, start: int) -> Anchor | None:
    """The row whose cells stand in the claim: names of columns are written between them."""
    for first, end, cells in text.rows:
        if first >= start and _holds(key, cells):
            return Anchor(first, end)
    return None


def _holds(key: str, cells: Sequence[str]) -> bool:
    place, found, letters = 0, 0, 0
    for cell in cells:
        at = key.find(cell, place)
        if at >= 0:
            place, found, letters = at + len(cell), found + 1, letters + len(cell)
    # a row of a few digits stands in many claims: most of its letters must be a name, or all cells be there
    return found == len(cells) or (found >= _ROW_SHARE * len(cells) and letters >= _ROW_SHARE * sum(map(len, cells)))
