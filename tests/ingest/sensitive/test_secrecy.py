import pytest

from ingest.sensitive.secrecy import Secrecy, is_internal, judge, judge_aside

PAPER = """HỘI LHPN TỈNH SÔNG LAM
Số: 12-BC/ĐĐ
{}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
BÁO CÁO
Công tác nhân sự"""


@pytest.mark.parametrize(
    ("stamp", "mark"),
    [
        ("MẬT", "MẬT"),
        ("TỐI MẬT", "TỐI MẬT"),
        ("TUYỆT MẬT", "TUYỆT MẬT"),
        ("M Ậ T", "MẬT"),
        ("T Ố I   M Ậ T", "TỐI MẬT"),
        ("T U Y Ệ T M Ậ T", "TUYỆT MẬT"),
        ("[ MẬT ]", "MẬT"),
        ("TUYỆT\nMẬT", "MẬT"),
        ("Độ mật: Mật", "MẬT"),
        ("ĐỘ MẬT: TỐI MẬT", "TỐI MẬT"),
        ("Mức độ mật: tuyệt mật", "TUYỆT MẬT"),
        ("TÀI LIỆU THU HỒI", "TÀI LIỆU THU HỒI"),
        ("BẢN SAO SỐ: 05", "BẢN SAO SỐ"),
        ("BẢN SAO BÍ MẬT NHÀ NƯỚC", "BẢN SAO BÍ MẬT NHÀ NƯỚC"),
        ("CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ", "CHỈ NGƯỜI CÓ TÊN MỚI ĐƯỢC BÓC BÌ"),
        ("MẬT        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "MẬT"),
        ("Số: 5-BC/TU | MẬT", "MẬT"),
    ],
)
def test_a_stamp_in_the_head_is_a_secret(stamp: str, mark: str) -> None:
    verdict = judge([PAPER.format(stamp)])
    assert (verdict.secrecy, verdict.mark, verdict.page) == (Secrecy.SECRET, mark, 1)


@pytest.mark.parametrize(
    "line",
    [
        "Công tác bảo vệ bí mật nhà nước",
        "mật độ dân số",
        "MẬT ĐỘ DÂN SỐ",
        "Đổi mật khẩu",
        "Nghề nuôi ong lấy mật",
        "MẬT ONG RỪNG",
        "Bảo mật thông tin",
        "BẢO MẬT THÔNG TIN",
        "1 | Mật | 5 lít",
        "2 | MẬT | 120 | chai",
        "Độ mật: Không",
        "Độ mật gồm: tuyệt mật, tối mật, mật",
        "Quyết định thu hồi đất",
        "MẶT TRẬN TỔ QUỐC",
        "LƯU HÀNH NỘI BỘ",
        "XEM XONG TRẢ LẠI",
        "TÀI LIỆU HỘI NGHỊ",
    ],
)
def test_words_that_only_look_like_a_stamp_do_not_refuse(line: str) -> None:
    assert judge([PAPER.format(line)]).secrecy is Secrecy.CLEAR
    assert judge([line]).secrecy is Secrecy.CLEAR


@pytest.mark.parametrize("line", ["Mật", "(Mật)", "MÂT", "MẠT", "Bản sao số 5", "Văn bản này có độ mật: tối mật."])
def test_what_is_not_sure_waits_for_a_person(line: str) -> None:
    assert judge([PAPER.format(line)]).secrecy is Secrecy.UNSURE


def test_honey_in_a_list_of_goods_is_no_doubt() -> None:
    assert judge(["Đặc sản của hợp tác xã\nGạo nếp\nMật\n5 lít"]).secrecy is Secrecy.CLEAR


def test_lost_accents_are_sure_only_beside_a_letterhead() -> None:
    assert judge([PAPER.format("TUYET MAT")]).secrecy is Secrecy.SECRET
    assert judge(["TUYET MAT\nmột dòng"]).secrecy is Secrecy.UNSURE


def test_a_later_paper_of_the_same_file_is_found() -> None:
    news = "Một dòng tin.\n" * 40
    assert judge([news + PAPER.format("MẬT")]).secrecy is Secrecy.SECRET
    found = judge([news, "không có gì", PAPER.format("TỐI MẬT")])
    assert (found.secrecy, found.page) == (Secrecy.SECRET, 3)


def test_the_word_alone_far_below_the_head_is_no_stamp() -> None:
    assert judge(["Một dòng tin.\n" * 40 + "MẬT\n" + "Một dòng tin.\n" * 40]).secrecy is Secrecy.CLEAR


def test_marks_beside_the_text_count() -> None:
    assert judge_aside(["Trang 1", "MẬT"]).secrecy is Secrecy.SECRET
    assert judge_aside([]).secrecy is Secrecy.CLEAR


@pytest.mark.parametrize("line", ["LƯU HÀNH NỘI BỘ", "(Lưu hành nội bộ)", "Tài liệu LƯU HÀNH NỘI BỘ năm 2024"])
def test_internal_circulation_is_seen(line: str) -> None:
    assert is_internal([PAPER.format(line)])
    assert not is_internal(["Một dòng tin.\n" * 60 + line])


def test_talk_of_internal_circulation_is_none() -> None:
    assert not is_internal(["Biên soạn tài liệu lưu hành nội bộ cho cán bộ cơ sở trong toàn tỉnh và gửi về các xã"])
