"""Tables that share a figure out among places, and those that do not."""

import pytest

from assistant.reports.lines import Line
from assistant.reports.place_scope import PlaceScope
from assistant.reports.table_places import columns_shared_out, shared_out
from assistant.reports.units import Unit
from ingest.documents import BlockKind

UNIT = Unit("Hội LHPN huyện Tân Phước", "huyện Tân Phước")


def table(*names: str) -> list[Line]:
    rows = [f"{name} — Hội viên mới: 5" for name in names]
    return [Line(1, 0, len(row), row, BlockKind.TABLE_ROW, at, (), frozenset()) for at, row in enumerate(rows)]


@pytest.mark.parametrize(
    "names",
    [
        ("Xã Lâm An", "Xã Hòa Đồi", "Các xã còn lại", "Tổng cộng"),
        ("1. Lâm An", "2. Hòa Đồi", "3. Phú Nghiêm", "Toàn huyện"),
        ("Thôn 1", "Thôn 2", "Cộng"),
        ("Chi hội Đồi Nghiêm", "Chi hội Xóm Bãi", "Các chi hội khác"),
        ("Khu vực Đồi Nghiêm cũ", "Khu vực Lâm An", "Khu vực Hòa Bãi Thượng", "Cộng"),
        ("Cụm dân cư số 1", "Cụm dân cư số 2", "Tổng cộng"),
        ("Địa bàn Đồi Nghiêm", "Địa bàn xã Lâm An (cũ)", "Tổng cộng"),
        ("Lâm An cũ", "Hòa Đồi cũ", "Phú Nghiêm", "Cộng"),
        ("Ngõ Đình Hạ", "Ngõ Ao Sen", "Tổng cộng"),
        ("Huyện Tân Phước cũ", "Huyện Đồi Nghiêm cũ", "Tổng cộng"),
    ],
)
def test_rows_named_as_places_share_a_figure_out_and_their_sum_is_the_units(names: tuple[str, ...]) -> None:
    assert shared_out(table(*names)) == frozenset(range(len(names)))
    scope = PlaceScope(UNIT, own_document=True)
    own = [name for name in names if scope.row_is_own(name.partition(". ")[2] or name, among_places=True)]
    assert own == [name for name in names if name in {"Tổng cộng", "Toàn huyện", "Cộng"}]


def test_rows_that_name_what_is_counted_share_nothing_out() -> None:
    names = ("Hội viên mới", "Xã đạt chuẩn nông thôn mới", "Mái ấm tình thương", "Mẹ đỡ đầu", "Tổng số chi hội")
    assert shared_out(table(*names)) == frozenset()


@pytest.mark.parametrize(
    "names",
    [
        ("Hội viên Công giáo", "Hội viên Cao Đài", "Cộng"),
        ("Vốn Ngân hàng Chính sách xã hội", "Vốn Ngân hàng Nông nghiệp", "Tổng cộng"),
        ("Đề án 938", "Đề án 939", "Tổng số"),
        ("Câu lạc bộ Gia đình hạnh phúc", "Câu lạc bộ Phụ nữ khởi nghiệp", "Cộng"),
        ("Ngõ Đình Hạ", "Hội viên mới", "Tổng cộng"),
    ],
)
def test_a_figure_shared_out_among_kinds_and_sources_is_the_units(names: tuple[str, ...]) -> None:
    assert shared_out(table(*names)) == frozenset()


def test_tables_that_follow_each_other_are_told_apart_by_their_columns() -> None:
    rows = [
        "1. Hội viên mới — ĐVT: Người; Năm 2022: 71",
        "Xã Lâm An — Số hộ: 6",
        "Xã Đồi — Số hộ: 8",
        "Cộng — Số hộ: 14",
    ]
    lines = [Line(1, 0, len(row), row, BlockKind.TABLE_ROW, at, (), frozenset()) for at, row in enumerate(rows)]
    assert shared_out(lines) == frozenset({1, 2, 3})


def test_columns_of_places_are_not_the_units() -> None:
    assert list(columns_shared_out(["Toàn huyện", "Xã Lâm An", "Xã Hòa Đồi"])) == [False, True, True]
    assert list(columns_shared_out(["Tổng số", "Lâm An", "Hòa Đồi"])) == [False, True, True]
    assert list(columns_shared_out(["Cộng", "Ngõ Đình Hạ", "Ngõ Ao Sen"])) == [False, True, True]
    assert list(columns_shared_out(["Khu vực Đồi Nghiêm cũ", "Khu vực Lâm An"])) == [True, True]
    assert list(columns_shared_out(["Kế hoạch năm 2023", "Thực hiện", "Chi Hội"])) == [False, False, False]
