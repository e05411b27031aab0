"""What is kept of a conversation."""

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.model import Answer, Understanding
from vectorstore.hits import Filters


class FeedbackReason(StrEnum):
    """Why an answer was not good; the person's words for each stand in messages_vi."""

    WRONG_FIGURE = "wrong_figure"
    WRONG_SOURCE = "wrong_source"
    INCOMPLETE = "incomplete"
    OFF_TOPIC = "off_topic"
    FALSE_REFUSAL = "false_refusal"
    """The documents do say what was asked."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Feedback:
    """A person's judgement of one answer."""

    good: bool
    reasons: tuple[FeedbackReason, ...] = ()
    note: str = ""
    """In the person's own words."""


@dataclass(frozen=True, slots=True)
class KeptTurn:
    """One question with its answer, or with the sentence that says why there is none."""

    turn_id: int
    at: str
    """ISO 8601, UTC."""
    question: str
    answer: Answer | None
    problem: str = ""
    filters_text: str = ""
    """What the search was restricted to, in words."""
    asked: Filters = field(default_factory=Filters)
    ignored: tuple[Understanding, ...] = ()
    """Readings of the question that the asker took away."""
    feedback: Feedback | None = None


@dataclass(frozen=True, slots=True)
class NewTurn:
    """A turn to keep."""

    question: str
    answer: Answer | None
    problem: str = ""
    filters_text: str = ""
    asked: Filters = field(default_factory=Filters)
    ignored: tuple[Understanding, ...] = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation as it is listed."""

    conversation_id: str
    title: str
    created_at: str
    """ISO 8601, UTC, as is the next."""
    updated_at: str
    turns: int
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class JudgedTurn:
    """A judgement with what it judges, for review."""

    turn_id: int
    conversation_id: str
    title: str
    at: str
    """When it was judged, ISO 8601, UTC."""
    feedback: Feedback
    question: str
    completed: str
    answer: str
    mode: str
    sources: tuple[str, ...]
    """File names of the documents cited."""
