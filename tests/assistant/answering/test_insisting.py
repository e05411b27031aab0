"""Names, figures, offices and what is counted: what a question insists on, held against made-up documents."""

import pytest

from assistant.answering.evidence import gather
from assistant.answering.insisted_offices import office_asked
from assistant.answering.insisting import InsistedFeatures, insisted, missing_figures, missing_names
from assistant.answering.question_terms import terms_of
from assistant.answering.ranking import rank_sentences
from assistant.model import Hit
from assistant.query.question import read_question
from tests.assistant.answering.made import idf, likeness
from vectorstore.hits import Passage

TEXT = (
    "Đại hội lần thứ IV của hội bạn đọc Oppenheim họp tại tỉnh Hà Nam ngày 3/5/2020.\n"
    "Chủ tịch Hội LHPN tỉnh Hà Nam Trần Thị Thử Nghiệm và Phó Chủ tịch Hội LHPN Việt Nam Lê Thị Mẫu cùng dự.\n"
    "Hội đã vận động 25 triệu đồng, giúp 40 hộ nghèo và tặng 12 máy khâu cho hội viên nòng cốt theo Đề án 07."
)


def measured(text: str) -> InsistedFeatures:
    passage = Passage("c", "d", 0, "a.txt", "Tin của hội bạn đọc tỉnh Hà Nam", None, None, None, None, 1, 0, len(TEXT),
                      TEXT, (), frozenset(), "text/plain")  # fmt: skip
    question = read_question(text)
    ask = question.asks[0]
    ranked = rank_sentences(question, gather([Hit(1, passage, 1.0, 1, None)]), idf, ask, likeness)
    return insisted(question, terms_of(question, idf), ask, ranked)


@pytest.mark.parametrize("name", ["Oppenheim", "Openheim", "Oppenhiem"])
def test_a_foreign_name_is_there_even_with_a_slip(name: str) -> None:
    assert measured(f"Đại hội của hội bạn đọc {name} họp ở đâu?").name_absent == 0


def test_another_name_is_absent() -> None:
    assert measured("Đại hội của hội bạn đọc Kowalski họp ở đâu?").name_absent == 1
    assert measured("Tỉnh Hà Giang giúp bao nhiêu hộ nghèo?").name_absent > 0


@pytest.mark.parametrize(("asked", "absent"), [("lần thứ IV", 0), ("lần thứ V", 1), ("Đề án 7", 0), ("Đề án 8", 1)])
def test_figures_and_roman_numerals_count_leading_zeros_do_not(asked: str, absent: int) -> None:
    assert measured(f"Hội bạn đọc làm gì theo {asked}?").figure_absent == absent


@pytest.mark.parametrize(
    ("asked", "unfilled"),
    [
        ("Chủ tịch Hội LHPN tỉnh Hà Nam là ai?", 0),
        ("chu tich hoi lhpn tinh ha nam la ai", 0),
        ("Phó Chủ tịch Hội LHPN Việt Nam là ai?", 0),
        ("Phó Chủ tịch Hội LHPN tỉnh Hà Nam là ai?", 1),
        ("Chủ tịch Hội LHPN Việt Nam là ai?", 1),
        ("Chủ tịch Hội LHPN tỉnh Bắc Giang là ai?", 1),
        ("Giám đốc Sở Nội vụ tỉnh Hà Nam là ai?", 1),
    ],
)
def test_an_office_is_filled_where_its_holder_is_named_at_that_place(asked: str, unfilled: int) -> None:
    assert measured(asked).office_unfilled == unfilled


def test_accents_typed_tell_words_apart() -> None:
    assert measured("Hội tặng bao nhiêu máy khâu?").accents_missing == 0
    assert measured("Hội tặng bao nhiêu mây khâu?").accents_missing > 0
    assert measured("hoi tang bao nhieu may khau").accents_missing == 0


def test_what_is_counted_stands_behind_a_number() -> None:
    assert measured("Hội giúp bao nhiêu hộ nghèo?").unit_phrase_missing == 0
    assert measured("Hội giúp bao nhiêu doanh nghiệp?").unit_phrase_missing_document == 1
    assert measured("Hội vận động bao nhiêu tiền?").money_missing_document == 0


def test_what_is_missing_can_be_named() -> None:
    question = read_question("Phó Chủ tịch Kowalski dự đại hội lần thứ XV ở đâu?")
    passage = Passage("c", "d", 0, "a.txt", None, None, None, None, None, 1, 0, len(TEXT), TEXT, (), frozenset(),
                      "text/plain")  # fmt: skip
    document = gather([Hit(1, passage, 1.0, 1, None)]).documents["d"]
    assert ("kowalski",) in [name[-1:] for name in missing_names(question, document)]
    assert missing_figures(question, document) == ["xv"]
    assert office_asked(question) == (0, 3)


def test_an_office_nobody_speaks_of_is_missing_whatever_is_asked() -> None:
    assert measured("Tỉnh nào làm cụm trưởng năm 2020?").office_unfilled == 1
    assert measured("Chủ tịch Hội LHPN tỉnh Hà Nam dự gì?").office_unfilled == 0


@pytest.mark.parametrize("region", ["Cụm Trung du và miền núi", "vùng Tây Nguyên"])
def test_a_region_the_document_does_not_name_is_absent(region: str) -> None:
    assert measured(f"{region} giúp bao nhiêu hộ nghèo?").name_absent == 1
