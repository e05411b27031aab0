"""Figures of one statement recomputed from each other."""

import pytest

from assistant.claims.arithmetic import miscalculations


@pytest.mark.parametrize(
    ("statement", "stated", "computed"),
    [
        ("Phát triển 3.562/5.000 hội viên mới (đạt 81%).", "81%", "71,2%"),
        ("Đạt 81% (3.562/5.000 hội viên).", "81%", "71,2%"),
        ("Kết nạp 120/100 hội viên, vượt 30% chỉ tiêu.", "30%", "20,0%"),
        ("Số hội viên tăng từ 120 lên 150 người (tăng 35%).", "35%", "25,0%"),
        ("Số vụ giảm từ 40 xuống 30 vụ, giảm 20%.", "20%", "25,0%"),
        ("Có 150 hội viên vay vốn, tăng 35% so với năm 2019 (120 hội viên).", "35%", "25,0%"),
        ("Có 150 hội viên vay vốn, tăng 40 hội viên so với năm 2019 (120 hội viên).", "40", "30"),
    ],
)
def test_a_wrong_result_is_recomputed(statement: str, stated: str, computed: str) -> None:
    (found,) = miscalculations(statement)
    assert (found.difference.stated, found.difference.source) == (stated, computed)
    assert statement[found.difference.start : found.difference.end] == stated


@pytest.mark.parametrize(
    "statement",
    [
        "Phát triển 3.562/5.000 hội viên mới (đạt 71%).",
        "Có 1.607/2.522 chi hội sinh hoạt (đạt 63%).",
        "Hơn 70% chi hội (1.875/2.522) sinh hoạt tốt.",
        "Kết nạp 120/100 hội viên, vượt 20% chỉ tiêu.",
        "Tỷ lệ tăng từ 60% lên 75% (tăng 15%).",
        "Số hội viên tăng từ 120 lên 150 người (tăng 25%).",
        "Ngày 8/3, có 85% chi hội tổ chức kỷ niệm; 7/9 chỉ tiêu hoàn thành.",
        "Có 02/08 hợp tác xã được hỗ trợ; tỷ lệ hộ nghèo còn 4%.",
        "Thực hiện Kế hoạch số 12/KH-BTV, đạt 90% yêu cầu.",
    ],
)
def test_a_right_result_and_unrelated_figures_are_left_alone(statement: str) -> None:
    assert miscalculations(statement) == ()
