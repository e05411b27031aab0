"""Papers that a question names by their day, or only as "the item"."""

import pytest

from assistant.query.paper_references import paper_days, without_papers
from assistant.query.question import read_question


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Hội LHPN huyện Sao Mai (tin 31/07/2023) có bao nhiêu mô hình?", ("2023-07-31",)),
        ("theo tin ngay 4/1/2021 huyen sao mai co bao nhieu mo hinh", ("2021-01-04",)),
        ("Theo báo cáo ngày 15.6.2024, có bao nhiêu mô hình?", ("2024-06-15",)),
        ("Tin 31/07/2023 và bài đăng ngày 01/08/2023 nói gì?", ("2023-07-31", "2023-08-01")),
        ("Hội nghị ngày 15/03/2019 họp ở đâu?", ()),
        ("Báo cáo ngày 15/6/2024 do ai ký?", ()),
        ("Theo tin 31/02/2023 có bao nhiêu mô hình?", ()),
        ("Lớp tin học khai giảng ngày nào?", ()),
    ],
)
def test_days_of_papers_are_read_and_days_of_events_are_not(text: str, days: tuple[str, ...]) -> None:
    assert paper_days(text) == days


def test_a_reference_is_blanked_at_its_place() -> None:
    text = "Hội LHPN huyện Sao Mai (tin 31/07/2023) có bao nhiêu mô hình?"
    blanked = without_papers(text)
    assert len(blanked) == len(text)
    assert blanked.split() == ["Hội", "LHPN", "huyện", "Sao", "Mai", "có", "bao", "nhiêu", "mô", "hình?"]
    assert without_papers("Lớp tin học nào?") == "Lớp tin học nào?"
    assert without_papers("Bài học nào?") == "Bài học nào?"


@pytest.mark.parametrize("reference", ["theo bài", "Trong bài", "theo tin", "(bài"])
def test_an_item_without_a_day_loses_only_its_noun(reference: str) -> None:
    assert without_papers(f"{reference} kết quả năm 2020").split()[-3:] == ["quả", "năm", "2020"]
    assert "bài" not in without_papers(f"{reference} kết quả năm 2020").lower()


def test_what_says_where_to_look_is_neither_content_nor_a_year_asked_about() -> None:
    question = read_question("Hội LHPN huyện Bình An (tin 31/07/2023) có bao nhiêu mô hình?")
    content = [token.folded for token, matters in zip(question.tokens, question.content, strict=True) if matters]
    assert content == ["hoi", "lhpn", "huyen", "binh", "an", "mo", "hinh"]
    assert question.periods == ()
    assert question.paper_days == ("2023-07-31",)


def test_what_a_paper_does_with_its_subject_is_no_subject() -> None:
    assert "nhắc" not in without_papers("Trong bài kết quả năm 2020 nhắc đến chỉ thị nào?")
    assert "nhắc" in without_papers("Hội nghị năm 2020 nhắc đến chỉ thị nào?")
