"""The question as the conversation completed it, above its answer; a click puts it into the question box."""

from html import escape

from assistant.model import Answer
from assistant.ui_texts_vi import chat as texts


def completed_html(answer: Answer | None) -> str:
    """What was searched and answered instead of what was typed; empty where the question stood by itself."""
    if answer is None or answer.completed_question is None:
        return ""
    question = escape(answer.completed_question)
    return (
        f'<p class="tl-completed"><span class="tl-muted">{texts.COMPLETED}</span> '
        f'<button type="button" class="tl-completed-question" data-event="edit_question" data-text="{question}" '
        f'title="{texts.COMPLETED_EDIT}" aria-label="{texts.COMPLETED_EDIT}: {question}">{question}</button></p>'
    )
