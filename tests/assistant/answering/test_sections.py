"""Open questions are answered with the list under the heading they name, whole and as a list."""

import pytest

from assistant.model import Answer
from tests.assistant.answering.test_reading_well import ask, passage

REPORT = (
    "HỘI LHPN HUYỆN SAO MAI\n"
    "I. KẾT QUẢ\n"
    "Các cấp Hội giúp 45 hộ nghèo bằng ngày công và con giống.\n"
    "II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN\n"
    "1. Hạn chế\n"
    "- Một số tổ hợp tác hoạt động cầm chừng.\n"
    "- Việc nắm tình hình ở vùng cao chưa kịp thời.\n"
    "2. Nguyên nhân\n"
    "Cán bộ chi hội thường xuyên thay đổi; kinh phí còn hạn hẹp.\n"
    "III. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025\n"
    "1. Chỉ tiêu\n"
    "- Phát triển 300 hội viên mới.\n"
    "- Xây 4 mái ấm tình thương.\n"
    "2. Nhiệm vụ trọng tâm\n"
    "a) Tổ chức đại hội phụ nữ cấp cơ sở;\n"
    "b) Mở lớp học nghề may cho phụ nữ vùng cao;\n"
    "c) Nâng cao chất lượng sinh hoạt chi hội.\n"
    "3. Giải pháp\n"
    "Các cấp Hội tập trung các giải pháp sau:\n"
    "- Tham mưu bố trí kinh phí.\n"
    "- Bồi dưỡng kỹ năng số cho cán bộ.\n"
    "Nơi nhận:\n"
    "- Lưu: VT."
)


def answer(question: str) -> Answer:
    return ask(question, passage(REPORT, "Báo cáo công tác Hội huyện Sao Mai năm 2024", "2024-12-20"))


@pytest.mark.parametrize(
    ("question", "items"),
    [
        (
            "Nhiệm vụ trọng tâm năm 2025 của huyện Sao Mai là gì?",
            ["a) Tổ chức đại hội phụ nữ cấp cơ sở; [1]", "b) Mở lớp học nghề", "c) Nâng cao chất lượng"],
        ),
        ("Các chỉ tiêu năm 2025 của huyện Sao Mai gồm những gì?", ["- Phát triển 300 hội viên mới. [1]", "- Xây 4"]),
        ("Nguyên nhân của các hạn chế ở huyện Sao Mai là gì?", ["Cán bộ chi hội thường xuyên thay đổi"]),
        ("neu cac giai phap nam 2025 cua huyen sao mai", ["Các cấp Hội tập trung", "- Tham mưu", "- Bồi dưỡng"]),
    ],
)
def test_the_list_under_the_heading_is_the_answer(question: str, items: list[str]) -> None:
    lines = answer(question).text.split("\n")
    assert len(lines) == len(items)
    assert all(line.startswith(item) for line, item in zip(lines, items, strict=True))


def test_a_heading_of_another_year_is_not_taken() -> None:
    text = answer("Nhiệm vụ trọng tâm năm 2026 của huyện Sao Mai là gì?").text
    assert "a) Tổ chức đại hội" not in text


def test_a_long_list_says_how_much_is_left() -> None:
    items = "\n".join(f"- Nhiệm vụ cụ thể thứ {at} về phong trào thi đua ở thôn bản số {at}." for at in range(1, 15))
    report = f"HỘI LHPN HUYỆN SAO MAI\nI. KẾT QUẢ\nHội đã giúp 45 hộ nghèo.\nII. NHIỆM VỤ TRỌNG TÂM\n{items}"
    text = ask("Nhiệm vụ trọng tâm của huyện Sao Mai là gì?", passage(report, "Báo cáo huyện Sao Mai", None)).text
    assert "còn 4 ý nữa" in text.split("\n")[-1]
