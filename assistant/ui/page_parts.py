"""Fixed parts of the page: header, source panel, confirmation dialog."""

from html import escape

from assistant.ui_texts_vi import documents as documents_texts
from assistant.ui_texts_vi import page as page_texts
from assistant.ui_texts_vi import source_panel as texts

LOGO_SVG = (
    '<svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true"><rect width="40" height="40" rx="10" '
    'fill="#fff"/><path d="M9 9h22a3 3 0 0 1 3 3v13a3 3 0 0 1-3 3H20l-7 6v-6H9a3 3 0 0 1-3-3V12a3 3 0 0 1 3-3z" '
    'fill="#861a48"/><path d="M20 12.5c2.2 2 3.3 4 3.3 6.1 0 2-1.1 4-3.3 5.9-2.2-1.9-3.3-3.9-3.3-5.9 0-2.1 '
    '1.1-4.1 3.3-6.1z" fill="#f6c65b"/><path d="M14.2 15.3c-2.5.6-4 1.9-4.6 4 1.6 2.6 4 3.9 '
    "7.2 4-1.7-2.4-2.6-5-2.6-8zM25.8 15.3c2.5.6 4 1.9 4.6 4-1.6 2.6-4 3.9-7.2 4 1.7-2.4 "
    '2.6-5 2.6-8z" fill="#fff"/></svg>'
)

HEADER_HTML = (
    f'<a class="tl-skip" href="#tl-question">{page_texts.SKIP_LINK}</a><header class="tl-header">'
    f'<span class="tl-logo">{LOGO_SVG}</span><div class="tl-brand"><h1>{page_texts.TITLE}</h1>'
    f'<p>{page_texts.SUBTITLE}</p></div><p class="tl-ai-notice" role="note">{page_texts.NOTICE}</p></header>'
)


def _step(name: str, label: str, before: str, after: str) -> str:
    shown = f'{before}<span class="tl-wide">{label}</span>{after}'
    return f'<button type="button" class="tl-button" data-panel="{name}" aria-label="{label}">{shown}</button>'


PANEL_HTML = (
    f'<aside class="tl-panel" id="tl-panel" aria-label="{texts.PANEL}" hidden><div class="tl-panel-bar">'
    f"{_step('previous', texts.PANEL_PREVIOUS, '‹', '')}"
    '<span class="tl-panel-count" aria-live="polite"></span>'
    f"{_step('next', texts.PANEL_NEXT, '', '›')}"
    f'<button type="button" class="tl-button tl-panel-close" data-panel="close" aria-label="{texts.PANEL_CLOSE}" '
    f'title="{texts.PANEL_CLOSE}">{texts.CLOSE}</button></div>'
    '<div class="tl-panel-body" id="tl-panel-body"></div></aside>'
    '<div class="tl-tip" id="tl-tip" role="tooltip" hidden></div>'
    '<div class="tl-toast" id="tl-toast" role="status"></div>'
    '<div class="tl-hidden" id="tl-said" role="status"></div>'
)

DIALOG_HTML = (
    f'<dialog class="tl-dialog" id="tl-dialog" aria-labelledby="tl-dialog-title"><h2 id="tl-dialog-title">'
    f'{documents_texts.DELETE_TITLE}</h2><p id="tl-dialog-text" data-text="{escape(documents_texts.DELETE_TEXT)}"></p>'
    f'<form method="dialog"><button class="tl-button" value="cancel" autofocus>{documents_texts.CANCEL}</button>'
    f'<button class="tl-button tl-danger tl-primary" value="remove">'
    f"{documents_texts.DELETE_CONFIRM}</button></form></dialog>"
)
