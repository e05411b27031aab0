"""What a card is read from, and places in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.card.found import Found
from ingest.documents import BlockKind, Metadata, Page
from ingest.metadata import FrontMatter
from ingest.text.lines import Line


@dataclass(frozen=True, slots=True)
class Reading:
    """What the card is read from: lines of the whole document, which of them are its text, and its front matter."""

    pages: Sequence[Page]
    lines: Sequence[Line]
    body: Sequence[int]
    front: FrontMatter
    declared: Metadata


def literal(value: str | None) -> Found | None:
    """A value that stands nowhere as such; page 0."""
    return Found(value, 0, 0, 0) if value else None


def line_with(reading: Reading, role: BlockKind) -> int | None:
    """The first line that plays a part in the front matter."""
    return next((index for index, found in reading.front.roles.items() if found is role), None)


def found_in(reading: Reading, index: int, words: str) -> Found:
    """A value in a line of the text; the whole line where the words stand in it differently."""
    line = reading.lines[index]
    at = line.text.find(words)
    start, end = (line.start + at, line.start + at + len(words)) if at >= 0 else (line.start, line.end)
    return Found(words, reading.pages[line.page].number, start, end)
