"""What checking a sentence against its sources can say."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a sentence stands to the sources it was checked against."""

    SUPPORTED = "supported"
    DIFFERS = "differs"
    """The sources speak of it, with another number, date, name or the like."""
    CONTRADICTED = "contradicted"
    """The sources say the opposite."""
    NOT_SUPPORTED = "not_supported"
    """The sources do not say it."""


class DifferenceKind(StrEnum):
    """What disagrees; messages_vi.differences words them."""

    NUMBER = "number"
    UNIT = "unit"
    ROUNDING = "rounding"
    """An estimate given as exact, or "more than" for "less than"."""
    PERCENT = "percent"
    """A percentage its own two parts do not give."""
    DATE = "date"
    NAME = "name"
    PERSON = "person"
    PLACE = "place"
    DOCUMENT_NUMBER = "document_number"
    NEGATION = "negation"
    OPPOSITE = "opposite"
    """A word where the source has its opposite."""
    WORDING = "wording"
    """Too few of its words stand in the sources."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that disagrees, as stated and as the source has it."""

    kind: DifferenceKind
    stated: str
    source: str = ""
    """Empty where the sources have nothing in its place."""
    start: int = 0
    end: int = 0
    """Characters [start, end) of the sentence that ``stated`` stands at."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on one sentence with its reasons."""

    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    support: float = 1.0
    """Share of the sentence's weight that stands in the sources, 0 to 1."""


@dataclass(frozen=True, slots=True)
class SentenceCheck:
    """One sentence of an answer with its verdict."""

    text: str
    """Without citation marks."""
    char_start: int
    char_end: int
    """[start, end) of the answer's text, marks included; an empty stretch where the sentence was removed."""
    citations: tuple[int, ...]
    """Numbers of the citations it was checked against."""
    verdict: Verdict
    differences: tuple[Difference, ...] = ()
    removed: bool = False
    """Left out of the answer, or shown struck, because of its verdict."""
