"""Conversations as files to take away: Word and Markdown."""

import re
from urllib.parse import quote

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse

from assistant import ui_texts_vi as texts
from assistant.conversations.markdown import as_markdown
from assistant.conversations.records import Conversation
from assistant.conversations.word import as_word
from assistant.errors import UnknownConversationError
from assistant.services import Services
from assistant.ui.addresses import CONVERSATION_PATH
from assistant.ui.source_panel import missing_html, page_html
from ingest.text.folding import fold

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_NAME_CHARS = 60


def add_conversation_files(router: APIRouter, services: Services) -> None:
    """Serve every conversation under its id with the ending of the kind wanted."""

    @router.get(CONVERSATION_PATH + "/{conversation_id}.{kind}")
    def conversation_file(conversation_id: str, kind: str) -> Response:
        return conversation_response(services, conversation_id, kind)


def conversation_response(services: Services, conversation_id: str, kind: str) -> Response:
    """The file, made now; an unknown conversation or kind is a sentence."""
    try:
        conversation = services.conversations.conversation(conversation_id)
    except UnknownConversationError:
        conversation = None
    if conversation is None or kind not in _TYPES:
        return HTMLResponse(page_html(texts.CONVERSATIONS, missing_html(texts.CONVERSATION_GONE)), 404)
    turns = services.conversations.turns(conversation_id)
    content = as_word(conversation, turns) if kind == "docx" else as_markdown(conversation, turns).encode("utf-8")
    return Response(content, media_type=_TYPES[kind], headers={"Content-Disposition": _disposition(conversation, kind)})


def _disposition(conversation: Conversation, kind: str) -> str:
    """A name made of the title, with an ASCII one for programs that know no other."""
    name = " ".join(_NOT_IN_NAMES.sub(" ", conversation.title).split())[:_NAME_CHARS].strip(". ") or texts.TITLE
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "tro-ly-hoi"
    encoded = quote(f"{name}.{kind}", safe="")
    return f"attachment; filename=\"{plain}.{kind}\"; filename*=UTF-8''{encoded}"
