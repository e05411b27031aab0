"""From the letters of an old encoding to Unicode, and how much of a text reads as Vietnamese afterwards."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from ingest.text.legacy_tables import (
    CP1258,
    FONT_NAMES,
    MOJIBAKE,
    TCVN3,
    TCVN3_LETTERS,
    UNICODE,
    VIQR,
    VIQR_SHAPES,
    VIQR_TONES,
    VISCII,
    VISCII_LETTERS,
    VNI,
    VNI_LETTERS,
    VPS,
    VPS_LETTERS,
)
from ingest.text.syllables import is_syllable

_WINDOWS_LETTERS = {ord(bytes([code]).decode("cp1252", "ignore") or chr(code)): code for code in range(0x80, 0xA0)}
"""What Windows shows for the codes 80 to 9F, back to those codes."""
_LATIN = "latin-1"
_SUBSET_TAG = re.compile(r"^[a-z]{6}\+")
_UPPER_CASE_FONT = re.compile(r"^\.vn.*h(?:[ ,-].*)?$")
_WORD = re.compile(r"[^\s\x00-\x1f!-/0-@\[-`{-~“”‘’–—…•\u00a0]+")
_VIQR_WORD = re.compile(r"(?<![\w\\])[A-Za-z](?:[A-Za-z]|[\^(+'`?~.](?=[\^(+'`?~.A-Za-z]|\b|\s|$))*[\^(+'`?~.]?")
_VIQR_LETTER = re.compile(
    r"(?P<dd>[dD][dD])"
    r"|(?P<base>[aeiouyAEIOUY])(?:(?P<early>['`?~.])(?P<after>[\^(+])|(?P<shape>[\^(+])?(?P<tone>['`?~.])?)"
)
_SENTENCE_END = re.compile(r"[\"')]*(?:\s*$|\s*\n|\s+[A-Z])")
_HIGH_RUN = re.compile(r"[^\x00-\x7f]+")
_VNI_PATTERN = re.compile("|".join(map(re.escape, sorted(VNI_LETTERS, key=len, reverse=True))))
_EIGHT_BIT = {name: {ord(shown): letter for shown, letter in letters.items()} for name, letters in (
    (TCVN3, TCVN3_LETTERS), (VPS, VPS_LETTERS), (VISCII, VISCII_LETTERS),
)}  # fmt: skip


def encoding_of_font(name: str | None) -> str | None:
    """The old encoding a font stands for (``.VnTime``, ``VNI-Times``, ``VPS Times``); None for any other font."""
    key = font_key(name)
    return next((encoding for start, encoding in FONT_NAMES if key.startswith(start)), None)


def is_upper_case_font(name: str | None) -> bool:
    """Whether the font shows small letters as capitals (``.VnTimeH``): its encoding has no capitals with tones."""
    return bool(_UPPER_CASE_FONT.match(font_key(name)))


def font_key(name: str | None) -> str:
    """The name of a font in lower case, without the tag of an embedded part of it."""
    return _SUBSET_TAG.sub("", (name or "").strip().lower())


def convert(text: str, encoding: str) -> str:
    """Text whose characters are codes of ``encoding`` taken for Latin-1 or Windows-1252, as Unicode.

    Characters the encoding does not know stay as they are; so does the whole text for ``unicode``.
    """
    converter = _CONVERTERS.get(encoding)
    return converter(text) if converter else text


def marked_words(text: str) -> list[str]:
    """Words with at least one character outside ASCII: only these can tell one encoding from another."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def valid_share(words: list[str]) -> float:
    """Share of words that are Vietnamese syllables, 0 to 1; 1.0 when there are none."""
    if not words:
        return 1.0
    return sum(is_syllable(unicodedata.normalize("NFC", word)) for word in words) / len(words)


def _eight_bit(name: str, text: str) -> str:
    return text.translate(_EIGHT_BIT[name])


def _windows_eight_bit(name: str, text: str) -> str:
    return text.translate(_WINDOWS_LETTERS).translate(_EIGHT_BIT[name])


def _vni(text: str) -> str:
    return _VNI_PATTERN.sub(lambda match: VNI_LETTERS[match.group()], text)


def _cp1258(text: str) -> str:
    def decoded(match: re.Match[str]) -> str:
        try:
            return _bytes_of(match.group()).decode("cp1258")
        except ValueError:
            return match.group()

    return unicodedata.normalize("NFC", _HIGH_RUN.sub(decoded, text))


def _mojibake(text: str) -> str:
    def decoded(match: re.Match[str]) -> str:
        try:
            return _bytes_of(match.group()).decode("utf-8")
        except ValueError:
            return match.group()

    return _HIGH_RUN.sub(decoded, text)


def _bytes_of(text: str) -> bytes:
    return text.translate(_WINDOWS_LETTERS).encode(_LATIN)


def _viqr(text: str) -> str:
    def word(match: re.Match[str]) -> str:
        last = _SENTENCE_END.match(match.string, match.end()) is not None
        return _viqr_word(match.group(), last)

    return _VIQR_WORD.sub(word, text).replace("\\", "") if "\\" in text else _VIQR_WORD.sub(word, text)


@cache
def _viqr_word(word: str, last: bool) -> str:
    """One word; a mark at its very end is punctuation at the end of a sentence and behind a word that has its tone."""
    whole = _viqr_letters(word)
    if word[-1:] in ".?'" and word[-1:]:
        bare = _viqr_letters(word[:-1])
        toned = any(mark in unicodedata.normalize("NFD", bare) for mark in VIQR_TONES.values())
        if toned or not is_syllable(whole) or (last and is_syllable(bare)):
            return bare + word[-1]
    return whole if is_syllable(whole) else word


def _viqr_letters(word: str) -> str:
    def letter(match: re.Match[str]) -> str:
        if match["dd"]:
            return "Đ" if match["dd"][0] == "D" else "đ"
        base = match["base"]
        sign, tone = match["shape"] or match["after"], match["tone"] or match["early"]
        shape = VIQR_SHAPES.get(base.lower() + (sign or ""))
        if sign and shape is None:
            return match.group()
        shown = (shape or base.lower()) + VIQR_TONES.get(tone or "", "")
        composed = unicodedata.normalize("NFC", shown)
        return composed.upper() if base.isupper() else composed

    return _VIQR_LETTER.sub(letter, word)


_CONVERTERS: dict[str, Callable[[str], str]] = {
    TCVN3: lambda text: _eight_bit(TCVN3, text),
    VNI: _vni,
    VPS: lambda text: _windows_eight_bit(VPS, text),
    VISCII: lambda text: _windows_eight_bit(VISCII, text),
    CP1258: _cp1258,
    MOJIBAKE: _mojibake,
    VIQR: _viqr,
    UNICODE: lambda text: text,
}
EIGHT_BIT_ENCODINGS = (TCVN3, VNI, VPS, VISCII, CP1258, MOJIBAKE)
"""Those that a text without font names is tried in, besides Unicode."""
