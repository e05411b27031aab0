"""What is kept of a report that is being written."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.reports.model import ReportDraft


class Stage(StrEnum):
    """How far a draft is."""

    ASKED = "asked"
    """Nothing was gathered yet."""
    FACTS = "facts"
    """Facts are there to be ticked."""
    TEXT = "text"
    """Sentences are there."""


class Notes(StrEnum):
    """Where the Word file says its sources."""

    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """How the Word file is wanted."""

    notes: Notes = Notes.FOOTNOTES
    office_form: str = ""
    """Id of the office's own .docx; empty for the form of the profile."""


@dataclass(frozen=True, slots=True)
class ListedDraft:
    """A draft as it is listed."""

    draft_id: str
    title: str
    template_id: str
    unit: str
    period: str
    stage: Stage
    updated_at: str
    """ISO 8601, UTC."""
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as it is now."""

    listed: ListedDraft
    draft: ReportDraft
    revision: int
    """Raised by every save; who changes a draft says which one they saw."""
    version: int
    can_undo: bool = False
    can_redo: bool = False
    choice: ExportChoice = ExportChoice()


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """One state of the text."""

    number: int
    at: str
    """ISO 8601, UTC."""
    change: str
    """What was done, as a code: rewrite, move, regenerate, …"""
    is_now: bool


@dataclass(frozen=True, slots=True)
class OfficeForm:
    """An office's own Word file whose placeholders are filled."""

    form_id: str
    name: str
    added_at: str
