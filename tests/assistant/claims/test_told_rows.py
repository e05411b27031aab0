"""Rows whose columns are named once, told with those names."""

import pytest

from assistant.claims.row_columns import with_columns
from assistant.claims.told_rows import told_rows
from assistant.grounding.verifying import verify
from assistant.verdicts import DifferenceKind, Verdict

HEAD = "Số TT | Tên chỉ tiêu | Đơn vị tính | Thực hiện năm 2011 | Ước năm 2012 | Kế hoạch năm 2013"


def _told(earlier: str, *lines: str) -> list[str]:
    return list(told_rows(earlier, list(enumerate(lines))).values())


def test_a_row_is_told_with_the_names_of_its_columns_and_its_unit() -> None:
    assert _told("", HEAD, "1 | Rừng trồng mới | Nghìn ha | 40,5 | 42 | 45") == [
        "Rừng trồng mới: Thực hiện năm 2011 là 40,5 Nghìn ha; Ước năm 2012 là 42 Nghìn ha;"
        " Kế hoạch năm 2013 là 45 Nghìn ha"
    ]


def test_column_names_hold_for_the_next_passage_and_its_ditto_units() -> None:
    told = _told(f"{HEAD}\n1 | Chè búp | Ngh. tấn | 1 | 2 | 3", "Cây lâu năm:", '2 | Quế vỏ | " | 6 | 7 | 8')
    assert told == [
        "Cây lâu năm, Quế vỏ: Thực hiện năm 2011 là 6 nghìn tấn; Ước năm 2012 là 7 nghìn tấn;"
        " Kế hoạch năm 2013 là 8 nghìn tấn"
    ]


def test_years_below_the_names_of_columns_belong_to_them() -> None:
    told = _told("", "Stt | Đơn vị | K.H | T.H | So sánh (%)", "tính | 2015 | T1/2014 | T1-2015/KH2015 | T1/2014")
    assert told == []
    told = _told(
        "", "Stt | Đơn vị | K.H | T.H | So sánh", "tính | 2015 | 2014 | 2013", "1 | Muối hạt | Ng. tấn | 900 | 79 | 80"
    )
    assert told == ["Muối hạt: K.H 2015 là 900 nghìn tấn; T.H 2014 là 79 nghìn tấn; So sánh 2013 là 80 nghìn tấn"]


@pytest.mark.parametrize("row", ["Mía | Nghìn tấn | 20", "Mía | Nghìn tấn | 20 | 21"])
def test_values_without_a_certain_column_are_told_without_one(row: str) -> None:
    (told,) = _told("", "Tên | Đơn vị tính | Năm 2011 | Năm 2012 | Năm 2013", row)
    assert "Năm 2012 là" not in told
    assert "20 Nghìn tấn" in told


def test_lines_without_named_columns_are_no_rows() -> None:
    assert _told("", "Huyện Nậm Khoan | 198 | 63") == []


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Năm 2011, tỷ lệ xã có điện là 76%.", Verdict.SUPPORTED),
        ("Năm 2011, tỷ lệ xã có điện là 82%.", Verdict.DIFFERS),
        ("Năm 2013 phấn đấu 82% số xã có điện.", Verdict.SUPPORTED),
    ],
)
def test_a_figure_of_another_year_than_the_one_named_differs(claim: str, verdict: Verdict) -> None:
    (told,) = _told("", HEAD, "24 | Tỷ lệ xã có điện | % | 76 | 80 | 82")
    found = with_columns(verify(claim, [told]), claim, told)
    assert found.verdict is verdict
    if verdict is Verdict.DIFFERS:
        assert [(one.kind, one.source) for one in found.differences] == [(DifferenceKind.NUMBER, "76 %")]
