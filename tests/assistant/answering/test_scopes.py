"""A figure of a group, a district or the country is no answer for the province asked about."""

import pytest

from tests.assistant.answering.test_reading_well import ask, passage

NEWS = (
    "Năm 2023, toàn Cụm phát triển 1.846 hội viên mới, nâng tổng số hội viên lên 48.215 người.\n"
    "Toàn tỉnh có 148 cơ sở Hội; tổng số hội viên là 142.680 người.\n"
    "Hội LHPN tỉnh Sao Mai đứng thứ ba cả nước về kết nạp hội viên với 2.310 người."
)


@pytest.mark.parametrize(
    "question", ["Tổng số hội viên của tỉnh Sao Mai là bao nhiêu?", "tong so hoi vien cua tinh Sao Mai"]
)
def test_the_figure_of_a_group_is_not_given_for_a_province(question: str) -> None:
    text = ask(question, passage(NEWS, "Hội LHPN tỉnh Sao Mai tổng kết năm 2023")).text
    assert "142.680" in text
    assert "48.215" not in text


def test_the_figure_of_a_group_is_given_where_the_group_is_asked_about() -> None:
    text = ask("Tổng số hội viên của toàn Cụm là bao nhiêu?", passage(NEWS, "Tổng kết năm 2023")).text
    assert "48.215" in text


def test_a_rank_in_the_country_is_told_of_the_province() -> None:
    text = ask("Tỉnh Sao Mai kết nạp bao nhiêu hội viên?", passage(NEWS, "Tổng kết năm 2023")).text
    assert "2.310" in text


def test_a_level_of_staff_is_no_unit() -> None:
    told = "Toàn tỉnh có 148 cơ sở Hội; 97% cán bộ Hội cấp huyện đạt chuẩn, 85% cán bộ Hội cấp xã đạt chuẩn."
    text = ask("Bao nhiêu phần trăm cán bộ Hội cấp huyện đạt chuẩn?", passage(told, "Tổng kết năm 2023")).text
    assert "97%" in text


def test_what_a_paper_rests_on_counts_nothing() -> None:
    plan = (
        "Căn cứ Nghị quyết của Hội LHPN tỉnh Sao Mai lần thứ XV, nhiệm kỳ 2021 - 2026 về hội viên;\n"
        "Cả năm kết nạp 2.310 hội viên ở tỉnh."
    )
    text = ask("Tỉnh Sao Mai kết nạp bao nhiêu hội viên?", passage(plan, "Kế hoạch năm 2024")).text
    assert "2.310" in text
    assert "Căn cứ" not in text
