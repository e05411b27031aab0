from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.followups import complete
from assistant.followups.rewriting import is_faithful, seems_dependent
from assistant.followups.slots import SlotKind, read_slots
from assistant.model import Turn
from tests.benchmarks import follow_ups

BEFORE = Turn(
    "Năm 2020, Hội LHPN tỉnh Thanh Hóa kết nạp bao nhiêu hội viên?",
    "Năm 2020, Hội LHPN tỉnh Thanh Hóa kết nạp 5.000 hội viên [1].",
    ("Báo cáo số 45/BC-BTV",),
)


@pytest.mark.parametrize("half", ["tune", "held"])
def test_the_table_of_follow_ups_is_completed(half: str) -> None:
    wrong = [(row.question, follow_ups.completed(row)) for row in follow_ups.rows(half) if not follow_ups.is_right(row)]
    assert wrong == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("còn của Bắc Giang?", "Năm 2020, Hội LHPN tỉnh Bắc Giang kết nạp bao nhiêu hội viên?"),
        ("cho em hỏi còn Bắc Giang thì sao ạ", "Năm 2020, Hội LHPN tỉnh Bắc Giang kết nạp bao nhiêu hội viên?"),
        ("không phải, tôi hỏi năm 2021 cơ", "Năm 2021, Hội LHPN tỉnh Thanh Hóa kết nạp bao nhiêu hội viên?"),
        ("còn năm ngoái?", "Năm ngoái, Hội LHPN tỉnh Thanh Hóa kết nạp bao nhiêu hội viên?"),
        ("thế Hà Nội và Hải Phòng?", "Năm 2020, Hội LHPN tỉnh Hà Nội và Hải Phòng kết nạp bao nhiêu hội viên?"),
        ("Ngày ban hành?", "Báo cáo số 45/BC-BTV ngày ban hành?"),
        ("ai là người ký?", "Ai là người ký Báo cáo số 45/BC-BTV?"),
        ("có bao nhiêu chi hội?", "Hội LHPN tỉnh Thanh Hóa có bao nhiêu chi hội năm 2020?"),
        ("nói rõ hơn", "Năm 2020, Hội LHPN tỉnh Thanh Hóa kết nạp bao nhiêu hội viên?"),
        ("so với năm 2019 thì sao?", "Năm 2020, Hội LHPN tỉnh Thanh Hóa kết nạp bao nhiêu hội viên so với năm 2019?"),
    ],
)
def test_a_follow_up_becomes_a_whole_question(question: str, expected: str) -> None:
    found = complete(question, [BEFORE])
    assert found is not None
    assert found.text == expected


@pytest.mark.parametrize("question", ["Hội có những phong trào nào?", "cảm ơn", "ok", "Hội viên là gì?", "", "?"])
def test_what_stands_by_itself_or_asks_nothing_stays(question: str) -> None:
    assert complete(question, [BEFORE]) is None


def test_an_antecedent_may_stand_a_turn_further_back() -> None:
    older = Turn("Ai là Chủ tịch Hội LHPN xã An Khê?", "Là bà Lê Thị Bưởi [1].")
    found = complete("bà ấy phát biểu ở đâu?", [older, BEFORE])
    assert found is not None
    assert found.text == "Bà Lê Thị Bưởi phát biểu ở đâu?"


def test_a_pointer_with_its_antecedent_in_the_question_is_no_follow_up() -> None:
    assert complete("Kế hoạch số 5/KH-UBND ban hành khi nào và kế hoạch đó do ai ký?", [BEFORE]) is None


def test_questions_of_the_evaluation_sets_never_change(shared: Path) -> None:
    assert list(follow_ups.altered(shared / "data" / "eval")) == []


def test_slots_know_papers_times_places_persons_and_things() -> None:
    slots = read_slots("Báo cáo số 45/BC-BTV: bà Lê Thị Bưởi, xã An Khê, quý II năm 2023, mô hình “Nhà xanh”")
    assert [(slot.kind, slot.text) for slot in slots] == [
        (SlotKind.PAPER, "Báo cáo số 45/BC-BTV"),
        (SlotKind.PERSON, "bà Lê Thị Bưởi"),
        (SlotKind.PLACE, "xã An Khê"),
        (SlotKind.PART, "quý II"),
        (SlotKind.YEAR, "năm 2023"),
        (SlotKind.THING, "mô hình “Nhà xanh”"),
    ]


words = st.sampled_from(
    str.split(
        "còn thế thì sao năm 2021 Thanh Hóa tỉnh ở đó bà ấy ai ký bao nhiêu trong số này báo cáo ? , “ ” và so với"
    )
)
questions = st.one_of(st.text(max_size=40), st.lists(words, max_size=10).map(" ".join))


@given(questions, questions, questions)
def test_any_words_are_completed_to_one_line_or_left_alone(question: str, before: str, answer: str) -> None:
    found = complete(question, [Turn(before, answer)])
    assert found is None or (found.text.strip() and "\n" not in found.text and found.text.endswith("?"))
    assert complete(question, []) is None


def test_the_model_is_asked_only_about_what_seems_to_depend() -> None:
    assert seems_dependent("thế còn phần kia?")
    assert seems_dependent("ý nghĩa ra sao")
    assert not seems_dependent("Năm 2023 huyện Bình An trồng được bao nhiêu cây xanh?")


@pytest.mark.parametrize(
    ("text", "faithful"),
    [
        ("Năm 2021 tỉnh Sơn Hà có bao nhiêu hội viên?", True),
        ("Năm 2021 tỉnh Sơn Hà có 4.567 hội viên?", False),
        ("Năm 2021?\nTỉnh Sơn Hà.", False),
        ("Tỉnh Sơn Hà có bao nhiêu hội viên?", False),
        ("thế năm 2021?", False),
    ],
)
def test_what_the_model_writes_must_keep_what_was_typed_and_add_no_number(text: str, faithful: bool) -> None:
    assert (
        is_faithful(text, "thế năm 2021?", "Năm 2020 tỉnh Sơn Hà có bao nhiêu hội viên?\n12.345 hội viên.") is faithful
    )


def test_who_signed_is_not_asked_of_what_is_no_paper() -> None:
    history = [Turn("Hội đã giúp bao nhiêu hộ nghèo?", "Không tìm thấy.")]
    assert complete("ai ký?", history) is None


def test_who_signed_is_asked_of_a_cited_paper_by_its_title() -> None:
    history = [Turn("Hội đã giúp bao nhiêu hộ nghèo?", "12 hộ. [1]", ("Bản tin xã Đồi Mây",))]
    completion = complete("ai ký?", history)
    assert completion is not None
    assert completion.text == "Ai ký văn bản “Bản tin xã Đồi Mây”?"
