"""What programs may send, with its limits."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from assistant.model import Turn
from assistant.ui_texts_vi import api as texts
from vectorstore.hits import Filters

QUESTION_CHARS = 4_000
"""Questions above 1,000 characters are shortened with a warning; this only keeps the memory bounded."""
_ANSWER_CHARS = 20_000
_VALUES = 100
Year = Annotated[int, Field(ge=1900, le=2100)]
Value = Annotated[str, Field(max_length=500)]
Question = Annotated[str, Field(max_length=QUESTION_CHARS, description=texts.API_FIELDS["question"])]


class Restricted(BaseModel):
    """Restrictions a search or a question may carry; the same names in a query string and in JSON."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    year_from: Year | None = Field(None, description=texts.API_FIELDS["year_from"])
    year_to: Year | None = Field(None, description=texts.API_FIELDS["year_to"])
    units: list[Value] = Field([], max_length=_VALUES, description=texts.API_FIELDS["units"])
    types: list[Value] = Field([], max_length=_VALUES, description=texts.API_FIELDS["types"])
    collections: list[Value] = Field([], max_length=_VALUES, description=texts.API_FIELDS["collections"])
    document_ids: list[Value] = Field([], max_length=_VALUES, description=texts.API_FIELDS["document_ids"])
    ignore: list[Value] = Field([], max_length=_VALUES, description=texts.API_FIELDS["ignore"])

    def filters(self) -> Filters:
        """As the services take them."""
        return Filters(
            self.year_from,
            self.year_to,
            tuple(self.units),
            tuple(self.types),
            tuple(self.collections),
            tuple(self.document_ids),
        )


class SearchRequest(Restricted):
    """A search."""

    query: Question
    top_k: int = Field(10, ge=1, le=100, description=texts.API_FIELDS["top_k"])


class AskQuery(Restricted):
    """A question in an address."""

    question: Question
    stream: bool = Field(False, description=texts.API_FIELDS["stream"])


class PastTurn(BaseModel):
    """One exchange before the question."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: Question
    answer: str = Field("", max_length=_ANSWER_CHARS)
    sources: list[Value] = Field([], max_length=_VALUES)


class AskRequest(AskQuery):
    """A question with the conversation before it."""

    history: list[PastTurn] = Field([], max_length=50, description=texts.API_FIELDS["history"])

    def turns(self) -> Sequence[Turn]:
        """As the services take them."""
        return [Turn(one.question, one.answer, tuple(one.sources)) for one in self.history]


class DocumentsQuery(BaseModel):
    """What part of the list is wanted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    search: str = Field("", max_length=200, description=texts.API_FIELDS["search"])
    removed: bool = Field(False, description=texts.API_FIELDS["removed"])
    limit: int = Field(100, ge=1, le=1000, description=texts.API_FIELDS["limit"])
    offset: int = Field(0, ge=0, le=10**9, description=texts.API_FIELDS["offset"])
