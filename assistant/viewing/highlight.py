"""Boxes around a span of stored text among the characters that are drawn on its page."""

import unicodedata
from collections.abc import Iterator, Sequence

from assistant.viewing.alignment import CONTEXT, Found, find_letters
from assistant.viewing.boxes import Box, line_boxes
from assistant.viewing.letters import Letters, letters_of
from ingest.loaders.pdfium import BoxedChar
from ingest.text.legacy import EIGHT_BIT_ENCODINGS, convert

SURE_SHARE = 0.6
"""Of the span's letters that must be found; below, the box could stand around something else."""
_UNICODE_SHARE = 0.85
"""Below, the page may be drawn with a font of an old encoding."""
_SKIPPED_MARKS = 3
"""Marks drawn beside the span that are not those of the text: a bullet, a replaced quotation mark."""

Span = tuple[int, int]


def drawn_boxes(text: str, span: Span, chars: Sequence[BoxedChar], aspect: float) -> tuple[Box, ...]:
    """Boxes, one per line, of ``text[start:end]`` among the characters drawn on its page; none where it is not found.

    The text may have been cleaned: re-joined, reordered into table rows, converted from an old encoding.
    :param aspect: width of the page by its height.
    """
    wanted, before, after = _letters_around(text, span)
    if not wanted.text:
        return ()
    drawn = letters_of(char.text for char in chars)
    found = find_letters(wanted.text, drawn.text, before, after)
    if found.share < _UNICODE_SHARE:
        drawn, found = max(
            [(drawn, found), *_decoded(wanted.text, (before, after), chars)], key=lambda pair: pair[1].share
        )
    if found.share < SURE_SHARE:
        return ()
    lead, tail = _marks(text, span, wanted)
    last = len(found.runs) - 1
    places = [
        _with_marks(chars, _places(drawn, run), lead if number == 0 else "", tail if number == last else "")
        for number, run in enumerate(found.runs)
    ]
    return line_boxes(
        (_box(chars[at]) for first, end in places for at in range(first, end) if _inked(chars[at])), aspect
    )


def _letters_around(text: str, span: Span) -> tuple[Letters, str, str]:
    start, end = span
    reach = 3 * CONTEXT
    before = letters_of(text[max(0, start - reach) : start]).text
    after = letters_of(text[end : end + reach]).text
    return letters_of(text[start:end]), before[-CONTEXT:], after[:CONTEXT]


def _decoded(wanted: str, around: tuple[str, str], chars: Sequence[BoxedChar]) -> Iterator[tuple[Letters, Found]]:
    """The characters taken for codes of each old encoding, where any of them can be one."""
    if all(char.text.isascii() for char in chars):
        return
    for encoding in EIGHT_BIT_ENCODINGS:
        pieces, places = zip(*_converted([char.text for char in chars], encoding), strict=True)
        drawn = letters_of(pieces, places)
        yield drawn, find_letters(wanted, drawn.text, *around)


def _converted(chars: Sequence[str], encoding: str) -> Iterator[tuple[str, int]]:
    """Letters with the place of their first code: VNI and CP1258 write a letter and its marks apart."""
    at = 0
    while at < len(chars):
        pair = convert("".join(chars[at : at + 2]), encoding)
        double = len(pair) == 1 and at + 1 < len(chars)
        yield (pair if double else convert(chars[at], encoding)), at
        at += 2 if double else 1


def _marks(text: str, span: Span, wanted: Letters) -> tuple[str, str]:
    """What the span has before its first and after its last letter, without spaces."""
    first, last = span[0] + wanted.places[0], span[0] + wanted.places[-1] + 1
    return "".join(text[span[0] : first].split()), "".join(text[last : span[1]].split())


def _places(drawn: Letters, run: Span) -> Span:
    return drawn.places[run[0]], drawn.places[run[1] - 1] + 1


def _with_marks(chars: Sequence[BoxedChar], place: Span, lead: str, tail: str) -> Span:
    """The place [first, end) of characters with the quotation marks, brackets and stops of the span around it."""
    first, end = place
    while end < len(chars) and unicodedata.combining(chars[end].text):  # accents drawn apart
        end += 1
    for mark in reversed(lead[-_SKIPPED_MARKS:]):
        at = _next_inked(chars, first - 1, -1)
        if at is None or chars[at].text != mark:
            break
        first = at
    for mark in tail[:_SKIPPED_MARKS]:
        at = _next_inked(chars, end, 1)
        if at is None or chars[at].text != mark:
            break
        end = at + 1
    return first, end


def _next_inked(chars: Sequence[BoxedChar], at: int, step: int) -> int | None:
    while 0 <= at < len(chars):
        if _inked(chars[at]):
            return at
        at += step
    return None


def _inked(char: BoxedChar) -> bool:
    return not char.text.isspace()


def _box(char: BoxedChar) -> Box:
    return Box(char.left, char.top, char.right, char.bottom)
