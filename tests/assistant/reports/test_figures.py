"""The figures of a sentence: what counts, what it counts, its target and rate; and the numbers that count nothing."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reports.figures import Figure, read_figures


def figures(text: str) -> list[tuple[str, str]]:
    return [(one.value, one.unit) for one in read_figures(text).figures]


def only(text: str) -> Figure:
    (one,) = read_figures(text).figures
    return one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội xây dựng 223 mô hình trên toàn tỉnh.", [("223", "mô hình")]),
        ("Giúp 12.226 hộ nghèo, 7.797 lao động nữ được học nghề.", [("12.226", "hộ"), ("7.797", "lao động")]),
        ("Vận động trên 7 tỷ đồng cho 675 hộ gia đình.", [("trên 7 tỷ", "đồng"), ("675", "hộ")]),
        ("Ủng hộ kinh phí hàng chục tỷ đồng.", [("hàng chục tỷ", "đồng")]),
        ("Tặng 1.240 thẻ bảo hiểm y tế và 130 xuất học bổng.", [("1.240", "thẻ bảo hiểm"), ("130", "suất")]),
        ("Trao kỷ niệm chương cho 699 đồng chí.", [("699", "người")]),
        ("Trên 11.000 ngày công lao động.", [("Trên 11.000", "ngày công")]),
        ("Xây 23 “Mái ấm tình thương”.", [("23", "nhà")]),
        ("Thành lập hai hợp tác xã.", [("hai", "hợp tác xã")]),
        ("Mức hỗ trợ từ 300.000 đến 500.000 đồng/tháng.", [("300.000", "đồng"), ("500.000", "đồng")]),
        ("Tỷ lệ tập hợp hội viên đạt 77,8%.", [("77,8", "%")]),
        ("Tổng số hội viên: 48.215.", [("48.215", "hội viên")]),
        ("Hỗ trợ vùng bão số 10: 43.500.000 đồng.", [("43.500.000", "đồng")]),
        ("Trồng 3.200 cây hoa trên 06 tuyến đường.", [("3.200", "cây"), ("06", "tuyến")]),
        ("Vận động trên 60 xã tham gia.", [("trên 60", "xã")]),
        ("Cho vay 300tr, vận động 2,5 tỷ.", [("300tr", "đồng"), ("2,5 tỷ", "đồng")]),
        ("Tổng số HV toàn xã 1.045; thu 24,5 trđ.", [("1.045", "hội viên"), ("24,5", "triệu đồng")]),
        ("Lắp 46 camera an ninh, 12 website bán hàng.", [("46", "camera"), ("12", "website")]),
        ("Dư nợ 185 tỷ 400 triệu đồng.", [("185 tỷ 400 triệu", "đồng")]),
    ],
)
def test_figures_are_read_with_what_they_count(text: str, expected: list[tuple[str, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Đề án 938, 939 và Đề án 1553, Dự án 8.",
        "Tham mưu ban hành Đề án số 15 về công tác cán bộ nữ.",
        "Theo Chỉ thị 21-CT/TW ngày 20/01/2018 và Quyết định số 938/QĐ-TTg.",
        "Kỷ niệm các ngày 8/3, 20/10 và ngày 29/11/2021.",
        "Dịp 8/3 năm nay, các cấp Hội tổ chức nhiều hoạt động.",
        "Đại hội lần thứ XIII, khóa XVII, kỳ họp thứ 12.",
        "Cuộc vận động “Xây dựng gia đình 5 không, 3 sạch” được triển khai.",
        "Mô hình điểm “Xây dựng gia đình 5 có, 3 sạch” và 5 không 3 sạch.",
        "Sơ kết 5 năm thực hiện, 6 tháng đầu năm 2023.",
        "Phòng, chống dịch COVID - 19 và Covid-19.",
        "Một số đơn vị, một trong những mô hình, hai bên ký kết.",
        "Liên hệ số điện thoại 02373852123 hoặc 0912345678.",
        "Tổ chức thành công Đại hội phụ nữ cả 3 cấp.",
        "Phụ nữ từ 18 tuổi trở lên, con dưới 16 tuổi.",
        "Nhiệm kỳ 2016-2021, giai đoạn 2017 – 2022, đến năm 2030.",
        "1. Công tác tuyên truyền",
        "2.3. Xây dựng tổ chức Hội",
        "Lúc 8 giờ 30 ngày 10/3/2022 tại Quốc lộ 1.",
        "Phó Cụm trưởng Cụm thi đua số 3.",
    ],
)
def test_dates_names_ordinals_ages_and_slogans_are_no_figures(text: str) -> None:
    assert figures(text) == []


def test_result_target_and_rate_are_one_figure() -> None:
    one = only("Các cấp Hội phát triển được 3.562/5.000 hội viên mới (đạt 71%).")
    assert (one.value, one.number, one.plan, one.rate) == ("3.562", Decimal(3562), Decimal(5000), Decimal(71))
    assert (one.unit, one.label, one.approximate) == ("hội viên", "hội viên mới", False)


def test_a_rate_that_names_the_plan_needs_no_brackets() -> None:
    one = only("Kết nạp 512 hội viên, đạt 102% kế hoạch năm.")
    assert (one.value, one.rate) == ("512", Decimal(102))


def test_a_rate_of_something_else_is_a_figure_of_its_own() -> None:
    text = "Tổng số hội viên là 142.680/183.400 phụ nữ, tỷ lệ tập hợp đạt 77,8%."
    assert figures(text) == [("142.680", "phụ nữ"), ("77,8", "%")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("gần 2 tỷ đồng", Decimal(2_000_000_000)),
        ("1,36 tỷ đồng", Decimal("1360000000")),
        ("100 triệu đồng", Decimal(100_000_000)),
        ("421.650 triệu đồng", Decimal(421_650_000_000)),
    ],
)
def test_multipliers_are_in_the_number(text: str, number: Decimal) -> None:
    assert read_figures(f"Vận động {text}.").figures[0].number == number


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("từ 5 đến 7 triệu đồng", [("5", "triệu đồng"), ("7 triệu", "đồng")]),
        ("200 - 500 nghìn đồng", [("200", "nghìn đồng"), ("500 nghìn", "đồng")]),
        ("từ 300.000 đến 500.000 đồng", [("300.000", "đồng"), ("500.000", "đồng")]),
    ],
)
def test_the_beginning_of_a_range_is_measured_as_its_end(text: str, units: list[tuple[str, str]]) -> None:
    assert figures(f"Hội hỗ trợ {text} mỗi tháng.") == units


@pytest.mark.parametrize(
    "text",
    [
        "Hội giúp 398 hộ thoát nghèo (kế hoạch 320 hộ).",
        "Hội giúp 398 hộ thoát nghèo, đạt 124% so với chỉ tiêu (320 hộ).",
        "Hội giúp 398 hộ/320 hộ (đạt 124,4% kế hoạch năm).",
        "So với kế hoạch 320 hộ, Hội đã giúp 398 hộ thoát nghèo.",
        "Hội giúp 398 hộ thoát nghèo, đạt 124,4% kế hoạch (320 hộ).",
        "Hội giúp 398 hộ thoát nghèo, vượt 24,4% chỉ tiêu tỉnh giao năm 2022 (320 hộ).",
        "Hội giúp 398 hộ thoát nghèo, bằng 124,4% so với kế hoạch cả năm đề ra (320 hộ).",
        "Hội giúp 398 hộ thoát nghèo, vượt chỉ tiêu Đại hội giao (320 hộ).",
        "Hội giúp 398 hộ/KH (320 hộ).",
    ],
)
def test_what_was_to_be_reached_is_no_figure_of_its_own(text: str) -> None:
    assert [one.value for one in read_figures(text).figures if one.unit == "hộ"] == ["398"]


def test_the_target_behind_a_rate_goes_to_what_the_rate_is_of() -> None:
    one = only("Hội giúp 398 hộ thoát nghèo, đạt 124,4% kế hoạch (320 hộ).")
    assert (one.value, one.plan, one.rate) == ("398", Decimal(320), Decimal("124.4"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tổ chức 05 lớp theo kế hoạch (250 người dự).", "250"),
        ("Xây dựng mô hình đạt 104% kế hoạch (52/50 mô hình).", "52"),
        ("Có 05 mô hình, đạt 100% kế hoạch (trong đó 02 mô hình mới).", "02"),
        ("Có 12 xã đạt chỉ tiêu (100%).", "100"),
    ],
)
def test_brackets_behind_a_plan_may_hold_results(text: str, value: str) -> None:
    assert value in [one.value for one in read_figures(text).figures]


def test_a_share_alone_in_brackets_after_a_total_is_its_rate() -> None:
    one = only("Toàn tỉnh có 152.617/171.900 hộ hội viên (88,8%).")
    assert (one.value, one.plan, one.rate) == ("152.617", Decimal(171900), Decimal("88.8"))


def test_a_number_after_a_colon_is_measured_by_the_name_before_it() -> None:
    text = "Số chi hội: 14; số hội viên: 2.418 (tăng 76 so với đầu năm; trong đó nòng cốt 310)."
    assert figures(text)[:3] == [("14", "chi hội"), ("2.418", "hội viên"), ("76", "hội viên")]
    assert figures("Có 2.105 hội viên (trong đó nòng cốt 310).")[1:] == [("310", "hội viên")]


@pytest.mark.parametrize("lead", ["trên", "gần", "hơn", "khoảng", "ước đạt"])
def test_a_rounded_figure_is_told_as_such_with_its_word(lead: str) -> None:
    one = only(f"Hội giúp {lead} 1.300 hộ nghèo.")
    assert one.approximate
    assert one.value == f"{lead} 1.300"


def test_reaching_and_exceeding_a_target_is_no_rounding() -> None:
    one = only("Các đơn vị đạt và vượt 8/8 chỉ tiêu.")
    assert (one.value, one.approximate, one.plan) == ("8", False, Decimal(8))


def test_what_another_figure_has_is_none_itself() -> None:
    assert figures("Có 41.893 hộ gia đình đạt 08 tiêu chí.") == [("41.893", "hộ")]


@settings(deadline=None)
@given(st.text(alphabet='0123456789/.,% ()\n-–đtạộhồng“”"xãệuy', max_size=80))
def test_any_text_is_read_and_every_value_stands_where_it_says(text: str) -> None:
    for one in read_figures(text).figures:
        assert text[one.start : one.end] == one.value
        assert one.value


@settings(deadline=None)
@given(st.integers(min_value=2, max_value=9_999_999))
def test_a_counted_number_is_never_lost(number: int) -> None:
    written = f"{number:,}".replace(",", ".")
    one = only(f"Các cấp Hội đã giúp {written} hộ nghèo.")
    assert (one.number, one.unit) == (Decimal(number), "hộ")


def test_a_plan_after_a_slash_is_no_result() -> None:
    one = only("Kết nạp 2.711 hội viên/KH 2.500.")
    assert (one.value, one.plan) == ("2.711", Decimal(2500))
