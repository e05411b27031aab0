"""The lines of an answer, read once and written by each kind of export.

Its words are text: a mark at the start of a line, a star, a hash, a bar stay what they are. Only a sentence that was
struck looks different, and that is told by the check of the sentence, never by its characters.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.answer_marks import is_item
from assistant.model import Answer

STRUCK = "~~"
"""Stands before and after a struck sentence."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    struck: bool = False
    """A sentence that its sources do not support."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or an item of a list."""

    runs: tuple[Run, ...]
    listed: bool = False
    """Whether it opens with the mark of an item, which is part of its text."""


def struck_in(answer: Answer) -> frozenset[str]:
    """The struck sentences of an answer as its text has them."""
    shown = (answer.text[one.char_start : one.char_end] for one in answer.checks if one.removed)
    return frozenset(one for one in shown if one.startswith(STRUCK) and one.endswith(STRUCK))


def lines_of(text: str, struck: Collection[str] = ()) -> tuple[Line, ...]:
    """The lines of an answer that are not empty, without the spaces around them.

    :param struck: Sentences that are struck, as ``struck_in`` gives them.
    """
    longest_first = sorted(struck, key=len, reverse=True)
    pattern = re.compile("({})".format("|".join(map(re.escape, longest_first)))) if struck else None
    return tuple(_line(line.strip(), pattern) for line in text.splitlines() if line.strip())


def _line(text: str, struck: re.Pattern[str] | None) -> Line:
    pieces = struck.split(text) if struck else [text]
    # every second piece is what the pattern caught
    runs = [
        Run(piece.removeprefix(STRUCK).removesuffix(STRUCK), struck=True) if place % 2 else Run(piece)
        for place, piece in enumerate(pieces)
        if piece
    ]
    return Line(tuple(runs), is_item(text))
