"""Times that only a document's day makes known, targets, columns of tables, one person's doings."""

from datetime import date

import pytest

from assistant.reports.figures import read_figures
from assistant.reports.periods import period_named
from assistant.reports.person_words import goes_on_about_person, names_person, names_visitors, opens_with_union
from assistant.reports.relative_periods import past_half, past_month, past_quarter, past_year, relative_times
from assistant.reports.table_columns import Column, column_of, unit_in_brackets, with_time_words
from assistant.reports.table_rows import row_figures
from assistant.reports.times import (
    Role,
    Standing,
    heading_is_ahead,
    heading_is_back,
    is_part,
    label_is_ahead,
    standing,
    time_mentions,
)
from ingest.card.periods import periods_in


@pytest.mark.parametrize(
    ("text", "day", "days"),
    [
        ("Năm qua, các cấp Hội", "2019-12-26", ("2019-01-01", "2019-12-31")),
        ("Một năm qua, các cấp Hội", "2023-01-06", ("2022-01-01", "2022-12-31")),
        ("Riêng năm nay, Hội", "2023-12-27", ("2023-01-01", "2023-12-31")),
        ("Từ đầu năm đến nay, toàn tỉnh", "2023-09-27", ("2023-01-01", "2023-09-27")),
        ("Trong quý, các cấp Hội", "2022-04-01", ("2022-01-01", "2022-03-31")),
        ("6 tháng qua, Hội", "2023-07-14", ("2023-01-01", "2023-06-30")),
        ("Qua nửa nhiệm kỳ 2021 - 2026, Hội", "2023-12-15", ("2021-01-01", "2023-12-31")),
    ],
)
def test_a_relative_time_is_told_by_the_day_of_its_text(text: str, day: str, days: tuple[str, str]) -> None:
    (found,) = relative_times(text, day)
    assert (found.first, found.last) == days


@pytest.mark.parametrize(
    "text", ["Trong 5 năm qua", "Những năm qua", "năm 2020", "Trong tháng hành động", "từ đầu năm 2020"]
)
def test_stretches_of_years_and_named_times_are_not_relative(text: str) -> None:
    assert relative_times(text, "2021-01-04") == []


def test_without_a_day_nothing_relative_is_known() -> None:
    assert relative_times("Năm qua, các cấp Hội", None) == []


def test_in_the_middle_of_a_year_the_past_year_is_not_told() -> None:
    assert past_year(date(2022, 6, 1)) is None
    assert past_half(date(2022, 10, 20)) is None


def test_the_first_days_of_a_month_and_a_quarter_still_tell_of_the_one_before() -> None:
    assert past_month(date(2023, 1, 5)).name == "2022-12"
    assert past_quarter(date(2023, 1, 5)).name == "2022-Q4"
    assert past_quarter(date(2023, 3, 5)).name == "2023-Q1"


def test_up_to_now_is_no_account_of_a_year_that_goes_on() -> None:
    (found,) = time_mentions("Từ đầu năm đến nay, toàn tỉnh", 2023, "2023-06-27")
    assert found.role is Role.TO_DATE
    assert standing(period_named("2023-H1"), found) is Standing.IN_PERIOD
    assert standing(period_named("2023"), found) is Standing.ELSEWHEN
    assert standing(period_named("2023-06"), found) is Standing.CUMULATIVE


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("KH năm 2021", Column.PLAN),
        ("TH năm 2020", Column.RESULT),
        ("% so với KH", Column.RATE),
        ("% so với cùng kỳ", Column.COMPARED),
        ("Tăng, giảm", Column.COMPARED),
        ("Năm 2021", Column.RESULT),
        ("Hộ giảm nghèo", Column.OTHER),
        ("Ghi chú", Column.ASIDE),
    ],
)
def test_a_column_is_known_by_its_name(label: str, column: Column) -> None:
    assert column_of(label) is column


def test_the_target_and_the_rate_go_to_the_result_of_their_year() -> None:
    row = (
        "1. Hội viên mới — ĐVT: Người; KH năm 2021: 350; TH năm 2020: 402; TH năm 2021: 371; % so với KH: 106,0; "
        "% so với cùng kỳ: 92,3"
    )
    before, now = row_figures(row)
    assert (before.figure.value, before.figure.plan, before.column) == ("402", None, "TH năm 2020")
    assert (now.figure.value, str(now.figure.plan), now.figure.unit) == ("371", "350", "người")


def test_a_column_of_targets_alone_gives_targets() -> None:
    (only,) = row_figures("Hội viên mới — ĐVT: người; Kế hoạch năm 2023: 350")
    assert only.is_target
    assert only.figure.value == "350"


def test_the_unit_of_a_row_may_stand_in_brackets() -> None:
    assert unit_in_brackets("Phát triển hội viên (người)") == "người"
    assert not unit_in_brackets("Kết quả (so với kế hoạch)")


@pytest.mark.parametrize(
    "text",
    [
        "Chi hội thôn 3 giúp chị em dựng nhà.",
        "Năm 2021 là năm tổ chức Đại hội phụ nữ các cấp.",
        "Năm thứ hai tỉnh triển khai chương trình.",
        "Trong hai ngày 22 và 23/9, Đại hội diễn ra.",
        "Tàu Thổ Châu 09 sửa chữa định kỳ.",
        "Hội LHPN Quận 8 tổ chức phiên chợ 0 đồng.",
    ],
)
def test_numbers_of_names_days_and_years_count_nothing(text: str) -> None:
    assert read_figures(text).figures == ()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("mỗi tháng 300.000 đồng/cháu", "300.000", "đồng"),
        ("hội viên dân tộc thiểu số 1.012 người", "1.012", "người"),
        ("góp vốn xoay vòng 165 triệu đồng", "165 triệu", "đồng"),
        ("Kết nạp 21 HV mới", "21", "hội viên"),
        ("chủ trì giám sát 02 chuyên đề tại cơ sở", "02", "chuyên đề"),
    ],
)
def test_numbers_after_words_that_often_name_things_count(text: str, value: str, unit: str) -> None:
    (found,) = read_figures(text).figures
    assert (found.value, found.unit) == (value, unit)


def test_one_persons_doings_are_told_from_an_officials_words() -> None:
    assert names_person("Chị Vũ Thị Hoan được vay 50 triệu đồng mở xưởng may.")
    assert not names_person("Bà Lê Thị Hoa, Chủ tịch Hội LHPN tỉnh cho biết: Hội giúp 463 phụ nữ.")
    assert not names_person("Hội LHPN tỉnh Bà Rịa - Vũng Tàu kết nạp 3.105 hội viên.")
    assert not names_person("Mẹ Đỡ đầu: nhận đỡ đầu 12 cháu.")
    assert not names_person("Các gia đình Văn hóa: 4.100 hộ.")
    assert names_person("Gia đình Lò Thị Mỉ thu 30 triệu đồng.")
    assert opens_with_union("Cùng với đó, Hội đã tặng 30 suất quà.")
    assert not opens_with_union("Căn nhà rộng 48 m2, hội viên góp 60 ngày công.")
    assert goes_on_about_person("Đến nay chị đã có 25 con dê.")


@pytest.mark.parametrize(
    ("headings", "ahead"),
    [
        (("I. KẾT QUẢ 6 THÁNG ĐẦU NĂM", "2. Nhiệm vụ 1: Hỗ trợ phụ nữ phát triển toàn diện"), False),
        (("Nhiệm vụ 2. Hỗ trợ phụ nữ khởi nghiệp",), False),
        (("II. KẾT QUẢ", "3. Nhiệm vụ trọng tâm"), False),
        (("III. NHIỆM VỤ 6 THÁNG CUỐI NĂM", "Nhiệm vụ 1: Tuyên truyền"), True),
        (("I. KẾT QUẢ", "3. Nhiệm vụ trọng tâm năm 2024"), True),
        (("Báo cáo kết quả công tác Hội", "III. Nhiệm vụ trọng tâm"), True),
    ],
)
def test_standing_tasks_look_ahead_only_below_what_is_to_come(headings: tuple[str, ...], ahead: bool) -> None:
    assert heading_is_ahead(headings) is ahead


def test_a_plan_may_open_with_what_the_year_before_brought() -> None:
    assert heading_is_back(("I. ĐÁNH GIÁ KẾT QUẢ NĂM 2020",))
    assert not heading_is_back(("II. CHỈ TIÊU NĂM 2021",))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Cùng kỳ năm trước, toàn tỉnh phát triển 5.871 hội viên", Role.IN_FORCE),
        ("98.316 lượt (cùng kỳ năm trước: 90.240 lượt)", Role.IN_FORCE),
        ("98.316 lượt (cùng kỳ năm 2022: 90.240 lượt)", Role.IN_FORCE),
        ("98.316 lượt (cùng kỳ: 90.240 lượt)", Role.IN_FORCE),
        ("tăng 12% so với năm trước", Role.COMPARED),
        ("tăng 12% so với cùng kỳ năm 2022", Role.COMPARED),
        ("tăng 1,3 lần so với cùng kỳ (9,6 tỷ đồng)", Role.COMPARED),
    ],
)
def test_the_year_before_is_in_force_where_it_opens_a_clause(text: str, role: Role) -> None:
    (found,) = time_mentions(text, 2023, "2023-06-16")
    assert (found.first, found.role) == ("2022-01-01" if "2022" not in text else found.first, role)
    assert found.last < "2023"


def test_visitors_doings_are_theirs() -> None:
    title = "Đoàn công tác Trung ương Hội làm việc với Hội LHPN tỉnh Sơn Hà"
    assert names_visitors(title, "Đoàn đã tặng 30 suất quà cho phụ nữ nghèo.")
    assert not names_visitors(title, "Toàn tỉnh đã tặng 30 suất quà.")
    assert not names_visitors("Sơn Hà tổng kết công tác Hội", "Đoàn đã tặng 30 suất quà.")


@pytest.mark.parametrize(
    ("label", "column"),
    [
        ("TH/KH (%)", Column.RATE),
        ("KQ/CT", Column.RATE),
        ("So sánh 2022/2021", Column.COMPARED),
        ("Kết quả (%)", Column.RESULT),
    ],
)
def test_columns_of_rates_are_no_results(label: str, column: Column) -> None:
    assert column_of(label) is column


def test_percentages_of_a_row_that_counts_households_are_no_households() -> None:
    row = "Hộ thoát nghèo — ĐVT: hộ; Kế hoạch 2020: 320; Thực hiện 2020: 398; Kết quả (%): 124,4"
    assert [(one.figure.value, one.figure.unit, one.figure.rate is not None) for one in row_figures(row)] == [
        ("398", "hộ", True)
    ]


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("5. Nhiệm vụ quý IV: kết nạp 30 hội viên.", True),
        ("- Một số chỉ tiêu năm 2026: kết nạp 30 hội viên.", True),
        ("3. Nhiệm vụ 1: Tuyên truyền, vận động phụ nữ.", False),
        ("Kế hoạch số 12: tổ chức 3 lớp.", False),
        ("Công tác tuyên truyền: tổ chức 3 buổi.", False),
    ],
)
def test_a_paragraph_that_opens_with_a_heading_of_its_own_is_about_what_that_says(text: str, ahead: bool) -> None:
    assert label_is_ahead(text) is ahead


def test_a_national_target_programme_is_no_outlook() -> None:
    assert not heading_is_ahead(("1. Thực hiện Chương trình mục tiêu quốc gia",))
    assert heading_is_ahead(("2. Mục tiêu",))


def test_half_years_in_words_are_periods() -> None:
    (half,) = periods_in("Dấu ấn nửa đầu năm 2022")
    assert (half.first, half.last) == ("2022-01-01", "2022-06-30")


@pytest.mark.parametrize(
    ("label", "days"),
    [("TH 2021", ("2021-01-01", "2021-12-31")), ("Thực hiện 9 tháng", ("2023-01-01", "2023-09-30"))],
)
def test_a_columns_name_tells_its_time(label: str, days: tuple[str, str]) -> None:
    (found,) = time_mentions(with_time_words(label), 2023)
    assert (found.first, found.last) == days


@pytest.mark.parametrize(
    ("label", "period", "part"),
    [
        ("Thực hiện quý IV/2022", "2017/2022", True),
        ("Thực hiện quý IV/2022", "2022", True),
        ("Quý IV/2022", "2022-Q4", False),
        ("Tháng 3/2022", "2022-Q1", True),
        ("Thực hiện năm 2022", "2022", False),
        ("Thực hiện quý IV/2022", "2023", False),
        ("Đến hết tháng 9/2022", "2022", False),
    ],
)
def test_a_columns_time_within_a_period_is_a_part_of_it(label: str, period: str, part: bool) -> None:
    (mention,) = time_mentions(with_time_words(label), None)
    assert is_part(period_named(period), mention) is part
