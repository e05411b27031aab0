"""The tab "Soạn báo cáo": one element that the tab's own script fills and changes over the draft addresses."""

import gradio as gr

from assistant.ui.draft_dock_html import HOLDER_HTML


def build_draft_tab() -> None:
    """Lay the tab out."""
    gr.HTML(HOLDER_HTML, elem_id="tl-draft-holder", js_on_load=None, apply_default_css=False)
