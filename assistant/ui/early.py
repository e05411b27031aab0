"""Answers the page begins by itself, so that their first words need not wait for Gradio's event; no Gradio here.

The page sends the question to an address of ours when the person presses Enter and draws what comes back. Gradio's
event follows with the same token, takes the answer over as far as it has come, and does all the rest: it shows,
keeps, cancels. Where the page's own request did not come through, the event answers as it would without it.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from assistant.services import Services
from assistant.ui.asking import Request, answer_events
from assistant.ui.shared_events import SharedEvents

WAITING_LIMIT = 8
"""Answers begun that no event has taken over yet; beyond, the events wait their turn as they do without this."""
ABANDONED_S = 30.0
"""After that long no event will come: the page was closed. One that does come answers anew."""


@dataclass(frozen=True, slots=True)
class _Begun:
    request: Request
    events: SharedEvents
    at: float


class EarlyAnswers:
    """Answers begun, each under the token its page gave it."""

    def __init__(self, services: Services, clock: Callable[[], float] = time.monotonic) -> None:
        self._services = services
        self._clock = clock
        self._begun: dict[str, _Begun] = {}
        self._lock = threading.Lock()

    def begin(self, token: str, request: Request) -> SharedEvents | None:
        """The events of a new answer; None where too many wait or the token is taken."""
        with self._lock:
            self._forget_abandoned()
            if token in self._begun or len(self._begun) >= WAITING_LIMIT:
                return None
            events = SharedEvents(answer_events(self._services, request))
            self._begun[token] = _Begun(request, events, self._clock())
            return events

    def take_over(self, token: str, request: Request) -> SharedEvents | None:
        """The answer begun under a token, once; None where there is none, or where it answers something else."""
        with self._lock:
            begun = self._begun.pop(token, None)
        if begun is None:
            return None
        if _same(begun.request, request):
            return begun.events
        begun.events.close()
        return None

    def _forget_abandoned(self) -> None:
        latest = self._clock() - ABANDONED_S
        for token, begun in list(self._begun.items()):
            if begun.at < latest:
                begun.events.close()
                del self._begun[token]


def _same(one: Request, other: Request) -> bool:
    """Whether two requests have the same answer: exchanges may have been kept or judged meanwhile."""
    asked = [(each.question, each.filters, each.filters_text, each.ignored) for each in (one, other)]
    before = [[exchange.answer for exchange in each.exchanges] for each in (one, other)]
    return asked[0] == asked[1] and len(before[0]) == len(before[1]) and all(map(_is, *before))


def _is(one: object, other: object) -> bool:
    return one is other
