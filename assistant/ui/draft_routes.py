"""The addresses of the tab "Soạn báo cáo": fragments for its script, the files of a draft, received Word forms."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from urllib.parse import unquote

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse
from pydantic import ValidationError

from assistant.errors import UnknownDraftError
from assistant.messages_vi.sentences import error_text
from assistant.ui import draft_desk
from assistant.ui import draft_texts_vi as texts
from assistant.ui.addresses import DRAFT_PATH
from assistant.ui.downloads import disposition
from assistant.ui.draft_changes import Asked
from assistant.ui.draft_desk import Desk
from assistant.ui.draft_view import Notice, Step
from assistant.ui.source_panel import missing_html, page_html
from ingest.errors import TrolyError

BODY_LIMIT = 256 * 1024
"""Bytes of a change."""
FORM_LIMIT_MB = 20
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def add_draft_pages(app: APIRouter, desk: Desk) -> None:
    """Serve the tab's fragments and files."""

    @app.get(DRAFT_PATH)
    def drafts() -> HTMLResponse:
        return _fragment(draft_desk.home(desk))

    @app.post(DRAFT_PATH)
    async def new_draft(request: Request) -> HTMLResponse:
        body = await _body(request, BODY_LIMIT)
        return await run_in_threadpool(list_response, desk, body)

    @app.get(DRAFT_PATH + "/{draft_id}.{kind}")
    def draft_file(draft_id: str, kind: str, request: Request) -> Response:
        return file_response(desk, draft_id, kind, str(request.base_url).rstrip("/"))

    @app.get(DRAFT_PATH + "/{draft_id}")
    def draft(draft_id: str, buoc: str = "") -> HTMLResponse:
        return _shown(desk, lambda: draft_desk.show(desk, draft_id, buoc))

    @app.post(DRAFT_PATH + "/{draft_id}/mau")
    async def office_form(draft_id: str, request: Request) -> HTMLResponse:
        body = await _body(request, FORM_LIMIT_MB * 1024 * 1024)
        name = unquote(request.headers.get("x-ten-tep", ""))[-200:]
        return await run_in_threadpool(form_response, desk, draft_id, name, body)

    @app.post(DRAFT_PATH + "/{draft_id}")
    async def change_draft(draft_id: str, request: Request) -> HTMLResponse:
        body = await _body(request, BODY_LIMIT)
        return await run_in_threadpool(change_response, desk, draft_id, body)


def list_response(desk: Desk, body: bytes | None) -> HTMLResponse:
    """Begin a draft, or change the list: delete, restore, rename."""
    asked = _asked(body)
    if asked is None:
        return HTMLResponse(status_code=400)
    if asked.do == "begin":
        return _fragment(draft_desk.begin(desk, asked.changes))
    return _fragment(draft_desk.change_list(desk, asked))


def change_response(desk: Desk, draft_id: str, body: bytes | None) -> HTMLResponse:
    """Do what the body asks with a draft."""
    asked = _asked(body)
    if asked is None:
        return HTMLResponse(status_code=400)
    return _shown(desk, lambda: draft_desk.act(desk, draft_id, asked))


def form_response(desk: Desk, draft_id: str, name: str, body: bytes | None) -> HTMLResponse:
    """Keep an office's Word form and choose it for the draft."""
    if body is None:
        notice = Notice(texts.EXPORT_TOO_LARGE.format(name=name, limit=FORM_LIMIT_MB), is_bad=True)
    elif not _is_docx(body):
        notice = Notice(texts.EXPORT_NOT_DOCX.format(name=name), is_bad=True)
    else:
        notice = draft_desk.take_form(desk, draft_id, name, body)
    return _shown(desk, lambda: draft_desk.show(desk, draft_id, Step.EXPORT, [notice]))


def file_response(desk: Desk, draft_id: str, kind: str, base_address: str) -> Response:
    """The Word file or the table of facts, made now; what hinders it is a sentence."""
    if kind not in _TYPES:
        return Response(status_code=404)
    try:
        kept = desk.services.drafts.draft(draft_id)
        content = desk.papers.word(kept, base_address) if kind == "docx" else desk.papers.excel(kept)
    except UnknownDraftError as error:
        return HTMLResponse(page_html(texts.TAB, missing_html(error_text(error))), 404)
    except TrolyError as error:
        sentence = texts.EXPORT_FAILED.format(problem=error_text(error))
        return HTMLResponse(page_html(texts.TAB, missing_html(sentence)), 422)
    headers = {"Content-Disposition": disposition(kept.listed.title, kind)}
    return Response(content, media_type=_TYPES[kind], headers=headers)


def _shown(desk: Desk, make: Callable[[], str]) -> HTMLResponse:
    """The fragment, or the list with the reason why the draft cannot be shown."""
    try:
        return _fragment(make())
    except UnknownDraftError as error:
        return _fragment(draft_desk.home(desk, notices=[Notice(error_text(error), is_bad=True)]), 404)
    except TrolyError as error:
        return _fragment(draft_desk.home(desk, notices=[Notice(error_text(error), is_bad=True)]), 422)


def _fragment(html: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(html, status, headers={"X-Troly-Manh": "1", "Cache-Control": "no-store"})


def _asked(body: bytes | None) -> Asked | None:
    try:
        return Asked.model_validate_json(body or b"")
    except ValidationError:
        return None


async def _body(request: Request, limit: int) -> bytes | None:
    """What was sent; None where it is more than the limit."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > limit:
            return None
    return body


def _is_docx(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
