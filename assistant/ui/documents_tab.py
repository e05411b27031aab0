"""The tab "Kho tài liệu": upload, list, search, delete and undo."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.services import Services
from assistant.ui import listing
from assistant.ui.listing import View
from assistant.ui.overview import OverviewPart, build_overview
from assistant.ui.upload_html import upload_html
from assistant.ui.uploading import Uploads, queued_lines
from assistant.ui_texts_vi import documents as texts

WATCH_LIMIT = 32
"""Pages that watch uploads at the same time; the runs themselves go one after the other."""

_EVENTS_JS = """
// the keyboard goes from the row that is gone to the button that brings it back
const offerUndo = () => {
  const wait = new MutationObserver(() => {
    const undo = element.querySelector('.tl-notice [data-action="restore"]');
    if (undo) { wait.disconnect(); undo.focus(); }
  });
  wait.observe(element, { childList: true, subtree: true });
};
element.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-action]');
  if (!button) return;
  const id = button.dataset.id;
  if (button.dataset.action === 'retry') trigger('retry_files');
  if (button.dataset.action === 'page') trigger('turn_page', { page: Number(id) });
  if (button.dataset.action === 'accept' && window.confirm(button.dataset.text)) {
    trigger('accept_review', { id, name: button.dataset.name });
  }
  if (button.dataset.action === 'restore') trigger('restore_document', { id });
  if (button.dataset.action === 'remove' && await window.troly.confirmRemoval(button.dataset.title)) {
    offerUndo();
    trigger('remove_document', { id });
  }
});
"""


_HINT = (
    f'<p class="tl-hint">{texts.UPLOAD_HINT}</p><p class="tl-folder-line"><button type="button" class="tl-button" '
    f'data-choose-folder>{texts.UPLOAD_FOLDER}</button> <span id="tl-folder-told" role="status"></span></p>'
)


@dataclass(frozen=True, slots=True)
class DocumentsTab:
    """The components other parts of the page fill or listen to."""

    actions: "DocumentActions"
    list: gr.HTML
    outcome: gr.HTML
    view: gr.State
    overview: OverviewPart
    changed: Sequence[Any]
    """Events after which the store holds other documents."""


def build_documents_tab(services: Services, ingest_turn: threading.Lock) -> DocumentsTab:
    """Lay the tab out and connect its handlers."""
    view, received = gr.State(View()), gr.State(())
    with gr.Column(elem_id="tl-documents"):
        upload = gr.File(
            label=texts.UPLOAD_LABEL, file_count="multiple", height=150, elem_id="tl-upload-box", show_label=True
        )
        gr.HTML(_HINT, js_on_load=None, apply_default_css=False)
        outcome = gr.HTML("", elem_id="tl-outcome", js_on_load=None, apply_default_css=False)
        overview = build_overview(services)
        search = gr.Textbox(
            label=texts.SEARCH_LABEL, placeholder=texts.SEARCH_PLACEHOLDER, max_lines=1, elem_id="tl-search"
        )
        shown = gr.HTML("", elem_id="tl-list", js_on_load=_EVENTS_JS, apply_default_css=False)
    quiet: dict[str, Any] = {"show_progress": "hidden", "queue": False}
    actions = DocumentActions(services, ingest_turn)
    taken = upload.upload(receive, [upload], [upload, received, outcome], **quiet).then(
        actions.ingest, [received], [outcome], show_progress="hidden", concurrency_limit=WATCH_LIMIT
    )
    taken.then(actions.show, [view], [shown], **quiet)
    search.change(actions.find, [search], [shown, view], trigger_mode="always_last", **quiet)
    shown.turn_page(actions.turn_page, [view], [shown, view], **quiet)
    removed = shown.remove_document(actions.remove, [view], [shown], **quiet)
    restored = shown.restore_document(actions.restore, [view], [shown], **quiet)
    shown.accept_review(actions.accept_review, [view], [shown], **quiet)
    retried = shown.retry_files(actions.retry, None, [outcome], show_progress="hidden", concurrency_limit=WATCH_LIMIT)
    retried.then(actions.show, [view], [shown], **quiet)
    changed = (taken, removed, restored, retried)
    for event in changed:
        event.then(overview.actions.show, None, list(overview.outputs), **quiet)
    return DocumentsTab(actions, shown, outcome, view, overview, changed)


def receive(files: Sequence[str] | None) -> tuple[Any, ...]:
    """Empty the box for the next files and show that these are waiting."""
    paths = tuple(str(file) for file in files or ())
    return None, paths, upload_html(queued_lines(paths))


class DocumentActions:
    """The tab's handlers; methods, because Gradio passes its event only to functions whose hints it can read."""

    def __init__(self, services: Services, ingest_turn: threading.Lock) -> None:
        self._services = services
        self._uploads = Uploads(services, ingest_turn)

    def show(self, view: View) -> str:
        """The list as it is now."""
        return listing.show(self._services, view)

    def ingest(self, paths: Sequence[str]) -> Iterator[str]:
        """Take the received files in, with a line per file."""
        self._uploads.begin(paths)
        yield from self.follow()

    def retry(self) -> Iterator[str]:
        """Read again what may be read now."""
        self._uploads.retry()
        yield from self.follow()

    def follow(self) -> Iterator[str]:
        """What becomes of received files, until all are done; a page opened in the middle of it sees it too."""
        for board in self._uploads.watch():
            yield upload_html(board.lines, board.progress if board.running else None)

    def find(self, text: str) -> tuple[str, View]:
        """The documents whose name matches."""
        view = View(text)
        return self.show(view), view

    def turn_page(self, view: View, event: gr.EventData) -> tuple[str, View]:
        """Another page of the list."""
        turned = View(view.search, int(event.page))
        return self.show(turned), turned

    def remove(self, view: View, event: gr.EventData) -> str:
        """Delete, already confirmed in the browser."""
        return listing.remove(self._services, view, str(event.id))

    def accept_review(self, view: View, event: gr.EventData) -> str:
        """Vouch for a file held back, already confirmed in the browser."""
        return listing.accept_review(self._services, view, str(event.id), str(event.name))

    def restore(self, view: View, event: gr.EventData) -> str:
        """Undo a deletion."""
        return listing.restore(self._services, view, str(event.id))
