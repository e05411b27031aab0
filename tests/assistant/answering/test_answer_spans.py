"""Stretches that could be an answer themselves."""

from assistant.answering.answer_spans import answer_spans
from assistant.answering.sentences import Sentence, sentences_of
from assistant.model import Hit
from assistant.query.question import read_question
from vectorstore.hits import Passage


def sentence(text: str) -> Sentence:
    passage = Passage("c", "d", 0, "a.txt", None, None, None, None, None, 1, 0, len(text), text, (), frozenset(),
                      "text/plain")  # fmt: skip
    return sentences_of([Hit(1, passage, 1.0, 1, None)])[0]


def numbers(text: str) -> list[str]:
    ask = read_question("Có bao nhiêu hộ?").asks[0]
    one = sentence(text)
    return [one.text[one.places[first][0] : one.places[last - 1][1]] for first, last in answer_spans(one, ask)]


def test_the_figures_of_a_slogan_count_nothing() -> None:
    assert numbers("Cuộc vận động “5 không, 3 sạch” còn nhiều khó khăn ở xã Hạ Lam.") == []


def test_a_count_beside_a_slogan_counts() -> None:
    assert numbers("Có 68.085 hộ đạt tiêu chí “3 sạch” năm nay.") == ["68.085"]
