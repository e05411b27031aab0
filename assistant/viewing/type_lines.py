"""From the ink of words to the lines of type they stand on (linguistic table of how far letters reach).

A reader of images tells where the ink of each word is: "ấy" is twice as high as "ao". What a person would box is the
line of type, from the top of its highest letters to the bottom of its lowest. The letters of a word say how far its ink
reaches from the baseline, so every word gives an estimate of the size of the type and of the baseline.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from assistant.viewing.boxes import Box

ASCENT, DESCENT = 0.91, 0.23
"""Of the size of the type: between Times (0.89, 0.22), Arial (0.91, 0.21) and wider-set faces (0.95, 0.30)."""

_SMALL, _TALL = 0.48, 0.69
_MARKED, _TWICE_MARKED = 0.70, 0.86
_MARK_ON_CAPITAL, _SECOND_MARK_ON_CAPITAL = 0.20, 0.14
_DEEP = 0.21
_REACHES = {**dict.fromkeys("(){}[]", (_TALL, 0.19)), **dict.fromkeys(",;", (0.1, 0.14)), "t": (0.58, 0.0)}
_TALL_LETTERS = frozenset("bdđfhklij0123456789/\\%&!?\"“”'‘’")
_DEEP_LETTERS = frozenset("gpqyj")
_BELOW = "\u0323"
_HORN = "\u031b"
_LEVEL = 0.12
"""Of the size of the type: how far the baseline may sink within one box of a line that leans."""
_LEAST_WORDS = 3
"""For a slope; fewer say too little."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the box of its ink."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class _Line:
    """Size of the type and baseline ``at + slope * x``, in fractions of the page's height."""

    size: float
    at: float
    slope: float


def typed_boxes(words: Sequence[Word], line: Sequence[Word]) -> tuple[Box, ...]:
    """Boxes of type around words of one line; one, or several in steps where the line leans.

    :param line: the words, and those beside them from which size and baseline are taken.
    """
    fitted = _fit(line)
    if fitted is None:
        return tuple(word.box for word in words)
    boxes: list[Box] = []
    for word in words:
        middle = fitted.at + fitted.slope * (word.box.left + word.box.right) / 2
        box = Box(word.box.left, middle - ASCENT * fitted.size, word.box.right, middle + DESCENT * fitted.size)
        if boxes and abs(boxes[-1].top - box.top) <= _LEVEL * fitted.size:
            last = boxes[-1]
            boxes[-1] = Box(min(last.left, box.left), last.top, max(last.right, box.right), last.bottom)
        else:
            boxes.append(box)
    return tuple(boxes)


def _fit(words: Sequence[Word]) -> _Line | None:
    reaches = [(word, *reach_of(word.text)) for word in words]
    usable = [(word, up, down) for word, up, down in reaches if up + down > 0 and any(map(str.isalpha, word.text))]
    if not usable:
        return None
    size = median(word.box.height / (up + down) for word, up, down in usable)
    places = [((word.box.left + word.box.right) / 2, word.box.bottom - down * size) for word, _, down in usable]
    slope = _slope(places) if len(places) >= _LEAST_WORDS else 0.0
    return _Line(size, median(y - slope * x for x, y in places), slope)


def _slope(places: Sequence[tuple[float, float]]) -> float:
    """The median of the slopes between the words of one half and those of the other: a misread word changes nothing."""
    ordered = sorted(places)
    half = (len(ordered) + 1) // 2
    pairs = zip(ordered, ordered[half:], strict=False)
    slopes = [(right[1] - left[1]) / (right[0] - left[0]) for left, right in pairs if right[0] > left[0]]
    return median(slopes) if slopes else 0.0


def size_of(word: Word) -> float | None:
    """The size of the type by one word, in fractions of the page's height; None where its letters do not tell."""
    up, down = reach_of(word.text)
    return word.box.height / (up + down) if up + down > 0 and any(map(str.isalnum, word.text)) else None


def reach_of(text: str) -> tuple[float, float]:
    """How far the ink of a word reaches above and below the baseline, in sizes of the type."""
    reaches = [_reach(char) for char in unicodedata.normalize("NFC", text)]
    return max((up for up, _ in reaches), default=0.0), max((down for _, down in reaches), default=0.0)


@cache
def _reach(char: str) -> tuple[float, float]:
    letters = unicodedata.normalize("NFD", char)
    base, marks = letters[0], letters[1:]
    if base in _REACHES:
        return _REACHES[base]
    above = sum(mark not in {_BELOW, _HORN} for mark in marks)
    return _above(base, above), _DEEP if base in _DEEP_LETTERS or _BELOW in marks else 0.0


def _above(base: str, marks: int) -> float:
    if base.isupper():
        return _TALL + (_MARK_ON_CAPITAL if marks else 0.0) + (_SECOND_MARK_ON_CAPITAL if marks > 1 else 0.0)
    if marks:
        return _TWICE_MARKED if marks > 1 else _MARKED
    if base in _TALL_LETTERS:
        return _TALL
    return _SMALL if base.isalpha() else 0.0
