"""What OpenAI's chat protocol sends, as far as it matters here.

https://platform.openai.com/docs/api-reference/chat/create
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.followups import complete
from assistant.http_api.answer_message import read_message
from assistant.http_api.errors import BadRequestError, UnsupportedParameterError
from assistant.model import Turn

_MESSAGE_CHARS = 100_000
_MESSAGES = 200
_TURNS = 6
"""Past exchanges that can matter: a follow-up looks back three turns, which may be follow-ups themselves."""


class ContentPart(BaseModel):
    """A piece of a message; only text is read."""

    model_config = ConfigDict(frozen=True)

    type: str
    text: str = Field("", max_length=_MESSAGE_CHARS)


class Message(BaseModel):
    """One message; further fields of the protocol are allowed and mean nothing here."""

    model_config = ConfigDict(frozen=True)

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: (
        Annotated[str, Field(max_length=_MESSAGE_CHARS)] | Annotated[list[ContentPart], Field(max_length=100)] | None
    ) = None

    def text(self) -> str:
        """Its text in one piece."""
        if not isinstance(self.content, list):
            return self.content or ""
        return "\n".join(part.text for part in self.content if part.type == "text")


class StreamOptions(BaseModel):
    """What a stream ends with."""

    model_config = ConfigDict(frozen=True)

    include_usage: bool = False


class ChatRequest(BaseModel):
    """A chat request; sampling parameters (temperature, seed, max_tokens, …) have no effect and are let through."""

    model_config = ConfigDict(frozen=True)

    model: str = Field(max_length=200)
    messages: list[Message] = Field(min_length=1, max_length=_MESSAGES)
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: int | None = 1
    response_format: dict[str, Any] | None = None
    tool_choice: str | dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The question of a chat request with the exchanges before it."""

    question: str
    history: tuple[Turn, ...]


def asked_of(request: ChatRequest) -> Asked:
    """The last message of the user, and the earlier ones in pairs with their answers.

    Messages of the system are not followed: what this assistant says and cites is fixed.

    :raises BadRequestError: the last message is not the user's.
    :raises UnsupportedParameterError: a parameter would change the form of the answer.
    """
    _supported(request)
    said = [one for one in request.messages if one.role in ("user", "assistant")]
    if not said or said[-1].role != "user":
        raise BadRequestError(field="messages", problem="no_question")
    if any(part.type != "text" for one in said if isinstance(one.content, list) for part in one.content):
        raise UnsupportedParameterError(field="messages.content")
    return Asked(said[-1].text(), _completed(_turns(said[:-1])[-_TURNS:]))


def _supported(request: ChatRequest) -> None:
    if request.n not in (None, 1):
        raise UnsupportedParameterError(field="n")
    if request.response_format is not None and request.response_format.get("type") != "text":
        raise UnsupportedParameterError(field="response_format")
    if request.tool_choice not in (None, "none", "auto"):
        raise UnsupportedParameterError(field="tool_choice")


def _turns(said: Sequence[Message]) -> list[Turn]:
    """A question without an answer counts too; an answer without a question does not."""
    turns: list[Turn] = []
    for message in said:
        if message.role == "user":
            turns.append(Turn(message.text(), ""))
        elif turns:
            answer, sources = read_message(message.text())
            turns[-1] = replace(turns[-1], answer=answer, sources=sources)
    return turns


def _completed(turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Follow-ups among past questions completed by the turns before them, as the screen keeps them."""
    done: list[Turn] = []
    for turn in turns:
        completion = complete(turn.question, done)
        done.append(replace(turn, question=completion.text) if completion else turn)
    return tuple(done)
