"""Every router of the API in the order of its documentation; a new one is a line here."""

import threading

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.routing import Match

from assistant.http_api.asking import ask_router
from assistant.http_api.chat_completions import chat_router
from assistant.http_api.checking import check_router
from assistant.http_api.docs_page import docs_html
from assistant.http_api.documents import documents_router
from assistant.http_api.drafting import draft_router
from assistant.http_api.errors import API_PATH, OPENAI_PATH, UnknownAddressError, WrongMethodError, add_error_handlers
from assistant.http_api.receiving import Receiving
from assistant.http_api.searching import search_router
from assistant.services import Services
from assistant.ui.source_panel import page_html
from assistant.ui_texts_vi import api as texts

DOCS_PATH, SCHEMA_PATH = f"{API_PATH}/docs", f"{API_PATH}/openapi.json"
VERSION = "1"
"""Of the API: raised when an answer's shape changes in a way that breaks a reader."""
_EVERY_METHOD = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]


def add_api(app: FastAPI, services: Services, ingest_turn: threading.Lock) -> None:
    """The API with its documentation; whatever else is asked below its paths is an error in JSON."""
    for router in _api_routers(services, ingest_turn):
        app.include_router(router, prefix=API_PATH)
    app.include_router(chat_router(services), prefix=OPENAI_PATH)
    _add_documentation(app)
    add_error_handlers(app)
    for path in (API_PATH, OPENAI_PATH):
        app.add_api_route(path + "/{rest:path}", _nothing, methods=_EVERY_METHOD, include_in_schema=False)


def _api_routers(services: Services, ingest_turn: threading.Lock) -> list[APIRouter]:
    """Routers below /api; each is made by a module of its own in this package and uses ``ApiRoute``."""
    return [
        search_router(services),
        ask_router(services),
        documents_router(services, Receiving(services, ingest_turn)),
        check_router(services),
        draft_router(services),
    ]


def _add_documentation(app: FastAPI) -> None:
    @app.get("/api/health", include_in_schema=False)
    def health() -> JSONResponse:
        return JSONResponse({"status": "ok"})

    @app.get(SCHEMA_PATH, include_in_schema=False)
    def schema() -> JSONResponse:
        return JSONResponse(app.openapi())

    @app.get(DOCS_PATH, include_in_schema=False)
    def documentation() -> HTMLResponse:
        return HTMLResponse(page_html(texts.API_TITLE, docs_html(app.openapi(), SCHEMA_PATH)))

    @app.get(API_PATH, include_in_schema=False)
    def door() -> RedirectResponse:
        return RedirectResponse(DOCS_PATH)


def _nothing(request: Request) -> None:
    path, method = request.url.path, request.method
    if any(route.matches(request.scope)[0] is Match.PARTIAL for route in request.app.router.routes):
        raise WrongMethodError(method=method, path=path)
    raise UnknownAddressError(path=path)
