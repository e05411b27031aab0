"""Where in a page's text the words stand that were read from its image."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ingest.documents import WordBox
from ingest.ocr.reading import ReadWord

_TOKEN = re.compile(r"\S+")
_EDGES = ".,;:…-–—"


def place_words(text: str, words: Sequence[ReadWord]) -> tuple[WordBox, ...]:
    """Boxes of the text's words in order; a word of the text that nothing on the image stands for has none.

    The text may have lost words to page furniture, moved them into table rows, split or joined them.
    """
    tokens = list(_TOKEN.finditer(text))
    here, there = [_key(token.group()) for token in tokens], [_key(word.text) for word in words]
    boxes: list[WordBox] = []
    for tag, first, last, other, end in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs = zip(tokens[first:last], words[other:end], strict=True)
            boxes += (_box(token, [word]) for token, word in pairs)
        elif tag == "replace":
            boxes += _by_letters(tokens[first:last], words[other:end])
    return tuple(boxes)


def _key(word: str) -> str:
    return word.strip(_EDGES) or word


def _by_letters(tokens: Sequence[re.Match[str]], words: Sequence[ReadWord]) -> Iterator[WordBox]:
    """Words split or joined since: matched by counting letters, if both sides have as many."""
    if sum(len(token.group()) for token in tokens) != sum(len(word.text) for word in words):
        return
    owners = [word for word in words for _ in word.text]
    at = 0
    for token in tokens:
        length = len(token.group())
        covering = list(dict.fromkeys(owners[at : at + length]))
        at += length
        yield _box(token, covering)


def _box(token: re.Match[str], words: Sequence[ReadWord]) -> WordBox:
    return WordBox(
        token.start(),
        token.end(),
        min(word.box[0] for word in words),
        min(word.box[1] for word in words),
        max(word.box[2] for word in words),
        max(word.box[3] for word in words),
        min(word.confidence for word in words),
    )
