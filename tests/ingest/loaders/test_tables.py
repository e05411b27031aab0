from hypothesis import given
from hypothesis import strategies as st

from ingest.loaders.tables import Cell, is_layout, render_rows


def grid(*rows: tuple[str, ...], header: bool = False) -> list[list[Cell]]:
    return [[Cell(text, header=header and index == 0) for text in row] for index, row in enumerate(rows)]


def test_row_carries_the_names_of_its_columns() -> None:
    rows = grid(("Đơn vị", "Hội viên mới", "Tỷ lệ"), ("Huyện A", "312", "95%"), header=True)
    assert render_rows(rows) == ["Huyện A — Hội viên mới: 312; Tỷ lệ: 95%"]


def test_first_row_is_a_header_if_it_is_words_above_figures() -> None:
    assert render_rows(grid(("Đơn vị", "Số hộ"), ("Xã A", "12"), ("Xã B", "7"))) == [
        "Xã A — Số hộ: 12",
        "Xã B — Số hộ: 7",
    ]


def test_table_of_words_only_stays_plain() -> None:
    assert render_rows(grid(("Chủ tịch", "bà A"), ("Phó Chủ tịch", "bà B"))) == [
        "Chủ tịch | bà A",
        "Phó Chủ tịch | bà B",
    ]


def test_ordinal_column_goes_before_the_label() -> None:
    rows = grid(("STT", "Nội dung", "Hạn"), ("1", "Tập huấn", "30/6/2024"), ("", "Tổng cộng", "2"))
    assert render_rows(rows) == ["1. Tập huấn — Hạn: 30/6/2024", "Tổng cộng — Hạn: 2"]


def test_header_without_rows_is_still_text() -> None:
    assert render_rows(grid(("Đơn vị", "Số hộ"), header=True)) == ["Đơn vị | Số hộ"]


def test_empty_values_and_rows_are_left_out() -> None:
    rows = grid(("Đơn vị", "Hội viên", "Số hộ"), ("Xã A", "", "12"), ("", "", ""), header=True)
    assert render_rows(rows) == ["Xã A — Số hộ: 12"]


def test_letterhead_is_layout_and_figures_are_not() -> None:
    assert is_layout(grid(("HỘI LHPN\nTỈNH A", "CỘNG HÒA\nĐộc lập")))
    assert is_layout(grid(("chỉ một cột",), ("hai dòng",)))
    assert not is_layout(grid(("Xã A", "12"), ("Xã B", "7")))


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), max_size=5))
def test_no_cell_below_the_header_is_lost(rows: list[list[str]]) -> None:
    shown = "".join("".join(render_rows([[Cell(text) for text in row] for row in rows])).split())
    below = [row for row in rows if any(text.strip() for text in row)][1:]
    for row in below:
        for text in row:
            # an ordinal may change its closing mark, everything else stands as it was
            assert "".join(text.split()).rstrip(".)") in shown
