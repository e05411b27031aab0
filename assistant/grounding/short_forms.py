"""Short forms written out elsewhere: UBND, Ủy ban nhân dân; TP.HCM, Thành phố Hồ Chí Minh (linguistic table)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.grounding.lexemes import Lexeme, lexemes
from assistant.query.abbreviations import ABBREVIATIONS
from assistant.query.mergers import SPELLINGS
from ingest.text.folding import fold

_SHORT = re.compile(r"(?<![\w])(?:[A-ZĐ][A-ZĐƯ&.-]*[A-ZĐƯ]|TTg|Tp\.|TP\.?|[đĐ]/c|V/v|T\.Ư|T\.P\.?)(?!\w)")
_JOINING = frozenset({"va", "va/hoac", "cua", "ve"})
"""Words an abbreviation leaves out."""
_LONGEST = 9
CITY = "thành phố "


@dataclass(frozen=True, slots=True)
class Spelt:
    """The short form at [start, end) and the words it stands for in the other text."""

    start: int
    end: int
    words: tuple[Lexeme, ...]


def spelt_out(text: str, other: str) -> list[Spelt]:
    """Short forms of ``text`` that either text also writes out, and other spellings of the places of ``other``."""
    shorts, places = _forms(text)
    # nearly every text has neither, and cutting both texts to words costs more than the search
    if not shorts and not places:
        return []
    row = lexemes("\n".join(sorted((text, other), key=lambda one: (-len(one), one))))  # the same for both readings
    found = list(_places(places, lexemes(other)))
    for match in shorts:
        if any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        words = _by_table(match.group(), row) or _by_initials(match.group(), row)
        if words:
            found.append(Spelt(match.start(), match.end(), tuple(words)))
    return sorted(found, key=lambda one: one.start)


@lru_cache(maxsize=512)
def _forms(text: str) -> tuple[tuple[re.Match[str], ...], tuple[re.Match[str], ...]]:
    """What may be short forms, and names of places that have other spellings."""
    return tuple(_SHORT.finditer(text)), tuple(_place_pattern().finditer(text))


def _by_table(short: str, row: Sequence[Lexeme]) -> Sequence[Lexeme]:
    for form in (short, short.rstrip("."), short.replace(".", ""), short.rstrip(".") + "."):
        for reading in ABBREVIATIONS.get(form, ()):
            found = _stretch(row, tuple(one.loose for one in lexemes(reading)))
            if found:
                return found
    return ()


def _stretch(row: Sequence[Lexeme], keys: Sequence[str]) -> Sequence[Lexeme]:
    for at in range(len(row) - len(keys) + 1):
        if all(row[at + offset].loose == key for offset, key in enumerate(keys)):
            return row[at : at + len(keys)]
    return ()


def _by_initials(short: str, row: Sequence[Lexeme]) -> Sequence[Lexeme]:
    """Words of the other text whose initials are the letters of the short form."""
    letters = [fold(char) for char in short if char.isalpha()]
    if len(letters) < 2:  # noqa: PLR2004
        return ()
    for at, one in enumerate(row):
        if one.loose[0] == letters[0] and one.text != short:
            end = _spells(row, at, letters)
            if end:
                return row[at:end]
    return ()


def _spells(row: Sequence[Lexeme], at: int, letters: Sequence[str]) -> int:
    """Where the words that spell the letters from ``at`` on end; 0 where they do not."""
    matched = 0
    for index in range(at, min(len(row), at + _LONGEST + len(letters))):
        one = row[index]
        if one.phrase != row[at].phrase and one.clause != row[at].clause:
            return 0
        if one.loose[0] == letters[matched]:
            matched += 1
            if matched == len(letters):
                return index + 1
        elif one.loose not in _JOINING:
            return 0
    return 0


@cache
def _place_pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace(r"\ ", r"[\s.-]*") for name in sorted(SPELLINGS, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)


def _places(matches: Sequence[re.Match[str]], row: Sequence[Lexeme]) -> Iterator[Spelt]:
    """Other spellings of a province, where the other text has its usual name."""
    for match in matches:
        name = next((value for key, value in SPELLINGS.items() if _flat(key) == _flat(match.group())), None)
        if name is None or _flat(name) == _flat(match.group()):
            continue
        whole = _stretch(row, tuple(one.loose for one in lexemes(CITY + name))) if match.group()[0] in "Tt" else ()
        words = whole or _stretch(row, tuple(one.loose for one in lexemes(name)))
        if words and not _stretch(row, tuple(one.loose for one in lexemes(match.group()))):
            yield Spelt(match.start(), match.end(), tuple(words))


def _flat(name: str) -> str:
    return re.sub(r"[\s.-]+", "", name.lower())
