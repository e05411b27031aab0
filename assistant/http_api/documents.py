"""/api/documents: the list, one document with its card and text; files taken in; a document removed and restored."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse
from starlette.datastructures import UploadFile

from assistant.contract import document_json
from assistant.http_api.api_route import ApiRoute
from assistant.http_api.errors import BadRequestError
from assistant.http_api.receiving import MAX_FILES, Receiving
from assistant.http_api.requests import DocumentsQuery
from assistant.services import Services
from assistant.ui_texts_vi import api as texts

_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {
                            "type": "array",
                            "items": {"type": "string", "format": "binary"},
                            "description": texts.API_FIELDS["files"],
                        },
                        "collection": {"type": "string", "description": texts.API_FIELDS["collection"]},
                    },
                }
            }
        },
    }
}
_COLLECTION_CHARS = 200


def documents_router(services: Services, receiving: Receiving) -> APIRouter:
    """Documents as ``documents --json`` prints them; outcomes of files as ``ingest --json`` does.

    Files come in the request itself: a path on this machine would let any program read what only the application may.
    """
    router = APIRouter(prefix="/documents", route_class=ApiRoute, tags=[texts.API_TAGS["documents"]])

    @router.get("", summary=texts.API_SUMMARIES["documents"], response_model=None)
    def listed(asked: Annotated[DocumentsQuery, Query()]) -> JSONResponse:
        return _listed(services, asked)

    @router.post("", summary=texts.API_SUMMARIES["upload"], response_model=None, openapi_extra=_FORM)
    async def taken_in(request: Request) -> JSONResponse:
        async with request.form(max_files=MAX_FILES, max_fields=10) as form:
            files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
            collection = str(form.get("collection") or "")
            if not files:
                raise BadRequestError(field="files", problem="missing")
            if len(collection) > _COLLECTION_CHARS:
                raise BadRequestError(field="collection", problem="string_too_long")
            received = [(one.filename or "", one.file) for one in files]
            return JSONResponse(await run_in_threadpool(receiving.take_in, received, collection))

    _add_one_document(router, services)
    return router


def _add_one_document(router: APIRouter, services: Services) -> None:
    @router.get("/{document_id}", summary=texts.API_SUMMARIES["document"], response_model=None)
    def one(document_id: str) -> JSONResponse:
        record = services.store.document(document_id)
        return JSONResponse(document_json(record, services.store.document_cards([document_id])[document_id]))

    @router.get("/{document_id}/text", summary=texts.API_SUMMARIES["text"], response_model=None)
    def text(document_id: str) -> JSONResponse:
        pages = [{"page": page.number, "text": page.text} for page in services.pages(document_id)]
        return JSONResponse({"document_id": document_id, "pages": pages})

    @router.delete("/{document_id}", summary=texts.API_SUMMARIES["remove"], response_model=None)
    def remove(document_id: str) -> JSONResponse:
        services.remove(document_id)
        return JSONResponse({"document_id": document_id, "status": "removed"})

    @router.post("/{document_id}/restore", summary=texts.API_SUMMARIES["restore"], response_model=None)
    def restore(document_id: str) -> JSONResponse:
        services.restore(document_id)
        return JSONResponse({"document_id": document_id, "status": "restored"})


def _listed(services: Services, asked: DocumentsQuery) -> JSONResponse:
    records = services.store.documents(
        asked.search or None, include_removed=asked.removed, limit=asked.limit + 1, offset=asked.offset
    )
    more, records = len(records) > asked.limit, records[: asked.limit]
    cards = services.store.document_cards([record.document_id for record in records])
    return JSONResponse(
        {
            "documents": [document_json(record, cards[record.document_id]) for record in records],
            "next_offset": asked.offset + asked.limit if more else None,
        }
    )
