"""A typed question made ready for search: courtesy dropped, abbreviations widened, periods read out."""

import re
import unicodedata
from functools import cache

from assistant.model import Query, Understanding
from assistant.query.abbreviations import ABBREVIATIONS
from assistant.query.periods import periods
from assistant.query.tokens import Token, find_phrases, has_accents, tokens_of
from assistant.query.wording import COURTESY
from ingest.text.folding import fold
from ingest.text.syllables import ONSETS, RHYMES

MAX_QUESTION_CHARS = 1_000
"""A longer question is a pasted text; the beginning says what is wanted."""
SHORTENED = "shortened"
"""Kind of the chip that says a question was cut; its meaning is the length kept."""
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"\s+")
_VOWEL = re.compile("[aeiouy]")
_MIN_LOWER_CASE = 3
_ENOUGH_WORDS = 4


def understand(text: str) -> Query:
    """Prepare ``text`` for the indexes; never raises, an empty question gives an empty ``search_text``."""
    clean = _SPACE.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()
    kept = _shorten(clean)
    chips = [Understanding(SHORTENED, "", str(len(kept)))] if len(kept) < len(clean) else []
    core = _without_courtesy(kept)
    abbreviations = _abbreviations(core)
    chips += [Understanding("abbreviation", token.text, " / ".join(meanings)) for token, meanings in abbreviations]
    chips += periods(core)
    words = [core, *_expansions(core, abbreviations), *_short_forms(core)]
    return Query(text=kept, search_text=" ".join(words) if tokens_of(core) else "", understood=tuple(chips))


def _shorten(text: str) -> str:
    if len(text) <= MAX_QUESTION_CHARS:
        return text
    head = text[:MAX_QUESTION_CHARS]
    return head.rsplit(" ", 1)[0] if " " in head else head


def _without_courtesy(text: str) -> str:
    """Drop courtesy at the two ends, as long as something is left to ask."""
    tokens = tokens_of(text)
    matches = list(find_phrases(tokens, COURTESY, accented=has_accents(text)))
    first, last = 0, len(tokens)
    for match in matches:
        if match.first == first:
            first = match.last
    for match in reversed(matches):
        if match.last == last:
            last = match.first
    if first >= last:
        return text
    start = tokens[first].start if first else 0
    end = tokens[last - 1].end if last < len(tokens) else len(text)
    return text[start:end]


@cache
def _by_key() -> dict[str, tuple[str, ...]]:
    """Folded abbreviation to every reading of every form that folds to it."""
    table: dict[str, tuple[str, ...]] = {}
    for short, readings in ABBREVIATIONS.items():
        key = fold(short)
        table[key] = tuple(dict.fromkeys((*table.get(key, ()), *readings)))
    return table


def _abbreviations(text: str) -> list[tuple[Token, tuple[str, ...]]]:
    """Abbreviations typed in capitals, and in lower case those that cannot be a syllable (lhpn, bch)."""
    all_capitals = text.isupper()
    found = []
    for token in tokens_of(text):
        readings = _by_key().get(token.folded)
        if readings and ((token.text.isupper() and not all_capitals) or _cannot_be_syllable(token.folded)):
            found.append((token, readings))
    return found


def _cannot_be_syllable(folded: str) -> bool:
    return len(folded) >= _MIN_LOWER_CASE and not _VOWEL.search(folded)


def _expansions(text: str, abbreviations: list[tuple[Token, tuple[str, ...]]]) -> list[str]:
    """Readings to be asked for beside the typed words, without those already typed."""
    typed = f" {fold(text)} "
    readings = dict.fromkeys(reading for _, options in abbreviations for reading in options)
    return [reading for reading in readings if f" {fold(reading)} " not in typed]


def _short_forms(text: str) -> list[str]:
    """The abbreviation of a phrase typed in full, because documents write LHPN more often than the words."""
    tokens = tokens_of(text)
    folded = [token.folded for token in tokens]
    joined = f" {' '.join(folded)} "
    shorts = [
        short
        for short, readings in ABBREVIATIONS.items()
        if len(readings) == 1 and _cannot_be_syllable(fold(short)) and f" {_spaced(readings[0])} " in joined
    ]
    return [short for short in shorts if fold(short) not in folded]


@cache
def _spaced(phrase: str) -> str:
    return " ".join(token.folded for token in tokens_of(phrase))


def is_foreign(text: str) -> bool:
    """Whether a question is in another language: fewer than half of its words, four or more, can be Vietnamese.

    Typed without accents a Vietnamese word still has the letters of one, so folded forms decide.
    """
    words = [token.folded for token in tokens_of(text) if not token.folded.isdigit()]
    return len(words) >= _ENOUGH_WORDS and sum(map(_could_be_vietnamese, words)) < len(words) / 2


@cache
def _could_be_vietnamese(folded: str) -> bool:
    return folded in _folded_syllables() or _cannot_be_syllable(folded)


@cache
def _folded_syllables() -> frozenset[str]:
    return frozenset(fold(onset + rhyme) for onset in ONSETS for rhyme in RHYMES)
