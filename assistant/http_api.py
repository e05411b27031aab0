"""The web application: the screen at "/", sources, original files; guarded against other sites and other names."""

import re
from collections.abc import Collection, Mapping
from importlib import resources
from pathlib import Path
from urllib.parse import parse_qs

import gradio as gr
from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from assistant import ui_texts_vi as texts
from assistant.services import Services
from assistant.ui.addresses import CARD_PATH, ORIGINAL_PATH, PDF, SOURCE_PATH, STATIC_PATH
from assistant.ui.app import build
from assistant.ui.card_changes import save, view_of
from assistant.ui.card_html import card_html
from assistant.ui.conversation_files import add_conversation_files
from assistant.ui.guard import LOCAL_HOSTS, Guard
from assistant.ui.index_page import head_html
from assistant.ui.listing import record_of
from assistant.ui.restricted_html import restricted_html
from assistant.ui.source_panel import missing_html, page_html
from assistant.ui.source_view import read_request, source_html
from assistant.ui.theme import build_theme
from assistant.viewing.drawing import RESOLUTIONS
from ingest.errors import TrolyError
from vectorstore.errors import UnknownDocumentError
from vectorstore.records import DocumentRecord

UPLOAD_LIMIT = "512mb"
"""Above every format's own limit, so that the refusal with its Vietnamese reason comes from the reader."""
FORM_LIMIT = 64 * 1024
"""Bytes; a card with every field full is a quarter of it."""
FORM_FIELDS = 40
DOCUMENT_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""An HTML original is somebody else's page: no scripts, no requests, no access to our origin."""
PDF_POLICY = "frame-ancestors 'self'"
"""A sandbox would switch the browser's PDF viewer off."""
_WHOLE_NUMBER = re.compile("[1-9][0-9]{0,5}")
_RESOLUTIONS = frozenset(map(str, RESOLUTIONS))
HTML, TEXT = "text/html", "text/plain"
SHOWN_AS_TEXT = frozenset({TEXT, "text/markdown", "application/jsonl", "application/x-ndjson", "application/json"})
BROWSER_CHARSETS = {"utf-16": "utf-16", "cp1258": "windows-1258", "cp1252": "windows-1252", "latin-1": "iso-8859-1"}


def create_app(services: Services, *, allowed_hosts: Collection[str] | None = LOCAL_HOSTS) -> FastAPI:
    """The application over open services.

    :param allowed_hosts: names the application answers to, against DNS rebinding; None: any, for a served network.
    """
    app = FastAPI(title=texts.TITLE, docs_url=None, redoc_url=None, openapi_url=None)
    _add_routes(app, services)
    static = Path(str(resources.files("assistant.ui") / "static"))
    app.mount(STATIC_PATH, StaticFiles(directory=static), name="static")
    gr.mount_gradio_app(
        app,
        build(services),
        "/",
        footer_links=[],
        run_history=False,
        theme=build_theme(),
        favicon_path=str(static / "favicon.png"),
        max_file_size=UPLOAD_LIMIT,
        show_error=False,
        enable_monitoring=False,
        mcp_server=False,
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
    )
    app.add_middleware(Guard, allowed_hosts=allowed_hosts, head=head_html())
    return app


def _add_routes(app: FastAPI, services: Services) -> None:
    @app.get("/api/health")
    def health() -> JSONResponse:
        return JSONResponse({"status": "ok"})

    @app.get(SOURCE_PATH + "/{document_id}")
    def source(document_id: str, request: Request, manh: str = "") -> HTMLResponse:
        return source_response(services, document_id, request.query_params, fragment=bool(manh))

    @app.get(SOURCE_PATH + "/{document_id}/{page}.png")
    def picture(document_id: str, page: str, dpi: str = "") -> Response:
        return picture_response(services, document_id, page, dpi)

    @app.get(CARD_PATH + "/{document_id}")
    def card(document_id: str, manh: str = "") -> HTMLResponse:
        return card_response(services, document_id, fragment=bool(manh))

    @app.post(CARD_PATH + "/{document_id}")
    async def change_card(document_id: str, request: Request, manh: str = "") -> HTMLResponse:
        form = await form_of(request)
        return await run_in_threadpool(card_response, services, document_id, form, fragment=bool(manh))

    add_conversation_files(app, services)

    @app.api_route(ORIGINAL_PATH + "/{document_id}", methods=["GET", "HEAD"])
    def original(document_id: str) -> Response:
        return original_response(services, document_id)

    # the guard lets only our own pages post
    @app.post(ORIGINAL_PATH + "/{document_id}")
    def restricted_original(document_id: str) -> Response:
        return original_response(services, document_id, confirmed=True)


def source_response(services: Services, document_id: str, query: Mapping[str, str], *, fragment: bool) -> HTMLResponse:
    """The source viewer's content, or a page around it; a wrong address is a sentence, not an error."""
    title, status = texts.PANEL, 200
    try:
        request = read_request(document_id, dict(query))
        record = record_of(services, document_id)
        if record is None:
            content, status = missing_html(texts.PANEL_MISSING), 404
        else:
            content, title = source_html(services, record, request)
    except ValueError:
        content, status = missing_html(texts.PANEL_BAD_ADDRESS), 400
    except TrolyError:
        content, status = missing_html(texts.PANEL_MISSING), 404
    headers = {"X-Troly-Manh": "1"} if fragment else {}
    return HTMLResponse(content if fragment else page_html(title, content), status, headers=headers)


def picture_response(services: Services, document_id: str, page: str, dpi: str) -> Response:
    """A page of a PDF or an image as PNG; what is behind an id never changes, so the browser may keep it a while.

    A document whose original shows what its stored text covers has no pictures.
    """
    if not (_WHOLE_NUMBER.fullmatch(page) and dpi in _RESOLUTIONS) or record_of(services, document_id) is None:
        return Response(status_code=404)
    if services.is_restricted(document_id):
        return Response(status_code=403)
    picture = services.viewing.picture(document_id, int(page), int(dpi))
    if picture is None:
        return Response(status_code=404)
    headers = {"Cache-Control": "private, max-age=3600", "Content-Security-Policy": DOCUMENT_POLICY}
    return Response(picture, media_type="image/png", headers=headers)


def card_response(
    services: Services, document_id: str, form: Mapping[str, str] | None = None, *, fragment: bool
) -> HTMLResponse:
    """The card's panel, or a page around it; with a form its values are saved first."""
    title, status = texts.CARD, 200
    try:
        view = view_of(services, document_id) if form is None else save(services, document_id, form)
        content, title = card_html(view), view.title
        status = 422 if view.problem else 200
    except UnknownDocumentError:
        content, status = missing_html(texts.PANEL_MISSING), 404
    headers = {"X-Troly-Manh": "1"} if fragment else {}
    return HTMLResponse(content if fragment else page_html(title, content), status, headers=headers)


async def form_of(request: Request) -> dict[str, str]:
    """Fields of an urlencoded form; nothing of a body that is too large or of another kind."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > FORM_LIMIT:
            return {}
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FORM_FIELDS)
    return {name: values[-1] for name, values in fields.items()}


def original_response(services: Services, document_id: str, *, confirmed: bool = False) -> Response:
    """The accepted file byte for byte: shown in the browser where that is safe, else downloaded.

    One that shows what its stored text covers asks first, and its opening is written down.
    """
    record = record_of(services, document_id)
    path = services.original(document_id) if record else None
    if record is None or path is None or not path.is_file():
        sentence = texts.PANEL_MISSING if record is None else texts.PANEL_NO_ORIGINAL
        return HTMLResponse(page_html(texts.PANEL, missing_html(sentence)), 404)
    if services.is_restricted(document_id):
        if not confirmed:
            return HTMLResponse(page_html(texts.RESTRICTED_TITLE, restricted_html(record)))
        services.open_restricted(document_id)
    media_type, policy = served_as(record.media_type, record.encoding)
    return FileResponse(
        path,
        media_type=media_type,
        filename=_file_name(record, path),
        content_disposition_type="inline" if policy else "attachment",
        headers={"Content-Security-Policy": policy or DOCUMENT_POLICY},
    )


def served_as(media_type: str, encoding: str | None) -> tuple[str, str]:
    """Media type and content policy of an original; an empty policy means it is downloaded, not shown."""
    charset = BROWSER_CHARSETS.get((encoding or "").lower(), "utf-8")
    if media_type == PDF:
        return PDF, PDF_POLICY
    if media_type == HTML:
        return f"{HTML}; charset={charset}", DOCUMENT_POLICY
    if media_type in SHOWN_AS_TEXT:
        return f"{TEXT}; charset={charset}", DOCUMENT_POLICY
    return media_type or "application/octet-stream", ""


def _file_name(record: DocumentRecord, path: Path) -> str:
    name = Path(record.source).name or record.document_id
    return name if Path(name).suffix else name + path.suffix
