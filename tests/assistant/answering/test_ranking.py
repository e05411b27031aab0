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


def test_a_province_of_one_syllable_is_found_in_sentences_and_on_cards() -> None:
    text = "Hội LHPN thành phố Huế giúp 40 hộ nghèo. Hội LHPN tỉnh Bắc Giang giúp 50 hộ nghèo."
    question = read_question("Hội LHPN thành phố Huế giúp bao nhiêu hộ nghèo?")
    assert question.provinces == (("hue",),)
    ranked = rank_sentences(
        question, gather([Hit(1, passage(text, "Tin của Huế"), 1.0, 1, 1)]), idf, question.asks[0], likeness
    )
    assert ranked[0].sentence.text.startswith("Hội LHPN thành phố Huế")
    assert ranked[0].features.province == 1.0
    assert ranked[0].features.province_clash == 0.0
