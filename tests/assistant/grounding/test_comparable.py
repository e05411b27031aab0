"""What may be set against a figure or name of a sentence, and what says the same in another form."""

import pytest

from assistant.grounding.verifying import Context, verify
from assistant.verdicts import DifferenceKind, Verdict

SAME = [
    ("Bảy trên chín chỉ tiêu của Nghị quyết đã đạt.", "Có 07/9 chỉ tiêu của Nghị quyết đã đạt."),
    ("Doanh nghiệp có vốn điều lệ ít nhất 4 tỷ đồng.", "Doanh nghiệp có vốn điều lệ từ 04 tỷ đồng trở lên."),
    ("Cơ sở phải báo trước ít nhất 30 ngày.", "Chậm nhất là 30 ngày trước ngày đóng cửa, cơ sở phải báo."),
    ("Chợ đêm Mây mở từ 7 giờ tối.", "Chợ đêm Mây mở từ 19 giờ."),
    ("Lợi nhuận đạt 74,2 tỷ đồng, tức một nửa kế hoạch.", "Lợi nhuận đạt 74,2 tỷ đồng, hoàn thành 50% kế hoạch."),
    ("Hồ Mơ xả tổng lưu lượng 240 m3/giây.", "Hồ Mơ xả tổng lưu lượng 240 m 3 /giây."),
    ("Gần một triệu bệnh nhân được hỏi.", "Gần 1 triệu trường hợp bệnh nhân được hỏi."),
    ("Hãng O'Hara's xếp hạng 14 ngân hàng.", "Hãng O'Haras xếp hạng 14 ngân hàng."),
    ("Dự án xóa phòng học tranh tre ở bản Pa.", "Dự án để không còn phòng học tranh tre ở bản Pa."),
    (
        "Năm 1980 hợp tác xã Mây mới chiếm 1,3% sản lượng, hai mươi năm sau đã vượt 5,2%.",
        "Tổng vốn của các tổ chợ từ chỗ không hề có năm 1978 đã vượt quá con số 536 hộ; năm 1980, hợp tác xã Mây chiếm"
        " 1,3% sản lượng, đến năm 2000, tỷ lệ này vượt quá 5,2%.",
    ),
    ("Trạm Mây chưa có chứng chỉ vệ sinh năm 2035.", "Năm 2035, Trạm Mây còn thiếu chứng chỉ vệ sinh."),
    ("Biên phòng Hoa Ban thu 8 khẩu AK-47.", "Biên phòng Hoa Ban đã thu được 8 súng trường AK-47."),
    ("Từ năm 1993 xã Mây thu hơn 40 tỷ đồng.", "Từ năm 93, xã Mây thu hơn 40 tỷ đồng."),
    ("Vườn rộng 20 ha.", "Vườn rộng từ 20 đến 30 ha."),
    ("Xã Mây có 20 ha chè.", "Diện tích chè (ha): Xã Mây: 20"),
    ("Bể chứa 4.000 lít nước.", "Bể chứa 4 m3 nước."),
    ("Vốn đầu tư trên 1.400 tỷ đồng.", "Vốn đầu tư hơn 1.400 tỷ đồng."),
]


@pytest.mark.parametrize(("claim", "source"), SAME)
def test_another_form_of_the_same_is_no_difference(claim: str, source: str) -> None:
    assert verify(claim, [source]).differences == ()


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Năm 2014 xã Hoa Ban tạo việc làm cho 155 người và tỷ lệ hộ nghèo còn 8,3%.", "(13) Tỷ lệ hộ nghèo còn 8,3%."),
        ("Công ty có vốn 5 tỷ đồng được đưa lao động đi.", "Công ty được đưa lao động đi theo Điều 34."),
        ("Trạm Mây hỗ trợ hơn 180 triệu đồng cho các hộ.", "Trạm Mây cách các hộ chừng 100 m."),
    ],
)
def test_a_figure_of_another_thing_is_not_what_the_source_has_instead(claim: str, source: str) -> None:
    assert {one.source for one in verify(claim, [source]).differences} == {""}


def test_another_figure_of_the_same_thing_is_what_the_source_has_instead() -> None:
    (found,) = verify(
        "Trạm Mây hỗ trợ 180 triệu đồng cho các hộ.", ["Trạm Mây hỗ trợ 108 triệu đồng cho các hộ."]
    ).differences
    assert (found.kind, found.source) == (DifferenceKind.NUMBER, "108 triệu")


def test_a_name_is_not_set_against_an_office_or_a_capital_of_habit() -> None:
    source = "Ông Nguyễn Văn Thử, Chủ tịch UBND xã Phú Mây, cho biết trạm ở ấp Phú Lam đã hỗ trợ các hộ dân ấp Phú Lam."
    assert verify("Trạm hỗ trợ các hộ dân ở ấp Phú Lam, xã Phú Mây.", [source]).differences == ()
    source = "Điều 1. Sửa mức thuế của phôi thép quy định tại Danh mục kèm theo Biểu thuế nhập khẩu."
    found = verify("Mức thuế của phôi thép do ông Trương Văn Thử ký sửa.", [source])
    assert [one.source for one in found.differences] == [""]


def test_a_paper_or_article_that_stands_before_the_words_is_named() -> None:
    context = Context(before="(Điều 368 Luật số 93/2035/QH19, có hiệu lực từ ngày 01/7/2036)")
    claim = "Theo Điều 368 Luật số 93/2035/QH19, chi phí cho người làm chứng do đương sự chịu."
    assert verify(claim, ["Chi phí cho người làm chứng do đương sự chịu."], context).verdict is Verdict.SUPPORTED
    claim = claim.replace("93/2035", "94/2035")
    found = verify(claim, ["Chi phí cho người làm chứng do đương sự chịu."], context)
    assert [one.kind for one in found.differences] == [DifferenceKind.DOCUMENT_NUMBER]


def test_a_paper_typed_without_accents_is_the_same_paper() -> None:
    claim = "Nghi dinh 91/2035/ND-CP quy dinh tin nhan phai gan nhan."
    assert verify(claim, ["Nghị định 91/2035/NĐ-CP quy định tin nhắn phải gắn nhãn."]).differences == ()


def test_a_fall_told_as_a_rise_is_contradicted_whatever_stands_between() -> None:
    source = "Ngành chế biến tăng lên 61,5%; trong khi đó, ngành khai thác giảm từ 27,7% năm 2013 xuống còn 26,5%."
    found = verify("Ngành khai thác tăng so với mức 27,7% của năm 2013.", [source])
    assert [(one.kind, one.stated, one.source) for one in found.differences] == [
        (DifferenceKind.OPPOSITE, "tăng", "giảm")
    ]


def test_names_side_by_side_without_accents_are_two_names() -> None:
    source = "Ông Hoàng Đình Thử, Phó Cục trưởng Cục Phòng chống AIDS/Bộ Y tế, cho biết có 4 người."
    assert verify("Theo Cuc Phong chong AIDS Hoang Dinh Thu, co 4 nguoi.", [source]).differences == ()


def test_a_figure_the_sentence_gives_itself_is_not_what_the_source_has_instead() -> None:
    claim = "Hình thức hợp doanh có 206 dự án, hình thức liên doanh có 45 dự án."
    (found,) = verify(claim, ["Hình thức hợp doanh có 206 dự án."]).differences
    assert (found.stated, found.source) == ("45", "")


def test_a_rise_behind_another_figure_is_seen_as_the_contrary_of_a_fall() -> None:
    found = verify("Số giá treo giảm từ 8 xuống 6 chiếc.", ["Số giá treo được tăng từ 6 lên 8 chiếc."])
    assert found.verdict is Verdict.CONTRADICTED


def test_what_is_counted_may_be_cases_but_not_another_thing() -> None:
    source = "Vụ tai nạn làm 13 người chết."
    assert verify("Vụ tai nạn làm 13 trường hợp chết.", [source]).differences == ()
    assert [one.kind for one in verify("Vụ tai nạn làm 13 vụ chết.", [source]).differences] == [DifferenceKind.UNIT]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Bể chứa khí Mây có dung tích đến 4.000 lít.", "Bể chứa khí Mây: dung tích đến 1.000 m3; tích số PV đến 4000"),
        ("Bể chứa Mây có dung tích đến 4.000 lít.", "Bể chứa Mây có dung tích đến 4.000 m3."),
    ],
)
def test_a_bare_number_or_one_of_another_measure_does_not_support_a_measure(claim: str, source: str) -> None:
    assert {one.kind for one in verify(claim, [source]).differences} == {DifferenceKind.UNIT}


def test_words_of_lack_take_the_place_of_a_negation_only_where_nothing_negates_them() -> None:
    claim = "Trạm Mây chưa có chứng chỉ vệ sinh năm 2035."
    assert verify(claim, ["Năm 2035, Trạm Mây có chứng chỉ vệ sinh."]).verdict is Verdict.CONTRADICTED
    assert verify(claim, ["Năm 2035, Trạm Mây đã có chứng chỉ vệ sinh."]).verdict is Verdict.CONTRADICTED


def test_a_time_of_another_event_is_not_what_the_source_has_instead() -> None:
    claim = "Lúc nhận việc hồi tháng 9 năm 2036, trưởng trạm Mây chưa có chứng chỉ vệ sinh chương trình chính."
    source = "Trưởng trạm Mây chưa có chứng chỉ vệ sinh chương trình chính; sau đợt kiểm dịch đàn ong rừng ở xã Hoa Ban"
    (found,) = verify(claim, [source + " thì cây cầu treo xong vào 11/2036."]).differences
    assert (found.kind, found.source) == (DifferenceKind.DATE, "")
