"""A typed question made ready for search: courtesy dropped, spelling mended, what it names read out and widened."""

import re
import unicodedata
from collections.abc import Collection
from datetime import date
from functools import cache

from assistant.model import Expansion, Query, Understanding
from assistant.ports import TermFrequency
from assistant.query.corrections import (
    SLANG_KIND,
    TYPING,
    TYPO,
    ambiguous_slang,
    apply,
    corrections,
    mended_place,
    typed_place,
)
from assistant.query.loose_numbers import numbers
from assistant.query.period_forms import period_readings
from assistant.query.provinces import places
from assistant.query.question import read_question
from assistant.query.readings import Reading, in_context, key_of
from assistant.query.relative_times import relative_times
from assistant.query.short_forms import KIND as ABBREVIATION
from assistant.query.short_forms import abbreviations, cannot_be_syllable, short_forms
from assistant.query.tokens import find_phrases, has_accents, tokens_of
from assistant.query.typing_keys import folded_syllables
from assistant.query.wording import COURTESY, DROPPED_NOTE
from ingest.text.folding import fold

MAX_QUESTION_CHARS = 1_000
"""A longer question is a pasted text; the beginning says what is wanted."""
SHORTENED = "shortened"
"""Kind of the chip that says a question was cut; its meaning is the length kept."""
POLITENESS = "politeness"
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"\s+")
_ENOUGH_WORDS = 4
_SURE_WITHOUT_ACCENTS = frozenset({"ạ"})
"""Courtesy of one syllable that is nothing else without its accent; "nha" may be nhà, "da" the Da of Da Nang."""
_MENDED_WEIGHTS = {TYPING: 1.0, TYPO: 0.9, SLANG_KIND: 0.6}
"""What stands for a word that no passage has takes its place; chat spellings may be found as they are."""
_SLANG_WEIGHT = 0.3


def understand(
    text: str,
    ignore: Collection[str] = frozenset(),
    *,
    today: date | None = None,
    frequency: TermFrequency | None = None,
) -> Query:
    """Prepare ``text`` for the indexes; never raises, an empty question gives an empty ``search_text``.

    ``ignore`` holds chips the asker took away, as ``kind:text``. ``today`` resolves "năm ngoái"; without it such words
    stay as they are. ``frequency`` (of a term in the store) is what typos are mended with; without it they stay.
    """
    clean = _SPACE.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text))).strip()
    kept = _shorten(clean)
    chips = [Understanding(SHORTENED, "", str(len(kept)))] if len(kept) < len(clean) else []
    mended = _wanted(corrections(kept, frequency), ignore)
    whole = apply(kept, mended)
    start, end = _core(whole)
    courtesy = [
        Understanding(POLITENESS, part, DROPPED_NOTE)
        for part in (whole[:start].strip(), whole[end:].strip())
        if tokens_of(part)
    ]
    if any(key_of(chip) in ignore for chip in courtesy):
        start, end, courtesy = 0, len(whole), []
    corrected = whole[start:end]
    core = kept[typed_place(start, mended) : typed_place(end, mended)]
    readings = _wanted(_readings(corrected, today, frequency), ignore)
    chips += [*courtesy, *(reading.chip for reading in (*mended, *readings))]
    embedded = _written_out(corrected, readings)
    expansions = [*_mended_expansions(kept, mended), *(one for reading in readings for one in reading.expansions)]
    return Query(
        text=kept,
        search_text=core if tokens_of(core) else "",
        understood=tuple(dict.fromkeys(chips)),
        expansions=tuple(dict.fromkeys((*expansions, *short_forms(corrected)))),
        dense_text=embedded,
        reading=whole if mended else "",
        content=_content(embedded),
        ignored=frozenset(ignore),
    )


def _content(text: str) -> tuple[str, ...]:
    """Read without its accents even where it has them: both ways of typing must find the same."""
    question = read_question(fold(text))
    pairs = zip(question.tokens, question.content, strict=True)
    return tuple(dict.fromkeys(token.folded for token, matters in pairs if matters))


def _wanted(readings: list[Reading], ignore: Collection[str]) -> list[Reading]:
    return [reading for reading in readings if key_of(reading.chip) not in ignore]


def _readings(text: str, today: date | None, frequency: TermFrequency | None) -> list[Reading]:
    """Everything the mended question names; a year inside a paper's number is no period."""
    found = numbers(text, frequency)
    times = [*period_readings(text), *(relative_times(text, today) if today is not None else ())]
    short = abbreviations(text)
    named = [one for one in places(text, today) if not _narrower(one, short)]
    rest = [*times, *named, *(one for one in short if not _inside(one, named))]
    rest += [
        _slang_reading(text, token.start, token.end, meanings) for token, meanings in ambiguous_slang(tokens_of(text))
    ]
    return [*found, *(one for one in rest if not _inside(one, found))]


def _inside(reading: Reading, others: list[Reading]) -> bool:
    return any(other.start <= reading.start and reading.end <= other.end for other in others)


def _narrower(reading: Reading, others: list[Reading]) -> bool:
    return any(_inside(reading, [other]) and other.end - other.start > reading.end - reading.start for other in others)


def _slang_reading(text: str, start: int, end: int, meanings: tuple[str, ...]) -> Reading:
    expansions = tuple(Expansion(in_context(text, start, end, meaning), _SLANG_WEIGHT) for meaning in meanings)
    return Reading(Understanding(SLANG_KIND, text[start:end], " / ".join(meanings)), start, end, expansions)


def _mended_expansions(text: str, mended: list[Reading]) -> list[Expansion]:
    """The words that mending put in, with their neighbours; in place of words that no passage has they count fully."""
    return [Expansion(_around(text, mended, one), _MENDED_WEIGHTS[one.chip.kind]) for one in mended]


def _around(text: str, mended: list[Reading], one: Reading) -> str:
    whole = apply(text, mended)
    start = mended_place(one.start, mended)
    return in_context(whole, start, start + len(one.replacement or ""), one.replacement or "")


def _written_out(text: str, readings: list[Reading]) -> str:
    """The question to embed: its abbreviations followed by what they certainly mean."""
    meanings = [one.chip.meaning for one in readings if one.chip.kind == ABBREVIATION and " / " not in one.chip.meaning]
    return " ".join([text, *meanings])


def _shorten(text: str) -> str:
    if len(text) <= MAX_QUESTION_CHARS:
        return text
    head = text[:MAX_QUESTION_CHARS]
    return head.rsplit(" ", 1)[0] if " " in head else head


def _core(text: str) -> tuple[int, int]:
    """The place of the question without courtesy at its two ends, as long as something is left to ask."""
    tokens = tokens_of(text)
    accented = has_accents(text)
    found = find_phrases(tokens, COURTESY, accented=accented)
    matches = [one for one in found if accented or " " in one.phrase or one.phrase in _SURE_WITHOUT_ACCENTS]
    matches = [one for one in matches if tokens[one.last - 1].text.islower() or one.first == 0 or text.isupper()]
    first, last = 0, len(tokens)
    for match in matches:
        if match.first == first:
            first = match.last
    for match in reversed(matches):
        if match.last == last:
            last = match.first
    if first >= last:
        return 0, len(text)
    return tokens[first].start if first else 0, tokens[last - 1].end if last < len(tokens) else len(text)


def is_foreign(text: str) -> bool:
    """Whether a question is in another language: fewer than half of its words, four or more, can be Vietnamese.

    Typed without accents a Vietnamese word still has the letters of one, so folded forms decide.
    """
    words = [token.folded for token in tokens_of(text) if not token.folded.isdigit()]
    return len(words) >= _ENOUGH_WORDS and sum(map(_could_be_vietnamese, words)) < len(words) / 2


@cache
def _could_be_vietnamese(folded: str) -> bool:
    return folded in folded_syllables() or cannot_be_syllable(folded)
