"""Who, why and in what office: made-up sentences of a news item."""

import pytest

from assistant.answering.insisted_persons import person_missing_by_name, reason_missing, role_of_another
from assistant.query.question import read_question
from tests.assistant.answering.test_answer_spans import sentence


@pytest.mark.parametrize(
    ("asked", "text", "missing"),
    [
        ("Ai ký thỏa thuận với huyện Kẻ Chợ?", "Hội huyện ký thỏa thuận tại Nam Ninh, Quảng Tây ngày 5/6.", True),
        ("Ai ký thỏa thuận với huyện Kẻ Chợ?", "Chủ tịch Hội huyện Đỗ Thị Mẫu ký thỏa thuận.", False),
        ("Chủ tịch Hội huyện là ai?", "Chủ tịch Hội huyện phát biểu tại hội nghị sáng nay.", True),
        ("Giấy khen được tặng cho ai?", "Các tập thể được tặng giấy khen của huyện.", False),
    ],
)
def test_who_did_it_is_told_by_a_name(asked: str, text: str, missing: bool) -> None:
    question = read_question(asked)
    assert person_missing_by_name(question, question.asks[0], sentence(text)) is missing


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Hội nghị đã thống nhất chuyển giao Cụm trưởng cho Hội huyện Sao Mai.", True),
        ("Do dịch bệnh, hội nghị chuyển sang trực tuyến.", False),
    ],
)
def test_why_is_told_by_a_word_that_gives_a_reason(text: str, missing: bool) -> None:
    assert reason_missing(read_question("Vì sao chuyển giao Cụm trưởng?").asks[0], sentence(text)) is missing
    assert reason_missing(read_question("Ai là Cụm trưởng?").asks[0], sentence(text)) is False


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Chị Trần Thị Mẫu viết về hội thi của huyện.", True),
        ("Phó Chủ tịch Hội huyện Lê Thị Thử dự hội thi.", True),
        ("Phó Chủ tịch Hội huyện Trần Thị Mẫu dự hội thi.", False),
    ],
)
def test_the_office_of_somebody_named_is_not_that_of_another(text: str, missing: bool) -> None:
    assert role_of_another(read_question("Đồng chí Trần Thị Mẫu giữ chức vụ gì?"), sentence(text)) is missing
    assert role_of_another(read_question("Đồng chí Trần Thị Mẫu làm việc ở đâu?"), sentence(text)) is False
