"""The roles inside the assistant that have, or will have, more than one implementation."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from assistant.model import Answer, Query, SearchResult, Turn
from vectorstore.hits import Filters, Passage


@dataclass(frozen=True, slots=True)
class TextDelta:
    """The next piece of the answer while it is being written."""

    text: str


@dataclass(frozen=True, slots=True)
class Discarded:
    """What was streamed so far is withdrawn (the model failed; another answer follows)."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The whole answer; always the last event, exactly once."""

    answer: Answer


AnswerEvent: TypeAlias = TextDelta | Discarded | Finished


class Answerer(Protocol):
    """Writes an answer from evidence. Implementations: ExtractiveAnswerer, ModelAnswerer."""

    def stream(self, query: Query, evidence: SearchResult, history: Sequence[Turn] = ()) -> Iterator[AnswerEvent]:
        """Events of one answer; the last is Finished."""


class Retriever(Protocol):
    """Finds passages for a query."""

    def search(self, query: Query, top_k: int, filters: Filters | None = None) -> SearchResult:
        """At most ``top_k`` hits, best first."""


Opening: TypeAlias = Callable[[str], Passage | None]
"""Document id to the passage its text begins with; None where it has none, or is gone."""

InverseDocumentFrequency: TypeAlias = Callable[[str], float]
"""Term (as vectorstore.terms makes them) to its idf in this store."""

TermFrequency: TypeAlias = Callable[[str], int]
"""Term (as vectorstore.terms makes them) to the number of passages of this store that hold it."""

Likeness: TypeAlias = Callable[[str, Sequence[str]], Sequence[float]]
"""A question and texts to how near each text is to it in meaning, cosines."""
