"""The list of checks made before, as safe HTML."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from assistant.claims.model import CheckedDraft, CheckSummary, ClaimVerdict
from assistant.ui import check_texts_vi as texts
from assistant.ui.checked_html import ORDER

NAME_WORDS = 10


def kept_html(kept: Sequence[CheckedDraft], notice: str = "", undo_id: str = "") -> str:
    """A line per check with its counts; above it what was done last, with a way back."""
    undo = (
        f' <button type="button" class="tl-button" data-action="restore" data-id="{escape(undo_id)}">'
        f"{texts.UNDO}</button>"
        if undo_id
        else ""
    )
    told = f'<p class="tl-hint" role="status">{escape(notice)}{undo}</p>' if notice else ""
    if not kept:
        return f'{told}<p class="tl-hint">{texts.KEPT_NONE}</p>'
    return f'{told}<ul class="tl-kept">{"".join(map(_line, kept))}</ul>'


def name_of(kept: CheckedDraft) -> str:
    """The file's name, or the first words of what was pasted."""
    words = kept.draft.text.split()
    first = " ".join(words[:NAME_WORDS])
    return kept.draft.source or (f"{first}…" if len(words) > NAME_WORDS else first) or texts.PASTED


def _line(kept: CheckedDraft) -> str:
    name, check_id = escape(name_of(kept)), escape(kept.check_id)
    when = datetime.fromisoformat(kept.created_at).astimezone().strftime("%H:%M %d/%m/%Y")
    details = texts.KEPT_LINE.format(when=when, claims=kept.claims, parts=_parts(kept.summary))
    buttons = "".join(
        f'<button type="button" class="tl-button{kind}" data-action="{action}" data-id="{check_id}" '
        f'aria-label="{label}: {name}">{label}</button>'
        for action, label, kind in (("open", texts.OPEN, ""), ("remove", texts.REMOVE, " tl-danger"))
    )
    return (
        f'<li><span class="tl-kept-name">{name}</span><span class="tl-muted">{escape(details)}</span>'
        f'<span class="tl-kept-actions">{buttons}</span></li>'
    )


def _parts(summary: CheckSummary) -> str:
    shown = [one for one in ORDER if one is not ClaimVerdict.NOT_CHECKABLE and summary.verdicts.get(one)]
    parts = (texts.KEPT_PART.format(count=summary.verdicts[one], verdict=texts.VERDICTS[one].lower()) for one in shown)
    return ", ".join(parts)
