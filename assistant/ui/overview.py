"""Under the upload box: followed folders and what the store holds, folded away until wanted."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.messages_vi.sentences import error_text
from assistant.services import Services
from assistant.ui.folders_html import folders_html
from assistant.ui.overview_html import Overview, overview_html
from assistant.ui_texts_vi import folders as texts
from ingest.errors import TrolyError
from vectorstore.quality import store_quality

REFRESH_S = 10.0
"""How often an open page asks how its folders are."""

_EVENTS_JS = """
element.addEventListener('click', (event) => {
  const button = event.target.closest('[data-action]');
  if (button) trigger('change_folder', { action: button.dataset.action, id: button.dataset.id });
});
"""


@dataclass(frozen=True, slots=True)
class OverviewPart:
    """What the page fills when it is opened."""

    actions: "OverviewActions"
    outputs: tuple[Any, Any]


def build_overview(services: Services) -> OverviewPart:
    """Lay both folds out and connect their handlers."""
    actions = OverviewActions(services)
    quiet: dict[str, Any] = {"show_progress": "hidden", "queue": False}
    with gr.Accordion(texts.FOLDERS, open=False, elem_id="tl-folders-fold", elem_classes="tl-fold"):
        gr.HTML(f'<p class="tl-hint">{texts.FOLDERS_HINT}</p>', js_on_load=None, apply_default_css=False)
        with gr.Row(elem_classes="tl-folder-add"):
            path = gr.Textbox(
                label=texts.FOLDER_PATH, placeholder=texts.FOLDER_PLACEHOLDER, max_lines=1, elem_id="tl-folder-path"
            )
            add = gr.Button(texts.FOLDER_ADD, scale=0, min_width=150, elem_id="tl-folder-add")
        folders = gr.HTML("", elem_id="tl-folders", js_on_load=_EVENTS_JS, apply_default_css=False)
    with gr.Accordion(texts.OVERVIEW, open=False, elem_id="tl-overview-fold", elem_classes="tl-fold"):
        chart = gr.HTML("", elem_id="tl-overview", js_on_load=None, apply_default_css=False)
    for asked in (add.click, path.submit):
        asked(actions.add, [path], [folders, path], **quiet)
    folders.change_folder(actions.change, None, [folders], **quiet)
    gr.Timer(REFRESH_S).tick(actions.folders, None, [folders], **quiet)
    return OverviewPart(actions, (folders, chart))


class OverviewActions:
    """The handlers; methods, because Gradio passes its event only to functions whose hints it can read."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def show(self) -> tuple[str, str]:
        """Both as they are now."""
        return self.folders(), self.chart()

    def chart(self) -> str:
        """The bars."""
        store = self._services.store
        unsettled, quality = store.unsettled_files(), store_quality(store.qualities())
        return overview_html(Overview(store.facets(), store.counts(), len(unsettled), quality))

    def folders(self, problem: str = "") -> str:
        """The followed folders."""
        watcher = self._services.watcher
        return folders_html(watcher.folders(), working=watcher.working, problem=problem)

    def add(self, path: str) -> tuple[str, str]:
        """Follow a folder; the box keeps a path that could not be followed."""
        typed = path.strip().strip('"')
        if not typed:
            return self.folders(texts.FOLDER_NO_PATH), ""
        try:
            self._services.watcher.add(Path(typed).expanduser())
        except TrolyError as error:
            return self.folders(error_text(error)), path
        return self.folders(), ""

    def change(self, event: gr.EventData) -> str:
        """Pause, go on with, or stop following a folder."""
        watcher, folder_id = self._services.watcher, int(event.id)
        if event.action == "forget":
            watcher.forget(folder_id)
        else:
            watcher.pause(folder_id, paused=event.action == "pause")
        return self.folders()
