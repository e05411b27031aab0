"""The page's own request for an answer: its HTML while it is being written, as server-sent events."""

import logging
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Response
from pydantic import BaseModel, ConfigDict, Field

from assistant.http_api.api_route import ApiRoute
from assistant.http_api.event_stream import event, stream_response
from assistant.services import Services
from assistant.ui.addresses import ASK_PATH
from assistant.ui.asking import Exchanges, Request, live_turn
from assistant.ui.early import EarlyAnswers
from assistant.ui.filter_row import chosen_filters, filters_text
from assistant.ui.shared_events import SharedEvents
from assistant.ui.writing import Writing, written

logger = logging.getLogger(__name__)

QUESTION_CHARS = 4_000
"""The page asks a longer one without a head start."""
_VALUES = 1_000
Year = Annotated[int, Field(ge=0, le=2100)]
Names = Annotated[list[Annotated[str, Field(max_length=500)]], Field(max_length=_VALUES)]


class AskedOnPage(BaseModel):
    """What the page sends: the question with the four values of the filter row, and who asks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    token: Annotated[str, Field(pattern="^[0-9a-f-]{16,64}$")]
    session: Annotated[str, Field(max_length=64)]
    question: Annotated[str, Field(min_length=1, max_length=QUESTION_CHARS)]
    filters: tuple[Year | None, Year | None, Names | None, Names | None]


def first_words_router(
    services: Services, early: EarlyAnswers, conversation: Callable[[str], Exchanges | None]
) -> APIRouter:
    """The address the page asks; what cannot be begun early gets no content, and Gradio's event answers it.

    :param conversation: The exchanges on the page of a session; None for an unknown session.
    """
    router = APIRouter(route_class=ApiRoute, include_in_schema=False)

    @router.post(ASK_PATH)
    async def ask(asked: AskedOnPage) -> Response:
        exchanges = conversation(asked.session)
        if exchanges is None:
            return Response(status_code=204)
        filters = chosen_filters(asked.filters)
        request = Request(asked.question, filters, filters_text(filters), exchanges)
        events = early.begin(asked.token, request)
        if events is None:
            return Response(status_code=204)
        return stream_response(_drawn(services, request, events), lambda _: event({}, "failed"))

    return router


def _drawn(services: Services, request: Request, events: SharedEvents) -> Iterator[str]:
    try:
        # that it is searched the page says by itself
        for html in islice(written(live_turn(services, request), Writing(), events), 1, None):
            yield event({"html": html})
    except Exception:  # rim: the event that takes the answer over meets the same error, says and logs it
        logger.debug("an answer begun early failed", exc_info=True)
