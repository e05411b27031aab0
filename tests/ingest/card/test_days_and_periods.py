import pytest

from ingest.card.days import days_in, issue_of
from ingest.card.periods import closing_period, periods_in, reported_period


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("Hà Nội, ngày 29 tháng 11 năm 2021", "Hà Nội", "2021-11-29"),
        ("Hà nội, ngày  14   tháng  7   năm 1998", "Hà nội", "1998-07-14"),
        ("Tân Lập , ngày 05/3/2024", "Tân Lập", "2024-03-05"),
        ("Tam Bình ngày 9 tháng 4 năm 2 021", "Tam Bình", "2021-04-09"),
        ("(Ngày 12/3/2024)", None, "2024-03-12"),
        ("Go Sen, ngay 05 thang 8 nam 2020", "Go Sen", "2020-08-05"),
        ("Gò Sen, ngày hai mươi bảy tháng hai năm hai nghìn không trăm hai mươi ba", "Gò Sen", "2023-02-27"),
        ("Gò Sen, ngày mồng năm tháng giêng năm một nghìn chín trăm chín mươi tám", "Gò Sen", "1998-01-05"),
        ("Gò Sen, ngày mười lăm tháng mười hai năm hai ngàn lẻ chín", "Gò Sen", "2009-12-15"),
        ("Gò Sen, ngày ba mươi mốt tháng chạp năm 2024", "Gò Sen", "2024-12-31"),
    ],
)
def test_place_and_day_of_issue(text: str, place: str | None, day: str) -> None:
    issue = issue_of(text)
    assert issue is not None
    assert (issue.place, issue.day) == (place, day)


@pytest.mark.parametrize(
    "text",
    [
        "Hải Bình, ngày      tháng      năm 2024",
        "Mường Khoa, ngày .... tháng .... năm 2025",
        "Hà Nội, ngày 31 tháng 2 năm 2024",
        "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2004.",
        "ngày 8/3, 20/10 và 2-9",
        "02/08 hợp tác xã",
        "Thực hiện Kế hoạch số 12/KH-BTV ngày 05 tháng 3 năm 2024 của Ban Thường vụ",
    ],
)
def test_blanks_and_other_days_are_no_issue(text: str) -> None:
    assert issue_of(text) is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ngày 29 tháng 11 năm 2021", ["2021-11-29"]),
        ("29/11/2021; 05-3-2020; 01.7.2025", ["2021-11-29", "2020-03-05", "2025-07-01"]),
        ("8:52' 15/3/2019; 9 giờ 00 ngày 10/3/2022", ["2019-03-15", "2022-03-10"]),
        ("8/3, 20/10, 2-9", []),
        ("7/7 tỉnh, 607/1.000 tin, nhiệm kỳ 2016-2021", []),
        ("13/13/2020", []),
    ],
)
def test_days_are_day_before_month(text: str, days: list[str]) -> None:
    assert [day for _, _, day in days_in(text)] == days


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("tháng 6/2019", "2019-06-01/2019-06-30"),
        ("Hết tháng 02 năm 2020", "2020-02-01/2020-02-29"),
        ("quý II/2023", "2023-04-01/2023-06-30"),
        ("quý 3 năm 2024", "2024-07-01/2024-09-30"),
        ("6 tháng đầu năm 2023", "2023-01-01/2023-06-30"),
        ("06 tháng cuối năm 2023", "2023-07-01/2023-12-31"),
        ("9 tháng đầu năm 2022", "2022-01-01/2022-09-30"),
        ("nhiệm kỳ 2016-2021", "2016-01-01/2021-12-31"),
        ("giai đoạn 2017 – 2022", "2017-01-01/2022-12-31"),
        ("giai đoạn 2013 -2017", "2013-01-01/2017-12-31"),
        ("từ ngày 16/11/2022 đến ngày 15/11/2023", "2022-11-16/2023-11-15"),
        ("từ tháng 10/2022 đến hết tháng 9/2023", "2022-10-01/2023-09-30"),
        ("năm 2020", "2020-01-01/2020-12-31"),
    ],
)
def test_every_form_of_a_period(text: str, period: str) -> None:
    assert [one.value for one in periods_in(text)] == [period]


@pytest.mark.parametrize(
    "text", ["8/3, 20/10", "kỳ họp thứ 12", "khóa XVII", "lần thứ XIII", "5 năm qua", "6 tháng đầu năm"]
)
def test_what_is_no_period(text: str) -> None:
    assert periods_in(text) == []


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Kết quả công tác năm 2022, phương hướng, nhiệm vụ năm 2023", "2022-01-01/2022-12-31"),
        ("Sơ kết 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2023", "2023-01-01/2023-06-30"),
        ("Kết quả thực hiện Đề án giai đoạn 2017 - 2027 năm 2022", "2022-01-01/2022-12-31"),
        ("Hoàn thành tốt các nhiệm vụ năm 2020", "2020-01-01/2020-12-31"),
        ("Đạt và vượt chỉ tiêu công tác Hội 2021", "2021-01-01/2021-12-31"),
        ("Triển khai nhiệm vụ năm 2024", None),
        ("Một số kết quả thực hiện Nghị quyết Đại hội phụ nữ tỉnh nhiệm kỳ 2016-2021", None),
        ("Phát động phong trào thi đua năm 2024", None),
    ],
)
def test_period_a_title_reports_on(title: str, period: str | None) -> None:
    found = reported_period(title, None)
    assert (found.value if found else None) == period


def test_year_left_out_is_the_year_of_issue() -> None:
    found = reported_period("Báo cáo kết quả 6 tháng đầu năm", 2024)
    assert found is not None
    assert found.value == "2024-01-01/2024-06-30"


def test_stated_days_of_the_figures() -> None:
    found = closing_period("Kết quả năm 2023\n(Số liệu tính từ ngày 16/11/2022 đến ngày 15/11/2023)")
    assert found is not None
    assert found.value == "2022-11-16/2023-11-15"


@pytest.mark.parametrize(
    "text", ["ngày hai tháng", "một ngày tháng năm năm ấy", "ngày ba mươi tháng hai năm hai nghìn"]
)
def test_words_that_are_no_day(text: str) -> None:
    assert days_in(text) == []
