"""A page's text layer by the places of its characters, for pages whose drawing order is not their reading order.

Producers that take the letters a font lacks from a second font draw them after the rest of the line: in drawing order
the accented letters are torn out of their words. Other producers draw both columns of a letterhead line by line.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from ingest.loaders.letterhead import in_reading_order
from ingest.loaders.pdf_layout import PageLayout
from ingest.loaders.pdf_rules import Rule
from ingest.loaders.pdfium import PlacedChar
from ingest.loaders.placed import PlacedLine, PlacedWord, layout_of

_SAME_ROW = 0.35
"""Of the type size: baselines closer than this are one line; superscripts stay in it."""

_WORD_GAP = 0.16
"""Of the type size; a space is 0.25 wide in common faces, kerning moves letters by less than 0.1."""

_SAME_PLACE = 0.12
"""Of the type size: bold print made by drawing twice."""


def positional_layout(chars: Sequence[PlacedChar], rules: Sequence[Rule]) -> PageLayout:
    """The page with its words as their places say; ``rules`` are kept."""
    visible = [char for char in chars if char.size > 0]
    if not visible:
        return PageLayout([], list(rules))
    # the words' places count downwards from here; any line above all of them will do
    height = max(char.y + char.size for char in visible)
    lines = [PlacedLine(words) for row in _rows(visible) if (words := tuple(_words(row, height)))]
    return layout_of(in_reading_order(lines), rules, height=height, scale=1.0)


def _rows(chars: Sequence[PlacedChar]) -> Iterator[list[PlacedChar]]:
    """Characters with one baseline, from left to right; rows from the top down."""
    usual = median(char.size for char in chars)
    ordered = sorted(chars, key=lambda char: -char.y)
    number = 0
    numbers = [0]
    start = ordered[0].y
    for _, char in pairwise(ordered):
        if start - char.y > _SAME_ROW * min(char.size, usual):
            number, start = number + 1, char.y
        numbers.append(number)
    for _, group in groupby(zip(numbers, ordered, strict=True), key=lambda pair: pair[0]):
        yield sorted((char for _, char in group), key=lambda char: char.x)


def _words(row: Sequence[PlacedChar], height: float) -> Iterator[PlacedWord]:
    word: list[PlacedChar] = []
    for char in row:
        last = word[-1] if word else None
        if last and char.text == last.text and char.x - last.x < _SAME_PLACE * char.size:
            continue
        if word and (char.text.isspace() or (last and char.x - last.right > _WORD_GAP * char.size)):
            yield _word(word, height)
            word = []
        if not char.text.isspace():
            word.append(char)
    if word:
        yield _word(word, height)


def _word(chars: Sequence[PlacedChar], height: float) -> PlacedWord:
    baseline = height - median(char.y for char in chars)
    return PlacedWord(
        "".join(char.text for char in chars),
        chars[0].x,
        baseline - max(char.size for char in chars),
        max(char.right for char in chars),
        baseline,
    )
