"""Cleaning of characters, with a map that leads every stored offset back to the raw text."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from ingest.text.syllables import TONE_MARKS, is_syllable

_ODD_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\v\f\u0085\u2028\u2029"
_SAME_LENGTH = str.maketrans(_ODD_SPACES + _LINE_ENDS, " " * len(_ODD_SPACES) + "\n" * len(_LINE_ENDS))
_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_NO_WIDTH = (
    "\\x00-\\x08\\x0e-\\x1f\\x7f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\U000e0000-\U000e007f"
)
_LENGTH_CHANGING = re.compile(f"[{_NO_WIDTH}]+|\\r\\n?|[{''.join(_LIGATURES)}]")
_TOUCHED = re.compile(f"[{_NO_WIDTH}{_ODD_SPACES}{_LINE_ENDS}{''.join(_LIGATURES)}\\r\u0300-\u036f\u00ad]")
_MARK = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]+")
_NON_ASCII_RUN = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_SOFT_HYPHENS = re.compile("\u00ad+")
_WORD_BEFORE = re.compile(r"[^\W\d_]*\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]*")
_LATIN_END = "\u1f00"
_WORD_REACH = 16


@dataclass(frozen=True, slots=True)
class _Edits:
    """Stretches whose length changed in one pass; everything between them only shifted."""

    old_starts: "array[int]"
    old_ends: "array[int]"
    new_starts: "array[int]"
    new_ends: "array[int]"

    def to_old(self, start: int, end: int) -> tuple[int, int]:
        return _carry(start, end, (self.new_starts, self.new_ends), (self.old_starts, self.old_ends))

    def to_new(self, start: int, end: int) -> tuple[int, int]:
        return _carry(start, end, (self.old_starts, self.old_ends), (self.new_starts, self.new_ends))


def _carry(
    start: int, end: int, here: "tuple[array[int], array[int]]", there: "tuple[array[int], array[int]]"
) -> tuple[int, int]:
    """Carry [start, end) over; an end inside an edited stretch widens to that whole stretch."""
    before = bisect_right(here[0], start) - 1
    if before >= 0 and start < here[1][before]:
        new_start = there[0][before]
    else:
        new_start = start + (there[1][before] - here[1][before] if before >= 0 else 0)
    if end <= start:
        return new_start, new_start
    after = bisect_left(here[0], end) - 1
    if after >= 0 and end <= here[1][after]:
        return new_start, max(new_start, there[1][after])
    return new_start, max(new_start, end + (there[1][after] - here[1][after] if after >= 0 else 0))


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Leads offsets of the stored text to the raw text and back; memory grows with the edits, not the text."""

    passes: tuple[_Edits, ...] = ()

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw [start, end) that became the stored [start, end)."""
        for edits in reversed(self.passes):
            start, end = edits.to_old(start, end)
        return start, end

    def to_stored(self, start: int, end: int) -> tuple[int, int]:
        """The stored [start, end) that the raw [start, end) became; empty when all of it was removed."""
        for edits in self.passes:
            start, end = edits.to_new(start, end)
        return start, end


@dataclass(frozen=True, slots=True)
class Normalised:
    """Cleaned text and the map back to what it was made from."""

    text: str
    offsets: OffsetMap


def _rewrite(text: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> tuple[str, _Edits]:
    """Replace every match; record only the replacements that change the length."""
    parts: list[str] = []
    edits = _Edits(array("q"), array("q"), array("q"), array("q"))
    copied = shift = 0
    for match in pattern.finditer(text):
        old_start, old_end = match.span()
        new = replace(match)
        if new == match.group():
            continue
        parts.append(text[copied:old_start])
        parts.append(new)
        copied = old_end
        if len(new) != old_end - old_start:
            edits.old_starts.append(old_start)
            edits.old_ends.append(old_end)
            edits.new_starts.append(old_start + shift)
            edits.new_ends.append(old_start + shift + len(new))
            shift += len(new) - (old_end - old_start)
    parts.append(text[copied:])
    return "".join(parts), edits


def _plain(match: re.Match[str]) -> str:
    found = match.group()
    return "\n" if found[0] == "\r" else _LIGATURES.get(found, "")


@lru_cache(maxsize=4096)
def _composed(cluster: str) -> str:
    """One base letter with its marks, shape marks before tone marks: only then does NFC find the letter."""
    decomposed = unicodedata.normalize("NFD", cluster)
    base, marks = decomposed[:1], decomposed[1:]
    return unicodedata.normalize("NFC", base + "".join(sorted(marks, key=TONE_MARKS.__contains__)))


def _compose(match: re.Match[str]) -> str:
    return _composed(match.group())


def _nfc(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match.group())


def _soft_hyphen(match: re.Match[str]) -> str:
    """Nothing, unless the mark may be a letter: a soft hyphen is the code of u-horn in TCVN3 text."""
    text, (start, end) = match.string, match.span()
    near = text[start - 1 : start] + text[end : end + 1]
    if any(char >= _LATIN_END or unicodedata.combining(char) for char in near):
        return match.group()
    before = _WORD_BEFORE.search(text[max(0, start - _WORD_REACH) : start])
    after = _WORD_AFTER.match(text, end, end + _WORD_REACH)
    left, right = before.group() if before else "", after.group() if after else ""
    joined = left + right
    harmless = not left or not right or joined.isascii() or is_syllable(joined)
    return "" if harmless else match.group()


def normalise(text: str) -> Normalised:
    """NFC with plain spaces and line ends, without invisible characters; look-alike letters are left alone."""
    if text.isascii() and text.isprintable():
        return Normalised(text, OffsetMap())
    if not _TOUCHED.search(text) and unicodedata.is_normalized("NFC", text):
        return Normalised(text, OffsetMap())
    passes: list[_Edits] = []
    text = text.translate(_SAME_LENGTH)

    def run(pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> None:
        nonlocal text
        text, edits = _rewrite(text, pattern, replace)
        if edits.old_starts:
            passes.append(edits)

    run(_LENGTH_CHANGING, _plain)
    if _MARK.search(text):
        run(_CLUSTER, _compose)
    if not unicodedata.is_normalized("NFC", text):
        run(_NON_ASCII_RUN, _nfc)
    if "\u00ad" in text:
        run(_SOFT_HYPHENS, _soft_hyphen)
    return Normalised(text, OffsetMap(tuple(passes)))
