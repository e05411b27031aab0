"""What a person chooses about an exported file."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class NoteStyle(StrEnum):
    """Where the source of a figure is written."""

    FOOTNOTES = "footnotes"
    ENDNOTES = "endnotes"
    APPENDIX = "appendix"
    """A table at the end, referred to as [n]."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Choices with their defaults."""

    notes: NoteStyle = NoteStyle.FOOTNOTES
    base_address: str = ""
    """Of the running application, such as http://may-chu:7860; sources become links to it. Empty: no links."""
    indicator_table: bool = True
    """The appendix of indicators, where the draft has rows."""
    mark_unsourced: bool = True
    """Sentences a person wrote or changed are marked as without source."""
    created: datetime | None = None
    """Written into the file's properties; the property is left out where it is not given."""
