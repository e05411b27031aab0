"""Stretches that could be an answer themselves."""

import pytest

from assistant.answering.answer_spans import answer_spans, tells_share
from assistant.answering.sentences import Sentence, sentences_of
from assistant.model import Hit
from assistant.query.question import read_question
from vectorstore.hits import Passage


def sentence(text: str) -> Sentence:
    passage = Passage("c", "d", 0, "a.txt", None, None, None, None, None, 1, 0, len(text), text, (), frozenset(),
                      "text/plain")  # fmt: skip
    return sentences_of([Hit(1, passage, 1.0, 1, None)])[0]


def numbers(text: str, question: str = "Có bao nhiêu hộ?") -> list[str]:
    ask = read_question(question).asks[0]
    one = sentence(text)
    return [one.text[one.places[first][0] : one.places[last - 1][1]] for first, last in answer_spans(one, ask)]


def test_the_figures_of_a_slogan_count_nothing() -> None:
    assert numbers("Cuộc vận động “5 không, 3 sạch” còn nhiều khó khăn ở xã Hạ Lam.") == []


def test_a_count_beside_a_slogan_counts() -> None:
    assert numbers("Có 68.085 hộ đạt tiêu chí “3 sạch” năm nay.") == ["68.085"]


@pytest.mark.parametrize("asked", ["mang số bao nhiêu", "là số mấy", "mang số mấy", "số bao nhiêu"])
def test_the_number_that_names_a_paper_is_found_where_it_is_asked_for(asked: str) -> None:
    assert numbers("Huyện ủy Sao Mai ban hành Đề án số 15 về cán bộ nữ.", f"Đề án về cán bộ nữ {asked}?") == ["15"]
    assert numbers("Huyện ủy Sao Mai ban hành Đề án số 15 về cán bộ nữ.") == []


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("Phát triển hội viên đạt bao nhiêu phần trăm chỉ tiêu?", [False, True]),
        ("Tỷ lệ hội viên mới là bao nhiêu?", [True, True]),
        ("Có bao nhiêu hội viên mới?", [None, None]),
    ],
)
def test_a_share_is_told_by_a_percentage_and_only_without_percent_asked_by_a_ratio(
    asked: str, told: list[bool | None]
) -> None:
    ask, one = read_question(asked).asks[0], sentence("Hội phát triển 640/800 hội viên mới, đạt 80% kế hoạch.")
    assert [tells_share(ask, one, span) for span in answer_spans(one, ask)] == told
