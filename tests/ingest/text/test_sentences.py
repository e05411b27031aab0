from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.sentences import split_sentences


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Chị Lê Thị B ở TP. Sông Lam.", "Năm 2021 có 12.226 hộ thoát nghèo.", "Tăng 3,5% so với 1.000 hộ năm trước!"],
        ["GS.TS. Nguyễn Văn B nói: “Tôi đồng ý.”", "Sau đó ông về."],
        ["Hội đã thăm, tặng quà, v.v. và tiếp tục vận động.", "Kết quả tốt…", "Hội viên phấn khởi... và tin tưởng."],
        ["1. Nội dung chính được thông qua.", "2. Hội viên cùng thực hiện."],
        [
            "J. K. Rowling viết sách.",
            "John F. Kennedy là tổng thống.",
            "Nên bổ sung vitamin C.",
            "Tuy nhiên cần đúng liều.",
        ],
        ["Các đ/c. trong BTV đã dự.", "Điều 5. Phạm vi điều chỉnh của quy chế này.", "Hết."],
        ["Tăng cường nguồn lực xã hội./.", "Nơi nhận như trên."],
        ["Bà hỏi: “Ai đó?” rồi mở cửa.", "(Có 12 chị tham gia.)", "Ngày 15/3/2019 hội nghị bế mạc."],
        ["Theo khoản 2 (xem Điều 3. Nguyên tắc chung) thì được.", "Hội nghị kết thúc ngày 15.3.2019."],
        ["ThS. Lê B, PGS. Trần C và Nxb. Phụ nữ cùng dự.", "Xem tr. 12 và Q. 3."],
    ],
)
def test_sentences_are_found_again(sentences: list[str]) -> None:
    assert _split(" ".join(sentences)) == sentences


def test_missing_space_after_the_stop_still_ends_the_sentence() -> None:
    assert _split("Hội nghị của các cấp.Hội viên phấn khởi.") == ["Hội nghị của các cấp.", "Hội viên phấn khởi."]


def test_stop_inside_an_address_does_not() -> None:
    assert _split("Truy cập www.hoi.Com.Vn để biết thêm.") == ["Truy cập www.hoi.Com.Vn để biết thêm."]


def test_line_end_separates_complete_lines() -> None:
    assert _split("Toàn cảnh hội nghị\nNgày 8/3, Hội họp.") == ["Toàn cảnh hội nghị", "Ngày 8/3, Hội họp."]


def test_wrapped_line_continues_in_lower_case() -> None:
    text = "Hội nghị đã thống nhất chương trình công tác\ncủa năm sau. Kết thúc."
    assert _split(text) == ["Hội nghị đã thống nhất chương trình công tác\ncủa năm sau.", "Kết thúc."]


def test_text_wrapped_to_a_width_continues_before_capitals() -> None:
    text = (
        "Hội nghị được tổ chức tại nhà văn hóa với sự tham gia của Hội\n"
        "LHPN các xã và đại diện lãnh đạo huyện cùng gần hai trăm chị\n"
        "em tiêu biểu. Các đại biểu nghe báo cáo và thảo luận sôi nổi."
    )
    assert len(_split(text)) == 2


def test_points_of_an_article_are_sentences() -> None:
    text = "2. Phạt tù từ 02 năm:\n\na) Có tổ chức;\n\nb) Tái phạm nguy hiểm."
    assert _split(text) == ["2. Phạt tù từ 02 năm:", "a) Có tổ chức;", "b) Tái phạm nguy hiểm."]


def test_range_limits_the_work_and_offsets_stay_absolute() -> None:
    text = "Câu một. Câu hai. Câu ba."
    assert [text[a:b] for a, b in split_sentences(text, 9, 17)] == ["Câu hai."]


@given(
    st.lists(
        st.sampled_from(
            [
                "Hội",
                "nữ",
                ".",
                " ",
                "\n",
                "…",
                "TP.",
                "1.",
                "a)",
                "“",
                "”",
                "(",
                ")",
                "12.3",
                "họp",
                "?",
                ";",
                ":",
                "A.",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_sentences_are_ordered_and_lose_no_character(text: str) -> None:
    spans = split_sentences(text)
    kept = "".join(text[start:end] for start, end in spans)
    assert [char for char in kept if not char.isspace()] == [char for char in text if not char.isspace()]
    assert all(start < end for start, end in spans)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
