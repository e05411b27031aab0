"""Text in which what is still missing, [CẦN BỔ SUNG: …], stands out."""

import re

from assistant.reports.word.elements import Element, copy_of, run, value
from assistant.reports.word.texts_vi import MISSING_OPENING

_MISSING = re.compile(rf"({re.escape(MISSING_OPENING)}[^\]]*\])")
_COLOUR = "yellow"


def marked_runs(text: str, *properties: Element) -> list[Element]:
    """Runs of a text; the marks of what is missing are highlighted."""
    return [
        run(piece, *map(copy_of, properties), *([highlight(_COLOUR)] if _MISSING.fullmatch(piece) else []))
        for piece in _MISSING.split(text)
        if piece
    ]


def missing_run(text: str) -> Element:
    """Text that is missing as a whole."""
    return run(text, highlight(_COLOUR))


def has_mark(text: str) -> bool:
    """Whether something in the text is marked as missing."""
    return _MISSING.search(text) is not None


def highlight(colour: str) -> Element:
    """A property of a run."""
    return value("w:highlight", colour)
