"""The bar above the chat and the drawer of conversations: open, search, rename, delete, bring back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import gradio as gr

from assistant.conversations.records import Conversation
from assistant.errors import UnknownConversationError
from assistant.services import Services
from assistant.ui.asking import Exchanges
from assistant.ui.conversation_state import feedback_of, judged, kept, opened
from assistant.ui.conversations_html import DRAWER_HEAD_HTML, ListNotice, bar_html, list_html
from assistant.ui_texts_vi import conversations as texts

Updates: TypeAlias = tuple[Any, ...]
"""Values for a handler's outputs, in their order."""

ADDRESS_KEY = "cuoc"
"""The parameter of the page's address that names the conversation, so that a reload finds it."""
_QUIET: dict[str, Any] = {"show_progress": "hidden", "queue": False}

_EVENTS_JS = """
const form = (id) => element.querySelector(`form[data-id="${CSS.escape(id)}"]`);
element.addEventListener('click', (event) => {
  const button = event.target.closest('[data-action]');
  if (!button) return;
  const { action, id } = button.dataset;
  if (action === 'rename') {
    form(id).hidden = !form(id).hidden;
    if (!form(id).hidden) form(id).querySelector('input').select();
    return;
  }
  if (action === 'open' && document.querySelector('.tl-turn[aria-busy]')) return;
  if (action === 'open') trigger('open_conversation', { id });
  if (action === 'delete') {
    const wait = new MutationObserver(() => {
      const undo = element.querySelector('.tl-notice [data-action="restore"]');
      if (undo) { wait.disconnect(); undo.focus(); }
    });
    wait.observe(element, { childList: true, subtree: true });
    trigger('delete_conversation', { id });
  }
  if (action === 'restore') trigger('restore_conversation', { id });
  if (action === 'open') window.trolyDrawer.close();
});
element.addEventListener('submit', (event) => {
  event.preventDefault();
  const { id } = event.target.dataset;
  trigger('rename_conversation', { id, title: event.target.querySelector('input').value });
});
"""


@dataclass(frozen=True, slots=True)
class ConversationsPart:
    """The components that show which conversation is open and which there are."""

    actions: "ConversationActions"
    now: gr.State
    """Id of the open conversation; empty for one not begun."""
    bar: gr.HTML
    search: gr.Textbox
    listed: gr.HTML

    @property
    def shown(self) -> list[Any]:
        """What changes with the open conversation: its id, the bar, the list."""
        return [self.now, self.bar, self.listed]


def build_conversations(services: Services, history: Callable[[Exchanges], str]) -> ConversationsPart:
    """Lay out bar and drawer; ``history`` shows exchanges, or the greeting where there are none."""
    bar = gr.HTML("", elem_id="tl-bar", js_on_load=None, apply_default_css=False)
    with gr.Column(elem_id="tl-drawer"):
        gr.HTML(DRAWER_HEAD_HTML, js_on_load=None, apply_default_css=False)
        search = gr.Textbox(
            label=texts.CONVERSATIONS_SEARCH,
            placeholder=texts.CONVERSATIONS_PLACEHOLDER,
            max_lines=1,
            elem_id="tl-drawer-search",
        )
        shown = gr.HTML("", elem_id="tl-conversation-list", js_on_load=_EVENTS_JS, apply_default_css=False)
    return ConversationsPart(ConversationActions(services, history), gr.State(""), bar, search, shown)


def connect_conversations(
    part: ConversationsPart, screen: Sequence[Any], asked: Sequence[Any], asking: Sequence[Any]
) -> None:
    """Keep what was asked, and follow the drawer.

    :param screen: live exchange, history and exchanges, in this order.
    :param asked: events after which there may be something to keep.
    :param asking: events that opening another conversation cancels.
    """
    actions, (live, history, exchanges) = part.actions, screen
    for event in asked:
        event.then(actions.keep, [part.now, exchanges, part.search], [exchanges, *part.shown], **_QUIET)
    whole = [live, history, exchanges, *part.shown]
    part.listed.open_conversation(actions.open, [part.search], whole, cancels=list(asking), **_QUIET)
    part.listed.delete_conversation(actions.delete, [part.now, exchanges, part.search], whole, **_QUIET)
    part.listed.restore_conversation(actions.restore, [part.now, part.search], part.shown, **_QUIET)
    part.listed.rename_conversation(actions.rename, [part.now, part.search], part.shown, **_QUIET)
    part.search.change(actions.find, [part.search, part.now], [part.listed], trigger_mode="always_last", **_QUIET)
    history.rate_answer(actions.rate, [part.now, exchanges, part.search], [history, exchanges, *part.shown], **_QUIET)


class ConversationActions:
    """The handlers; methods, because Gradio passes its event only to functions whose hints it can read."""

    def __init__(self, services: Services, history: Callable[[Exchanges], str]) -> None:
        self._services = services
        self._history = history

    def load(self, request: gr.Request) -> Updates:
        """The conversation that the page's address names, or an empty one."""
        return self._opened(str(request.query_params.get(ADDRESS_KEY, "")), "")

    def keep(self, now: str, exchanges: Exchanges, search: str) -> Updates:
        """Keep the last exchange; a conversation begins with its first."""
        now, exchanges = kept(self._services, now, exchanges)
        return exchanges, *self._shown(now, search)

    def begin(self, search: str) -> Updates:
        """Nothing is open any more."""
        return self._shown("", search)

    def find(self, search: str, now: str) -> str:
        """The conversations in which the words stand."""
        return self._list(now, search)

    def open(self, search: str, event: gr.EventData) -> Updates:
        """Go on with a conversation."""
        return self._opened(str(event.id), search)

    def delete(self, now: str, exchanges: Exchanges, search: str, event: gr.EventData) -> Updates:
        """Take a conversation off the list and offer to take that back; the open one is left."""
        id_ = str(event.id)
        notice = self._changed(id_, lambda: self._services.conversations.delete(id_), texts.CONVERSATION_DELETED, id_)
        if id_ == now:
            return "", self._history(()), (), *self._shown("", search, notice)
        return gr.skip(), gr.skip(), exchanges, *self._shown(now, search, notice)

    def restore(self, now: str, search: str, event: gr.EventData) -> Updates:
        """Bring a conversation back."""
        id_ = str(event.id)
        notice = self._changed(id_, lambda: self._services.conversations.restore(id_), texts.CONVERSATION_RESTORED)
        return self._shown(now, search, notice)

    def rename(self, now: str, search: str, event: gr.EventData) -> Updates:
        """Give a conversation another title."""
        id_, title = str(event.id), str(event.title)
        notice = self._changed(id_, lambda: self._services.conversations.rename(id_, title), texts.CONVERSATION_RENAMED)
        return self._shown(now, search, notice)

    def rate(self, now: str, exchanges: Exchanges, search: str, event: gr.EventData) -> Updates:
        """Keep what a person thinks of an answer, or forget it again."""
        now, exchanges = kept(self._services, now, exchanges)
        feedback = None if event.good is None else feedback_of(bool(event.good), event.reasons, event.note)
        exchanges = judged(self._services, exchanges, int(event.turn), feedback)
        return self._history(exchanges), exchanges, *self._shown(now, search)

    def _opened(self, conversation_id: str, search: str) -> Updates:
        """Live exchange, history, exchanges, and what is shown of the conversation."""
        conversation = self._conversation(conversation_id)
        if conversation is None:
            return "", self._history(()), (), *self._shown("", search)
        exchanges = opened(self._services, conversation_id)
        return "", self._history(exchanges), exchanges, *self._shown(conversation_id, search)

    def _shown(self, now: str, search: str, notice: ListNotice | None = None) -> Updates:
        return now, bar_html(self._conversation(now)), self._list(now, search, notice)

    def _list(self, now: str, search: str, notice: ListNotice | None = None) -> str:
        found = self._services.conversations.listed(search)
        return list_html(found, now=now, search=search.strip(), notice=notice)

    def _conversation(self, conversation_id: str) -> Conversation | None:
        """One that is there and not deleted."""
        try:
            found = self._services.conversations.conversation(conversation_id)
        except UnknownConversationError:
            return None
        return None if found.deleted else found

    def _changed(self, id_: str, change: Callable[[], object], sentence: str, undo_id: str = "") -> ListNotice:
        try:
            change()
            title = self._services.conversations.conversation(id_).title
        except UnknownConversationError:
            return ListNotice(texts.CONVERSATION_GONE)
        return ListNotice(sentence.format(title=title), undo_id)
