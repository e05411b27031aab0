"""The whole page: header, two tabs, the source panel."""

import threading
from functools import partial

import gradio as gr

from assistant import ui_texts_vi as texts
from assistant.services import Services
from assistant.ui import listing
from assistant.ui.chat_tab import build_chat_tab, filter_updates, shown_history
from assistant.ui.documents_tab import build_documents_tab
from assistant.ui.page_parts import DIALOG_HTML, HEADER_HTML, PANEL_HTML

TEMPORARY_FILES_S = 24 * 3600
"""Uploads left behind by a crash are cleared after a day."""


def build(services: Services) -> gr.Blocks:
    """The application's page; mount it with the theme and head of this package."""
    ingest_turn = threading.Lock()
    with gr.Blocks(
        title=texts.TITLE, analytics_enabled=False, delete_cache=(TEMPORARY_FILES_S, TEMPORARY_FILES_S)
    ) as page:
        gr.HTML(HEADER_HTML, elem_id="tl-header", js_on_load=None)
        with gr.Tabs(elem_id="tl-tabs"):
            with gr.Tab(texts.TAB_CHAT, id="chat") as chat_item:
                chat = build_chat_tab(services, ingest_turn)
            with gr.Tab(texts.TAB_DOCUMENTS, id="documents", render_children=True) as documents_item:
                documents = build_documents_tab(services, ingest_turn)
        gr.HTML(PANEL_HTML, elem_id="tl-panel-holder", js_on_load=None)
        gr.HTML(DIALOG_HTML, elem_id="tl-dialog-holder", js_on_load=None)
        for refresh in (chat_item.select, page.load):
            refresh(
                partial(shown_history, services), [chat.exchanges], [chat.history], show_progress="hidden", queue=False
            )
        for refresh in (documents_item.select, page.load):
            refresh(
                partial(listing.show, services), [documents.view], [documents.list], show_progress="hidden", queue=False
            )
        for changed in (page.load, *(event.then for event in documents.changed)):
            changed(partial(filter_updates, services), None, chat.filters.inputs, show_progress="hidden", queue=False)
    page.queue(default_concurrency_limit=8)
    return page
