"""Warnings about the question itself, whatever writes the answer."""

from collections.abc import Iterator

from assistant.model import AnswerWarning, Query, WarningCode
from assistant.query.understanding import SHORTENED, is_foreign


def question_warnings(query: Query) -> Iterator[AnswerWarning]:
    """One when the question was cut, one when it is not Vietnamese."""
    for chip in query.understood:
        if chip.kind == SHORTENED:
            yield AnswerWarning(WarningCode.QUESTION_SHORTENED, {"kept": int(chip.meaning)})
    if is_foreign(query.text):
        yield AnswerWarning(WarningCode.FOREIGN_QUESTION)
