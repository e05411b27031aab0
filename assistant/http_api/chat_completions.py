"""/v1: the assistant as a model of OpenAI's protocol, for tools that speak nothing else."""

import time
import uuid
from collections.abc import Iterator

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from assistant.http_api.answer_message import message_of, tail
from assistant.http_api.api_route import ApiRoute
from assistant.http_api.chat_requests import Asked, ChatRequest, asked_of
from assistant.http_api.chat_shapes import (
    MODEL_ID,
    Head,
    chunk_json,
    completion_json,
    last_chunk_json,
    model_json,
    models_json,
    usage_json,
)
from assistant.http_api.errors import UnknownModelError, openai_error
from assistant.http_api.event_stream import event, stream_response
from assistant.messages_vi.conversations import CHAT_MESSAGE
from assistant.ports import Discarded, Finished, TextDelta
from assistant.services import Services
from assistant.ui_texts_vi import api as texts

_DONE = "data: [DONE]\n\n"


def chat_router(services: Services) -> APIRouter:
    """Models and chat completions; the answer's text ends with its references."""
    router = APIRouter(route_class=ApiRoute, tags=[texts.API_TAGS["openai"]])
    started = int(time.time())

    @router.get("/models", summary=texts.API_SUMMARIES["models"], response_model=None)
    def models() -> JSONResponse:
        return JSONResponse(models_json(started))

    @router.get("/models/{model}", summary=texts.API_SUMMARIES["model"], response_model=None)
    def model(model: str) -> JSONResponse:
        _known(model)
        return JSONResponse(model_json(started))

    @router.post("/chat/completions", summary=texts.API_SUMMARIES["chat"], response_model=None)
    def completions(request: ChatRequest) -> Response:
        _known(request.model)
        asked = asked_of(request)
        head = Head(f"chatcmpl-{uuid.uuid4().hex}", int(time.time()))
        if not request.stream:
            answer = services.ask(asked.question, history=asked.history)
            return JSONResponse(completion_json(head, asked.question, answer))
        with_usage = request.stream_options is not None and request.stream_options.include_usage
        return stream_response(
            _events(services, asked, head, with_usage=with_usage), lambda one: event(openai_error(one))
        )

    return router


def _known(model: str) -> None:
    if model != MODEL_ID:
        raise UnknownModelError(model=model, known=MODEL_ID)


def _events(services: Services, asked: Asked, head: Head, *, with_usage: bool) -> Iterator[str]:
    """The protocol cannot take a text back: where that is needed the reader is told, and the right one follows."""
    yield event(chunk_json(head, {"role": "assistant", "content": ""}))
    for happened in services.ask_stream(asked.question, history=asked.history):
        match happened:
            case TextDelta(text):
                yield event(chunk_json(head, {"content": text}))
            case Discarded():
                yield event(chunk_json(head, {"content": CHAT_MESSAGE["withdrawn"]}))
            case Finished(answer):
                if rest := tail(answer):
                    yield event(chunk_json(head, {"content": rest}))
                yield event(last_chunk_json(head, answer))
                if with_usage:
                    usage = usage_json(asked.question, message_of(answer))
                    yield event({**head.json("chat.completion.chunk"), "choices": [], "usage": usage})
    yield _DONE
