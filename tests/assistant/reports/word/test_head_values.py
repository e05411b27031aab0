"""What the unit's name says about issuer and place, and what stays open."""

import pytest

from assistant.reports.model import ReportRequest
from assistant.reports.word.head_values import head_values, number_line
from assistant.reports.word.profile_files import load_profile
from tests.assistant.reports.word.made_draft import small_draft

HOI = load_profile("HOI")


@pytest.mark.parametrize(
    ("unit", "parent", "issuer", "place"),
    [
        ("Hội LHPN tỉnh Sông Thao", "HỘI LHPN VIỆT NAM", "BAN THƯỜNG VỤ|HỘI LHPN TỈNH SÔNG THAO", "Sông Thao"),
        (
            "Hội Liên hiệp Phụ nữ Thành phố Hồ Chí Minh",
            "HỘI LHPN VIỆT NAM",
            "BAN THƯỜNG VỤ|HỘI LHPN THÀNH PHỐ HỒ CHÍ MINH",
            "Thành phố Hồ Chí Minh",
        ),
        ("Hội LHPN xã Tân Lộc, tỉnh Sông Thao", "HỘI LHPN XÃ TÂN LỘC, TỈNH SÔNG THAO", "BAN THƯỜNG VỤ", "Tân Lộc"),
        ("Hội LHPN phường 5", "HỘI LHPN PHƯỜNG 5", "BAN THƯỜNG VỤ", "Phường 5"),
        ("Hội LHPN thị xã Bến Trăng", "HỘI LHPN THỊ XÃ BẾN TRĂNG", "BAN THƯỜNG VỤ", "Bến Trăng"),
        ("Hội LHPN Việt Nam", "", "HỘI LHPN VIỆT NAM", "…"),
    ],
)
def test_issuer_and_place_come_from_the_unit(unit: str, parent: str, issuer: str, place: str) -> None:
    values = head_values(small_draft(request=ReportRequest("tong-ket-nam", unit, "2023")), HOI)
    assert (values.parent, values.issuer, values.place) == (parent, issuer, place)


def test_the_front_takes_the_place_of_the_parent_in_its_own_papers() -> None:
    values = head_values(small_draft(), load_profile("MTTQ"))
    assert (values.parent, values.issuer) == ("ỦY BAN MTTQ VIỆT NAM|TỈNH SÔNG THAO", "BAN THƯỜNG TRỰC")


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("", "Số:      /BC-BTV"),
        ("9", "Số: 09/BC-BTV"),
        ("145", "Số: 145/BC-BTV"),
        ("9a", "Số: 9a/BC-BTV"),
        ("09/BC-HPN", "Số: 09/BC-HPN"),
    ],
)
def test_a_number_is_printed_only_as_it_was_typed(number: str, line: str) -> None:
    assert number_line(head_values(small_draft(fields={"number": number}), HOI), HOI) == line


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("", "ngày … tháng … năm 20…"),
        ("2023-01-09", "ngày 09 tháng 01 năm 2023"),
        ("2023-11-29", "ngày 29 tháng 11 năm 2023"),
        ("2023-05-20", "ngày 20 tháng 5 năm 2023"),
        ("ngày … tháng 7 năm 2023", "ngày … tháng 7 năm 2023"),
    ],
)
def test_days_are_written_as_the_decree_wants(typed: str, printed: str) -> None:
    assert head_values(small_draft(fields={"date": typed}), HOI).date == printed
