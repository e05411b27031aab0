"""The source viewer, pictures of pages and the identity card as responses."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qs

from fastapi import Request, Response
from fastapi.responses import HTMLResponse

from assistant.http_api.originals import DOCUMENT_POLICY
from assistant.services import Services
from assistant.ui.card_changes import save, view_of
from assistant.ui.card_html import card_html
from assistant.ui.listing import record_of
from assistant.ui.source_panel import missing_html, page_html
from assistant.ui.source_view import read_request, source_html
from assistant.ui_texts_vi import card as card_texts
from assistant.ui_texts_vi import source_panel as texts
from ingest.errors import TrolyError
from ingest.loaders.page_pictures import RESOLUTIONS
from vectorstore.errors import UnknownDocumentError

FORM_LIMIT = 64 * 1024
"""Bytes; a card with every field full is a quarter of it."""
FORM_FIELDS = 40
_WHOLE_NUMBER = re.compile("[1-9][0-9]{0,5}")
_RESOLUTIONS = frozenset(map(str, RESOLUTIONS))


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
    title, status = card_texts.CARD, 200
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
