"""The bar above the chat and the list of conversations as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from assistant.conversations.records import Conversation
from assistant.ui.addresses import conversation_file_address
from assistant.ui_texts_vi import conversations as texts
from assistant.ui_texts_vi import documents as documents_texts
from assistant.ui_texts_vi import source_panel as source_panel_texts


@dataclass(frozen=True, slots=True)
class ListNotice:
    """One line above the list; with ``undo_id`` it offers to take the deletion back."""

    text: str
    undo_id: str = ""


def bar_html(conversation: Conversation | None) -> str:
    """Opens the list, names the conversation and offers it as a file; the page's address follows data-conversation."""
    now = conversation.conversation_id if conversation else ""
    title = escape(conversation.title) if conversation else ""
    files = "".join(
        f'<a class="tl-button" href="{escape(conversation_file_address(now, kind))}" download '
        f'aria-label="{label}">{short}</a>'
        for kind, label, short in (
            ("docx", texts.EXPORT_WORD, "Word"),
            ("md", texts.EXPORT_MARKDOWN, "Markdown"),
        )
    )
    exports = f'<span class="tl-exports"><span>{texts.EXPORT}</span>{files}</span>' if conversation else ""
    return (
        f'<div class="tl-talk" data-conversation="{escape(now)}">'
        f'<button type="button" class="tl-button" data-drawer="open" aria-controls="tl-drawer" '
        f'aria-label="{texts.CONVERSATIONS}"><span aria-hidden="true">☰</span>'
        f'<span class="tl-wide">{texts.CONVERSATIONS}</span><span class="tl-narrow">{texts.CONVERSATIONS_SHORT}</span>'
        f"</button>"
        f'<span class="tl-talk-title" title="{title}">{title}</span>{exports}</div>'
    )


DRAWER_HEAD_HTML = (
    f'<div class="tl-drawer-head"><h2>{texts.CONVERSATIONS}</h2><button type="button" class="tl-button" '
    f'data-drawer="close" aria-label="{texts.CONVERSATIONS_CLOSE}">{source_panel_texts.CLOSE}</button></div>'
)


def list_html(
    conversations: Sequence[Conversation], *, now: str = "", search: str = "", notice: ListNotice | None = None
) -> str:
    """A line per conversation, the last one first; buttons carry data-action and data-id."""
    head = _notice(notice)
    if not conversations:
        sentence = texts.CONVERSATIONS_NOT_FOUND.format(text=search) if search else texts.CONVERSATIONS_EMPTY
        return f'{head}<p class="tl-hint">{escape(sentence)}</p>'
    lines = "".join(_line(one, one.conversation_id == now) for one in conversations)
    return f'{head}<ul class="tl-conversations" aria-label="{texts.CONVERSATIONS}">{lines}</ul>'


def _line(one: Conversation, is_now: bool) -> str:
    current = ' aria-current="true"' if is_now else ""
    title, id_ = escape(one.title), escape(one.conversation_id)
    when = datetime.fromisoformat(one.updated_at).astimezone().strftime("%H:%M %d/%m/%Y")
    details = texts.CONVERSATION_DETAILS.format(when=when, turns=one.turns)
    return (
        f'<li{current}><button type="button" class="tl-conversation" data-action="open" data-id="{id_}">'
        f'<span class="tl-conversation-title">{title}</span><span class="tl-muted">{details}</span></button>'
        f'<span class="tl-conversation-buttons">{_button("rename", id_, texts.RENAME, title)}'
        f"{_button('delete', id_, documents_texts.DELETE, title)}</span>{_rename_form(id_, title)}</li>"
    )


def _button(action: str, id_: str, label: str, title: str) -> str:
    return (
        f'<button type="button" class="tl-button" data-action="{action}" data-id="{id_}" '
        f'aria-label="{label}: {title}">{label}</button>'
    )


def _rename_form(id_: str, title: str) -> str:
    return (
        f'<form class="tl-rename" data-id="{id_}" hidden><label class="tl-hidden" for="tl-title-{id_}">'
        f'{texts.CONVERSATION_TITLE}</label><input id="tl-title-{id_}" type="text" maxlength="80" value="{title}" '
        f'autocomplete="off"><button class="tl-button tl-primary">{texts.SAVE_TITLE}</button></form>'
    )


def _notice(notice: ListNotice | None) -> str:
    if notice is None:
        return ""
    undo = (
        f'<button type="button" class="tl-button" data-action="restore" data-id="{escape(notice.undo_id)}">'
        f"{documents_texts.UNDO}</button>"
        if notice.undo_id
        else ""
    )
    return f'<div class="tl-notice" role="status"><span>{escape(notice.text)}</span>{undo}</div>'
