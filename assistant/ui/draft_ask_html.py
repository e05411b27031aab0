"""Step 1: which report, of whom, when; and the drafts that are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from assistant.reports.kept import ListedDraft
from assistant.ui import draft_texts_vi as texts
from assistant.ui.draft_frame_html import ai_notice_html, button, notices_html, steps_html, when_text
from assistant.ui.draft_view import Notice, Step


@dataclass(frozen=True, slots=True)
class AskView:
    """What can be chosen, what was typed, what is kept."""

    templates: Sequence[tuple[str, str]]
    """Id and name."""
    profiles: Sequence[tuple[str, str]]
    """Name and title."""
    units: Sequence[str]
    years: Sequence[int]
    drafts: Sequence[ListedDraft] = ()
    typed: Mapping[str, str] = field(default_factory=dict)
    """Values of the form that could not be used yet, and the present year."""
    notices: Sequence[Notice] = ()
    undo_id: str = ""
    """A draft just deleted."""
    problems: Sequence[str] = ()
    """Of the office's own outlines."""


def ask_html(view: AskView) -> str:
    """The whole step."""
    return (
        f'<div class="tl-draft-frame" data-draft="" data-step="{Step.ASK}">{steps_html(Step.ASK, None)}'
        f"{ai_notice_html()}{notices_html(view.notices)}{_undo(view.undo_id)}"
        f'<div class="tl-draft-columns" data-part="ask">{_form(view)}{_drafts(view.drafts)}</div></div>'
    )


def _form(view: AskView) -> str:
    typed = view.typed
    problems = (
        f'<div class="tl-warning"><p>{texts.TEMPLATE_PROBLEMS}</p><ul>'
        + "".join(f"<li>{escape(one)}</li>" for one in view.problems)
        + "</ul></div>"
        if view.problems
        else ""
    )
    unit = _Input("unit", texts.UNIT, texts.UNIT_PLACEHOLDER, texts.UNIT_HINT, view.units)
    year = _Input("year", texts.YEAR, words=[str(year) for year in view.years], is_numeric=True)
    year_to = _Input("year_to", texts.YEAR_TO, is_numeric=True, is_hidden=typed.get("kind") != "range")
    fields = (
        _select("template", texts.TEMPLATE, view.templates, typed.get("template", ""))
        + _input(unit, typed)
        + '<div class="tl-draft-period">'
        + _select("kind", texts.PERIOD_KIND, list(texts.PERIOD_KINDS.items()), typed.get("kind", ""))
        + _input(year, typed)
        + _input(year_to, typed)
        + '</div><div class="tl-draft-pair">'
        + _select("profile", texts.PROFILE, view.profiles, typed.get("profile", ""))
        + _input(_Input("scope", texts.SCOPE, texts.SCOPE_PLACEHOLDER), typed)
        + "</div>"
    )
    return (
        f'<form class="tl-draft-card tl-draft-form" data-do="begin"><h2>{texts.ASK_TITLE}</h2>'
        f'<p class="tl-hint">{texts.ASK_TEXT}</p>{problems}{fields}'
        f'<div><button type="submit" class="tl-button tl-primary tl-large">{texts.BEGIN}</button></div></form>'
    )


def _select(name: str, label: str, choices: Sequence[tuple[str, str]], chosen: str) -> str:
    options = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(shown)}</option>'
        for value, shown in choices
    )
    return (
        f'<div class="tl-field"><label for="tl-ask-{name}">{label}</label>'
        f'<select id="tl-ask-{name}" name="{name}">{options}</select></div>'
    )


@dataclass(frozen=True, slots=True)
class _Input:
    name: str
    label: str
    placeholder: str = ""
    hint: str = ""
    words: Sequence[str] = ()
    """Suggested."""
    is_numeric: bool = False
    is_hidden: bool = False


def _input(one: _Input, typed: Mapping[str, str]) -> str:
    id_ = f"tl-ask-{one.name}"
    listed = f' list="{id_}-list"' if one.words else ""
    options = "".join(f'<option value="{escape(word)}"></option>' for word in one.words)
    data = f'<datalist id="{id_}-list">{options}</datalist>' if one.words else ""
    kind = ' inputmode="numeric" maxlength="4"' if one.is_numeric else ' maxlength="200"'
    said = f'<span class="tl-hint" id="{id_}-hint">{one.hint}</span>' if one.hint else ""
    described = f' aria-describedby="{id_}-hint"' if one.hint else ""
    return (
        f'<div class="tl-field"{" hidden" if one.is_hidden else ""}><label for="{id_}">{one.label}</label>'
        f'<input type="text" id="{id_}" name="{one.name}" value="{escape(typed.get(one.name, ""))}" '
        f'placeholder="{escape(one.placeholder)}" autocomplete="off" spellcheck="false"{kind}{listed}{described}>'
        f"{data}{said}</div>"
    )


def _drafts(drafts: Sequence[ListedDraft]) -> str:
    if not drafts:
        lines = f'<p class="tl-hint">{texts.DRAFTS_EMPTY}</p>'
    else:
        lines = f'<ul class="tl-conversations">{"".join(map(_draft, drafts))}</ul>'
    return f'<div class="tl-draft-card"><h2>{texts.DRAFTS}</h2>{lines}</div>'


def _draft(one: ListedDraft) -> str:
    title, id_ = escape(one.title), escape(one.draft_id)
    details = texts.DRAFT_DETAILS.format(stage=texts.STAGES[one.stage], when=when_text(one.updated_at))
    rename = button("show", texts.RENAME, aria=f"{texts.RENAME}: {one.title}", target=f"tl-rename-{one.draft_id}")
    delete = button("delete", texts.DELETE, aria=f"{texts.DELETE}: {one.title}", kind="tl-danger", id=one.draft_id)
    return (
        f'<li><button type="button" class="tl-conversation" data-do="open" data-id="{id_}">'
        f'<span class="tl-conversation-title">{title}</span><span class="tl-muted">{details}</span></button>'
        f'<span class="tl-conversation-buttons">{rename}{delete}</span>'
        f'<form class="tl-rename" id="tl-rename-{id_}" data-do="rename" data-id="{id_}" hidden>'
        f'<input type="text" name="title" value="{title}" maxlength="160" aria-label="{texts.TITLE}">'
        f'<button type="submit" class="tl-button">{texts.SAVE_TITLE}</button></form></li>'
    )


def _undo(draft_id: str) -> str:
    shown = button("restore", texts.UNDO, id=draft_id) if draft_id else ""
    return f'<div data-part="undo">{shown}</div>'
