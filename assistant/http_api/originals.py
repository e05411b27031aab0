"""Original files as they were accepted, served so that they can do no harm."""

from pathlib import Path

from fastapi import Response
from fastapi.responses import FileResponse, HTMLResponse

from assistant.services import Services
from assistant.ui.addresses import PDF
from assistant.ui.listing import record_of
from assistant.ui.restricted_html import restricted_html
from assistant.ui.source_panel import missing_html, page_html
from assistant.ui_texts_vi import restricted as restricted_texts
from assistant.ui_texts_vi import source_panel as texts
from vectorstore.records import DocumentRecord

DOCUMENT_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""An HTML original is somebody else's page: no scripts, no requests, no access to our origin."""
PDF_POLICY = "frame-ancestors 'self'"
"""A sandbox would switch the browser's PDF viewer off."""
HTML, TEXT = "text/html", "text/plain"
SHOWN_AS_TEXT = frozenset({TEXT, "text/markdown", "application/jsonl", "application/x-ndjson", "application/json"})
BROWSER_CHARSETS = {"utf-16": "utf-16", "cp1258": "windows-1258", "cp1252": "windows-1252", "latin-1": "iso-8859-1"}


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
            return HTMLResponse(page_html(restricted_texts.RESTRICTED_TITLE, restricted_html(record)))
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
