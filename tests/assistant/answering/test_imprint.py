"""Who wrote a news item and when it was put up; numbers that only what has their form answers; terms that meet."""

import pytest

from assistant.answering.evidence import covers
from tests.assistant.answering.test_reading_well import ask, passage

ITEM = (
    "Hội LHPN huyện Sao Mai trao quà Tết\n"
    "21/01/2023\n"
    "Sáng 20/1, Hội LHPN huyện Sao Mai trao 120 suất quà cho phụ nữ nghèo tại nhà văn hóa xã Hạ Lam.\n"
    "Quang cảnh buổi trao quà\n"
    "Phát biểu tại buổi trao quà, đại diện Hội mong chị em đón Tết đầm ấm, tiếp tục vươn lên trong cuộc sống.\n"
    "Thu Thử - Hội LHPN huyện Sao Mai\n"
    "TIN LIÊN QUAN"
)


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Bài về trao quà Tết ở huyện Sao Mai do ai viết?", "Thu Thử - Hội LHPN huyện Sao Mai"),
        ("tac gia bai viet ve trao qua tet huyen sao mai la ai", "Thu Thử - Hội LHPN huyện Sao Mai"),
        ("Tin Hội LHPN huyện Sao Mai trao quà Tết đăng ngày nào?", "21/01/2023"),
    ],
)
def test_what_an_item_says_of_itself_is_quoted(question: str, quoted: str) -> None:
    answer = ask(question, passage(ITEM, "Hội LHPN huyện Sao Mai trao quà Tết", "2023-01-21"))
    assert [one.quote for one in answer.citations] == [quoted]


@pytest.mark.parametrize(
    "question",
    [
        "Ai viết bài về trao quà Tết tỉnh Cà Mau?",
        "ai viet bai ve trao qua tet tinh ca mau",
        "Tác giả bài báo về lũ lụt miền Trung là ai?",
        "Bài viết về giá vàng đăng ngày nào?",
    ],
)
def test_of_an_item_that_is_not_there_nothing_is_told(question: str) -> None:
    assert ask(question, passage(ITEM, "Hội LHPN huyện Sao Mai trao quà Tết", "2023-01-21")).abstained


def test_a_telephone_number_that_is_nowhere_is_refused() -> None:
    question = "Số điện thoại của Hội LHPN huyện Sao Mai là gì?"
    assert ask(question, passage(ITEM, "Hội LHPN huyện Sao Mai trao quà Tết", "2023-01-21")).abstained


def test_a_telephone_number_that_is_there_is_quoted() -> None:
    item = ITEM + "\nSố điện thoại của Hội LHPN huyện Sao Mai: 0219 3866 123."
    answer = ask("Số điện thoại của Hội LHPN huyện Sao Mai là gì?", passage(item, "Hội trao quà Tết", "2023-01-21"))
    assert "0219 3866 123" in answer.text


@pytest.mark.parametrize(
    ("period", "named", "covered"),
    [
        ((2016, 2021), {2016, 2021}, True),
        ((2016, 2021), {2019}, True),
        ((2011, 2016), {2016, 2021}, False),
        ((2021, 2026), {2021}, False),
        ((2020, 2020), {2020}, True),
        ((2020, 2021), {2021}, True),
        ((2020, 2020), set(), False),
    ],
)
def test_terms_that_meet_at_a_year_are_two(period: tuple[int, int], named: set[int], covered: bool) -> None:
    assert covers(period, named) is covered


@pytest.mark.parametrize(("year", "refused"), [(2023, False), (2021, True), (2024, True)])
def test_a_figure_of_another_year_is_never_given(year: int, refused: bool) -> None:
    answer = ask(
        f"Năm {year} Hội LHPN huyện Sao Mai trao bao nhiêu suất quà cho phụ nữ nghèo?",
        passage(ITEM, "Hội LHPN huyện Sao Mai trao quà Tết", "2023-01-21"),
    )
    assert answer.abstained is refused
