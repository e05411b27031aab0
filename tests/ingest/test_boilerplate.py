import pytest

from ingest.boilerplate import boilerplate_lines
from ingest.documents import BlockKind
from ingest.text.lines import Line


def _found(*texts: str) -> list[str]:
    lines = [Line(0, 0, len(text), text) for text in texts]
    return [texts[index] for index in sorted(boilerplate_lines(lines))]


_BODY = "Hội LHPN xã An Khê đã giúp 12 hộ thoát nghèo trong năm."


@pytest.mark.parametrize(
    "line",
    [
        "Trang chủ » Tin tức » Hoạt động Hội",
        "Trang nhất",
        "Trang chủ > Giới thiệu > Cơ cấu tổ chức",
        "A- A A+ Bản in Gửi email",
        "Chia sẻ | Facebook | Zalo",
        "[Quay lại trang trước]",
        "Lượt xem: 1.234",
        "125 lượt xem",
        "Tổng lượt truy cập: 12345",
        "Đang truy cậpĐang truy cập : 18",
        "Khách viếng thăm : 16",
        "Tổng số điểm của bài viết là: 0 trong 0 đánh giá",
        "4.5/5 (12 bình chọn)",
        "Những tin mới hơn",
        "Các tin khác",
        "TIN LIÊN QUAN:",
        "© 2023 Hội LHPN tỉnh Sông Lam",
        "Ghi rõ nguồn “Trang tin Hội” khi phát hành lại thông tin từ website này",
        "-------------",
        "* * *",
    ],
)
def test_frame_of_a_page_is_boilerplate_wherever_it_stands(line: str) -> None:
    assert _found(_BODY, line, _BODY) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Tổng cộng: 1.234",
        "Hôm nay, hội viên cả xã ra quân làm sạch đường làng.",
        "TÂM ĐIỂM",
        "CÁC ĐỀ ÁN",
        "Video",
        "KẾT QUẢ",
        "Xếp hạng: A",
        "4/5 (đạt 80%)",
        "Đánh giá",
        "Ghi rõ nguồn gốc hàng hóa trên nhãn",
        "Địa chỉ: 12 đường Hoa Sen, phường Bến Đò",
        "Xây dựng website của Hội",
        "Ông nói «đoàn kết» rồi ra về",
        "Nguyễn Thị Hạ Lam",
        "3",
    ],
)
def test_content_that_resembles_a_frame_is_kept(line: str) -> None:
    assert _found(_BODY, line, _BODY) == []


def test_boxes_after_the_article_are_boilerplate() -> None:
    assert _found(_BODY, "Thu Hiền", "TÂM ĐIỂM", "CÁC ĐỀ ÁN", "Video") == ["TÂM ĐIỂM", "CÁC ĐỀ ÁN", "Video"]


def test_capitals_between_frames_at_the_end_are_boilerplate() -> None:
    tail = ["Những tin cũ hơn", "HOẠT ĐỘNG TƯ VẤN", "THỐNG KÊ TRUY CẬP", "Hôm nayHôm nay : 1979"]
    assert _found(_BODY, *tail) == tail


def test_signature_block_at_the_end_is_kept() -> None:
    assert _found(_BODY, "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH", "NGUYỄN THỊ HẠ LAM") == []


def test_signature_before_a_frame_is_kept() -> None:
    assert _found(_BODY, "CHỦ TỊCH", "Bản in") == ["Bản in"]


def test_one_box_name_at_the_end_may_be_the_authors_own() -> None:
    assert _found(_BODY, "Thông báo") == []


def test_titles_of_other_articles_go_with_their_heading() -> None:
    related = ["Tin liên quan", "Tập huấn kỹ năng số cho hội viên (10/02/2024)", "Hội thi tuyên truyền viên giỏi"]
    assert _found(_BODY, *related) == related


def test_undated_lines_under_related_news_are_kept_when_text_follows() -> None:
    found = _found(_BODY, "Tin liên quan", "Tập huấn kỹ năng số (10/02/2024)", "Toàn cảnh hội nghị", _BODY)
    assert found == ["Tin liên quan", "Tập huấn kỹ năng số (10/02/2024)"]


def test_counter_lines_beside_a_counter_are_boilerplate() -> None:
    assert _found(_BODY, "Hôm qua : 50", "Đang truy cập : 5", "Tổng cộng : 900", _BODY) == [
        "Hôm qua : 50",
        "Đang truy cập : 5",
        "Tổng cộng : 900",
    ]


def test_what_the_loader_marked_is_boilerplate() -> None:
    assert boilerplate_lines([Line(0, 0, 1, "2", hint=BlockKind.BOILERPLATE), Line(0, 2, 60, _BODY)]) == {0}
