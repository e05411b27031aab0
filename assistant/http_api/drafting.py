"""/api/draft: a report as facts in JSON and as a Word file, whole or told step by step; it is kept for the screen."""

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from assistant.contract import draft_json, templates_json
from assistant.http_api.api_route import ApiRoute
from assistant.http_api.errors import error_json
from assistant.http_api.event_stream import KEEP_ALIVE, event, stream_response
from assistant.http_api.told_steps import Done, Step, Waiting, steps
from assistant.reports.model import ReportRequest
from assistant.reports.periods import period_named
from assistant.reports.progress import Progress, Tell, untold
from assistant.reports.word.profile_files import load_profile
from assistant.services import Services
from assistant.ui import draft_texts_vi as draft_texts
from assistant.ui.addresses import draft_file_address, draft_screen_address
from assistant.ui.draft_desk import PROFILE_FOLDER
from assistant.ui_texts_vi import api as texts

_Line = Annotated[str, Field(min_length=1, max_length=300)]


class DraftRequest(BaseModel):
    """What is to be drafted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    template: _Line = Field(description=texts.API_FIELDS["template"])
    unit: _Line = Field(description=texts.API_FIELDS["unit"])
    period: _Line = Field(description=texts.API_FIELDS["period"])
    profile: _Line = Field("HOI", description=texts.API_FIELDS["profile"])
    scope: str = Field("", max_length=300, description=texts.API_FIELDS["scope"])
    stream: bool = Field(False, description=texts.API_FIELDS["stream"])


def draft_router(services: Services) -> APIRouter:
    """The object that ``draft --json`` prints, its ``output`` being the address of the Word file.

    As events ``progress`` {work, done, total, title} for every document and section, then ``draft`` with the object.
    """
    router = APIRouter(route_class=ApiRoute, tags=[texts.API_TAGS["draft"]])

    @router.get("/draft/templates", summary=texts.API_SUMMARIES["templates"], response_model=None)
    def templates() -> JSONResponse:
        return JSONResponse(templates_json(services.reports.templates()))

    @router.post("/draft", summary=texts.API_SUMMARIES["draft"], response_model=None)
    def draft(asked: DraftRequest) -> Response:
        return _drafted(services, asked)

    return router


def _drafted(services: Services, asked: DraftRequest) -> Response:
    """What is wrong with the request is told by its status, before any event."""
    request = services.reports.request(
        asked.template, asked.unit, asked.period, profile=asked.profile, scope=asked.scope
    )  # fmt: skip
    load_profile(asked.profile, services.settings.data_dir / PROFILE_FOLDER)
    if not asked.stream:
        return JSONResponse(_made(services, request))
    told = steps(lambda tell: _made(services, request, tell))
    return stream_response(map(_as_event, told), lambda error: event(error_json(error), "error"))


def _made(services: Services, request: ReportRequest, tell: Tell = untold) -> dict[str, Any]:
    gathered = services.reports.gather(request, tell)
    request = replace(request, unit=gathered.unit.name)
    made = services.reports.compose(request, gathered.facts, gathered.warnings, tell=tell)
    template = services.reports.template(request.template_id)
    words = period_named(request.period).words
    title = draft_texts.DRAFT_TITLE.format(template=template.name, unit=request.unit, period=words)
    draft_id = services.drafts.begin(made, title).listed.draft_id
    files = {"facts_file": draft_file_address(draft_id, "xlsx"), "screen": draft_screen_address(draft_id)}
    content = draft_json(made, gathered, draft_file_address(draft_id, "docx"))
    return {**content, "draft_id": draft_id, **files}


def _as_event(happened: Step[dict[str, Any]]) -> str:
    match happened:
        case Progress(work, done, total, title):
            return event({"work": work.value, "done": done, "total": total, "title": title}, "progress")
        case Waiting():
            return KEEP_ALIVE
        case Done(made):
            return event(made, "draft")
