"""Words as they were meant: leftover keys decoded, chat spellings written out, one-letter typos mended."""

import re
from collections.abc import Iterator

from assistant.model import Understanding
from assistant.ports import TermFrequency
from assistant.query.readings import Reading
from assistant.query.short_forms import abbreviation_readings
from assistant.query.slang import AT_END_ONLY, FOREIGN_WORDS, NUMBERED_NOUNS, SLANG
from assistant.query.spelling import mend, take_apart
from assistant.query.tokens import Token, tokens_of
from assistant.query.typing_keys import decode
from ingest.text.folding import fold

TYPING = "typing"
"""Kind of the chip of a decoded Telex or VNI word."""
SLANG_KIND = "slang"
TYPO = "typo"
_NUMBERED = re.compile(r"([^\W\d_]{2,})([1-9])")
_SLASHED = re.compile(r"(?<!\w)(?:đ/c|v/v)(?!\w)", re.IGNORECASE)
_FEWEST_LETTERS_VNI = 2


def corrections(text: str, frequency: TermFrequency | None = None) -> list[Reading]:
    """What to put in place of single words, left to right; typos only where the store's words are known."""
    tokens = tokens_of(text)
    found = {
        index: _replaced(SLANG_KIND, token, meaning)
        for index, token in enumerate(tokens)
        if (meaning := _slang(tokens, index)) is not None
    }
    for index, meaning in _leftovers(text, tokens, frequency).items():
        found[index] = _replaced(TYPING, tokens[index], meaning)
    typos = _typos(tokens, found, frequency) if frequency is not None else []
    return sorted([*found.values(), *typos, *_slashed(text)], key=lambda reading: reading.start)


def _typos(tokens: tuple[Token, ...], found: dict[int, Reading], frequency: TermFrequency) -> list[Reading]:
    """What is left and unknown to the store, mended by its words; ``found`` tells the neighbours as they were meant."""
    words = [
        fold(found[index].replacement or "") if index in found else token.folded for index, token in enumerate(tokens)
    ]
    typos = []
    for index, token in enumerate(tokens):
        if index in found or _is_short_form(token):
            continue
        mended = take_apart(token.text, frequency) or mend(token.text, words, index, frequency)
        if mended is not None:
            typos.append(_replaced(TYPO, token, mended))
    return typos


def _slashed(text: str) -> Iterator[Reading]:
    for match in _SLASHED.finditer(text):
        meaning = SLANG[match.group().lower()][0]
        yield Reading(Understanding(SLANG_KIND, match.group(), meaning), *match.span(), replacement=meaning)


def apply(text: str, readings: list[Reading]) -> str:
    """``text`` with every replacement in its place."""
    pieces, at = [], 0
    for reading in readings:
        if reading.replacement is not None and reading.start >= at:
            pieces += [text[at : reading.start], reading.replacement]
            at = reading.end
    return "".join([*pieces, text[at:]])


def mended_place(place: int, readings: list[Reading]) -> int:
    """The offset after replacing of an offset before; one inside a replaced stretch becomes the stretch's start."""
    shift = 0
    for reading in readings:
        if reading.replacement is not None and reading.start < place:
            if place < reading.end:
                return reading.start + shift
            shift += len(reading.replacement) - (reading.end - reading.start)
    return place + shift


def typed_place(place: int, readings: list[Reading]) -> int:
    """The way back of ``mended_place``."""
    shift = 0
    for reading in readings:
        if reading.replacement is not None and reading.start + shift < place:
            if place < reading.start + shift + len(reading.replacement):
                return reading.start
            shift += len(reading.replacement) - (reading.end - reading.start)
    return place - shift


def _replaced(kind: str, token: Token, meaning: str) -> Reading:
    return Reading(Understanding(kind, token.text, meaning), token.start, token.end, replacement=meaning)


def _leftovers(text: str, tokens: tuple[Token, ...], frequency: TermFrequency | None) -> dict[int, str]:
    """Tokens typed with leftover keys; a capitalised one is a name unless its neighbour is such a token too."""
    found = {index: meaning for index, token in enumerate(tokens) if (meaning := _decoded(token, frequency))}
    shouting = text.isupper()
    for index in sorted(found):
        token = tokens[index]
        named = token.text[0].isupper() and index > 0 and not shouting
        if (token.text.isupper() and not shouting) or (named and not {index - 1, index + 1} & found.keys()):
            del found[index]
    return {index: _cased(tokens[index].text, meaning) for index, meaning in found.items()}


def _decoded(token: Token, frequency: TermFrequency | None) -> str | None:
    """The meaning of one token; a word the store knows is left as it is."""
    if _is_short_form(token) or token.text.lower() in FOREIGN_WORDS or token.text.isdigit():
        return None
    numbered = _NUMBERED.fullmatch(token.text)
    if numbered and numbered.group(1).lower() in NUMBERED_NOUNS:
        return f"{numbered.group(1)} {numbered.group(2)}"
    letters = sum(char.isalpha() for char in token.text)
    if letters < len(token.text) and letters < _FEWEST_LETTERS_VNI:
        return None
    if frequency is not None and frequency(token.folded):
        return None
    return decode(token.text)


def _cased(typed: str, meaning: str) -> str:
    return meaning[0].upper() + meaning[1:] if typed[0].isupper() else meaning


def _is_short_form(token: Token) -> bool:
    return bool(abbreviation_readings(token.folded)) or token.text.lower() in SLANG


def _slang(tokens: tuple[Token, ...], index: int) -> str | None:
    """The likeliest meaning of a chat spelling that has one meaning; others are asked for beside the typed word."""
    word = tokens[index].text
    meanings = SLANG.get(word, ()) if word.islower() else ()
    if not meanings or (word in AT_END_ONLY and index < len(tokens) - 1):
        return None
    beside_number = any(tokens[near].text.isdigit() for near in (index - 1, index + 1) if 0 <= near < len(tokens))
    return meanings[0] if len(meanings) == 1 and not beside_number else None


def ambiguous_slang(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, tuple[str, ...]]]:
    """Chat spellings with several meanings."""
    for token in tokens:
        meanings = SLANG.get(token.text, ())
        if len(meanings) > 1:
            yield token, meanings
