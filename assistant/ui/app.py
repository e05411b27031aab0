"""The whole page: header, tabs, the source panel."""

import threading
from dataclasses import dataclass

import gradio as gr

from assistant.services import Services
from assistant.ui import check_texts_vi as check_texts
from assistant.ui import draft_texts_vi as draft_texts
from assistant.ui.asking import Exchanges
from assistant.ui.chat_tab import QUIET, build_chat_tab
from assistant.ui.check_tab import WATCH_LIMIT as CHECK_LIMIT
from assistant.ui.check_tab import build_check_tab
from assistant.ui.documents_tab import WATCH_LIMIT, build_documents_tab
from assistant.ui.draft_tab import build_draft_tab
from assistant.ui.early import EarlyAnswers
from assistant.ui.page_parts import DIALOG_HTML, HEADER_HTML, PANEL_HTML
from assistant.ui_texts_vi import page as texts

TEMPORARY_FILES_S = 24 * 3600
"""Uploads left behind by a crash are cleared after a day."""


@dataclass(frozen=True, slots=True)
class Screen:
    """The application's page, and what the addresses beside it need of it."""

    page: gr.Blocks
    exchanges: gr.State

    def conversation(self, session: str) -> Exchanges | None:
        """The exchanges on the page of a session; None for a session that is not open."""
        sessions = self.page.state_holder  # there once the page is mounted
        if session not in sessions:
            return None
        exchanges: Exchanges = sessions[session][self.exchanges._id]  # Gradio has no other way to a session's value
        return exchanges


def build(services: Services, ingest_turn: threading.Lock, early: EarlyAnswers) -> Screen:
    """The application's page; mount it with the theme and head of this package.

    :param ingest_turn: Held by whoever takes files in, one at a time.
    :param early: Answers begun by the page before its event comes.
    """
    with gr.Blocks(
        title=texts.TITLE, analytics_enabled=False, delete_cache=(TEMPORARY_FILES_S, TEMPORARY_FILES_S)
    ) as page:
        gr.HTML(HEADER_HTML, elem_id="tl-header", js_on_load=None, apply_default_css=False)
        with gr.Tabs(elem_id="tl-tabs"):
            with gr.Tab(texts.TAB_CHAT, id="chat") as chat_item:
                chat = build_chat_tab(services, ingest_turn, early)
            with gr.Tab(texts.TAB_DOCUMENTS, id="documents", render_children=True) as documents_item:
                documents = build_documents_tab(services, ingest_turn)
            with gr.Tab(draft_texts.TAB, id="draft", render_children=True):
                build_draft_tab()
            with gr.Tab(check_texts.TAB, id="check", render_children=True) as check_item:
                check = build_check_tab(services, ingest_turn)
        gr.HTML(PANEL_HTML, elem_id="tl-panel-holder", js_on_load=None, apply_default_css=False)
        gr.HTML(DIALOG_HTML, elem_id="tl-dialog-holder", js_on_load=None, apply_default_css=False)
        chat_item.select(chat.actions.history, [chat.exchanges], [chat.history], **QUIET)
        talk = chat.conversations
        page.load(talk.actions.load, None, [chat.live, chat.history, chat.exchanges, *talk.shown], **QUIET)
        for opened in (documents_item.select, page.load):
            opened(documents.actions.show, [documents.view], [documents.list], **QUIET)
            opened(documents.overview.actions.show, None, list(documents.overview.outputs), **QUIET)
        # a run that began on a page since closed is found again
        page.load(
            documents.actions.follow,
            None,
            [documents.outcome],
            show_progress="hidden",
            concurrency_limit=WATCH_LIMIT,
        ).then(documents.actions.show, [documents.view], [documents.list], **QUIET)
        page.load(
            check.actions.follow,
            None,
            [check.result, check.stop],
            show_progress="hidden",
            concurrency_limit=CHECK_LIMIT,
        )
        check_item.select(check.actions.get_ready, None, None, **QUIET)
        page.load(check.actions.list, None, [check.kept], **QUIET)
        for changed in (page.load, *(event.then for event in documents.changed)):
            changed(chat.actions.filter_updates, None, chat.filters.inputs, **QUIET)
    page.queue(default_concurrency_limit=8)
    assert isinstance(page, gr.Blocks)
    return Screen(page, chat.exchanges)
