"""Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

from fastapi.responses import StreamingResponse

from ingest.errors import TrolyError

logger = logging.getLogger(__name__)

MEDIA_TYPE = "text/event-stream; charset=utf-8"
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
"""A proxy in between must not collect what is meant to be read as it is written."""
KEEP_ALIVE = ": …\n\n"
"""A comment, which readers of events leave out (same standard, 9.2.6): the connection is in use."""


def event(data: dict[str, Any], name: str = "") -> str:
    """One event; its data are a single line of JSON."""
    return (f"event: {name}\n" if name else "") + f"data: {json.dumps(data, ensure_ascii=False)}\n\n"


def stream_response(events: Iterator[str], failed: Callable[[TrolyError], str]) -> StreamingResponse:
    """The events as they come; an error after the beginning is the last event, made by ``failed``."""
    return StreamingResponse(_until_failure(events, failed), media_type=MEDIA_TYPE, headers=_HEADERS)


def _until_failure(events: Iterator[str], failed: Callable[[TrolyError], str]) -> Iterator[str]:
    try:
        yield from events
    except TrolyError as error:
        yield failed(error)
    except Exception:  # rim: the status line is sent already, so the reason travels as an event
        logger.exception("a stream of events could not be finished")
        yield failed(TrolyError())
