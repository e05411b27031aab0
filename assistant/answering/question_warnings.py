"""Warnings about the question itself, whatever writes the answer."""

from collections.abc import Iterator

from assistant.answering.weights import ANSWER_THRESHOLD
from assistant.model import AnswerWarning, Query, WarningCode
from assistant.query.understanding import SHORTENED, is_foreign


def threshold_warning(least: float) -> Iterator[AnswerWarning]:
    """One where refusals are set to begin at another probability than the fitted one."""
    if least != ANSWER_THRESHOLD:
        shown, usual = (f"{value:.2f}".replace(".", ",") for value in (least, ANSWER_THRESHOLD))
        yield AnswerWarning(WarningCode.REFUSAL_THRESHOLD, {"set": shown, "usual": usual})


def question_warnings(query: Query) -> Iterator[AnswerWarning]:
    """One when the question was cut, one when it is not Vietnamese."""
    for chip in query.understood:
        if chip.kind == SHORTENED:
            yield AnswerWarning(WarningCode.QUESTION_SHORTENED, {"kept": int(chip.meaning)})
    if is_foreign(query.text):
        yield AnswerWarning(WarningCode.FOREIGN_QUESTION)
