"""Drafts as JSON and back, exactly; fields that a later version added are passed over."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.errors import DraftUnreadableError
from assistant.reports.model import ReportDraft


def draft_json(draft: ReportDraft) -> str:
    """Everything of a draft."""
    return _adapter().dump_json(draft).decode("utf-8")


def read_draft(body: str) -> ReportDraft:
    """The draft of a stored body; ``read_draft(draft_json(draft)) == draft``.

    :raises DraftUnreadableError: not the JSON of a draft.
    """
    try:
        draft: ReportDraft = _adapter().validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise DraftUnreadableError(problem=f"{where}: {first['msg']}") from error
    return draft


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(ReportDraft)
