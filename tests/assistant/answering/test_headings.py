"""Headings, captions and lines of the letterhead are no answers to open questions; what they name is."""

import pytest

from assistant.answering.headings import only_names
from assistant.answering.sentences import sentences_of
from assistant.model import Hit
from assistant.query.question import read_question
from tests.assistant.answering.test_reading_well import ask, passage

REPORT = (
    "HỘI LHPN HUYỆN SAO MAI\n"
    "Số: 12/BC-HPN\n"
    "Suối Hoa, ngày 20 tháng 6 năm 2024\n"
    "II. KẾT QUẢ THỰC HIỆN\n"
    "Các cấp Hội giúp 45 hộ nghèo bằng ngày công và con giống.\n"
    "III. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM\n"
    "- Kết nạp 300 hội viên mới ở các chi hội vùng cao.\n"
    "- Mở 4 lớp học nghề may cho phụ nữ nghèo.\n"
    "- Lưu: VT, VP."
)


@pytest.mark.parametrize(
    "question", ["Nhiệm vụ trọng tâm 6 tháng cuối năm là gì?", "nhiem vu trong tam 6 thang cuoi nam la gi"]
)
def test_a_heading_is_answered_with_what_stands_under_it(question: str) -> None:
    text = ask(question, passage(REPORT, "Báo cáo 6 tháng đầu năm", "2024-06-20")).text
    assert "Kết nạp 300 hội viên mới" in text
    assert "Mở 4 lớp học nghề may" in text
    assert "NHIỆM VỤ" not in text
    assert "Lưu" not in text


def test_a_day_asked_for_may_stand_in_the_letterhead() -> None:
    question = "Báo cáo của Hội LHPN huyện Sao Mai được ký ở Suối Hoa ngày nào?"
    assert "ngày 20 tháng 6 năm 2024" in ask(question, passage(REPORT, "Báo cáo 6 tháng đầu năm", "2024-06-20")).text


def named(text: str, question: str) -> list[str]:
    asked = read_question(question).asks[0]
    sentences = sentences_of([Hit(1, passage(text, "Tin"), 1.0, 1, 1)])
    return [sentence.text for sentence in sentences if only_names(sentence, asked)]


def test_lines_that_frame_a_paper_only_name() -> None:
    assert named(REPORT, "Nhiệm vụ là gì?") == [
        "HỘI LHPN HUYỆN SAO MAI",
        "Số: 12/BC-HPN",
        "Suối Hoa, ngày 20 tháng 6 năm 2024",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM",
        "- Lưu: VT, VP.",
    ]
    numberless = [line for line in named(REPORT, "Nhiệm vụ là gì?") if not any(mark.isdigit() for mark in line)]
    assert set(numberless) <= set(named(REPORT, "Có bao nhiêu hội viên?"))
    assert "Các cấp Hội giúp 45 hộ nghèo bằng ngày công và con giống." not in named(REPORT, "Có bao nhiêu hội viên?")


def test_the_words_that_close_a_paper_are_no_answer() -> None:
    closed = REPORT.replace("- Lưu", "Trên đây là báo cáo 6 tháng đầu năm của Hội LHPN huyện Sao Mai./.\n- Lưu")
    assert "Trên đây" not in ask("Nhiệm vụ 6 tháng cuối năm là gì?", passage(closed, "Báo cáo", "2024-06-20")).text
    assert named("Trên đây là báo cáo quý I năm 2024.\nTrân trọng cảm ơn!", "Kết quả là gì?") == [
        "Trên đây là báo cáo quý I năm 2024.",
        "Trân trọng cảm ơn!",
    ]


def test_the_heading_of_an_article_of_law_says_something() -> None:
    article = "Điều 12. Tội làm hỏng cột mốc ở vùng cao\nNgười nào làm hỏng cột mốc thì bị phạt tiền."
    assert named(article, "Đó là tội gì?") == []
