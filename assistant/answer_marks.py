"""Marks in the text of an answer: the numbers [n] it cites by, words that only look like one, items of lists."""

import re

from ingest.text.markers import MarkerKind, find_marker

MARK = re.compile(r"\[(\d{1,4})\]")
_LOOKS_LIKE_ONE = re.compile(r"\[(?=\d{1,4}\])")
_HELD = "[\u2060"
"""A bracket with a joiner of no width behind it: nobody sees a difference, and no number follows the bracket."""


def held(words: str) -> str:
    """Words of a document in which no "[12]" is taken for a citation of the answer."""
    return _LOOKS_LIKE_ONE.sub(_HELD, words)


def released(text: str) -> str:
    """The same words as the document has them, once the citations are dealt with."""
    return text.replace(_HELD, "[")


def is_item(line: str) -> bool:
    """Whether a line opens with the mark of an item of a list: "1. ", "a) ", "- ", "+ "."""
    marker = find_marker(line)
    if marker is None:
        return line.startswith("+ ")
    return marker.kind not in (MarkerKind.NAMED, MarkerKind.MARKDOWN)
