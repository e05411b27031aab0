"""Questions about several things, taken apart by rules; with and without accents alike."""

import pytest

from assistant.query.parts import ask_texts, parts_of
from assistant.query.question import read_question
from ingest.text.folding import fold

Parts = list[tuple[str, str]]


def parts(text: str) -> Parts:
    return [(part.label, part.text) for part in parts_of(read_question(text))]


COMPARED: list[tuple[str, Parts]] = [
    (
        "So sánh số hội viên mới của Thanh Hóa và Bắc Giang năm 2021",
        [
            ("Thanh Hóa", "Bao nhiêu hội viên mới của Thanh Hóa năm 2021?"),
            ("Bắc Giang", "Bao nhiêu hội viên mới của Bắc Giang năm 2021?"),
        ],
    ),
    (
        "Số hội viên mới năm 2020 và 2021 khác nhau thế nào?",
        [("năm 2020", "Số hội viên mới năm 2020 thế nào?"), ("năm 2021", "Số hội viên mới năm 2021 thế nào?")],
    ),
    (
        "Huyện Sao Mai và Long Hạ mỗi nơi có bao nhiêu hộ nghèo được giúp?",
        [
            ("Huyện Sao Mai", "Huyện Sao Mai có bao nhiêu hộ nghèo được giúp?"),
            ("Huyện Long Hạ", "Huyện Long Hạ có bao nhiêu hộ nghèo được giúp?"),
        ],
    ),
    (
        "Kết quả vận động của ba xã Hoa Sim, Lúa Vàng và Bãi Mây lần lượt là bao nhiêu?",
        [
            ("xã Hoa Sim", "Kết quả vận động của xã Hoa Sim là bao nhiêu?"),
            ("xã Lúa Vàng", "Kết quả vận động của xã Lúa Vàng là bao nhiêu?"),
            ("xã Bãi Mây", "Kết quả vận động của xã Bãi Mây là bao nhiêu?"),
        ],
    ),
    (
        "Số mái ấm năm 2021 so với năm 2020 nhiều hơn bao nhiêu?",
        [("năm 2021", "Số mái ấm năm 2021 bao nhiêu?"), ("năm 2020", "Số mái ấm năm 2020 bao nhiêu?")],
    ),
    (
        "Chủ tịch Hội LHPN huyện Sao Mai và huyện Long Hạ là ai?",
        [
            ("huyện Sao Mai", "Chủ tịch Hội LHPN huyện Sao Mai là ai?"),
            ("huyện Long Hạ", "Chủ tịch Hội LHPN huyện Long Hạ là ai?"),
        ],
    ),
]


@pytest.mark.parametrize(("question", "expected"), COMPARED)
def test_each_thing_gets_a_question_of_its_own(question: str, expected: Parts) -> None:
    assert parts(question) == expected


@pytest.mark.parametrize(("question", "expected"), COMPARED)
def test_without_accents_it_is_the_same(question: str, expected: Parts) -> None:
    plain = [(fold(label), fold(text)) for label, text in parts(fold(question))]
    # what follows a name on the left takes its noun as it is typed there
    assert plain == [(fold(label), fold(text)) for label, text in expected]


@pytest.mark.parametrize(
    "question",
    [
        "Từ năm 2016 đến năm 2021 giúp bao nhiêu hộ nghèo?",
        "Nhiệm kỳ 2016-2021 giúp bao nhiêu hộ nghèo?",
        "Hội nghị giữa Thanh Hóa và Bắc Giang có bao nhiêu đại biểu?",
        "Cụm thi đua gồm Thanh Hóa và Bắc Giang có bao nhiêu đơn vị?",
        "Hội giúp phụ nữ và trẻ em bao nhiêu suất quà?",
        "Hội và Đoàn thanh niên phối hợp bao nhiêu lần?",
        "Những văn bản nào nhắc đến huyện Sao Mai và huyện Long Hạ?",
        "Thanh Hóa và Bắc Giang ký kết ở đâu?",
        "Năm 2021 giúp bao nhiêu hộ nghèo?",
        "",
    ],
)
def test_a_question_about_one_thing_stays_whole(question: str) -> None:
    assert parts(question) == parts(fold(question)) == []


def test_a_year_taken_away_is_no_part() -> None:
    question = read_question("Năm 2020 và 2021 giúp bao nhiêu hộ nghèo?", frozenset({"year:2020"}))
    assert parts_of(question) == ()


def test_each_of_several_asks_is_searched_with_the_names_of_the_others() -> None:
    question = read_question("Năm 2021 tỉnh Thanh Hóa xây bao nhiêu nhà và phát triển bao nhiêu hội viên?")
    first, second = ask_texts(question)
    assert "bao nhiêu nhà" in first
    assert second == "phát triển bao nhiêu hội viên thanh hoa 2021"
    assert ask_texts(read_question("Ai ký?")) == ()


def test_each_thing_asked_keeps_its_own_names_and_years() -> None:
    question = read_question("Ai dự hội nghị cụm Sông Hồng năm 2021 và ai chỉ đạo hội nghị cụm ven biển năm 2019?")
    first, second = ask_texts(question)
    assert "2019" not in first
    assert "2021" not in second
    assert "hong" not in second.split()


def test_what_stands_before_a_colon_belongs_to_every_thing_asked() -> None:
    question = read_question("So sánh số chị em học nghề: năm 2020 được bao nhiêu và năm 2021 được bao nhiêu?")
    assert ask_texts(question)[1].startswith("Số chị em học nghề năm 2021")
