"""How far long work on a report is."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Work(StrEnum):
    """What is being done."""

    READING = "reading"
    """Documents of the unit are read."""
    PLACING = "placing"
    """What they say is put into sections."""
    WRITING = "writing"
    """Sections are written."""


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of it, about to be done."""

    work: Work
    done: int
    """1-based number of the document or section."""
    total: int
    title: str


Tell: TypeAlias = Callable[[Progress], None]


def untold(_: Progress) -> None:
    """Nobody asks."""
