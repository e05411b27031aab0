"""The letters and digits of a text without accents, case, spaces and marks, each with its place in the text."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ingest.text.folding import fold


@dataclass(frozen=True, slots=True)
class Letters:
    """``text[i]`` is a letter of the source's character ``places[i]``; places never go back."""

    text: str
    places: tuple[int, ...]


def letters_of(chars: Iterable[str], places: Iterable[int] | None = None) -> Letters:
    """Letters of a string, or of any pieces of text; ``places`` number pieces that are not 0, 1, 2 and so on."""
    found: list[str] = []
    where: list[int] = []
    numbered = enumerate(chars) if places is None else zip(places, chars, strict=False)
    for place, char in numbered:
        letters = _letters(char)
        found.append(letters)
        where += [place] * len(letters)
    return Letters("".join(found), tuple(where))


@cache
def _letters(char: str) -> str:
    """A ligature has several, a loose combining mark none."""
    plain = fold(unicodedata.normalize("NFC", unicodedata.normalize("NFKC", char))).casefold()
    return "".join(one for one in plain if one.isalnum())
