"""Drafts and checks as JSON and back, for the rows they are kept in."""

from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from assistant.claims.model import ClaimCheck, Draft
from assistant.errors import CheckUnreadableError

_Kept = TypeVar("_Kept")


def draft_json(draft: Draft) -> str:
    """Everything of a draft."""
    return _drafts().dump_json(draft).decode("utf-8")


def read_draft(body: str) -> Draft:
    """The draft of a stored row.

    :raises CheckUnreadableError: written by another version.
    """
    return _read(_drafts(), body)


def check_json(check: ClaimCheck) -> str:
    """Everything of a check."""
    return _checks().dump_json(check).decode("utf-8")


def read_check(body: str) -> ClaimCheck:
    """The check of a stored row.

    :raises CheckUnreadableError: written by another version.
    """
    return _read(_checks(), body)


def _read(adapter: TypeAdapter[_Kept], body: str) -> _Kept:
    try:
        return adapter.validate_json(body)
    except ValidationError as error:
        raise CheckUnreadableError(problem=error.error_count()) from error


@cache
def _drafts() -> TypeAdapter[Draft]:
    return TypeAdapter(Draft)


@cache
def _checks() -> TypeAdapter[ClaimCheck]:
    return TypeAdapter(ClaimCheck)
