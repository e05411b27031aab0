"""/api/search: the best passages for a question."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from assistant.contract import search_json
from assistant.http_api.api_route import ApiRoute
from assistant.http_api.requests import SearchRequest
from assistant.services import Services
from assistant.ui_texts_vi import api as texts


def search_router(services: Services) -> APIRouter:
    """The object that ``search --json`` prints."""
    router = APIRouter(route_class=ApiRoute, tags=[texts.API_TAGS["search"]])

    @router.get("/search", summary=texts.API_SUMMARIES["search"], response_model=None)
    def by_address(asked: Annotated[SearchRequest, Query()]) -> JSONResponse:
        return _found(services, asked)

    @router.post("/search", summary=texts.API_SUMMARIES["search"], response_model=None)
    def by_body(asked: SearchRequest) -> JSONResponse:
        return _found(services, asked)

    return router


def _found(services: Services, asked: SearchRequest) -> JSONResponse:
    result = services.search(asked.query, asked.top_k, asked.filters(), ignore=frozenset(asked.ignore))
    return JSONResponse(search_json(result))
