"""Conversations as files to take away: Word and Markdown."""

from fastapi import APIRouter, Response
from fastapi.responses import HTMLResponse

from assistant.conversations.markdown import as_markdown
from assistant.conversations.word import as_word
from assistant.errors import UnknownConversationError
from assistant.services import Services
from assistant.ui.addresses import CONVERSATION_PATH
from assistant.ui.downloads import disposition
from assistant.ui.source_panel import missing_html, page_html
from assistant.ui_texts_vi import conversations as texts

_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}


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
    return Response(
        content, media_type=_TYPES[kind], headers={"Content-Disposition": disposition(conversation.title, kind)}
    )
