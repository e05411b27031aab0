"""What could not be filled in an office's own Word file, by name and place."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.reports.word.texts_vi import TEMPLATE_PROBLEMS


class TemplateFault(StrEnum):
    """Kinds of trouble; texts_vi words them."""

    UNKNOWN = "unknown"
    """A placeholder nobody knows."""
    BROKEN = "broken"
    """Half of a placeholder."""
    NO_SECTION = "no_section"
    """The draft has no such section."""
    EMPTY = "empty"
    """Nothing is there to be filled in."""
    NOT_HERE = "not_here"
    """A placeholder for paragraphs where only words can stand."""
    LEFT_OUT = "left_out"
    """A section of the draft that no placeholder asks for."""


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """One of them; what is written at ``where`` was left as it is."""

    fault: TemplateFault
    name: str
    """As the office wrote it, without braces; for ``LEFT_OUT`` the heading."""
    where: str = ""
    """Where in the file, as a reader finds it."""


def problem_text(problem: TemplateProblem) -> str:
    """The Vietnamese sentence of a problem."""
    return TEMPLATE_PROBLEMS[problem.fault].format(name=problem.name, where=problem.where)
