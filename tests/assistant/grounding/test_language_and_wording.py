import pytest

from assistant.grounding.language import is_vietnamese
from assistant.grounding.wording import is_refusal, is_source_list

REFUSAL = "Các văn bản không nói đến việc này."


@pytest.mark.parametrize(
    "text",
    [
        "Hội đã giúp 45 hộ phụ nữ thoát nghèo trong năm.",
        "UNICEF, UN Women, ILO.",
        "Lớp học UNDP 25 µg do Hội mở tại xã",
    ],
)
def test_vietnamese_passes(text: str) -> None:
    assert is_vietnamese(text)


@pytest.mark.parametrize(
    "text",
    [
        "The union helped forty five poor households this year.",
        "妇联帮助了",
        "Hội đã giúp 四十五 hộ",
        "Союз женщин",
        "Hoi da giup bon muoi lam ho phu nu thoat ngheo",
    ],
)
def test_other_languages_do_not(text: str) -> None:
    assert not is_vietnamese(text)


def test_foreign_letters_may_be_quoted_from_the_source() -> None:
    assert is_vietnamese("Họ Trần (陳京) sống ở đây.", source="gia tộc Trần Kinh (陳京)")


@pytest.mark.parametrize(
    "text",
    [
        REFUSAL,
        "các văn bản không nói đến việc này",
        "Xin lỗi. " + REFUSAL,
        "Tôi không tìm thấy thông tin về lớp tập huấn.",
        "Không có dữ liệu để trả lời.",
        "Tài liệu được cung cấp không đề cập nội dung này.",
        "Các đoạn trên chưa đủ thông tin để trả lời câu hỏi.",
    ],
)
def test_refusals_are_recognised(text: str) -> None:
    assert is_refusal(text, REFUSAL)


@pytest.mark.parametrize(
    "text",
    ["Hội giúp 45 hộ nghèo.", "Không có hộ nào tái nghèo.", "Hội không thu phí.", "Hội nghị thông tin kết quả năm."],
)
def test_statements_are_not_refusals(text: str) -> None:
    assert not is_refusal(text, REFUSAL)


@pytest.mark.parametrize("text", ["Nguồn:", "Nguồn tham khảo:", "Tài liệu tham khảo", "Căn cứ:", "**Trích dẫn**:"])
def test_source_lists_are_recognised(text: str) -> None:
    assert is_source_list(text)


def test_a_sentence_about_sources_is_not_a_source_list() -> None:
    assert not is_source_list("Nguồn vốn vay là 2 tỷ đồng.")
