"""Sentences are ranked by the weights as they are: a fit that tries others must see what they do."""

import pytest

from assistant.answering.evidence import gather
from assistant.answering.ranking import rank_sentences
from assistant.answering.weights import SENTENCE_WEIGHTS
from assistant.model import Hit
from assistant.query.question import read_question
from tests.assistant.answering.made import idf, likeness
from tests.assistant.answering.test_reading_well import passage

NEWS = "Hội LHPN huyện Sao Mai giúp 45 hộ nghèo.\nHội LHPN huyện Sao Mai tổ chức hội thi nấu ăn ở Suối Hoa."


def ranked() -> list[str]:
    question = read_question("Hội LHPN huyện Sao Mai giúp bao nhiêu hộ nghèo?")
    evidence = gather([Hit(1, passage(NEWS, "Tin"), 1.0, 1, 1)])
    return [one.sentence.text for one in rank_sentences(question, evidence, idf, question.asks[0], likeness)]


def test_other_weights_rank_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    as_fitted = ranked()
    for name, weight in SENTENCE_WEIGHTS.items():
        monkeypatch.setitem(SENTENCE_WEIGHTS, name, -weight)
    assert ranked() == as_fitted[::-1]
