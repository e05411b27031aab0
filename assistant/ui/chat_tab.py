"""The tab "Hỏi đáp": questions, streamed answers, filters, first start."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

import gradio as gr

from assistant import ui_texts_vi as texts
from assistant.services import FileFinished, FileStarted, Services
from assistant.ui.asking import ChatScreen, Exchanges, Request, ask_steps, finished
from assistant.ui.background import RunFailedError, watched
from assistant.ui.conversation_html import Exchange, conversation_html
from assistant.ui.filter_row import (
    FilterRow,
    build_filter_row,
    chosen_filters,
    filters_text,
    value_choices,
    year_choices,
)
from assistant.ui.welcome_html import loading_html, welcome_html
from ingest.documents import Flag

Updates: TypeAlias = tuple[Any, ...]
"""Values and updates for a handler's outputs, in their order."""

ASK_LIMIT = 8
"""Questions answered at the same time; more wait their turn."""

_EVENTS_JS = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('[data-event]');
  if (!button) return;
  if (button.dataset.event === 'load_samples') trigger('load_samples');
  if (button.dataset.event === 'ask_example') trigger('ask_example', { question: button.dataset.text });
});
"""


@dataclass(frozen=True, slots=True)
class ChatTab:
    """The components other parts of the page fill or listen to."""

    history: gr.HTML
    live: gr.HTML
    question: gr.Textbox
    exchanges: gr.State
    filters: FilterRow


def build_chat_tab(services: Services, ingest_turn: threading.Lock) -> ChatTab:
    """Lay the tab out and connect its handlers."""
    with gr.Column(elem_id="tl-chat"):
        with gr.Column(elem_id="tl-scroll"):
            history = gr.HTML(welcome(services), elem_id="tl-history", js_on_load=_EVENTS_JS)
            live = gr.HTML("", elem_id="tl-live", js_on_load=None)
        with gr.Column(elem_id="tl-composer"):
            question = _question_box()
            with gr.Row(elem_id="tl-composer-row"):
                filters = build_filter_row()
                new = gr.Button(texts.NEW_CONVERSATION, elem_id="tl-new", scale=0, min_width=200, size="sm")
    tab = ChatTab(history, live, question, gr.State(()), filters)
    _connect_asking(services, tab, new)
    _connect_first_start(services, tab, ingest_turn)
    filters.clear.click(lambda: (0, 0, [], []), None, filters.inputs, show_progress="hidden", queue=False)
    filters.row.expand(partial(filter_updates, services), None, filters.inputs, show_progress="hidden", queue=False)
    return tab


def _question_box() -> gr.Textbox:
    return gr.Textbox(
        label=texts.QUESTION_LABEL,
        placeholder=texts.QUESTION_PLACEHOLDER,
        info=None,
        lines=1,
        max_lines=6,
        submit_btn=texts.SEND,
        autofocus=True,
        elem_id="tl-question",
        html_attributes=gr.InputHTMLAttributes(spellcheck=False, autocomplete="off", enterkeyhint="send", lang="vi"),
    )


def _connect_asking(services: Services, tab: ChatTab, new: gr.Button) -> None:
    pending = gr.State("")
    screen = [tab.live, tab.history, tab.exchanges]
    took = gr.on(
        [tab.question.submit],
        take_question,
        [tab.question],
        [tab.question, pending],
        show_progress="hidden",
        queue=False,
    )
    asked = took.then(
        partial(answer, services),
        [pending, tab.exchanges, *tab.filters.inputs],
        screen,
        concurrency_limit=ASK_LIMIT,
        show_progress="hidden",
    )
    asked.then(ready, None, [tab.question], show_progress="hidden", queue=False)
    tab.question.stop(
        stopped, [pending, tab.exchanges], [*screen, tab.question], cancels=[asked], show_progress="hidden", queue=False
    )
    example = tab.history.ask_example(
        example_question, None, [tab.question, pending], show_progress="hidden", queue=False
    ).then(
        partial(answer, services),
        [pending, tab.exchanges, *tab.filters.inputs],
        screen,
        concurrency_limit=ASK_LIMIT,
        show_progress="hidden",
    )
    example.then(ready, None, [tab.question], show_progress="hidden", queue=False)
    new.click(
        partial(new_conversation, services),
        None,
        [*screen, tab.question],
        cancels=[asked, example],
        show_progress="hidden",
        queue=False,
    )


def _connect_first_start(services: Services, tab: ChatTab, ingest_turn: threading.Lock) -> None:
    tab.history.load_samples(
        partial(load_samples, services, ingest_turn), None, [tab.live, tab.history], show_progress="hidden"
    ).then(partial(filter_updates, services), None, tab.filters.inputs, show_progress="hidden", queue=False)


def take_question(question: str) -> Updates:
    """Empty the box and offer "stop" while the answer is written."""
    return gr.update(value="", submit_btn=False, stop_btn=texts.STOP), question


def example_question(event: gr.EventData) -> Updates:
    """Ask one of the example questions."""
    return take_question(str(event.question))


def ready() -> Any:
    """The box takes the next question."""
    return gr.update(submit_btn=texts.SEND, stop_btn=False)


def answer(
    services: Services,
    question: str,
    exchanges: Exchanges,
    year_from: int,
    year_to: int,
    units: list[str] | None,
    types: list[str] | None,
) -> Iterator[Updates]:
    """Stream the answer to a question onto the screen."""
    filters = chosen_filters(year_from, year_to, units, types)
    for step in ask_steps(services, Request(question, filters, filters_text(filters), exchanges)):
        yield _updates(step)


def stopped(question: str, exchanges: Exchanges) -> Updates:
    """Keep the question with the note that it was stopped."""
    return *_updates(finished(exchanges, Exchange(question, problem=texts.STOPPED))), ready()


def new_conversation(services: Services) -> Updates:
    """Forget the conversation and show the greeting again."""
    return "", welcome(services), (), ready()


def _updates(screen: ChatScreen) -> Updates:
    history = gr.skip() if screen.history is None else screen.history
    exchanges = gr.skip() if screen.exchanges is None else screen.exchanges
    return screen.live, history, exchanges


def welcome(services: Services, problem: str = "") -> str:
    """The card of an empty conversation, by what the store holds."""
    documents = services.documents()
    has_samples = any(Flag.SAMPLE in record.flags for record in documents)
    return welcome_html(len(documents), has_samples=has_samples, problem=problem)


def shown_history(services: Services, exchanges: Exchanges) -> str:
    """The conversation, or the greeting where there is none."""
    return conversation_html(exchanges) if exchanges else welcome(services)


def load_samples(services: Services, ingest_turn: threading.Lock) -> Iterator[Updates]:
    """Take the sample documents in, with progress, then greet with example questions."""
    problem, done = "", 0
    try:
        for event in watched(services.load_samples, ingest_turn):
            if isinstance(event, FileStarted):
                yield loading_html(event.index + 1, event.total), gr.skip()
            elif isinstance(event, FileFinished) and event.report.status in ("indexed", "duplicate"):
                done += 1
    except RunFailedError:
        problem = texts.SAMPLES_FAILED
    yield "", welcome(services, problem)


def filter_updates(services: Services) -> Updates:
    """Fresh choices for the four filters."""
    facets = services.facets()
    years = year_choices(facets)
    lists = (years, years, value_choices(facets.units), value_choices(facets.types))
    return tuple(gr.update(choices=choices) for choices in lists)
