"""A question's syllables with their places, and matching of lexicon phrases with or without accents."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.text.folding import fold

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """One syllable: [start, end) of the text it came from."""

    text: str
    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """A lexicon phrase found at tokens [first, last)."""

    first: int
    last: int
    phrase: str


@lru_cache(maxsize=16)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Runs of letters and digits of NFC ``text``, in order; kept, for a question is cut by ten readers in a row."""
    folded = fold(text)
    return tuple(
        Token(match.group(), folded[match.start() : match.end()], *match.span()) for match in _WORD.finditer(text)
    )


def has_accents(text: str) -> bool:
    """Whether any letter carries a Vietnamese mark, i.e. whether "não" was meant where it says so."""
    return fold(text) != text.lower()


@cache
def _split(phrase: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, fold(word)) for word in phrase.split())


@cache
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Phrases by their folded first word, longest first."""
    table: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(phrases, key=lambda phrase: -phrase.count(" ")):
        first = _split(phrase)[0][1]
        table[first] = (*table.get(first, ()), phrase)
    return table


def find_phrases(tokens: tuple[Token, ...], phrases: Iterable[str], *, accented: bool) -> Iterator[PhraseMatch]:
    """Occurrences of ``phrases``, longest first at each place, not overlapping, left to right.

    In a question typed with accents the accents must agree; in one typed without, folded forms decide.
    """
    by_first = _by_first_word(tuple(phrases))
    index = 0
    while index < len(tokens):
        candidates = by_first.get(tokens[index].folded, ())
        found = next((phrase for phrase in candidates if _at(tokens, index, phrase, accented)), None)
        if found is None:
            index += 1
            continue
        width = found.count(" ") + 1
        yield PhraseMatch(index, index + width, found)
        index += width


def _at(tokens: tuple[Token, ...], index: int, phrase: str, accented: bool) -> bool:
    words = _split(phrase)
    if index + len(words) > len(tokens):
        return False
    for offset, (word, folded) in enumerate(words):
        token = tokens[index + offset]
        if token.folded != folded or (accented and token.text.lower() != word and has_accents(word)):
            return False
        if accented and not has_accents(word) and has_accents(token.text):
            return False
    return True
