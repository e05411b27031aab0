"""The tab "Hỏi đáp": questions, streamed answers, filters, first start."""

import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import gradio as gr

from assistant.services import SAMPLE_COLLECTION, FileStarted, Services
from assistant.ui.asking import ChatScreen, Exchanges, Request, ask_again_steps, ask_steps, finished
from assistant.ui.background import RunFailedError, watched
from assistant.ui.conversation_html import Exchange, conversation_html, live_html
from assistant.ui.conversations_part import ConversationsPart, build_conversations, connect_conversations
from assistant.ui.early import EarlyAnswers
from assistant.ui.filter_row import (
    ANY_YEAR,
    FilterRow,
    FilterValue,
    build_filter_row,
    chosen_filters,
    filters_text,
    value_choices,
    year_choices,
)
from assistant.ui.welcome_html import loading_html, welcome_html
from assistant.ui_texts_vi import chat as texts

Update: TypeAlias = Any  # Gradio's own updates are untyped dictionaries
Updates: TypeAlias = tuple[Any, ...]
"""Values and updates for a handler's outputs, in their order."""

ASK_LIMIT = 8
"""Questions answered at the same time; more wait their turn."""

QUIET: dict[str, Any] = {"show_progress": "hidden", "queue": False}
"""For handlers that answer at once."""

_EVENTS_JS = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('[data-event]');
  if (!button) return;
  if (button.dataset.event === 'load_samples') trigger('load_samples');
  if (button.dataset.event === 'ask_example') trigger('ask_example', { question: button.dataset.text });
  if (button.dataset.event === 'edit_question') {
    trigger('edit_question', { question: button.dataset.text });
    document.querySelector('#tl-question textarea')?.focus();
  }
  if (button.dataset.event === 'toggle_reading' && !document.querySelector('.tl-turn[aria-busy]')) {
    trigger('toggle_reading', { turn: button.dataset.turn, reading: button.dataset.reading });
  }
  const judged = button.closest('.tl-feedback');
  if (!judged || document.querySelector('.tl-turn[aria-busy]')) return;
  const turn = judged.dataset.turn;
  if (button.dataset.event === 'rate') trigger('rate_answer', { turn, good: true, reasons: [], note: '' });
  if (button.dataset.event === 'unrate') trigger('rate_answer', { turn, good: null, reasons: [], note: '' });
  if (button.dataset.event === 'judge') {
    const reasons = [...judged.querySelectorAll('input:checked')].map((box) => box.value);
    trigger('rate_answer', { turn, good: false, reasons, note: judged.querySelector('textarea').value });
  }
});
"""


_EARLY_HTML = f'<div class="tl-early-turn"></div><template>{live_html("", "", "", texts.SEARCHING)}</template>'
_TAKE_OVER_JS = "(...values) => window.trolyEarly.follow(values)"
_FILTERS_JS = "(...values) => { window.trolyEarly.filtered(values); }"


@dataclass(frozen=True, slots=True)
class ChatTab:
    """The components other parts of the page fill or listen to."""

    actions: "ChatActions"
    history: gr.HTML
    live: gr.HTML
    question: gr.Textbox
    exchanges: gr.State
    filters: FilterRow
    conversations: ConversationsPart


def build_chat_tab(services: Services, ingest_turn: threading.Lock, early: EarlyAnswers) -> ChatTab:
    """Lay the tab out and connect its handlers."""
    actions = ChatActions(services, ingest_turn, early)
    with gr.Column(elem_id="tl-chat"):
        conversations = build_conversations(services, actions.history)
        with gr.Column(elem_id="tl-scroll"):
            history = gr.HTML("", elem_id="tl-history", js_on_load=_EVENTS_JS, apply_default_css=False)
            live = gr.HTML("", elem_id="tl-live", js_on_load=None, apply_default_css=False)
            # the page's own script draws here until an event has something to show
            gr.HTML(_EARLY_HTML, elem_id="tl-early", js_on_load=None, apply_default_css=False)
        with gr.Column(elem_id="tl-composer"):
            question = _question_box()
            with gr.Row(elem_id="tl-composer-row"):
                filters = build_filter_row()
                new = gr.Button(texts.NEW_CONVERSATION, elem_id="tl-new", scale=0, min_width=190, size="sm")
    tab = ChatTab(actions, history, live, question, gr.State(()), filters, conversations)
    _connect_asking(actions, tab, new)
    tab.history.load_samples(actions.load_samples, None, [live, history], show_progress="hidden").then(
        actions.filter_updates, None, filters.inputs, **QUIET
    )
    # in the page: a question asked at once must not carry the old ones
    filters.clear.click(None, None, filters.inputs, js=f"() => {json.dumps(no_filters())}", **QUIET)
    filters.row.expand(actions.filter_updates, None, filters.inputs, **QUIET)
    return tab


def _question_box() -> gr.Textbox:
    return gr.Textbox(
        label=texts.QUESTION_LABEL,
        placeholder=texts.QUESTION_PLACEHOLDER,
        lines=1,
        max_lines=6,
        submit_btn=texts.SEND,
        autofocus=True,
        elem_id="tl-question",
        html_attributes=gr.InputHTMLAttributes(spellcheck=False, autocomplete="off", enterkeyhint="send", lang="vi"),
    )


def _connect_asking(actions: "ChatActions", tab: ChatTab, new: gr.Button) -> None:
    pending = gr.State("")
    screen = [tab.live, tab.history, tab.exchanges]
    answering: dict[str, Any] = {
        "show_progress": "hidden",
        "concurrency_limit": ASK_LIMIT,
        "concurrency_id": "ask",
    }
    asked_with = [tab.exchanges, *tab.filters.inputs]
    token = gr.Textbox(visible=False)
    typed = tab.question.submit(
        actions.answer_typed,
        [tab.question, token, *asked_with],
        [*screen, tab.question, pending],
        js=_TAKE_OVER_JS,
        **answering,
    )
    for chosen_filter in tab.filters.inputs:
        chosen_filter.change(None, tab.filters.inputs, None, js=_FILTERS_JS)
    example = tab.history.ask_example(example_question, None, [tab.question, pending], **QUIET)
    chosen = example.then(actions.answer, [pending, *asked_with], screen, **answering)
    asked = [typed, chosen]
    toggled = gr.State((-1, ""))
    tab.history.edit_question(edited_question, None, [tab.question], **QUIET)
    pressed = tab.history.toggle_reading(take_reading, None, [tab.question, pending, toggled], **QUIET)
    again = pressed.then(actions.answer_again, [toggled, tab.exchanges], screen, **answering)
    asked.append(again)
    for event in asked:
        event.then(ready, None, [tab.question], **QUIET)
    halted = tab.question.stop(stopped, [pending, tab.exchanges], [*screen, tab.question], cancels=asked, **QUIET)
    begun = new.click(actions.new_conversation, None, [*screen, tab.question], cancels=asked, **QUIET)
    part = tab.conversations
    begun.then(part.actions.begin, [part.search], part.shown, **QUIET)
    connect_conversations(part, screen, [*asked, halted], asked)


def take_question(question: str) -> Updates:
    """Empty the box and offer "stop" while the answer is written."""
    return gr.update(value="", submit_btn=False, stop_btn=texts.STOP), question


def answering_box() -> Update:
    """Offer "stop"; what is typed meanwhile stays."""
    return gr.update(submit_btn=False, stop_btn=texts.STOP)


def example_question(event: gr.EventData) -> Updates:
    """Ask one of the example questions."""
    return take_question(str(event.question))


def edited_question(event: gr.EventData) -> Update:
    """A completed question comes into the box, to be changed and asked again."""
    return gr.update(value=str(event.question))


def take_reading(event: gr.EventData) -> Updates:
    """A chip was pressed: what is typed stays, "stop" is offered; no question is pending."""
    return answering_box(), "", (int(event.turn), str(event.reading))


def ready() -> Update:
    """The box takes the next question."""
    return gr.update(submit_btn=texts.SEND, stop_btn=False)


def stopped(question: str, exchanges: Exchanges) -> Updates:
    """Keep the question with the note that it was stopped; a stopped re-asking leaves the conversation as it was."""
    if not question:
        return "", conversation_html(exchanges), exchanges, ready()
    return *_updates(finished(exchanges, Exchange(question, problem=texts.STOPPED))), ready()


def no_filters() -> Updates:
    """Empty values for the four filters."""
    return ANY_YEAR, ANY_YEAR, [], []


class ChatActions:
    """The tab's handlers over the services."""

    def __init__(self, services: Services, ingest_turn: threading.Lock, early: EarlyAnswers) -> None:
        self._services = services
        self._turn = ingest_turn
        self._early = early

    def answer(self, question: str, exchanges: Exchanges, *chosen: FilterValue) -> Iterator[Updates]:
        """Stream the answer to a question onto the screen; ``chosen`` are the four filter values."""
        for step in ask_steps(self._services, _request(question, exchanges, chosen)):
            yield _updates(step)

    def answer_typed(self, question: str, token: str, exchanges: Exchanges, *chosen: FilterValue) -> Iterator[Updates]:
        """Answer what stands in the box, which the first step empties: a step of its own would be one more journey.

        :param token: Under which the page began the answer by itself, and emptied the box; empty where it did not.
        """
        if not question.strip():  # an Enter too many is no question
            yield *(gr.skip() for _ in range(4)), ""
            return
        request = _request(question, exchanges, chosen)
        begun = self._early.take_over(token, request) if token else None
        box = take_question(question)
        if token:
            box = answering_box(), question
        for step in ask_steps(self._services, request, begun=begun):
            live, *rest = _updates(step)
            # what is being written the page draws from its own request
            yield gr.skip() if begun and step.live else live, *rest, *box
            box = gr.skip(), gr.skip()

    def answer_again(self, toggled: tuple[int, str], exchanges: Exchanges) -> Iterator[Updates]:
        """Answer an exchange anew, one reading of its question taken away or brought back."""
        for step in ask_again_steps(self._services, exchanges, *toggled):
            yield _updates(step)

    def new_conversation(self) -> Updates:
        """Forget the conversation and show the greeting again."""
        return "", self.welcome(), (), ready()

    def history(self, exchanges: Exchanges) -> str:
        """The conversation, or the greeting where there is none."""
        return conversation_html(exchanges) if exchanges else self.welcome()

    def welcome(self, problem: str = "") -> str:
        """The card of an empty conversation, by what the store holds."""
        store = self._services.store
        has_samples = any(name == SAMPLE_COLLECTION for name, _ in store.facets().collections)
        return welcome_html(store.counts().documents, has_samples=has_samples, problem=problem)

    def load_samples(self) -> Iterator[Updates]:
        """Take the sample documents in, with progress, then greet with example questions."""
        problem = ""
        try:
            for event in watched(self._services.load_samples, self._turn):
                if isinstance(event, FileStarted):
                    yield loading_html(event.index + 1, event.total), gr.skip()
        except RunFailedError:
            problem = texts.SAMPLES_FAILED
        yield "", self.welcome(problem)

    def filter_updates(self) -> Updates:
        """Fresh choices for the four filters."""
        facets = self._services.facets()
        years = year_choices(facets)
        lists = (years, years, value_choices(facets.units), value_choices(facets.types))
        return tuple(gr.update(choices=choices) for choices in lists)


def _request(question: str, exchanges: Exchanges, chosen: Sequence[FilterValue]) -> Request:
    filters = chosen_filters(chosen)
    return Request(question, filters, filters_text(filters), exchanges)


def _updates(screen: ChatScreen) -> Updates:
    history = gr.skip() if screen.history is None else screen.history
    exchanges = gr.skip() if screen.exchanges is None else screen.exchanges
    return screen.live, history, exchanges
