"""Sentences against the words they cite: what must be found wrong, and what must not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.grounding.verifying import Context, verify
from assistant.verdicts import DifferenceKind as Kind
from assistant.verdicts import Verdict

SOURCE = (
    "Sáng 29/11, Hội LHPN tỉnh Sao Mai tổng kết công tác năm: xây dựng được 223 mô hình, hỗ trợ trên 7 tỷ đồng "
    "cho 587 hộ nghèo ở huyện Mây Trắng. Bà Lê Thị Thử, Chủ tịch Hội, không dự; bà Trần Thị Mẫu, Phó Chủ tịch, "
    "trao 38 suất quà theo Kế hoạch 45/KH-BTV. Kết nạp 3.562/5.000 hội viên mới. Số hộ nghèo giảm 12%. "
    "Quý II/2021, UBND xã Hoa Ban "
    "vận chuyển 1.500 kg gạo cho gần 300 em; hàng chục lượt chị em giúp sức từ 8 giờ."
)
CONTEXT = Context(card="Báo cáo công tác Hội", dates=("2021-11-30",))

TRUE = [
    "Hội LHPN tỉnh Sao Mai xây dựng được 223 mô hình.",
    "Ngày 29/11/2021, Hội LHPN tỉnh Sao Mai tổng kết công tác năm.",
    "Ngày 29 tháng 11 năm 2021 Hội Liên hiệp Phụ nữ tỉnh Sao Mai tổng kết công tác năm.",
    "Năm 2021, Hội hỗ trợ trên 7.000 triệu đồng cho 587 hộ nghèo.",
    "Hội hỗ trợ hơn 7 tỷ đồng cho 587 hộ nghèo ở huyện Mây Trắng.",
    "Bà Lê Thị Thử, Chủ tịch Hội, không dự.",
    "Bà Thử không dự.",
    "Phó Chủ tịch Trần Thị Mẫu trao ba mươi tám suất quà.",
    "Kết nạp 3562/5000 hội viên mới, đạt 71%.",
    "Kết nạp 3.562/5.000 hội viên mới (đạt 71,2 phần trăm).",
    "Ủy ban nhân dân xã Hoa Ban vận chuyển 1,5 tấn gạo cho gần 300 em.",
    "Xã Hoa Ban vận chuyển 1 500 kg gạo trong quý 2 năm 2021.",
    "Hàng chục lượt chị em giúp sức từ 8 giờ.",
    "xay dung duoc 223 mo hinh, ho tro tren 7 ty dong cho 587 ho ngheo",
    "Kế hoạch 45/KH-BTV: trao 38 suất quà.",
]
FALSE = [
    ("Hội xây dựng được 224 mô hình.", Kind.NUMBER, "223"),
    ("Hội xây dựng được 587 mô hình.", Kind.UNIT, "587 hộ nghèo"),
    ("Hội xây dựng được hai trăm hai mươi tư mô hình.", Kind.NUMBER, "223"),
    ("Hội hỗ trợ 7 tỷ đồng cho 587 hộ nghèo.", Kind.ROUNDING, "trợ trên 7 tỷ"),
    ("Hội hỗ trợ gần 7 tỷ đồng cho 587 hộ nghèo.", Kind.ROUNDING, "trợ trên 7 tỷ"),
    ("Hội hỗ trợ trên 7 triệu đồng cho 587 hộ nghèo.", Kind.UNIT, "7 tỷ"),
    ("Hội hỗ trợ trên 7 tỷ đồng cho 587 người nghèo.", Kind.UNIT, "587 hộ nghèo"),
    ("Kết nạp 3.562/5.000 hội viên mới, đạt 81%.", Kind.PERCENT, "71,2%"),
    ("Ngày 30/11/2021, Hội LHPN tỉnh Sao Mai tổng kết công tác năm.", Kind.DATE, "29/11"),
    ("Ngày 29/11/2020, Hội LHPN tỉnh Sao Mai tổng kết công tác năm.", Kind.DATE, "29/11"),
    ("Quý III/2021, xã Hoa Ban vận chuyển 1.500 kg gạo.", Kind.DATE, "Quý II/2021"),
    ("Hội hỗ trợ trên 7 tỷ đồng cho 587 hộ nghèo ở huyện Mây Hồng.", Kind.PLACE, "Mây Trắng"),
    ("Bà Lê Thị Thật, Chủ tịch Hội, không dự.", Kind.PERSON, "Lê Thị Thử"),
    ("Bà Trần Thị Thử, Chủ tịch Hội, không dự.", Kind.PERSON, ""),
    ("Phó Chủ tịch Trần Thị Mẫu trao 38 suất quà theo Kế hoạch 54/KH-BTV.", Kind.DOCUMENT_NUMBER, "45/KH-BTV"),
    ("Bà Lê Thị Thử, Chủ tịch Hội, dự.", Kind.NEGATION, "không dự"),
    ("Hội LHPN tỉnh Sao Mai không xây dựng được 223 mô hình.", Kind.NEGATION, "xây"),
    ("Số hộ nghèo tăng 12%.", Kind.OPPOSITE, "giảm"),
    ("Hàng trăm lượt chị em giúp sức từ 8 giờ.", Kind.NUMBER, ""),
    ("Vận chuyển 1.500 tấn gạo cho gần 300 em.", Kind.UNIT, ""),
    ("hoi lhpn tinh sao mai xay dung duoc 323 mo hinh", Kind.NUMBER, "223"),
]


@pytest.mark.parametrize("sentence", TRUE)
def test_true_sentence_is_supported_however_it_is_written(sentence: str) -> None:
    found = verify(sentence, [SOURCE], CONTEXT)
    assert (found.verdict, found.differences) == (Verdict.SUPPORTED, ())


@pytest.mark.parametrize(("sentence", "kind", "source"), FALSE)
def test_altered_sentence_is_found_with_what_the_source_has(sentence: str, kind: Kind, source: str) -> None:
    found = verify(sentence, [SOURCE], CONTEXT)
    assert found.verdict in {Verdict.DIFFERS, Verdict.CONTRADICTED}
    first = next(one for one in found.differences if one.kind is kind)
    assert sentence[first.start : first.end] == first.stated
    assert source in first.source


def test_number_that_stands_elsewhere_in_the_source_is_told_from_its_own_place() -> None:
    source = "Xã Hoa Ban có 14 chi hội và 31 tổ phụ nữ. Xã Lúa Vàng có 31 chi hội và 14 tổ phụ nữ."
    assert verify("Xã Hoa Ban có 14 chi hội.", [source]).verdict is Verdict.SUPPORTED
    assert verify("Xã Hoa Ban có 31 chi hội và 31 tổ phụ nữ.", [source]).verdict is Verdict.DIFFERS


def test_year_needs_the_date_of_the_document_where_the_words_give_none() -> None:
    sentence = "Ngày 29/11/2021 Hội tổng kết công tác."
    assert verify(sentence, ["Sáng 29/11, Hội tổng kết công tác."]).verdict is Verdict.DIFFERS
    dated = Context(dates=("2021-12-01",))
    assert verify(sentence, ["Sáng 29/11, Hội tổng kết công tác."], dated).verdict is Verdict.SUPPORTED


def test_sentence_about_something_else_is_not_supported() -> None:
    found = verify("Phong trào lan tỏa mạnh mẽ khắp nơi.", [SOURCE], CONTEXT)
    assert found.verdict is Verdict.NOT_SUPPORTED
    assert found.differences[-1].kind is Kind.WORDING


def test_sentence_in_other_words_counts_where_the_meanings_are_close() -> None:
    source = "Các cấp Hội vận động chị em gửi tiết kiệm giúp nhau làm ăn."
    sentence = "Các cấp Hội khuyến khích chị em tiết kiệm, hỗ trợ nhau phát triển kinh tế."
    assert verify(sentence, [source]).verdict is Verdict.NOT_SUPPORTED
    close = Context(similarity=lambda _left, _right: 0.9)
    assert verify(sentence, [source], close).verdict is Verdict.SUPPORTED


def test_province_is_named_with_the_one_it_now_belongs_to() -> None:
    source = "Hội LHPN tỉnh Hà Giang có 11 huyện hội."
    assert verify("Tỉnh Hà Giang (nay thuộc Tuyên Quang) có 11 huyện hội.", [source]).verdict is Verdict.SUPPORTED
    assert verify("Tỉnh Tuyên Quang có 11 huyện hội.", [source]).verdict is Verdict.DIFFERS


def test_nothing_cited_supports_nothing() -> None:
    assert verify("Hội có 223 mô hình.", []).verdict is Verdict.NOT_SUPPORTED
    assert verify("…", []).verdict is Verdict.SUPPORTED


WORDS = st.sampled_from(
    str.split(
        "Hội LHPN tỉnh Sao Mai không chưa có 223 12.226 1,5 tỷ triệu đồng hộ người ngày 29/11/2021 năm 2021 quý II tăng"
        " giảm trên gần khoảng bà Nguyễn Thị Hà tổ chức được hai mươi lăm 3.562/5.000 71% UBND 45/KH-BTV , ; . ( )"
        " “ ” XIII"
        " thứ ba tháng tư"
        " giờ h 8h30 m2 ² ¹ ① - – [1] TP.HCM một phần"
    )
)


@given(st.lists(WORDS, min_size=1, max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_sentence_is_always_supported_by_itself(sentence: str) -> None:
    assert verify(sentence, [sentence]).verdict is Verdict.SUPPORTED


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_a_verdict(sentence: str, span: str) -> None:
    assert 0.0 <= verify(sentence, [span]).support <= 1.0


def test_comrades_are_people_not_money() -> None:
    assert verify("Tập huấn cho 699 đồng chí.", ["Tập huấn cho 699 người."]).verdict is Verdict.SUPPORTED
    assert verify("Tập huấn cho 699 đồng chí.", ["Tập huấn cho 699 đồng."]).verdict is Verdict.DIFFERS


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Tỷ lệ giảm còn hơn 4%.", "Tỷ lệ giảm còn 4,91%."),
        ("Tỷ lệ tăng gần 2%.", "Tỷ lệ tăng 1,6%."),
        ("Xã có một trăm mười một hộ nghèo.", "Xã có 111 hộ nghèo."),
        ("Xã có hai trăm linh năm hội viên.", "Xã có 205 hội viên."),
        ("Huyện có một nghìn hai trăm ba mươi hội viên.", "Huyện có 1.230 hội viên."),
        ("Khai trương vào quý 2/2018.", "Khai trương vào quý II/2018."),
        ("Diện tích gần 9.000.000 m2 đất.", "Diện tích gần 900ha đất."),
        ("Khoảng 2 - 3 phần trăm số hộ.", "Khoảng 2 - 3% số hộ."),
        ("Quỹ không dùng vào mục đích khác.", "Quỹ không được sử dụng vào mục đích khác."),
        ("UBND huyện trao 12 suất quà.", "Ủy ban nhân dân huyện trao 12 suất quà."),
        ("Hội Liên hiệp Phụ nữ huyện trao quà.", "Hội LHPN huyện trao quà."),
        ("Vốn đầu tư gần 11,9 nghìn tỷ đồng.", "Vốn đầu tư gần 11.850 tỷ đồng."),
        ("Mức chi tối đa là 5 triệu đồng.", "Mức chi không quá 5.000.000 đồng."),
        ("Bãi có diện tích dưới 15 ha.", "Bãi có diện tích nhỏ hơn 15 ha."),
        ("Hội đã bồi dưỡng 2.522 người.", "Hội đã bồi dưỡng 2.522 chi hội trưởng."),
        ("Hội trao 130 suất học bổng.", "Hội trao 130 xuất học bổng."),
        ("Toan tinh co 301 bao cao vien.", "Hội LHPN tỉnh có 301 báo cáo viên."),
        ("Phí ở TPHCM tăng 5%.", "Phí ở TP. Hồ Chí Minh tăng 5%."),
        ("Xuất khẩu nửa đầu năm 2017 tăng 5%.", "Xuất khẩu 6 tháng đầu năm 2017 tăng 5%."),
        ("Phiên 19/6, giá giảm 2%.", "Phiên ngày 19.6, giá giảm 2%."),
        ("Tàu Sao Mai-12 chở 787 tấn.", "Tàu Sao Mai chở 787 tấn."),
    ],
)
def test_the_same_in_other_words_is_supported(sentence: str, source: str) -> None:
    assert verify(sentence, [source]).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("sentence", "source", "pair"),
    [
        ("Hội Nông dân huyện trao 12 suất quà.", "Hội LHPN huyện trao 12 suất quà.", ("Hội Nông dân", "Hội LHPN")),
        ("Quốc hội quy định chi tiết Điều này.", "Chính phủ quy định chi tiết Điều này.", ("Quốc hội", "Chính phủ")),
        ("Lương tối đa là 290.000 đồng.", "Lương tối thiểu là 290.000 đồng.", ("tối đa", "tối thiểu")),
        ("Giữa tháng 1 vừa qua, xã có một lớp.", "Giữa tháng 5 vừa qua, xã có một lớp.", ("tháng 1", "tháng 5")),
        ("Có khoảng 37% ca bệnh.", "Có khoảng 35% ca bệnh.", ("37", "35")),
        ("Xa co bon nguoi bi nan.", "Xã có hai người bị nạn.", ("bon", "hai")),
        ("Gia vang giam 7% trong ngay.", "Giá vàng tăng 7% trong ngày.", ("giam", "tăng")),
        ("Toan tinh co 310 bao cao vien.", "Hội LHPN tỉnh có 301 báo cáo viên.", ("310", "301")),
        ("Vốn đầu tư gần 12,9 nghìn tỷ đồng.", "Vốn đầu tư gần 11.850 tỷ đồng.", ("12,9 nghìn tỷ", "11.850 tỷ")),
        ("Luong toi da la 290.000 dong.", "Lương tối thiểu là 290.000 đồng.", ("toi da", "tối thiểu")),
    ],
)
def test_another_body_bound_month_or_percentage_differs(sentence: str, source: str, pair: tuple[str, str]) -> None:
    found = verify(sentence, [source])
    assert found.verdict is not Verdict.SUPPORTED
    assert pair in [(one.stated, one.source) for one in found.differences]


BEFORE = "Hội LHPN huyện Bình An sơ kết công tác 6 tháng đầu năm 2023.\n"


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("6 tháng đầu năm 2023, Hội LHPN huyện Bình An tổ chức 12 lớp tập huấn.", Verdict.SUPPORTED),
        ("6 tháng cuối năm 2023, Hội tổ chức 12 lớp tập huấn.", Verdict.DIFFERS),
        ("Năm 2023, Hội tổ chức 21 lớp tập huấn.", Verdict.DIFFERS),
    ],
)
def test_names_and_times_may_come_from_the_words_before_the_source(sentence: str, verdict: Verdict) -> None:
    source = "Trong 6 tháng đầu năm, Hội tổ chức 12 lớp tập huấn."
    assert verify(sentence, [source], Context(before=BEFORE)).verdict is verdict


def test_an_office_with_a_word_too_many_stands_beside_the_right_one() -> None:
    found = verify("Bà Lê Thị Na là Phó Chủ tịch xã.", ["Bà Lê Thị Na là Chủ tịch xã."])
    assert [(one.stated, one.source) for one in found.differences] == [("Phó Chủ tịch", "Chủ tịch")]


def test_a_word_of_direction_is_opposite_only_behind_the_same_verb() -> None:
    assert verify("Lễ khánh thành diễn ra ngày 15/7.", ["Lễ khánh thành vào ngày 15/7."]).verdict is Verdict.SUPPORTED
    assert verify("Tàu chạy ra cảng lúc sáng sớm.", ["Tàu chạy vào cảng lúc sáng sớm."]).verdict is Verdict.CONTRADICTED


def test_a_deputy_told_as_the_head_differs() -> None:
    source = "Giám đốc Sở Lê Văn An và Phó Giám đốc Sở Vũ Thị Bình dự họp; Phó Chủ tịch huyện Tô Thị Cúc vắng."
    assert verify("Phó Giám đốc Sở Vũ Thị Bình dự họp.", [source]).verdict is Verdict.SUPPORTED
    found = verify("Chủ tịch huyện Tô Thị Cúc vắng.", [source])
    assert [(one.stated, one.source) for one in found.differences] == [("Chủ tịch", "Phó Chủ tịch")]
