"""Who a paper goes to fits the level of the unit and the time."""

import pytest

from assistant.reports.recipients import recipients_for

LINES = ("{superior} (b/c)", "{party} (b/c)", "{front} (b/c)", "{lower}", "Lưu: VT")


@pytest.mark.parametrize(
    ("unit", "period", "expected"),
    [
        (
            "Hội LHPN tỉnh Thanh Hóa",
            "2020",
            ("Đoàn Chủ tịch TW Hội (b/c)", "Thường trực Tỉnh ủy (b/c)", "Hội LHPN các huyện, thị xã, thành phố"),
        ),
        (
            "Hội LHPN tỉnh Thanh Hóa",
            "2025",
            ("Đoàn Chủ tịch TW Hội (b/c)", "Thường trực Tỉnh ủy (b/c)", "Hội LHPN các xã, phường, đặc khu"),
        ),
        (
            "Hội LHPN thành phố Hà Nội",
            "2023-H1",
            ("Đoàn Chủ tịch TW Hội (b/c)", "Thường trực Thành ủy (b/c)", "Hội LHPN các quận, huyện, thị xã"),
        ),
        (
            "Hội LHPN huyện Lục Sơn",
            "2019",
            ("Ban Thường vụ Hội LHPN tỉnh (b/c)", "Thường trực Huyện ủy (b/c)", "Hội LHPN các xã, thị trấn"),
        ),
        (
            "Hội LHPN thành phố Lộc Hà",
            "2019",
            ("Ban Thường vụ Hội LHPN tỉnh (b/c)", "Thường trực Thành ủy (b/c)", "Hội LHPN các xã, phường"),
        ),
        (
            "Hội LHPN xã Tân Lập",
            "2022",
            ("Ban Thường vụ Hội LHPN huyện (b/c)", "Thường trực Đảng ủy (b/c)", "Các chi hội phụ nữ"),
        ),
        (
            "Hội LHPN phường An Đông",
            "2026-H1",
            ("Ban Thường vụ Hội LHPN tỉnh (b/c)", "Thường trực Đảng ủy (b/c)", "Các chi hội phụ nữ"),
        ),
        (
            "Hội LHPN Việt Nam",
            "2023",
            (
                "Ban Bí thư Trung ương Đảng (b/c)",
                "Đảng ủy MTTQ, các đoàn thể Trung ương (b/c)",
                "Hội LHPN các tỉnh, thành phố",
            ),
        ),
    ],
)
def test_recipients_fit_the_level_of_the_unit(unit: str, period: str, expected: tuple[str, ...]) -> None:
    superior, party, _front, lower, kept = recipients_for(LINES, unit, period)
    assert (superior, party, lower) == expected
    assert kept == "Lưu: VT"


def test_lines_without_blanks_and_other_braces_stay() -> None:
    assert recipients_for(("Sở {ABC}", "Như trên"), "Hội LHPN xã Tân Lập", "") == ("Sở {ABC}", "Như trên")
