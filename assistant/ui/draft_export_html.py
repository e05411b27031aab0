"""Step 4: how the Word file is wanted, what stands around the text, what is still open."""

from collections.abc import Sequence
from html import escape

from assistant.reports.conflicts import unsettled_groups
from assistant.reports.kept import Notes
from assistant.reports.model import ReportDraft, SentenceKind
from assistant.reports.word.head_preview import PrintedHead
from assistant.ui import draft_texts_vi as texts
from assistant.ui.addresses import draft_file_address
from assistant.ui.draft_frame_html import button, frame_html
from assistant.ui.draft_text_html import sentences_of
from assistant.ui.draft_view import DraftView


def export_html(view: DraftView) -> str:
    """The whole step."""
    body = f'<div class="tl-draft-columns"><div>{_choice(view)}{_preview(view)}</div>{_head(view)}</div>'
    return frame_html(view, body)


def _choice(view: DraftView) -> str:
    address = escape(draft_file_address(view.draft_id, "docx"))
    return (
        f'<div class="tl-draft-card" data-part="choice"><h3>{texts.EXPORT_TITLE}</h3>{_open_ends(view.kept.draft)}'
        f'<form data-do="choose-export" data-auto><fieldset class="tl-choices"><legend>{texts.EXPORT_NOTES}</legend>'
        f"{_notes(view)}</fieldset>"
        f'<fieldset class="tl-choices"><legend>{texts.EXPORT_FORM}</legend>{_forms(view)}</fieldset></form>'
        f"{_upload()}{_problems(view)}"
        f'<a class="tl-button tl-primary tl-large" href="{address}" download data-download>{texts.EXPORT_DOWNLOAD}</a>'
        f'<p class="tl-hint">{texts.EXPORT_MARK}</p></div>'
    )


def _open_ends(draft: ReportDraft) -> str:
    sentences = sentences_of(draft)
    gaps = sum(one.kind is SentenceKind.MISSING for one in sentences)
    own = sum(one.kind is SentenceKind.PERSON for one in sentences)
    disputed = len(unsettled_groups(draft.facts))
    if not gaps and not own and not disputed:
        return f'<p class="tl-draft-good">{texts.EXPORT_CLEAN}</p>'
    said = [texts.TEXT_GAPS.format(count=gaps)] if gaps else []
    said += [texts.TEXT_PERSON.format(count=own)] if own else []
    said += [texts.TEXT_DISPUTED.format(count=disputed)] if disputed else []
    return f'<p class="tl-warning"><strong>{texts.EXPORT_READY}</strong> {escape(" ".join(said))}</p>'


def _notes(view: DraftView) -> str:
    return "".join(_radio("notes", one, texts.NOTES[one], one is view.kept.choice.notes) for one in Notes)


def _forms(view: DraftView) -> str:
    chosen = view.kept.choice.office_form
    known = {one.form_id for one in view.forms}
    profile = texts.EXPORT_PROFILE.format(profile=view.profile_title or view.kept.draft.request.profile)
    lines = _radio("office_form", "", profile, chosen not in known)
    for one in view.forms:
        forget = button("forget-form", "×", aria=f"{texts.EXPORT_FORM_FORGET}: {one.name}", form=one.form_id)
        radio = _radio("office_form", one.form_id, one.name, one.form_id == chosen)
        lines += f'<div class="tl-choice-line">{radio}{forget}</div>'
    return lines


def _radio(name: str, value: str, label: str, chosen: bool) -> str:
    id_ = f"tl-{name}-{value or 'none'}"
    checked = " checked" if chosen else ""
    return (
        f'<label class="tl-check-line" for="{escape(id_)}"><input type="radio" id="{escape(id_)}" name="{name}" '
        f'value="{escape(value)}"{checked}>{escape(label)}</label>'
    )


def _upload() -> str:
    hint = escape(texts.EXPORT_UPLOAD_HINT.format(placeholder="{{tieu_de}}, {{noi_dung}}"))
    return (
        '<p class="tl-upload-form"><input type="file" class="tl-hidden" id="tl-office-form" data-upload accept=".docx">'
        f'<label class="tl-button" for="tl-office-form">{texts.EXPORT_UPLOAD}</label>'
        f'<span class="tl-hint">{hint}</span></p>'
    )


def _problems(view: DraftView) -> str:
    if not view.form_problems:
        return ""
    lines = "".join(f"<li>{escape(one)}</li>" for one in view.form_problems)
    return f'<div class="tl-warning"><p>{texts.EXPORT_FORM_PROBLEMS}</p><ul>{lines}</ul></div>'


def _head(view: DraftView) -> str:
    draft = view.kept.draft
    fields = "".join(
        f'<div class="tl-field"><label for="tl-head-{name}">{label}</label><input type="text" id="tl-head-{name}" '
        f'name="{name}" value="{escape(draft.fields.get(name, ""))}" '
        f'placeholder="{escape(_printed(view, name))}" maxlength="300"></div>'
        for name, label in texts.HEAD_FIELDS.items()
    )
    lines = _lines("addressees", texts.ADDRESSEES, draft.addressees)
    lines += _lines("recipients", texts.RECIPIENTS, draft.recipients)
    return (
        f'<form class="tl-draft-card" data-do="head" data-part="head-form"><h3>{texts.EXPORT_HEAD}</h3>'
        f'<div class="tl-card-form">{fields}{lines}</div>'
        f'<p><button type="submit" class="tl-button">{texts.EXPORT_HEAD_SAVE}</button></p></form>'
    )


def _printed(view: DraftView, name: str) -> str:
    """What an empty field comes to on paper."""
    text = view.head.filled.get(name, "") if view.head else ""
    return texts.HEAD_PRINTED.format(text=text) if text else texts.HEAD_BLANK


def _preview(view: DraftView) -> str:
    """How head and foot will be printed, blanks as blanks."""
    if view.head is None:
        return ""
    if view.kept.choice.office_form in {one.form_id for one in view.forms}:
        shown = f'<p class="tl-hint">{texts.HEAD_OFFICE_FORM}</p>'
    elif view.head.is_plain:
        shown = f'<p class="tl-hint">{texts.HEAD_PLAIN}</p>'
    else:
        shown = _sheet(view.head)
    return f'<div class="tl-draft-card" data-part="head-preview"><h3>{texts.HEAD_PREVIEW}</h3>{shown}</div>'


def _sheet(head: PrintedHead) -> str:
    number = f"<span>{escape(head.number.replace('      ', ' … ', 1))}</span>"
    left, right = _bold_last(head.left) + number, f"{_bold_last(head.right)}<em>{escape(head.date)}</em>"
    names = "".join(f"<span>{escape(one)}</span>" for one in head.recipients)
    signed = "".join(f"<strong>{escape(one)}</strong>" for one in (*head.authority, head.position) if one)
    signed += f"<span>{escape(head.signer or texts.SIGNER_BLANK)}</span>"
    return (
        f'<section class="tl-head-preview" aria-label="{texts.HEAD_PREVIEW}">'
        f'<div class="tl-head-rows">{_middle(left)}{_middle(right)}</div>'
        f'<div class="tl-head-foot"><div><em>{texts.RECIPIENTS_LABEL}</em>{names}</div>{_middle(signed)}</div>'
        "</section>"
        f'<p class="tl-hint">{escape(_left_open(head))}</p>'
    )


def _middle(lines: str) -> str:
    return f'<div class="tl-head-middle">{lines}</div>'


def _bold_last(lines: Sequence[str]) -> str:
    """The lines of one column, the issuer's own in bold."""
    last = len(lines) - 1
    return "".join(
        f"<strong>{escape(one)}</strong>" if at == last else f"<span>{escape(one)}</span>"
        for at, one in enumerate(lines)
    )


def _left_open(head: PrintedHead) -> str:
    names = ", ".join(texts.HEAD_FIELDS[name].lower() for name in head.left_open)
    return texts.HEAD_OPEN.format(fields=names) if names else texts.HEAD_FILLED


def _lines(name: str, label: str, values: Sequence[str]) -> str:
    written = escape("\n".join(values))
    return (
        f'<div class="tl-field tl-wide-field"><label for="tl-head-{name}">{label}</label>'
        f'<textarea id="tl-head-{name}" name="{name}" rows="{max(2, len(values))}">{written}</textarea></div>'
    )
