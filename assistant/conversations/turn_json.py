"""Turns as JSON and back; what a later version added is missing in older rows and gets its default."""

import logging
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.conversations.records import NewTurn
from assistant.model import Answer, Mode

logger = logging.getLogger(__name__)


def turn_json(turn: NewTurn) -> str:
    """Everything of a turn."""
    return _adapter().dump_json(turn).decode("utf-8")


def read_turn(body: str, question: str, answer: str) -> NewTurn:
    """The turn of a stored body; one that cannot be read any more keeps its question and the words of its answer."""
    try:
        turn: NewTurn = _adapter().validate_json(body)
    except ValidationError as error:
        logger.warning("a stored turn is of another version (%d differences)", error.error_count())
        return NewTurn(question, Answer(question, answer, abstained=False, mode=Mode.EXTRACTIVE) if answer else None)
    return turn


@cache
def _adapter() -> TypeAdapter[Any]:
    return TypeAdapter(NewTurn)
