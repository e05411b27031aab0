"""Answers as OpenAI's clients read them, with what they do not know in fields of our own."""

from dataclasses import dataclass
from typing import Any

from assistant.contract import answer_json
from assistant.http_api.answer_message import message_of
from assistant.model import Answer, Citation
from assistant.ui.addresses import source_address
from assistant.viewing.quote_place import quote_key

MODEL_ID = "tro-ly-hoi"


@dataclass(frozen=True, slots=True)
class Head:
    """What every object of one reply has in common."""

    id: str
    created: int
    """Unix time."""

    def json(self, kind: str) -> dict[str, Any]:
        """The fields, for an object of a kind."""
        return {"id": self.id, "object": kind, "created": self.created, "model": MODEL_ID}


def models_json(created: int) -> dict[str, Any]:
    """The one model there is."""
    return {"object": "list", "data": [model_json(created)]}


def model_json(created: int) -> dict[str, Any]:
    """The assistant as a model."""
    return {"id": MODEL_ID, "object": "model", "created": created, "owned_by": MODEL_ID}


def completion_json(head: Head, question: str, answer: Answer) -> dict[str, Any]:
    """A whole reply: the message, its citations beside it, and the object that ``ask --json`` prints."""
    content = message_of(answer)
    message = {"role": "assistant", "content": content, "citations": citations_json(answer)}
    return {
        **head.json("chat.completion"),
        "choices": [{"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}],
        "usage": usage_json(question, content),
        "answer": answer_json(answer),
    }


def chunk_json(head: Head, delta: dict[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
    """A piece of a reply."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
    return {**head.json("chat.completion.chunk"), "choices": [choice]}


def last_chunk_json(head: Head, answer: Answer) -> dict[str, Any]:
    """The end of a reply: no more text, but the citations and the whole answer as it is final."""
    return {**chunk_json(head, {"citations": citations_json(answer)}, "stop"), "answer": answer_json(answer)}


def usage_json(question: str, content: str) -> dict[str, int]:
    """Words between spaces: nothing here counts in tokens, and clients want the field."""
    asked, said = len(question.split()), len(content.split())
    return {"prompt_tokens": asked, "completion_tokens": said, "total_tokens": asked + said}


def citations_json(answer: Answer) -> list[dict[str, Any]]:
    """The contract's citations, each with the address at which the quoted words are shown."""
    whole: list[dict[str, Any]] = answer_json(answer)["citations"]
    return [{**one, "url": _address(citation)} for one, citation in zip(whole, answer.citations, strict=True)]


def _address(citation: Citation) -> str:
    key = quote_key(citation.quote)
    return source_address(citation.document_id, citation.page, citation.char_start, citation.char_end, key=key)
