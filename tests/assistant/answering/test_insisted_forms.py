"""What only its own form can answer: deeds, places, sums of another item; made-up papers of an office."""

import pytest

from assistant.answering.answerability import answerability, probability_answered
from assistant.answering.evidence import gather
from assistant.answering.question_terms import terms_of
from assistant.answering.ranking import rank_sentences
from assistant.model import Hit
from assistant.query.question import read_question
from tests.assistant.answering.made import idf, likeness
from vectorstore.hits import Passage

TEXT = (
    "Công tác từ thiện được quan tâm: Vận động đóng góp Quỹ “Vì biển xanh quê hương”, động viên con em lên đường; tặng "
    "trên 1.000 suất quà; xây 38 nhà mái ấm cho phụ nữ nghèo với tổng số tiền gần 2 tỷ đồng.\n"
    "Huyện ủy ban hành Đề án số 07 về cán bộ nữ, do Phó Chủ tịch Trần Thị Thử Nghiệm trao tại hội nghị.\n"
    "Hội LHPN huyện Sao Mai phối hợp tổ chức Hội thi dân vũ toàn huyện và quán triệt Nghị quyết Đại hội phụ nữ "
    "lần thứ IX.\n"
    "Hội nghị chuyên đề về phòng, chống bạo lực gia đình họp tại hội trường Hạ Lam.\n"
    "Các cấp Hội thực hiện Đề án 07, Đề án 12, các hoạt động của chủ đề năm; có 7/9 chỉ tiêu Nghị quyết Đại hội đã đạt."
)


def precise_missing(asked: str, unit: str | None = "Hội LHPN huyện Sao Mai") -> bool:
    passage = Passage("c", "d", 0, "a.txt", "Kết quả công tác Hội huyện Sao Mai", None, None, None, unit, 1, 0,
                      len(TEXT), TEXT, (), frozenset(), "text/plain")  # fmt: skip
    question = read_question(asked)
    ask = question.asks[0]
    ranked = rank_sentences(question, gather([Hit(1, passage, 1.0, 1, None)]), idf, ask, likeness)
    features = answerability(question, terms_of(question, idf), ask, ranked)
    assert not features.wording.precise_missing or probability_answered(features) == 0
    return bool(features.wording.precise_missing)


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("Các cấp Hội vận động được bao nhiêu tiền cho Quỹ “Vì biển xanh quê hương”?", True),
        ("cac cap hoi van dong quy vi bien xanh que huong duoc bao nhieu tien", True),
        ("Xây 38 nhà mái ấm cho phụ nữ nghèo hết bao nhiêu tiền?", False),
        ("Công tác từ thiện tặng bao nhiêu suất quà?", False),
    ],
)
def test_a_sum_of_another_item_of_the_list_tells_nothing(asked: str, missing: bool) -> None:
    assert precise_missing(asked) is missing
    assert precise_missing(asked, unit=None) is missing


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("Ai ký Đề án số 07 về cán bộ nữ?", True),
        ("Đề án số 07 về cán bộ nữ được phê duyệt khi nào?", True),
        ("Hội LHPN huyện Sao Mai đạt giải gì tại Hội thi dân vũ toàn huyện?", True),
        ("Hội thi dân vũ toàn huyện khai mạc ở đâu?", True),
        ("Ai trao Đề án số 07 về cán bộ nữ?", False),
    ],
)
def test_a_deed_is_told_by_its_own_word_alone(asked: str, missing: bool) -> None:
    assert precise_missing(asked) is missing
    assert precise_missing(asked, unit=None) is False


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("Hội LHPN huyện Sao Mai tổ chức Hội thi dân vũ toàn huyện ở đâu?", True),
        ("Hội nghị chuyên đề về phòng, chống bạo lực gia đình họp ở đâu?", False),
    ],
)
def test_a_place_is_told_by_a_place_that_the_question_does_not_name(asked: str, missing: bool) -> None:
    assert precise_missing(asked) is missing


@pytest.mark.parametrize("unit", ["Hội LHPN huyện Sao Mai", None])
def test_a_figure_of_another_place_is_never_told(unit: str | None) -> None:
    asked = "xây bao nhiêu nhà mái ấm cho phụ nữ nghèo với tổng số tiền gần 2 tỷ đồng?"
    assert precise_missing(f"Huyện Long Hạ {asked}", unit) is True
    assert precise_missing(f"Tỉnh Bắc Giang {asked}", unit) is True
    assert precise_missing(f"Huyện Sao Mai {asked}", unit) is False


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("Chủ đề năm 2021 của Hội LHPN huyện Sao Mai là gì?", True),
        ("Đề án 12 mà các cấp Hội thực hiện có tên đầy đủ là gì?", True),
        ("Đề án số 07 do Huyện ủy ban hành có tên là gì?", False),
        ("Những chỉ tiêu Nghị quyết Đại hội nào chưa đạt?", True),
        ("Những chỉ tiêu Nghị quyết Đại hội nào đã đạt?", False),
        ("Đơn vị nào xếp thứ nhất Hội thi dân vũ toàn huyện?", True),
    ],
)
def test_a_title_a_failure_and_a_rank_are_told_in_their_form_only(asked: str, missing: bool) -> None:
    assert precise_missing(asked) is missing
