"""The addresses of the pages beside the screen: sources, cards, conversations, checked drafts, original files."""

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from assistant.http_api.originals import original_response
from assistant.http_api.pages import card_response, form_of, picture_response, source_response
from assistant.services import Services
from assistant.ui.addresses import CARD_PATH, ORIGINAL_PATH, SOURCE_PATH
from assistant.ui.check_files import add_check_files
from assistant.ui.conversation_files import add_conversation_files
from assistant.ui.draft_desk import open_desk
from assistant.ui.draft_routes import add_draft_pages


def add_pages(app: FastAPI, services: Services) -> None:
    """Everything that is opened by a link; no part of the API's documentation."""
    router = APIRouter(include_in_schema=False)

    @router.get(SOURCE_PATH + "/{document_id}")
    def source(document_id: str, request: Request, manh: str = "") -> HTMLResponse:
        return source_response(services, document_id, request.query_params, fragment=bool(manh))

    @router.get(SOURCE_PATH + "/{document_id}/{page}.png")
    def picture(document_id: str, page: str, dpi: str = "") -> Response:
        return picture_response(services, document_id, page, dpi)

    @router.get(CARD_PATH + "/{document_id}")
    def card(document_id: str, manh: str = "") -> HTMLResponse:
        return card_response(services, document_id, fragment=bool(manh))

    @router.post(CARD_PATH + "/{document_id}")
    async def change_card(document_id: str, request: Request, manh: str = "") -> HTMLResponse:
        form = await form_of(request)
        return await run_in_threadpool(card_response, services, document_id, form, fragment=bool(manh))

    add_conversation_files(router, services)
    add_draft_pages(router, open_desk(services))
    add_check_files(router, services)

    @router.api_route(ORIGINAL_PATH + "/{document_id}", methods=["GET", "HEAD"])
    def original(document_id: str) -> Response:
        return original_response(services, document_id)

    # the guard lets only our own pages post
    @router.post(ORIGINAL_PATH + "/{document_id}")
    def restricted_original(document_id: str) -> Response:
        return original_response(services, document_id, confirmed=True)

    app.include_router(router)
