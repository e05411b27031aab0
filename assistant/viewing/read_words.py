"""A span of a page that was read from its image: boxes around its words, and how sure they are."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from statistics import median

from assistant.viewing.boxes import Box
from assistant.viewing.type_lines import Word, size_of, typed_boxes
from ingest.documents import WordBox

Span = tuple[int, int]

_NEIGHBOURS = 8
"""Words on either side that tell size and baseline of a line; short quotes say too little themselves."""
_CENTRES = 0.6
"""Of the higher word: how far the middles of two words of a line are apart, "ao" beside "ấy" included."""
_AROUND = 24
"""Words on either side by which a box is judged."""
_ODD = (0.55, 1.7)
"""Of the usual size of the type around; a heading in a quote stays."""
_WORD_GAP = 2.5
"""In heights of the words: a wider gap is the space between two columns or cells."""


def read_boxes(text: str, words: Sequence[WordBox], span: Span, aspect: float) -> tuple[Box, ...]:
    """Boxes around ``text[start:end]``, line by line; a word that was placed nowhere on the image has none.

    :param text: the stored text of the page; every word knows its characters.
    :param aspect: width of the page by its height.
    """
    words = _sound(text, words, span)
    inside = [at for at, word in enumerate(words) if word.start < span[1] and span[0] < word.end]
    boxes: list[Box] = []
    for first, last in _lines(words, inside, aspect):
        start, end = _widened(words, first, last, aspect)
        line = [Word(text[word.start : word.end], _box(word)) for word in words[start:end]]
        boxes += typed_boxes([_part(text, word, span) for word in words[first:last]], line)
    return tuple(boxes)


def _sound(text: str, words: Sequence[WordBox], span: Span) -> list[WordBox]:
    """Words about the span without those whose box is no box of a word: two lines taken for one, a speck, a rule."""
    first = bisect_left(words, span[0], key=lambda word: word.end)
    last = bisect_left(words, span[1], key=lambda word: word.start)
    around = words[max(0, first - _AROUND) : last + _AROUND]
    sizes = [size_of(Word(text[word.start : word.end], _box(word))) for word in around]
    known = [size for size in sizes if size is not None]
    if not known:
        return list(around)
    usual = median(known)
    return [
        word
        for word, size in zip(around, sizes, strict=True)
        if size is not None and _ODD[0] * usual <= size <= _ODD[1] * usual
    ]


def confidence_of(words: Sequence[WordBox], span: Span) -> float | None:
    """Mean confidence of the span's words weighted by their length, 0 to 1; None where none is known."""
    inside = [word for word in words if word.start < span[1] and span[0] < word.end]
    letters = sum(word.end - word.start for word in inside)
    return sum((word.end - word.start) * word.confidence for word in inside) / letters if letters else None


def _lines(words: Sequence[WordBox], inside: Sequence[int], aspect: float) -> Iterator[tuple[int, int]]:
    """Runs [first, last) of the words inside that stand beside each other."""
    first = last = -1
    for at in inside:
        if at == last and _follows(words[at - 1], words[at], aspect):
            last = at + 1
            continue
        if last > first:
            yield first, last
        first, last = at, at + 1
    if last > first:
        yield first, last


def _widened(words: Sequence[WordBox], first: int, last: int, aspect: float) -> tuple[int, int]:
    start, end = first, last
    while start > max(0, first - _NEIGHBOURS) and _follows(words[start - 1], words[start], aspect):
        start -= 1
    while end < min(len(words), last + _NEIGHBOURS) and _follows(words[end - 1], words[end], aspect):
        end += 1
    return start, end


def _follows(one: WordBox, other: WordBox, aspect: float) -> bool:
    higher = max(one.bottom - one.top, other.bottom - other.top)
    apart = abs((one.top + one.bottom) - (other.top + other.bottom)) / 2
    gap = (other.left - one.right) * aspect
    return apart <= _CENTRES * higher and -higher <= gap <= _WORD_GAP * higher


def _box(word: WordBox) -> Box:
    return Box(word.left, word.top, word.right, word.bottom)


def _part(text: str, word: WordBox, span: Span) -> Word:
    """The share of the word that the span covers: a quote can begin inside a word, after its bracket."""
    length, width = word.end - word.start, word.right - word.left
    first, last = max(span[0], word.start) - word.start, min(span[1], word.end) - word.start
    left, right = word.left + width * first / length, word.left + width * last / length
    return Word(text[word.start : word.end], Box(left, word.top, right, word.bottom))
