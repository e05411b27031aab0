"""Telex and VNI keys left in a word because the keyboard driver was off: their meaning, decoded (linguistic table)."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ingest.text.folding import fold
from ingest.text.syllables import ONSETS, RHYMES, is_syllable

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300\u0301\u0303\u0309\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302\u0306\u031b"
_TELEX_TONES = {"s": _ACUTE, "f": _GRAVE, "r": _HOOK, "x": _TILDE, "j": _DOT, "z": ""}
_VNI_TONES = {"1": _ACUTE, "2": _GRAVE, "3": _HOOK, "4": _TILDE, "5": _DOT}
_VNI_SHAPES = {"6": _CIRCUMFLEX, "7": _HORN, "8": _BREVE}
_VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("aeo")
_LONGEST = 12
"""Letters and keys of the longest syllable: n-g-h-i-e-e-n-g and a tone, with room for a second w."""
_MOST_HORN_KEYS = 2
_VNI_WORD = re.compile(r"[^\W\d_]+[1-9][^\W_]*")


@dataclass(frozen=True, slots=True)
class _State:
    """What the letters so far amount to: base letters, marks on vowels, the stroke of đ, one tone."""

    base: str = ""
    circled: str = ""
    """The vowel that carries a circumflex; "?" while VNI has not said which."""
    horns: int = 0
    horn: str = ""
    """Which of horn and breve it must be; empty where the key w leaves it open."""
    stroke: bool = False
    tone: str | None = None
    keys: int = 0


def decode(word: str) -> str | None:
    """The syllable that a word with leftover keys was meant to be, in lower case; None where it is not one.

    A word that is a syllable already, with or without its accents, is never decoded.
    """
    lowered = unicodedata.normalize("NFC", word).lower()
    if len(lowered) > _LONGEST or fold(lowered) in folded_syllables():
        return None
    if _VNI_WORD.fullmatch(lowered):
        return _first_syllable(_vni(lowered))
    return _first_syllable(_telex(lowered)) if lowered.isalpha() else None


@cache
def folded_syllables() -> frozenset[str]:
    """Every syllable as it looks without accents."""
    return frozenset(fold(onset + rhyme) for onset in ONSETS for rhyme in RHYMES)


def _first_syllable(states: Iterator[_State]) -> str | None:
    for state in states:
        for syllable in _syllables(state) if state.keys else ():
            if is_syllable(syllable):
                return syllable
    return None


def _telex(word: str) -> Iterator[_State]:
    """Every way to read the letters; a doubled vowel is a circumflex first, two vowels (khoeo) second."""
    states = [_State()]
    for char in unicodedata.normalize("NFD", word):
        states = [after for state in states for after in _telex_key(state, char)]
    yield from states


def _telex_key(state: _State, char: str) -> Iterator[_State]:
    written = _written(state, char)
    if written is not None:
        yield written
    elif not _VOWELS.isdisjoint(state.base) and (char == "w" or char in _TELEX_TONES):
        if char == "w" and state.horns < _MOST_HORN_KEYS:
            yield replace(state, horns=state.horns + 1, keys=state.keys + 1)
        elif char != "w" and state.tone is None:
            yield replace(state, tone=_TELEX_TONES[char], keys=state.keys + 1)
    elif char == "d" and state.base.startswith("d"):
        if not state.stroke:
            yield replace(state, stroke=True, keys=state.keys + 1)
    else:
        yield from _telex_doubled(state, char)
        yield replace(state, base=state.base + char)


def _telex_doubled(state: _State, char: str) -> Iterator[_State]:
    """A vowel typed again puts a circumflex on the first; a third time takes it back (xooong is xoong)."""
    if char not in _DOUBLED or char not in state.base:
        return
    if not state.circled:
        yield replace(state, circled=char, keys=state.keys + 1)
    elif state.circled == char:
        yield replace(state, base=state.base + char, circled="")


def _vni(word: str) -> Iterator[_State]:
    state = _State()
    for char in unicodedata.normalize("NFD", word):
        after = _written(state, char) or _vni_key(state, char)
        if after is None:
            return
        state = after
    yield state


def _vni_key(state: _State, char: str) -> _State | None:
    """The state after one letter or digit; None where the digit cannot be a key there."""
    if char.isalpha():
        return replace(state, base=state.base + char)
    keyed = replace(state, keys=state.keys + 1)
    shape = _VNI_SHAPES.get(char)
    if char == "9":
        return replace(keyed, stroke=True) if state.base.startswith("d") and not state.stroke else None
    if _VOWELS.isdisjoint(state.base):
        return None
    if char in _VNI_TONES and state.tone is None:
        return replace(keyed, tone=_VNI_TONES[char])
    if shape == _CIRCUMFLEX and not state.circled:
        return replace(keyed, circled="?")
    horned = shape in {_HORN, _BREVE} and state.horns < _MOST_HORN_KEYS
    return replace(keyed, horns=state.horns + 1, horn=shape or "") if horned else None


def _written(state: _State, char: str) -> _State | None:
    """The state after a mark that was typed right; None where ``char`` is not one."""
    if char == "đ":
        return replace(state, base=state.base + "d", stroke=True)
    if char == _CIRCUMFLEX:
        return replace(state, circled=state.base[-1:])
    if char in {_HORN, _BREVE}:
        return replace(state, horns=1, horn=char)
    return replace(state, tone=char) if char in {_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT} else None


def _syllables(state: _State) -> Iterator[str]:
    """Onset, rhyme and tone joined, for every split of the base letters that has such a rhyme."""
    shapes = {_shape_of(state, circled) for circled in (_DOUBLED if state.circled == "?" else (state.circled,))}
    for onset in ONSETS:
        if onset == "đ" or not state.base.startswith(onset) or (state.stroke and onset != "d"):
            continue
        for rhyme, marks in _rhymes().get(state.base[len(onset) :], ()):
            if any(_agrees(marks, shape) for shape in shapes):
                yield ("đ" if state.stroke else onset) + with_tone(rhyme, state.tone or "")


def _shape_of(state: _State, circled: str) -> tuple[str, str]:
    return circled, (state.horn or "?") if state.horns else ""


def _agrees(marks: tuple[str, str], shape: tuple[str, str]) -> bool:
    circled, horn = shape
    return marks[0] == circled and (marks[1] == horn or (horn == "?" and marks[1] != ""))


@cache
def _rhymes() -> dict[str, tuple[tuple[str, tuple[str, str]], ...]]:
    """Folded rhyme to its rhymes, each with the vowel under the circumflex and which of horn and breve it has."""
    table: dict[str, tuple[tuple[str, tuple[str, str]], ...]] = {}
    for rhyme in sorted(RHYMES):
        apart = unicodedata.normalize("NFD", rhyme)
        place = apart.find(_CIRCUMFLEX)
        horn = _HORN if _HORN in apart else _BREVE if _BREVE in apart else ""
        key = fold(rhyme)
        table[key] = (*table.get(key, ()), (rhyme, (apart[place - 1] if place > 0 else "", horn)))
    return table


def with_tone(rhyme: str, tone: str) -> str:
    """``rhyme`` with the combining tone mark on the vowel where the spelling of official papers puts it (hòa, thúy)."""
    if not tone:
        return rhyme
    vowels = [index for index, char in enumerate(rhyme) if fold(char) in _VOWELS]
    marked = [index for index in vowels if fold(rhyme[index]) != rhyme[index]]
    closed = vowels[-1] < len(rhyme) - 1
    if marked:
        place = marked[-1]
    elif closed:
        place = vowels[-1]
    else:
        place = vowels[max(0, len(vowels) - 2)]
    return unicodedata.normalize("NFC", rhyme[: place + 1] + tone + rhyme[place + 1 :])
