"""/api/ask: an answer whose sentences are cited, whole or while it is being written."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse, Response

from assistant.contract import answer_json
from assistant.http_api.api_route import ApiRoute
from assistant.http_api.errors import error_json
from assistant.http_api.event_stream import event, stream_response
from assistant.http_api.requests import AskQuery, AskRequest
from assistant.model import Turn
from assistant.ports import AnswerEvent, Discarded, Finished, TextDelta
from assistant.services import Services
from assistant.ui_texts_vi import api as texts


def ask_router(services: Services) -> APIRouter:
    """The object that ``ask --json`` prints; as events ``delta`` {text}, ``discarded`` {}, then ``answer`` with it."""
    router = APIRouter(route_class=ApiRoute, tags=[texts.API_TAGS["ask"]])

    @router.get("/ask", summary=texts.API_SUMMARIES["ask"], response_model=None)
    def by_address(asked: Annotated[AskQuery, Query()]) -> Response:
        return _answered(services, asked)

    @router.post("/ask", summary=texts.API_SUMMARIES["ask"], response_model=None)
    def by_body(asked: AskRequest) -> Response:
        return _answered(services, asked, asked.turns())

    return router


def _answered(services: Services, asked: AskQuery, history: Sequence[Turn] = ()) -> Response:
    ignore = frozenset(asked.ignore)
    if asked.stream:
        events = services.ask_stream(asked.question, asked.filters(), history, ignore=ignore)
        return stream_response(map(_as_event, events), lambda error: event(error_json(error), "error"))
    return JSONResponse(answer_json(services.ask(asked.question, asked.filters(), history, ignore=ignore)))


def _as_event(happened: AnswerEvent) -> str:
    match happened:
        case TextDelta(text):
            return event({"text": text}, "delta")
        case Discarded():
            return event({}, "discarded")
        case Finished(answer):
            return event(answer_json(answer), "answer")
