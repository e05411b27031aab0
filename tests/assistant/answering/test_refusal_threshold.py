"""The probability below which answers are refused can be set, and is told where it was."""

from pathlib import Path

import pytest

from assistant.answering.extractive import ExtractiveAnswerer
from assistant.answering.weights import ANSWER_THRESHOLD
from assistant.errors import SettingsError
from assistant.messages_vi.sentences import message_of
from assistant.model import Answer, WarningCode
from assistant.ports import Finished
from assistant.query import understand
from assistant.settings import save_setting
from tests.assistant.answering.made import idf, likeness, search

QUESTION = "Năm 2021 huyện Sao Mai giúp bao nhiêu hộ nghèo?"


def answered(refuse_below: float | None) -> Answer:
    query = understand(QUESTION)
    *_, last = ExtractiveAnswerer(idf, likeness, refuse_below=refuse_below).stream(query, search(query))
    assert isinstance(last, Finished)
    return last.answer


@pytest.mark.parametrize(("refuse_below", "refused"), [(0.0, False), (1.0, True)])
def test_the_threshold_decides_and_is_told(refuse_below: float, refused: bool) -> None:
    answer = answered(refuse_below)
    assert answer.abstained is refused
    told = [one for one in answer.warnings if one.code is WarningCode.REFUSAL_THRESHOLD]
    assert [one.details["set"] for one in told] == [f"{refuse_below:.2f}".replace(".", ",")]


@pytest.mark.parametrize("refuse_below", [None, ANSWER_THRESHOLD])
def test_the_usual_threshold_needs_no_word(refuse_below: float | None) -> None:
    answer = answered(refuse_below)
    assert not answer.abstained
    assert WarningCode.REFUSAL_THRESHOLD not in {one.code for one in answer.warnings}


@pytest.mark.parametrize("value", ["1.5", "-0.1", "0,4", "cao"])
def test_a_value_that_is_no_probability_is_refused(value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"answer\.refuse_below") as caught:
        save_setting(tmp_path, "answer.refuse_below", value)
    assert value in str(message_of(caught.value.code, caught.value.details))
