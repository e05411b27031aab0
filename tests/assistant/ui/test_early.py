"""One answer for the page's own request and for the event that follows."""

import threading
from collections.abc import Iterator, Sequence
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import LlmUnavailableError
from assistant.model import Answer, Mode
from assistant.ports import AnswerEvent, Discarded, Finished, TextDelta
from assistant.services import Services
from assistant.ui.asking import Request
from assistant.ui.conversation_html import Exchange
from assistant.ui.early import ABANDONED_S, WAITING_LIMIT, EarlyAnswers
from assistant.ui.shared_events import SharedEvents
from assistant.ui.writing import REDRAW_S, LiveTurn, Writing, written
from vectorstore.hits import Filters

ANSWER = Answer("Hỏi gì?", "Có 12 con bò.", False, Mode.EXTRACTIVE)
EVENTS: tuple[AnswerEvent, ...] = (TextDelta("Có 12 "), TextDelta("con bò."), Finished(ANSWER))
TURN = LiveTurn("Hỏi gì?", "", strikes=False)
ASKED = Request("Hỏi gì?", Filters(), "", ())


@given(st.lists(st.booleans(), max_size=12))
def test_every_reader_gets_every_event_whoever_is_ahead(turns: Sequence[bool]) -> None:
    made: list[AnswerEvent] = []
    shared = SharedEvents(_noting(EVENTS, made))
    one, other = iter(shared), iter(shared)
    got: dict[bool, list[AnswerEvent]] = {True: [], False: []}
    for first in turns:
        got[first] += islice(one if first else other, 1)
    assert [*got[True], *one] == [*got[False], *other] == [*EVENTS]
    assert made == [*EVENTS]


def _noting(events: Sequence[AnswerEvent], made: list[AnswerEvent]) -> Iterator[AnswerEvent]:
    for event in events:
        made.append(event)
        yield event


def test_a_failure_reaches_every_reader() -> None:
    def failing() -> Iterator[AnswerEvent]:
        yield EVENTS[0]
        raise LlmUnavailableError(model="m", problem="tắt máy")

    shared = SharedEvents(failing())
    for _ in range(2):
        reader = iter(shared)
        assert next(reader) == EVENTS[0]
        with pytest.raises(LlmUnavailableError, match="m"):
            next(reader)


def test_closing_stops_an_answerer_that_is_at_work() -> None:
    goes_on, closed = threading.Event(), threading.Event()

    def slow() -> Iterator[AnswerEvent]:
        try:
            yield EVENTS[0]
            goes_on.wait(30)
            yield EVENTS[1]
            raise AssertionError("it went on")
        finally:
            closed.set()

    shared = SharedEvents(slow())
    got: list[AnswerEvent] = []
    reading = threading.Thread(target=lambda: got.extend(shared))
    reading.start()
    while shared.seen != EVENTS[:1]:
        reading.join(0.001)
    shared.close()
    goes_on.set()
    reading.join(30)
    assert closed.is_set()
    assert got[:1] == [EVENTS[0]]


def test_the_first_words_are_drawn_at_once_and_the_next_ones_not_each() -> None:
    times = iter((0.0, REDRAW_S / 2))
    searching, words = written(TURN, Writing(), EVENTS, clock=lambda: next(times))
    assert "Đang tìm" in searching
    assert "Có 12" in words
    assert "con bò" not in words


def test_what_came_before_is_drawn_whole() -> None:
    seen = (TextDelta("Sai"), Discarded(), TextDelta("Có "))
    first, *_ = written(TURN, Writing(), (*seen, *EVENTS), seen)
    assert "<p>Có</p>" in first
    assert "Sai" not in first
    assert "được thu lại" in first


def test_an_answer_is_taken_over_once_and_only_for_what_it_answers(services: Services) -> None:
    early = EarlyAnswers(services)
    begun = early.begin("a", ASKED)
    assert begun is not None
    assert early.begin("a", ASKED) is None
    assert early.take_over("b", ASKED) is None
    assert early.take_over("a", ASKED) is begun
    assert early.take_over("a", ASKED) is None


@pytest.mark.parametrize(
    "other",
    [
        Request("Hỏi khác?", Filters(), "", ()),
        Request("Hỏi gì?", Filters(year_from=2021), "", ()),
        Request("Hỏi gì?", Filters(), "", (Exchange("Trước", ANSWER),)),
    ],
    ids=["question", "filters", "conversation"],
)
def test_an_answer_to_something_else_is_not_taken(services: Services, other: Request) -> None:
    early = EarlyAnswers(services)
    begun = early.begin("a", ASKED)
    assert begun is not None
    assert early.take_over("a", other) is None
    assert list(begun) == []


def test_an_exchange_kept_meanwhile_is_the_same_exchange(services: Services) -> None:
    early = EarlyAnswers(services)
    begun = early.begin("a", Request("Ai ký?", Filters(), "", (Exchange("Trước", ANSWER),)))
    assert early.take_over("a", Request("Ai ký?", Filters(), "", (Exchange("Trước", ANSWER, turn_id=7),))) is begun


def test_pages_that_were_closed_leave_room_after_a_while(services: Services) -> None:
    now = [0.0]
    early = EarlyAnswers(services, clock=lambda: now[0])
    begun = [early.begin(str(number), ASKED) for number in range(WAITING_LIMIT + 1)]
    assert [one is None for one in begun] == [False] * WAITING_LIMIT + [True]
    now[0] = ABANDONED_S + 1
    assert early.begin("later", ASKED) is not None
    assert early.take_over("0", ASKED) is None
