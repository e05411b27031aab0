"""Two phrases that begin alike are two parts of one question; a region's own name is one."""

import pytest

from assistant.query.parallels import parallels
from assistant.query.parts import parts_of
from assistant.query.question import read_question


def split(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(part.text, part.about) for part in parts_of(read_question(text))]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Chủ tịch Hội huyện Sao Mai và Chủ tịch Hội huyện Long Hạ là ai?",
            [
                ("Chủ tịch Hội huyện Sao Mai là ai?", ("sao", "mai")),
                ("Chủ tịch Hội huyện Long Hạ là ai?", ("long", "ha")),
            ],
        ),
        (
            "Hội nghị cụm Sông Hồng năm 2021 và hội nghị cụm ven biển năm 2019 tổ chức ngày nào?",
            [
                ("Hội nghị cụm Sông Hồng năm 2021 tổ chức ngày nào?", ("song", "hong")),
                ("Hội nghị cụm ven biển năm 2019 tổ chức ngày nào?", ("ven", "bien")),
            ],
        ),
        (
            "Chủ đề công tác năm 2019 và năm 2020 là gì?",
            [("Chủ đề công tác năm 2019 là gì?", ("2019",)), ("Chủ đề công tác năm 2020 là gì?", ("2020",))],
        ),
        (
            "So sánh hội nghị cụm Sông Hồng và hội nghị cụm ven biển: ai dự mỗi hội nghị?",
            [
                ("Ai dự hội nghị cụm Sông Hồng?", ("song", "hong")),
                ("Ai dự hội nghị cụm ven biển?", ("ven", "bien")),
            ],
        ),
        (
            "Tin hội nghị tỉnh Bắc Giang năm 2023 và bài kết quả nhiệm kỳ 2016-2021 nhắc đến chỉ thị nào?",
            [
                ("Tin hội nghị tỉnh Bắc Giang năm 2023 nhắc đến chỉ thị nào?", ("bac", "giang")),
                ("Bài kết quả nhiệm kỳ 2016-2021 nhắc đến chỉ thị nào?", ("ket", "qua", "nhiem", "ky")),
            ],
        ),
        (
            "So sánh số hộ nghèo được giúp ở Thanh Hóa năm 2020 và trong bài kết quả nhiệm kỳ 2016-2021",
            [
                ("Bao nhiêu hộ nghèo được giúp ở Thanh Hóa năm 2020?", ("thanh", "hoa")),
                ("Bao nhiêu hộ nghèo được giúp trong bài kết quả nhiệm kỳ 2016-2021?", ("ket", "qua", "nhiem", "ky")),
            ],
        ),
        (
            "Kết quả của Cụm Sông Hồng năm 2021 và của Hội huyện Sao Mai năm 2020 khác nhau như thế nào?",
            [
                ("Kết quả của Cụm Sông Hồng năm 2021 như thế nào?", ("song", "hong")),
                ("Kết quả của Hội huyện Sao Mai năm 2020 như thế nào?", ("sao", "mai")),
            ],
        ),
    ],
)
def test_phrases_that_begin_alike_are_asked_one_by_one(text: str, parts: list[tuple[str, tuple[str, ...]]]) -> None:
    assert split(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "Cụm Trung du và miền núi phía Bắc có bao nhiêu tỉnh?",
        "Ai ký thỏa thuận giữa Hội LHPN tỉnh Bắc Giang và tỉnh Xay Sổm Bun?",
        "Chi phí vận chuyển và chi phí bảo quản do ai trả?",
        "Tốc độ phá rừng giữa năm 2004 và 2014 ra sao?",
        "Những văn bản nào nhắc đến Hội thi A và Hội thi B?",
    ],
)
def test_one_thing_is_not_taken_apart(text: str) -> None:
    assert split(text) == []


def test_phrases_with_years_and_names_are_two_though_they_differ_in_common_words() -> None:
    asked = "Tác giả bài về cụm Sông Lam và bãi ngang 2021 và tác giả bài về cụm 7 huyện ven biển 2019 là ai?"
    texts = [text for text, _ in split(asked)]
    assert texts == [
        "Tác giả bài về cụm Sông Lam và bãi ngang 2021 là ai?",
        "Tác giả bài về cụm 7 huyện ven biển 2019 là ai?",
    ]


def test_the_word_for_a_paper_tells_nothing_apart() -> None:
    parts = split("Con số 223 ở tin huyện Sao Mai năm 2020 và con số 223 ở bài nhiệm kỳ 2016-2021 nói về cái gì?")
    assert [about for _, about in parts] == [("sao", "mai"), ("nhiem", "ky")]


def test_phrases_that_differ_in_nothing_that_can_be_looked_for_are_one() -> None:
    assert split("Năm nay và năm đó có bao nhiêu hội viên?") == []


def test_a_label_is_what_is_named_whole() -> None:
    text = "Hội LHPN tỉnh Bắc Giang (tin 31/07/2023) và Hội LHPN tỉnh Sơn La có bao nhiêu mô hình?"
    assert [one.label for one in parallels(read_question(text))] == [
        "Hội LHPN tỉnh Bắc Giang (tin 31/07/2023)",
        "Hội LHPN tỉnh Sơn La",
    ]
    text = "So sánh số hộ nghèo ở Thanh Hóa năm 2020 và trong bài kết quả nhiệm kỳ 2016-2021"
    assert [one.label for one in parallels(read_question(text))] == [
        "Thanh Hóa năm 2020",
        "bài kết quả nhiệm kỳ 2016-2021",
    ]
