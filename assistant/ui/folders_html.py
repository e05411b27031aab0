"""The followed folders as HTML: where, how many files, how it goes, and buttons to pause or stop."""

from collections.abc import Sequence
from datetime import datetime
from html import escape

from assistant.messages_vi.sentences import message_of
from assistant.ui_texts_vi import folders as texts
from vectorstore.followed import Folder


def folders_html(folders: Sequence[Folder], *, working: int | None = None, problem: str = "") -> str:
    """A line per folder; buttons carry data-action and data-id.

    :param working: id of the folder that is being brought in step now.
    :param problem: a sentence about a failed attempt, shown above.
    """
    warning = f'<p class="tl-warning" role="alert">{escape(problem)}</p>' if problem else ""
    if not folders:
        return f'{warning}<p class="tl-hint">{texts.FOLDERS_EMPTY}</p>'
    lines = "".join(_folder(folder, working == folder.folder_id) for folder in folders)
    return f'{warning}<ul class="tl-folders" aria-label="{texts.FOLDERS}">{lines}</ul>'


def _folder(folder: Folder, working: bool) -> str:
    state, label = _state(folder, working)
    details = [texts.FOLDER_FILES.format(count=folder.files)]
    if folder.changed_at:
        details.append(texts.FOLDER_CHANGED.format(when=_moment(folder.changed_at)))
    if folder.scanned_at:
        details.append(texts.FOLDER_SCANNED.format(when=_moment(folder.scanned_at)))
    reason = f'<span class="tl-reason">{escape(str(message_of(folder.problem)))}</span>' if folder.problem else ""
    toggle = _button("resume", folder, texts.FOLDER_RESUME) if folder.paused else _button(
        "pause", folder, texts.FOLDER_PAUSE
    )  # fmt: skip
    return (
        f'<li><span class="tl-upload-name">{escape(folder.path)}</span>'
        f'<span class="tl-state tl-state-{state}">{label}</span>'
        f'<span class="tl-folder-actions">{toggle}{_button("forget", folder, texts.FOLDER_FORGET)}</span>'
        f'<span class="tl-reason">{" · ".join(details)}</span>{reason}</li>'
    )


def _state(folder: Folder, working: bool) -> tuple[str, str]:
    if folder.paused:
        return "removed", texts.FOLDER_PAUSED
    if folder.problem:
        return "failed", texts.FOLDER_TROUBLED
    return ("reading", texts.FOLDER_WORKING) if working else ("indexed", texts.FOLDER_FOLLOWED)


def _button(action: str, folder: Folder, label: str) -> str:
    return (
        f'<button type="button" class="tl-button" data-action="{action}" data-id="{folder.folder_id}" '
        f'aria-label="{label}: {escape(folder.path)}">{label}</button>'
    )


def _moment(iso: str) -> str:
    """A stored moment in this computer's time, e.g. 14:05 21/11/2026."""
    return datetime.fromisoformat(iso).astimezone().strftime("%H:%M %d/%m/%Y")
