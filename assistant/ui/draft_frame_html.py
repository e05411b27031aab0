"""The frame around every step of a draft: steps, title, "saved at", undo, notices, long work, versions.

The page is made of elements with data-part; the tab's script replaces only those that changed. Buttons carry data-do
and what belongs to it.
"""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from assistant.reports.kept import DraftVersion, Stage
from assistant.ui import draft_texts_vi as texts
from assistant.ui.draft_view import DraftView, Notice, Step, Working


def frame_html(view: DraftView, body: str) -> str:
    """The whole step; ``body`` is made of parts."""
    listed = view.kept.listed
    return (
        f'<div class="tl-draft-frame" data-draft="{escape(listed.draft_id)}" data-revision="{view.kept.revision}" '
        f'data-step="{view.step}" data-chosen="{escape(view.chosen)}"{_poll(view.working)}>'
        f"{_head(view)}{steps_html(view.step, listed.stage)}{ai_notice_html()}{notices_html(view.notices)}"
        f"{working_html(view.working)}{body}{_versions(view)}</div>"
    )


def ai_notice_html() -> str:
    """That it is an AI's draft."""
    return f'<p class="tl-draft-ai" role="note" data-part="ai">{texts.NOTICE}</p>'


def notices_html(notices: Sequence[Notice]) -> str:
    """Lines about what was just done, or what went wrong."""
    lines = "".join(
        f'<p class="{"tl-warning" if one.is_bad else "tl-draft-good"}">{escape(one.text)}</p>' for one in notices
    )
    return f'<div class="tl-draft-notices" data-part="notices" role="status">{lines}</div>'


def working_html(working: Working | None) -> str:
    """A running bar with what is being done."""
    if working is None:
        return '<div data-part="working"></div>'
    said = texts.WORKING[working.kind].format(title=working.title)
    detail = f'<span class="tl-muted">{escape(_part(working))}</span>' if working.part else ""
    return (
        f'<div class="tl-upload" data-part="working" role="status"><p class="tl-upload-head">{escape(said)}</p>{detail}'
        f'<div class="tl-bar"></div><p class="tl-hint">{texts.WORKING_GOES_ON}</p></div>'
    )


def _part(working: Working) -> str:
    pattern = texts.WORKING_PART[working.part]
    return pattern.format(done=working.done, total=working.total, title=working.title)


def steps_html(now: Step, stage: Stage | None) -> str:
    """The four steps; those the draft has not come to are shown but cannot be chosen."""
    reached = {Step.ASK}
    if stage is not None:
        reached |= {Step.FACTS}
    if stage is Stage.TEXT:
        reached |= {Step.TEXT, Step.EXPORT}
    lines = "".join(_step(number, step, now, step in reached) for number, step in enumerate(Step, start=1))
    return f'<nav class="tl-steps" data-part="steps" aria-label="{texts.STEPS_LABEL}"><ol>{lines}</ol></nav>'


def button(do: str, shown: str, /, *, aria: str = "", kind: str = "", off: bool = False, **data: object) -> str:
    """A button that the tab's script sends; ``data`` goes with it."""
    carried = "".join(f' data-{name}="{escape(str(value))}"' for name, value in data.items())
    named = f' aria-label="{escape(aria)}" title="{escape(aria)}"' if aria else ""
    disabled = " disabled" if off else ""
    attributes = f'class="tl-button {kind}" data-do="{do}"{carried}{named}{disabled}'
    return f'<button type="button" {attributes}>{escape(shown)}</button>'


def when_text(at: str, pattern: str = "%H:%M %d/%m/%Y") -> str:
    """A moment in ISO 8601, as the wall clock here shows it."""
    return datetime.fromisoformat(at).astimezone().strftime(pattern)


def _head(view: DraftView) -> str:
    kept = view.kept
    title = escape(kept.listed.title)
    saved = texts.SAVED.format(when=when_text(kept.listed.updated_at, "%H:%M:%S"))
    return (
        f'<div class="tl-draft-head" data-part="head">{button("home", "☰ " + texts.HOME)}'
        f'<h2 class="tl-draft-title" title="{title}">{title}</h2>'
        f'<span class="tl-draft-saved" role="status">{saved}</span>'
        f'<span class="tl-draft-undo">{button("undo", "↶ " + texts.UNDO, off=not kept.can_undo)}'
        f"{button('redo', '↷ ' + texts.REDO, off=not kept.can_redo)}</span></div>"
    )


def _step(number: int, step: Step, now: Step, is_reached: bool) -> str:
    label = f'<span class="tl-step-number">{number}</span><span class="tl-step-name">{texts.STEPS[step]}</span>'
    current = ' aria-current="step"' if step is now else ""
    off = "" if is_reached else " disabled"
    return f'<li><button type="button" data-do="step" data-step="{step}"{current}{off}>{label}</button></li>'


def _versions(view: DraftView) -> str:
    if not view.versions:
        return '<div data-part="versions"></div>'
    lines = "".join(map(_version, view.versions))
    return (
        f'<details class="tl-versions" id="tl-versions" data-part="versions"><summary>{texts.VERSIONS} '
        f"({len(view.versions)})</summary><ul>{lines}</ul></details>"
    )


def _version(one: DraftVersion) -> str:
    change = texts.CHANGES.get(one.change.partition(" ")[0], texts.CHANGE_OTHER)
    end = (
        f'<span class="tl-muted">{texts.VERSION_NOW}</span>'
        if one.is_now
        else button("version", texts.VERSION_USE, number=one.number)
    )
    return f"<li><span>{when_text(one.at, '%H:%M:%S %d/%m/%Y')} – {escape(change)}</span>{end}</li>"


def _poll(working: Working | None) -> str:
    """The step to show as long as work goes on, and when it is done."""
    if working is None:
        return ""
    return f' data-poll="{Step.FACTS if working.kind == "gather" else Step.TEXT}"'
