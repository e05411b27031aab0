"""Periods and units as people type them, and what sentences say of time and place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import BadPeriodError
from assistant.reports.periods import name_of, period_named, read_period
from assistant.reports.place_scope import PlaceScope
from assistant.reports.times import Role, Standing, standing, time_mentions
from assistant.reports.units import Unit, nearest, other_sense, read_unit, same_borders

THANH_HOA = Unit("Hội LHPN tỉnh Thanh Hóa", "tỉnh Thanh Hóa", "Thanh Hóa")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("2020", "2020"),
        ("năm 2020", "2020"),
        ("Nam 2020", "2020"),
        ("6 tháng đầu năm 2023", "2023-H1"),
        ("sáu tháng đầu năm 2023", "2023-H1"),
        ("06 thang dau nam 2023", "2023-H1"),
        ("6 tháng cuối năm 2023", "2023-H2"),
        ("9 tháng đầu năm 2023", "2023-9T"),
        ("9 tháng năm 2023", "2023-9T"),
        ("quý II/2023", "2023-Q2"),
        ("quý 3 năm 2024", "2024-Q3"),
        ("tháng 6/2019", "2019-06"),
        ("06/2019", "2019-06"),
        ("giai đoạn 2016-2020", "2016/2020"),
        ("nhiệm kỳ 2016 – 2021", "2016/2021"),
        ("từ năm 2018 đến năm 2022", "2018/2022"),
        ("2023-h1", "2023-H1"),
    ],
)
def test_a_period_is_read_as_people_write_it(typed: str, name: str) -> None:
    assert read_period(typed).name == name


@pytest.mark.parametrize("typed", ["", "năm ngoái", "2020 và 2021", "quý V/2020", "2021-2016", "tháng 13/2020", "abc"])
def test_what_is_no_period_is_refused_and_named(typed: str) -> None:
    with pytest.raises(BadPeriodError, match="bad_period"):
        read_period(typed)


PERIODS = st.one_of(
    st.integers(1990, 2060).map(str),
    st.tuples(st.integers(1990, 2060), st.sampled_from(["H1", "H2", "9T", "Q1", "Q2", "Q3", "Q4", "02", "11"])).map(
        lambda pair: f"{pair[0]}-{pair[1]}"
    ),
    st.tuples(st.integers(1990, 2020), st.integers(1, 30)).map(lambda pair: f"{pair[0]}/{pair[0] + pair[1]}"),
)


@given(PERIODS)
def test_a_name_its_days_and_its_words_are_the_same_period(name: str) -> None:
    period = period_named(name)
    assert name_of(period.first, period.last) == period.name
    assert read_period(period.words) == period
    assert period.next.first > period.first


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("Hội LHPN tỉnh Thanh Hóa", "Hội LHPN tỉnh Thanh Hóa"),
        ("Hội Liên hiệp Phụ nữ tỉnh Thanh Hoá", "Hội LHPN tỉnh Thanh Hóa"),
        ("Ban Thường vụ Hội LHPN tỉnh Thanh Hóa", "Hội LHPN tỉnh Thanh Hóa"),
        ("thanh hoa", "Hội LHPN tỉnh Thanh Hóa"),
        ("hoi lhpn tinh bac giang", "Hội LHPN tỉnh Bắc Giang"),
        ("TP Hồ Chí Minh", "Hội LHPN thành phố Hồ Chí Minh"),
        ("Hội LHPN Việt Nam", "Hội LHPN Việt Nam"),
        ("TW Hội", "Hội LHPN Việt Nam"),
        ("Hội LHPN huyện Mường Thử", "Hội LHPN huyện Mường Thử"),
        ("huyen son thu", "Hội LHPN huyện Sơn Thử"),
        ("Sơn Hà", "Hội LHPN tỉnh Sơn Hà"),
    ],
)
def test_a_unit_is_read_as_people_type_it(typed: str, unit: str) -> None:
    found = read_unit(typed, ["Hội LHPN huyện Sơn Thử", "Hội LHPN tỉnh Sơn Hà"])
    assert found is not None
    assert found.name == unit


def test_a_unit_nobody_knows_is_none_and_the_nearest_are_named() -> None:
    assert read_unit("Hội LHPN Sao Hỏa", ["Hội LHPN xã Sao Mai"]) is None
    assert nearest("xã Sao May", ["Hội LHPN tỉnh Lào Cai", "Hội LHPN xã Sao Mai"])[:1] == ("Hội LHPN xã Sao Mai",)


def test_a_city_of_the_province_is_not_the_province() -> None:
    assert not THANH_HOA.matches("Hội LHPN thành phố Thanh Hóa")
    town = read_unit("TP Thanh Hóa")
    assert town is not None
    assert (town.name, town.province) == ("Hội LHPN thành phố Thanh Hóa", None)
    assert not THANH_HOA.matches("Hội LHPN huyện Thọ Xuân")
    assert THANH_HOA.matches("Hội Liên hiệp phụ nữ tỉnh Thanh Hoá")


def test_borders_are_those_of_the_day() -> None:
    bac_ninh = read_unit("Bắc Ninh")
    assert bac_ninh is not None
    assert other_sense(bac_ninh, "2025-12-31") == ("Bắc Giang",)
    assert other_sense(bac_ninh, "2024-12-31") == ()
    assert same_borders(bac_ninh, "2024-12-01", "2024-12-31")
    assert not same_borders(bac_ninh, "2025-09-01", "2025-06-30")
    assert same_borders(THANH_HOA, "2026-01-01", "2020-12-31")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("tăng 12% so với năm 2019", Role.COMPARED),
        ("tăng 8% so với cùng kỳ năm 2023", Role.COMPARED),
        ("đạt 57% kế hoạch năm 2020", Role.COMPARED),
        ("Hết tháng 6/2019, dư tiết kiệm đạt 4 tỷ", Role.AS_OF),
        ("tính đến ngày 30/11/2020, có 5 mô hình", Role.AS_OF),
        ("từ năm 2018 đến nay", Role.SINCE),
        ("Nghị quyết Đại hội phụ nữ tỉnh lần thứ XIV, nhiệm kỳ 2016-2021", Role.NAMES),
        ("theo Luật Hợp tác xã năm 2012", Role.NAMES),
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị", Role.NAMES),
        ("Năm 2020, các cấp Hội", Role.IN_FORCE),
        ("giai đoạn 2016-2020 đã giúp 500 hộ", Role.IN_FORCE),
    ],
)
def test_what_a_time_does_in_a_sentence(text: str, role: Role) -> None:
    assert [one.role for one in time_mentions(text, 2020)][:1] == [role]


@pytest.mark.parametrize(
    ("period", "text", "stands"),
    [
        ("2020", "Năm 2020, Hội", Standing.IN_PERIOD),
        ("2020", "Tháng 10/2020, Hội", Standing.IN_PERIOD),
        ("2020", "Ngày 20/10/2020, Hội", Standing.IN_PERIOD),
        ("2020", "6 tháng đầu năm 2020, Hội", Standing.ELSEWHEN),
        ("2020", "Năm 2019, Hội", Standing.ELSEWHEN),
        ("2020", "Năm 2021, Hội", Standing.AHEAD),
        ("2020", "giai đoạn 2016-2020 đã giúp", Standing.ELSEWHEN),
        ("2016/2020", "Năm 2018, Hội", Standing.ELSEWHEN),
        ("2016/2020", "giai đoạn 2016-2020 đã giúp", Standing.IN_PERIOD),
        ("2019-H1", "Hết tháng 6/2019, dư", Standing.CUMULATIVE),
        ("2019", "Hết tháng 6/2019, dư", Standing.ELSEWHEN),
    ],
)
def test_a_time_belongs_to_the_period_or_not(period: str, text: str, stands: Standing) -> None:
    assert standing(period_named(period), time_mentions(text, 2020)[0]) is stands


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Toàn tỉnh có 12 mô hình.", True),
        ("Hội LHPN tỉnh Thanh Hóa có 12 mô hình.", True),
        ("Huyện Thọ Xuân có 12 mô hình.", False),
        ("Xây 12 mô hình tại xã Yên Thử, huyện Thọ Xuân.", False),
        ("Thành phố Thanh Hóa có 12 mô hình.", False),
        ("Toàn tỉnh có 9 tổ, trong đó huyện Thọ Xuân có 12 mô hình.", False),
        ("Huyện Thọ Xuân có 9 tổ; toàn tỉnh có 12 mô hình.", True),
        ("Ủng hộ đồng bào tỉnh Quảng Bình 12 mô hình.", True),
        ("Phối hợp với Hội LHPN tỉnh Nghệ An xây 12 mô hình.", True),
        ("Chủ tịch Hội LHPN huyện Thọ Xuân cho biết có 12 mô hình.", True),
        ("Chị Na (xã Yên Thử) xây 12 mô hình.", False),
        ("Các tỉnh trong cả nước có 12 mô hình.", False),
        ("Thái Bình có 12 mô hình.", False),
        ("Hội Nông dân tỉnh xây 12 mô hình.", False),
        ("Toàn tỉnh có 9 tổ; UBND huyện xây 12 mô hình.", False),
        ("Phối hợp với Công an, Đoàn Thanh niên xây 12 mô hình.", True),
        ("Nhân dịp này, Công đoàn Viên chức tỉnh tặng Hội 12 mô hình.", False),
        ("Dẫn đầu phong trào môi trường là Hội LHPN huyện Thọ Xuân có 12 mô hình.", False),
        ("Trung ương Hội hỗ trợ tỉnh 12 mô hình.", False),
        ("Hội Phụ nữ Công an tỉnh trao 12 mô hình.", False),
        ("Tỉnh Hội trao 12 mô hình.", True),
        ("Được UBND tỉnh hỗ trợ, Hội xây 12 mô hình.", True),
    ],
)
def test_whose_a_figure_is(text: str, own: bool) -> None:  # a table
    placed = PlaceScope(THANH_HOA, own_document=True).of(text)
    at = text.index("12")
    assert placed.whose(at, at + 2, True) is own


def test_in_anothers_document_only_the_units_union_speaks_for_it() -> None:
    scope = PlaceScope(THANH_HOA, own_document=False)
    for text, own in (("Thanh Hóa có 12 ca bệnh.", False), ("Hội LHPN tỉnh Thanh Hóa có 12 mô hình.", True)):
        at = text.index("12")
        assert scope.of(text).whose(at, at + 2, False) is own


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Hội LHPN xã xây 12 mô hình.", True),
        ("2. Hội Liên hiệp Phụ nữ xã: xây 12 mô hình.", True),
        ("Hội Phụ nữ xây 12 mô hình.", True),
        ("Hội LHPN xã phối hợp với Đoàn Thanh niên xã xây 12 mô hình.", True),
        ("Hội LHPN xã có 9 tổ; Hội Nông dân xã xây 12 mô hình.", False),
        ("Hội Cựu chiến binh phối hợp với Hội LHPN xã xây 12 mô hình.", False),
        ("Toàn xã xây 12 mô hình.", False),
        ("Hội LHPN xã Lâm An xây 12 mô hình.", False),
        ("Hội LHPN huyện xây 12 mô hình.", False),
        ("Tiếp nhận của Hội LHPN xã 12 mô hình.", False),
    ],
)
def test_in_a_paper_of_the_same_places_front_the_union_needs_no_name(text: str, own: bool) -> None:  # a table
    unit = Unit("Hội LHPN xã Vạn Hòa", "xã Vạn Hòa")
    at = text.index("12")
    placed = PlaceScope(unit, own_document=False, neighbours_document=True).of(text)
    assert placed.whose(at, at + 2, False) is own


@pytest.mark.parametrize("typed", ["Hội LHPN huyện Sơn Hà", "Hội LHPN huyện Sơn Hạ", "Hội LHPN tỉnh Sơn Hạ"])
def test_another_level_or_other_accents_are_another_unit(typed: str) -> None:
    found = read_unit(typed, ["Hội LHPN tỉnh Sơn Hà"])
    assert found is None or found.name == typed
