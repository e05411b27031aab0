"""What the source viewer has around the page: picture or text, zoom, notes, references, steps through the citations."""

from dataclasses import dataclass
from html import escape

from assistant.ui.page_picture_html import Picture, picture_html, zoom_html
from assistant.ui_texts_vi import source_panel as texts


@dataclass(frozen=True, slots=True)
class ViewerNote:
    """One sentence about what is shown; a warning is read out first."""

    text: str
    warns: bool = False


@dataclass(frozen=True, slots=True)
class Viewer:
    """What stands around the text of a page."""

    picture: Picture | None = None
    as_text: bool = False
    """The text is shown although there is a picture."""
    notes: tuple[ViewerNote, ...] = ()
    reference: str = ""
    """The place in the form used in reports."""
    link: str = ""
    """Address of the place, to be pasted into a report."""
    citations: tuple[str, ...] = ()
    """Addresses of all citations of the answer, where the page stands alone."""
    at: int = 0
    """Which of them this is, from 0."""

    @property
    def shows_text(self) -> bool:
        """Whether the text is what is seen."""
        return self.as_text or self.picture is None


def notes_html(viewer: Viewer) -> str:
    """The notes, warnings first."""
    ordered = sorted(viewer.notes, key=lambda note: not note.warns)
    return "".join(
        f'<p class="{"tl-warning" if note.warns else "tl-hint"}" role="note">{escape(note.text)}</p>'
        for note in ordered
    )


def tools_html(viewer: Viewer, pager: str) -> str:
    """Switch, zoom and pages above a picture; nothing where there is only text."""
    if viewer.picture is None:
        return ""
    zoom = zoom_html(viewer.picture.zoom)
    return f'<div class="tl-tools">{_switch(viewer)}{_hidden(zoom) if viewer.shows_text else zoom}{pager}</div>'


def sheet_html(viewer: Viewer) -> str:
    """The picture, hidden while the text is read."""
    return picture_html(viewer.picture, hidden=viewer.shows_text) if viewer.picture else ""


def foot_html(viewer: Viewer) -> str:
    """Copying the reference and the address, and the page of its own."""
    if not viewer.link:
        return ""
    reference = (
        f'<button type="button" class="tl-button" data-viewer="copy" data-text="{escape(viewer.reference)}">'
        f"{texts.VIEW_COPY_REFERENCE}</button>"
        if viewer.reference
        else ""
    )
    return (
        f'{reference}<button type="button" class="tl-button" data-viewer="copy-link" '
        f'data-text="{escape(viewer.link)}">{texts.VIEW_COPY_LINK}</button>'
        f'<a class="tl-button tl-alone" data-alone href="{escape(viewer.link)}" target="_blank" rel="noopener">'
        f'{texts.VIEW_ALONE}</a><span class="tl-copied" role="status" data-done="{texts.VIEW_COPIED}" '
        f'data-failed="{texts.VIEW_COPY_FAILED}"></span>'
    )


def steps_html(viewer: Viewer) -> str:
    """Links to the citations before and after, on the page of its own."""
    if len(viewer.citations) < 2:  # noqa: PLR2004  one citation needs no steps
        return ""
    before = _step(viewer, viewer.at - 1, "previous", texts.PANEL_PREVIOUS)
    after = _step(viewer, viewer.at + 1, "next", texts.PANEL_NEXT)
    shown = texts.VIEW_CITATION_OF.format(n=viewer.at + 1, total=len(viewer.citations))
    return f'<nav class="tl-citation-steps" aria-label="{texts.PANEL}">{before}<span>{shown}</span>{after}</nav>'


def _step(viewer: Viewer, at: int, name: str, label: str) -> str:
    if not 0 <= at < len(viewer.citations):
        return ""
    return f'<a class="tl-button" data-citation="{name}" href="{escape(viewer.citations[at])}">{label}</a>'


def _switch(viewer: Viewer) -> str:
    parts = (("picture", texts.VIEW_PICTURE, not viewer.shows_text), ("text", texts.VIEW_TEXT, viewer.shows_text))
    buttons = "".join(
        f'<button type="button" class="tl-button" data-viewer-show="{name}" '
        f'aria-pressed="{"true" if pressed else "false"}">{label}</button>'
        for name, label, pressed in parts
    )
    return f'<span class="tl-views" role="group" aria-label="{texts.VIEW_SWITCH}">{buttons}</span>'


def _hidden(tool: str) -> str:
    return tool.replace(' data-view-tool="picture"', ' data-view-tool="picture" hidden', 1)
