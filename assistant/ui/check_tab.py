"""The tab "Kiểm chứng": a draft pasted or uploaded, its claims marked, files to take away, checks made before."""

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any, TypeAlias

import gradio as gr

from assistant.claims.model import Decision
from assistant.messages_vi.sentences import error_text
from assistant.services import Services
from assistant.ui import check_texts_vi as texts
from assistant.ui.check_intake import add_to_store
from assistant.ui.checked_html import checked_html
from assistant.ui.draft_checks import CheckState, DraftChecks, view_of_kept, view_of_state
from assistant.ui.index_page import script_json
from assistant.ui.kept_checks_html import kept_html
from ingest.errors import TrolyError

Updates: TypeAlias = tuple[Any, ...]
WATCH_LIMIT = 32
"""Pages that watch a check at the same time."""
KEPT_SHOWN = 30
_LEAST_WIDTH = 320
"""Pixels; on a telephone the two ways in stand one above the other."""
_QUIET: dict[str, Any] = {"show_progress": "hidden", "queue": False}
_WORDS = script_json({"decisionFailed": texts.DECISION_FAILED})
_EVENTS_JS = f"window.trolyChecking(element, (change) => trigger('change_check', change), {_WORDS});"


@dataclass(frozen=True, slots=True)
class CheckTab:
    """What the page fills when it is opened."""

    actions: "CheckActions"
    result: gr.HTML
    kept: gr.HTML
    stop: gr.Button


def build_check_tab(services: Services, ingest_turn: threading.Lock) -> CheckTab:
    """Lay the tab out and connect its handlers."""
    actions = CheckActions(services, ingest_turn)
    with gr.Column(elem_id="tl-check"):
        gr.HTML(f'<p class="tl-hint">{texts.INTRO}</p>', js_on_load=None, apply_default_css=False)
        with gr.Row(equal_height=True):
            text = gr.Textbox(
                label=texts.PASTE,
                placeholder=texts.PASTE_HINT,
                lines=6,
                max_lines=14,
                elem_id="tl-check-text",
                scale=3,
                min_width=_LEAST_WIDTH,
            )
            file = gr.File(label=texts.FILE, height=170, elem_id="tl-check-file", scale=2, min_width=_LEAST_WIDTH)
        with gr.Row():
            go = gr.Button(texts.CHECK, elem_id="tl-check-go", scale=0, min_width=180)
            stop = gr.Button(texts.STOP, elem_id="tl-check-stop", scale=0, min_width=120, visible=False)
        result = gr.HTML("", elem_id="tl-check-result", js_on_load=_EVENTS_JS, apply_default_css=False)
        with gr.Accordion(texts.KEPT, open=False, elem_id="tl-kept-fold", elem_classes="tl-fold"):
            kept = gr.HTML("", elem_id="tl-kept", js_on_load=_EVENTS_JS, apply_default_css=False)
    tab = CheckTab(actions, result, kept, stop)
    # the process that will read the file starts while the person goes on to the button
    file.upload(actions.get_ready, None, None, **_QUIET)
    begun = go.click(actions.check, [text, file], [result, stop], show_progress="hidden", concurrency_limit=WATCH_LIMIT)
    begun.then(actions.list, None, [kept], **_QUIET)
    stop.click(actions.stop, None, [stop], **_QUIET)
    for shown in (result, kept):
        shown.change_check(actions.change, None, [result, kept], **_QUIET)
    return tab


class CheckActions:
    """The handlers; methods, because Gradio passes its event only to functions whose hints it can read."""

    def __init__(self, services: Services, ingest_turn: threading.Lock) -> None:
        self._services = services
        self._ingest_turn = ingest_turn
        self._checks = DraftChecks()

    def get_ready(self) -> None:
        """Have what reads a draft start."""
        threading.Thread(target=self._services.claims.get_ready, daemon=True, name="check-ready").start()

    def check(self, text: str, file: str | None) -> Iterator[Updates]:
        """Check the file, else what was pasted."""
        claims = self._services.claims
        if file:
            path = Path(file)
            self._checks.begin(lambda: claims.stream(path))
        elif text.strip():
            self._checks.begin(lambda: claims.stream(text))
        else:
            yield f'<p class="tl-warning" role="alert">{texts.NOTHING}</p>', gr.update(visible=False)
            return
        yield from self.follow(notice=texts.TWO_GIVEN if file and text.strip() else "")

    def follow(self, notice: str = "") -> Iterator[Updates]:
        """What is found, as it is found; a page opened in the middle of it sees it too."""
        for state in self._checks.watch():
            decisions = self._services.claims.kept.decisions(state.check_id) if state.check_id else {}
            yield _shown(state, notice, decisions), gr.update(visible=state.running)

    def stop(self) -> Any:  # noqa: ANN401  Gradio's own updates are untyped
        """Leave the rest unchecked."""
        self._checks.stop()
        return gr.update(visible=False)

    def list(self, notice: str = "", undo_id: str = "") -> str:
        """Checks made before."""
        return kept_html(self._services.claims.kept.listed(KEPT_SHOWN), notice, undo_id)

    def change(self, event: gr.EventData) -> Updates:
        """Open a check again, take its draft into the store, take it off the list, or bring it back."""
        kept, check_id = self._services.claims.kept, str(event.id)
        try:
            if event.action == "open":
                return checked_html(view_of_kept(kept.load(check_id))), gr.skip()
            if event.action == "add":
                told = add_to_store(self._services, self._ingest_turn, check_id)
                return _told(told) + checked_html(view_of_kept(kept.load(check_id))), gr.skip()
            if event.action == "remove":
                return gr.skip(), self.list(texts.REMOVED.format(name=kept.delete(check_id)), check_id)
            return gr.skip(), self.list(texts.RESTORED.format(name=kept.restore(check_id)))
        except TrolyError as error:
            return gr.skip(), self.list(error_text(error))


def _shown(state: CheckState, notice: str, decisions: Mapping[int, Decision]) -> str:
    view = view_of_state(state, decisions)
    if view is not None:
        return _told(notice) + checked_html(view)
    if state.problem:
        return f'<p class="tl-warning" role="alert">{escape(state.problem)}</p>'
    return f'<p class="tl-working" role="status">{texts.READING}</p>' if state.running else ""


def _told(notice: str) -> str:
    return f'<p class="tl-hint" role="status">{escape(notice)}</p>' if notice else ""
