"""The little formatting an answer has: bold, struck, list items; read once, written by each kind of export."""

import re
from dataclasses import dataclass

_FORMATTED = re.compile(r"\*\*(?P<bold>\S(?:[^*\n]*\S)?)\*\*|~~(?P<struck>\S(?:[^~\n]*\S)?)~~")
_BULLET = re.compile(r"^\s*[-•*+]\s+")
_HEADING = re.compile(r"^\s*#{1,6}\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    bold: bool = False
    struck: bool = False
    """A sentence that its sources do not support."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a list item."""

    runs: tuple[Run, ...]
    bullet: bool = False


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of an answer that are not empty."""
    return tuple(_line(line) for line in text.split("\n") if line.strip())


def _line(text: str) -> Line:
    bullet = _BULLET.match(text)
    bare = text[bullet.end() :] if bullet else _HEADING.sub("", text)
    runs: list[Run] = []
    at = 0
    for match in _FORMATTED.finditer(bare):
        runs.append(Run(bare[at : match.start()]))
        bold, struck = match["bold"], match["struck"]
        runs.append(Run(bold or struck, bold=bold is not None, struck=struck is not None))
        at = match.end()
    runs.append(Run(bare[at:]))
    return Line(tuple(run for run in runs if run.text), bullet is not None)
