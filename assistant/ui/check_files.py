"""A checked draft to take away (Word with comments, Excel list), and the decisions made on screen."""

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse

from assistant.claims.keeping import title_of
from assistant.claims.model import Decision
from assistant.errors import UnknownCheckError
from assistant.services import Services
from assistant.ui import check_texts_vi as texts
from assistant.ui.addresses import CHECK_PATH
from assistant.ui.downloads import disposition
from assistant.ui.source_panel import missing_html, page_html

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def add_check_files(router: APIRouter, services: Services) -> None:
    """Serve every kept check under its id with the ending of the kind wanted; take decisions."""

    @router.get(CHECK_PATH + "/{check_id}.{kind}")
    def check_file(check_id: str, kind: str) -> Response:
        return check_response(services, check_id, kind)

    # the guard lets only our own pages post
    @router.post(CHECK_PATH + "/{check_id}/{n}")
    def decide(check_id: str, n: int, decision: str = "") -> Response:
        return decision_response(services, check_id, n, decision)


def check_response(services: Services, check_id: str, kind: str) -> Response:
    """The file, made now; an unknown check or kind is a sentence."""
    if kind not in _TYPES:
        return HTMLResponse(page_html(texts.TAB, missing_html(texts.GONE)), 404)
    claims = services.claims
    try:
        kept = claims.kept.load(check_id)
    except UnknownCheckError:
        return HTMLResponse(page_html(texts.TAB, missing_html(texts.GONE)), 404)
    content = claims.as_word(kept) if kind == "docx" else claims.as_excel(kept)
    headers = {"Content-Disposition": disposition(f"{texts.TAB} {title_of(kept.draft)}", kind)}
    return Response(content, media_type=_TYPES[kind], headers=headers)


def decision_response(services: Services, check_id: str, n: int, decision: str) -> Response:
    """Keep what a person decided about a claim; an empty decision takes it back."""
    try:
        services.claims.kept.decide(check_id, n, Decision(decision) if decision else None)
    except (ValueError, UnknownCheckError):
        return Response(status_code=404)
    return Response(status_code=204)
