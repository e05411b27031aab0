"""The clause of a list that answers."""

import pytest

from assistant.answering.clauses import clause_chances, measure_clauses
from assistant.answering.cutting import clauses_of
from assistant.answering.evidence import gather
from assistant.answering.features import Measure
from assistant.answering.question_terms import terms_of
from assistant.query import understand
from assistant.query.question import read_question
from tests.assistant.answering.made import ask, idf, likeness, search


def likeliest(text: str) -> str:
    """The clause of the longest made sentence in which the answer most likely stands."""
    question = read_question(text)
    evidence = gather(search(understand(text)).hits)
    sentence, context = max(zip(evidence.sentences, evidence.contexts, strict=True), key=lambda one: len(one[0].text))
    passage = sentence.hit.passage.text
    clauses = clauses_of(passage, sentence.start, sentence.end)
    measure = Measure(question, terms_of(question, idf), question.asks[0])
    chances = clause_chances(
        measure_clauses(question, measure, question.asks[0], (sentence, context), clauses, likeness)
    )
    assert sum(chances) == pytest.approx(1.0)
    start, end = clauses[chances.index(max(chances))]
    return passage[start:end]


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Huyện Sao Mai thành lập bao nhiêu mô hình thu gom rác thải?", "48 mô hình"),
        ("Huyện Sao Mai xây bao nhiêu nhà mái ấm tình thương?", "17 nhà"),
        ("Huyện Sao Mai phát triển được bao nhiêu hội viên mới?", "640/800"),
    ],
)
def test_clause_with_the_figure_asked_for_is_likeliest(question: str, fact: str) -> None:
    assert fact in likeliest(question)


def test_answer_stays_within_its_characters() -> None:
    answer = ask("Năm 2021 huyện Sao Mai thành lập được bao nhiêu mô hình thu gom rác thải?")
    assert "48 mô hình" in answer.text
    assert len(answer.text) <= 400
