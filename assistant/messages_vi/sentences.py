"""The Vietnamese sentence of an error, a note or a warning, its blanks filled."""

from assistant.messages_vi.errors import ERRORS
from assistant.messages_vi.message import Blanks, Message
from assistant.messages_vi.names import KINDS, REPLACED_HOW
from assistant.messages_vi.notes import NOTES, WARNINGS
from assistant.messages_vi.problems import FILE_PROBLEMS, FORM_PROBLEMS, LLM_PROBLEMS
from assistant.model import AnswerWarning
from ingest.documents import Note
from ingest.errors import TrolyError


def warning_text(warning: AnswerWarning) -> str:
    """The Vietnamese sentence of a warning."""
    return WARNINGS[warning.code].format_map(Blanks(_worded(dict(warning.details))))


def message_of(code: str, details: dict[str, object] | None = None) -> Message:
    """The Vietnamese message of an error's or a note's code, blanks filled; an unknown code gets the general one."""
    message = Message(NOTES[code]) if code in NOTES else ERRORS.get(code, ERRORS["error"])
    return message.filled(_worded(dict(details or {})))


def note_text(note: Note) -> str:
    """The Vietnamese sentence of a note on a document."""
    return str(message_of(note.code, dict(note.details)))


def error_text(error: TrolyError) -> str:
    """One Vietnamese sentence or two for an error of our tree."""
    return str(message_of(error.code, dict(error.details)))


def _worded(details: dict[str, object]) -> dict[str, object]:
    worded = dict(details)
    problem, detected = str(details.get("problem", "")), str(details.get("detected", ""))
    words = LLM_PROBLEMS.get(problem) or FILE_PROBLEMS.get(problem) or FORM_PROBLEMS.get(problem)
    if words:
        blanks = {blank: str(details.get(blank, "?")) for blank in ("field", "blank")}
        worded["problem"] = words.format_map(blanks)
    if details.get("how") in REPLACED_HOW:
        worded["how"] = REPLACED_HOW[str(details["how"])]
    if detected in KINDS:
        worded["detected"] = KINDS[detected]
    return worded
