import pytest

from assistant.query.small_talk import SmallTalk, small_talk


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Xin chào!", SmallTalk.GREETING),
        ("chào em ạ", SmallTalk.GREETING),
        ("chao buoi sang", SmallTalk.GREETING),
        ("Cảm ơn em nhiều nhé", SmallTalk.THANKS),
        ("cam on tro ly", SmallTalk.THANKS),
        ("Tạm biệt em", SmallTalk.FAREWELL),
        ("ok em", SmallTalk.ASSENT),
        ("Chào em, em là ai vậy?", SmallTalk.WHO),
        ("ban la ai", SmallTalk.WHO),
        ("Trợ lý ơi, bạn làm được những gì?", SmallTalk.ABILITIES),
        ("hôm nay thứ mấy", SmallTalk.TODAY),
        ("Hôm nay là ngày bao nhiêu vậy em?", SmallTalk.TODAY),
        ("Trong kho có những tài liệu gì?", SmallTalk.STORE),
        ("danh sach tai lieu trong kho", SmallTalk.STORE),
        ("cho biết thêm", SmallTalk.MORE),
        ("nói rõ hơn đi em", SmallTalk.MORE),
    ],
)
def test_what_is_said_to_the_assistant_is_known(text: str, kind: SmallTalk) -> None:
    assert small_talk(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "Chào em, tỉnh Sơn Hà có bao nhiêu hội viên?",
        "Cảm ơn em, còn năm 2021 thì sao?",
        "Chủ tịch Hội là ai?",
        "ai ký?",
        "Ai là người phát biểu chào mừng hội nghị?",
        "Danh sách tài liệu tập huấn năm 2023",
        "Lễ chào cờ diễn ra hôm nào?",
        "Hôm nay Hội khai mạc gì?",
        "cho biết thêm về mô hình thu gom rác",
        "Thư cảm ơn gửi cho ai?",
        "Những văn bản nào nhắc đến Mẹ đỡ đầu?",
        "Kho bạc",
    ],
)
def test_questions_to_the_documents_are_no_small_talk(text: str) -> None:
    assert small_talk(text) is None
