"""The list of checks made before, as safe HTML."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from assistant.claims.keeping import ListedCheck
from assistant.ui import check_texts_vi as texts


def kept_html(kept: Sequence[ListedCheck], notice: str = "", undo_id: str = "") -> str:
    """A line per check; above them what was done last, with a way back."""
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


def _line(kept: ListedCheck) -> str:
    name, check_id = escape(kept.title or texts.PASTED), escape(kept.check_id)
    when = datetime.fromisoformat(kept.created_at).astimezone().strftime("%H:%M %d/%m/%Y")
    details = texts.KEPT_LINE.format(when=when, claims=kept.claims, decided=kept.decided)
    buttons = "".join(
        f'<button type="button" class="tl-button{kind}" data-action="{action}" data-id="{check_id}" '
        f'aria-label="{label}: {name}">{label}</button>'
        for action, label, kind in (("open", texts.OPEN, ""), ("remove", texts.REMOVE, " tl-danger"))
    )
    return (
        f'<li><span class="tl-kept-name">{name}</span><span class="tl-muted">{escape(details)}</span>'
        f'<span class="tl-kept-actions">{buttons}</span></li>'
    )
