"""Lost letters: recognises Vietnamese text whose accented letters vanished before it reached us.

PDF fonts without a character table drop exactly the letters they cannot name, most often the 90 letters of
U+1EA0-1EF9; what is left of a syllable ("chc", "dch", "ph") is no syllable, but is one with letters missing.
Foreign names are not: they have their vowels.
"""

import re
import unicodedata
from functools import cache

from ingest.text.folding import fold
from ingest.text.syllables import ONSETS, RHYMES, STOPPED_TONES, TONE_MARKS, is_syllable, syllable_validity

VALIDITY_FLOOR = 0.9
"""Sound text has 0.99 of its syllables valid, the damaged paragraph we know 0.58."""
MIN_RUINS = 3
"""Fewer different remains than this in a sentence may be units of measure or abbreviations."""
MIN_RUIN_SHARE = 0.08
"""Of the words of the sentence; the damaged paragraph we know has 0.35."""

_FIRST_LOST, _LAST_LOST = "\u1ea0", "\u1ef9"
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_HOLES = re.compile(r"[^\W\d_][\ufffd\ue000-\uf8ff?]+[^\W\d_]|\ufffd")
_FIRST_PRIVATE = "\ue000"
"""Letters below, but for the question mark, are no holes: most tokens need no search."""
_ADDRESS = re.compile(r"[/=&@]|www")
_UNITS = frozenset(str.split("cm dm gb ha hl hp kb kg km kv kw kwh mb mg ml mm mw tb th tp tr"))
_MEMORY = 100_000


def _toned(rhyme: str) -> list[str]:
    """The rhyme with every tone on every vowel: placement differs between spellings."""
    stopped = rhyme.endswith(("c", "ch", "p", "t"))
    forms = [] if stopped else [rhyme]
    for at, char in enumerate(rhyme):
        if unicodedata.normalize("NFD", char)[0] in "aeiouy":
            for mark in STOPPED_TONES if stopped else TONE_MARKS:
                forms.append(unicodedata.normalize("NFC", rhyme[: at + 1] + mark + rhyme[at + 1 :]))
    return forms


@cache
def _ruins() -> frozenset[str]:
    """What syllables leave behind when the letters of U+1EA0-1EF9, or all accented ones, are lost.

    Single letters are left out (points of a law are named so), and so is anything that is a syllable typed
    without accents.
    """
    left: set[str] = set()
    unaccented = {fold(onset + rhyme) for onset in ONSETS for rhyme in RHYMES}
    for rhyme in RHYMES:
        for form in _toned(rhyme):
            rest = "".join(char for char in form if not _FIRST_LOST <= char <= _LAST_LOST)
            bare = "".join(char for char in form if char.isascii())
            for onset in ONSETS:
                left.add(onset + rest)
                left.add("".join(char for char in onset if char.isascii()) + bare)
    return frozenset(word for word in left - unaccented if len(word) > 1 and not is_syllable(word)) - _UNITS


_SOUND: set[str] = set()
"""Tokens already judged sound; emptied when full. Set difference makes the test of a page cost little."""


def _ruined(tokens: set[str]) -> set[str]:
    unknown = tokens - _SOUND
    ruined = {token for token in unknown if _is_ruin(token)}
    if len(_SOUND) >= _MEMORY:
        _SOUND.clear()
    _SOUND.update(unknown - ruined)
    return ruined


def _is_ruin(token: str) -> bool:
    if ("?" in token or max(token) >= _FIRST_PRIVATE) and _HOLES.search(token):
        return not _ADDRESS.search(token)
    word = token if token.isalpha() else _EDGES.sub("", token)
    return word.lower() in _ruins() and not _is_short_form(word, token)


def _is_short_form(word: str, token: str) -> bool:
    """Acronyms, symbols (Dm, Hn) and short words with their point ("tr.", "ng.") are written so on purpose."""
    return word.isupper() or (not word[2:] and (word[0].isupper() or token.endswith((".", "/"))))


def _different(ruined: set[str]) -> int:
    """An abbreviation used ten times over ("cp") is no damage."""
    return len({_EDGES.sub("", token).lower() for token in ruined}) if ruined else 0


def ruined_tokens(text: str) -> set[str]:
    """Tokens of a page that look like remains; empty when they are too few for any sentence to have lost letters."""
    ruined = _ruined(set(text.split()))
    return ruined if _different(ruined) >= MIN_RUINS else set()


def has_lost_letters(text: str) -> bool:
    """Whether this sentence or paragraph (NFC) is Vietnamese with letters missing."""
    tokens = text.split()
    ruined = _ruined(set(tokens))
    if _different(ruined) < MIN_RUINS or sum(token in ruined for token in tokens) < MIN_RUIN_SHARE * len(tokens):
        return False
    return syllable_validity(text) < VALIDITY_FLOOR
