"""Under an answer: useful or not, and why not."""

from html import escape

from assistant.conversations.records import Feedback, FeedbackReason
from assistant.messages_vi.conversations import FEEDBACK_REASONS
from assistant.ui_texts_vi import conversations as texts

_THUMB = (
    '<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"{turn}><path fill="none" stroke="currentColor" '
    'stroke-width="1.8" stroke-linejoin="round" d="M3 10h4v10H3zM7 10l4.2-7.2c1.4 0 2.5 1.2 2.2 2.6L12.7 9h6.1c1.3 0 '
    '2.2 1.2 2 2.4l-1.2 6.8c-.2 1-1.1 1.8-2.1 1.8H7z"/></svg>'
)
_UP, _DOWN = _THUMB.format(turn=""), _THUMB.format(turn=' style="transform: rotate(180deg)"')


def feedback_html(turn: int, feedback: Feedback | None) -> str:
    """Both thumbs of the exchange at that place; the second opens a short list of reasons and a box for words."""
    good, bad = feedback is not None and feedback.good, feedback is not None and not feedback.good
    return (
        f'<div class="tl-feedback" data-turn="{turn}">'
        f'<button type="button" class="tl-button tl-thumb" data-event="rate" aria-pressed="{_said(good)}">'
        f"{_UP}{texts.THUMB_UP}</button>"
        f'<details class="tl-judge"><summary class="tl-button tl-thumb" aria-pressed="{_said(bad)}">'
        f"{_DOWN}{texts.THUMB_DOWN}</summary>{_form(turn, feedback)}</details>"
        f"{_thanks(feedback)}</div>"
    )


def _form(turn: int, feedback: Feedback | None) -> str:
    chosen = feedback.reasons if feedback is not None else ()
    reasons = "".join(_reason(reason, reason in chosen) for reason in FeedbackReason)
    note = escape(feedback.note) if feedback is not None else ""
    back = (
        f'<button type="button" class="tl-button" data-event="unrate">{texts.JUDGE_BACK}</button>'
        if feedback is not None
        else ""
    )
    return (
        f'<fieldset class="tl-judge-form"><legend>{texts.JUDGE_WHY}</legend>{reasons}'
        f'<label for="tl-note-{turn}">{texts.JUDGE_NOTE}</label>'
        f'<textarea id="tl-note-{turn}" rows="2" maxlength="2000">{note}</textarea>'
        f'<div class="tl-judge-buttons"><button type="button" class="tl-button tl-primary" data-event="judge">'
        f"{texts.JUDGE_SEND}</button>{back}</div></fieldset>"
    )


def _reason(reason: FeedbackReason, chosen: bool) -> str:
    checked = " checked" if chosen else ""
    words = FEEDBACK_REASONS[reason]
    return f'<label class="tl-check-line"><input type="checkbox" value="{reason.value}"{checked}>{words}</label>'


def _thanks(feedback: Feedback | None) -> str:
    return "" if feedback is None else f'<span class="tl-muted" role="status">{texts.JUDGED}</span>'


def _said(pressed: bool) -> str:
    return "true" if pressed else "false"
