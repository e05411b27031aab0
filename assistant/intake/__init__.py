"""Taking files in: read, chunk, index, record."""

from assistant.intake.events import (
    FileFinished,
    FileProgress,
    FileReport,
    FileStarted,
    IngestEvent,
    RunProgress,
    file_report,
)
from assistant.intake.taking import take_in

__all__ = [
    "FileFinished",
    "FileProgress",
    "FileReport",
    "FileStarted",
    "IngestEvent",
    "RunProgress",
    "file_report",
    "take_in",
]
