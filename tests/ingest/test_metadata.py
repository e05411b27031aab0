import pytest

from ingest.dates import read_dateline, read_place_and_day
from ingest.document_types import type_of_heading, type_of_number
from ingest.documents import Metadata
from ingest.periods import subject_year
from ingest.units import unit_at_start, units_in
from tests.ingest.written import LAW, NEWS, REPORT, document


def test_identity_card_of_a_news_item() -> None:
    assert document(NEWS).metadata == Metadata(
        title="Hội LHPN xã An Khê ra mắt mô hình “Ngôi nhà xanh”",
        date="2024-03-15",
        year=2024,
        unit="Hội LHPN xã An Khê",
        type="Tin bài",
        author="Thu Hiền - Hội LHPN xã An Khê",
    )


def test_identity_card_of_a_report() -> None:
    assert document(REPORT).metadata == Metadata(
        title="Báo cáo Kết quả công tác Hội 6 tháng đầu năm 2024, phương hướng, nhiệm vụ 6 tháng cuối năm 2024",
        date="2024-07-05",
        year=2024,
        unit="Hội LHPN tỉnh Sông Lam",
        type="Báo cáo",
        author=None,
    )


def test_declared_values_win() -> None:
    declared = Metadata(
        title="Tên khai báo", date="2020-01-02", year=2019, unit="Đơn vị A", type="Loại B", author="C", url="u"
    )
    assert document(NEWS, declared=declared).metadata == declared


def test_text_that_says_nothing_gets_nothing() -> None:
    text = "Ngày 8/3 và 20/10 hằng năm, hội viên gặp mặt. Theo Chỉ thị 05-CT/TW ngày 15/5/2016, Hội LHPN tỉnh học tập."
    assert document(text).metadata == Metadata()


def test_office_and_signer_of_a_report_are_no_author() -> None:
    assert document(REPORT).metadata.author is None


def test_first_line_is_the_title_of_plain_text() -> None:
    assert document(LAW).metadata.title == "Quyền của hội viên"


def test_sentence_is_no_title() -> None:
    assert document("Hội nghị diễn ra sôi nổi.\nĐại biểu đã thảo luận.").metadata.title is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("29/11/2021", "2021-11-29"),
        ("8:52' 15/3/2019", "2019-03-15"),
        ("Thứ ba, 15/3/2019, 08:52 (GMT+7)", "2019-03-15"),
        ("Ngày đăng: 05/3/2020 | Lượt xem: 123", "2020-03-05"),
        ("16:02:19 14/12/2022", "2022-12-14"),
        ("Cập nhật lúc 10:20, ngày 12 tháng 3 năm 2020", "2020-03-12"),
        ("05-3-2020", "2020-03-05"),
    ],
)
def test_dateline_is_day_before_month(line: str, day: str) -> None:
    dateline = read_dateline(line)
    assert dateline is not None
    assert dateline.day == day


@pytest.mark.parametrize(
    "line",
    [
        "8/3",
        "Sáng 29/11",
        "Ngày 15/3/2019, Hội họp",
        "31/02/2020",
        "Nhiệm kỳ 2016-2021",
        "Số 12/2019",
        "Từ 1/1/2020 đến 3/3/2020 và 5/5/2020",
    ],
)
def test_other_lines_with_numbers_are_no_dateline(line: str) -> None:
    assert read_dateline(line) is None


def test_dateline_may_name_the_author() -> None:
    dateline = read_dateline("Người đăng: Thu Hiền - 12/3/2020")
    assert dateline is not None
    assert (dateline.day, dateline.author) == ("2020-03-12", "Thu Hiền")


def test_open_day_of_a_form_gives_the_year_only() -> None:
    found = read_place_and_day("Sông Lam, ngày      tháng     năm 2007")
    assert found is not None
    assert (found[0].day, found[0].year) == (None, 2007)


def test_day_of_a_cited_document_is_not_the_day_of_issue() -> None:
    assert read_place_and_day("Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020") is None


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("Kết quả công tác Hội năm 2022, phương hướng, nhiệm vụ năm 2023", 2022),
        ("Kết quả thực hiện Nghị quyết nhiệm kỳ 2016-2021", None),
        ("Sơ kết quý II/2023", 2023),
        ("Đề án hỗ trợ phụ nữ đến năm 2030", None),
        ("So sánh năm 2021 và năm 2022", None),
        ("Tin hoạt động", None),
    ],
)
def test_year_is_the_one_the_title_is_about(title: str, year: int | None) -> None:
    assert subject_year(title) == year


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Văn phòng Hội LHPN tỉnh Sơn La", ["Hội LHPN tỉnh Sơn La"]),
        ("BAN THƯỜNG VỤ HỘI LHPN TỈNH SÔNG LAM", ["Hội LHPN tỉnh Sông Lam"]),
        ("Chủ tịch Hội LHPN tỉnh Tuyên Quang Phạm Thị Lê", ["Hội LHPN tỉnh Tuyên Quang"]),
        ("Hội Liên hiệp Phụ nữ thành phố Đà Nẵng", ["Hội LHPN thành phố Đà Nẵng"]),
        ("Hội LHPN TP. Hồ Chí Minh", ["Hội LHPN thành phố Hồ Chí Minh"]),
        ("Hội LHPN tỉnh Thanh Hoá và Hội LHPN tỉnh Thanh Hóa", ["Hội LHPN tỉnh Thanh Hóa"]),
        ("Hội LHPN các tỉnh; Hội LHPN tỉnh; Hội LHPN xã", []),
        ("Hội LHPN xã An Khê Trần Thị Lê Na", []),
    ],
)
def test_units_are_named_uniformly(text: str, units: list[str]) -> None:
    assert units_in(text) == units


def test_unit_at_start_passes_over_time_and_place() -> None:
    assert unit_at_start("Sáng 8/3, tại nhà văn hóa, Hội LHPN xã An Khê tổ chức gặp mặt.") == "Hội LHPN xã An Khê"
    assert unit_at_start("Dự hội nghị có Hội LHPN xã An Khê.") is None


def test_two_different_speakers_leave_the_unit_open() -> None:
    text = "Hội LHPN xã An Khê tặng quà\n01/02/2024\nHội LHPN xã Bình Hòa vừa tổ chức tặng quà cho hội viên nghèo."
    assert document(text).metadata.unit is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("BÁO CÁO", "Báo cáo"),
        ("B Á O  C Á O", "Báo cáo"),
        ("QUYẾT ĐỊNH:", "Quyết định"),
        ("BÁO CÁO VIÊN", None),
        ("Báo cáo", None),
    ],
)
def test_type_in_capitals(line: str, name: str | None) -> None:
    assert type_of_heading(line) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Số: 09 /BC - BTV", "Báo cáo"),
        ("Số 05-NQ/ĐU", "Nghị quyết"),
        ("Số:     /TTr-HLHPN", "Tờ trình"),
        ("Số: 15/QyĐ-BTV", "Quy định"),
        ("Số: 30/2020/NĐ-CP", "Nghị định"),
        ("Số: 05/BNV-VP", None),
        ("7/7 tỉnh", None),
    ],
)
def test_type_in_the_number(line: str, name: str | None) -> None:
    assert type_of_number(line) == name


def test_letter_is_known_by_its_number_and_subject() -> None:
    text = (
        "HỘI LHPN TỈNH SÔNG LAM\nSố: 45/BTV-TG\nV/v tổ chức ngày hội phụ nữ\n\nKính gửi: Các xã.\n\nĐề nghị triển khai."
    )
    metadata = document(text).metadata
    assert (metadata.type, metadata.title) == ("Công văn", "V/v tổ chức ngày hội phụ nữ")
