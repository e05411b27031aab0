"""/api/check: the verdict on every claim of a draft, whole or as they come; earlier checks and what was decided."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.datastructures import UploadFile

from assistant import claim_texts_vi as texts
from assistant.claims.model import CheckEvent, CheckFinished, CheckStarted, ClaimCheck, Decision, Draft
from assistant.claims_contract import claim_check_json, summary_json
from assistant.http_api.api_route import ApiRoute
from assistant.http_api.errors import BadRequestError, error_json
from assistant.http_api.event_stream import event, stream_response
from assistant.http_api.receiving import safe_name
from assistant.services import Services

_TEXT_CHARS = 300_000
"""Three hundred pages; a longer draft is a file."""
_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["draft"],
                    "properties": {
                        "draft": {"type": "string", "format": "binary", "description": texts.API_FIELDS["draft"]}
                    },
                }
            }
        },
    }
}


class CheckRequest(BaseModel):
    """A pasted text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(max_length=_TEXT_CHARS, description=texts.API_FIELDS["text"])
    stream: bool = Field(False, description=texts.API_FIELDS["stream"])


class DecisionRequest(BaseModel):
    """What a person decided about a claim; null takes it back."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    decision: Decision | None = Field(description=texts.API_FIELDS["decision"])


def check_router(services: Services) -> APIRouter:
    """What ``check --json`` prints; as events ``started`` {check_id, claims}, a ``claim`` each, ``summary``.

    Every check is kept, so that it can be opened on screen; the draft does not come into the store.
    """
    router = APIRouter(prefix="/check", route_class=ApiRoute, tags=[texts.API_TAG])

    @router.post("", summary=texts.API_SUMMARIES["text"], response_model=None)
    def text(asked: CheckRequest) -> Response:
        return _checked(services, services.claims.read(asked.text), stream=asked.stream)

    @router.post("/file", summary=texts.API_SUMMARIES["file"], response_model=None, openapi_extra=_FORM)
    async def file(request: Request) -> Response:
        async with request.form(max_files=1, max_fields=1) as form:
            draft = form.get("draft")
            if not isinstance(draft, UploadFile) or not draft.filename:
                raise BadRequestError(field="draft", problem="missing")
            return await run_in_threadpool(_of_file, services, draft.filename, draft.file.read)

    @router.get("/{check_id}", summary=texts.API_SUMMARIES["kept"], response_model=None)
    def kept(check_id: str) -> JSONResponse:
        found = services.claims.kept.load(check_id)
        checks = [claim_check_json(one) for one in found.checks]
        return JSONResponse({"checks": checks, **summary_json(found.summary, check_id), "text": found.draft.text})

    @router.put("/{check_id}/{n}", summary=texts.API_SUMMARIES["decide"], response_model=None)
    def decide(check_id: str, n: int, asked: DecisionRequest) -> JSONResponse:
        services.claims.kept.decide(check_id, n, asked.decision)
        return JSONResponse({"check_id": check_id, "n": n, "decision": asked.decision})

    return router


def _of_file(services: Services, name: str, content: Callable[[], bytes]) -> Response:
    """The file lies in the data folder only while it is read."""
    waiting = services.settings.data_dir / "tmp"
    waiting.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=waiting.resolve(), ignore_cleanup_errors=True) as folder:
        path = Path(folder) / safe_name(name)
        original = content()
        path.write_bytes(original)
        draft = services.claims.read(path)
    return _checked(services, draft, original)


def _checked(services: Services, draft: Draft, original: bytes | None = None, *, stream: bool = False) -> Response:
    events = services.claims.stream(draft, original)
    if stream:
        return stream_response(_as_events(events), lambda error: event(error_json(error), "error"))
    checks: list[dict[str, Any]] = []
    summary: dict[str, Any] = {}
    for happened in events:
        if isinstance(happened, ClaimCheck):
            checks.append(claim_check_json(happened))
        elif isinstance(happened, CheckFinished):
            summary = summary_json(happened.summary, happened.check_id)
    return JSONResponse({"checks": checks, **summary})


def _as_events(events: Iterator[CheckEvent]) -> Iterator[str]:
    for happened in events:
        match happened:
            case CheckStarted(check_id, _, claims):
                yield event({"check_id": check_id, "claims": len(claims)}, "started")
            case ClaimCheck():
                yield event(claim_check_json(happened), "claim")
            case CheckFinished(check_id, summary):
                yield event(summary_json(summary, check_id), "summary")
