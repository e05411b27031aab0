"""One thing read out of a question: the chip that shows it and what the search asks beside the typed words."""

from dataclasses import dataclass

from assistant.model import Expansion, Understanding


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch [start, end) of the text with what it was taken for."""

    chip: Understanding
    start: int
    end: int
    expansions: tuple[Expansion, ...] = ()
    replacement: str | None = None
    """What stands in its place in the corrected question; None where the typed words stay."""


def key_of(chip: Understanding) -> str:
    """What a rim passes back to have a chip left out: ``kind:text``."""
    return f"{chip.kind}:{chip.text}"


def in_context(text: str, start: int, end: int, instead: str) -> str:
    """``instead`` between the words that stand left and right of [start, end): the bigrams at its edges count too."""
    left = text[:start].split()[-1:]
    right = text[end:].split()[:1]
    return " ".join([*left, instead, *right])
