from datetime import date

import pytest

from assistant.model import Understanding
from assistant.query.period_forms import from_roman, period_readings, to_roman
from assistant.query.periods import years
from assistant.query.provinces import places
from assistant.query.relative_times import relative_times

TODAY = date(2026, 11, 21)


def meanings(text: str) -> dict[str, str]:
    return {one.chip.text: one.chip.meaning for one in [*period_readings(text), *relative_times(text, TODAY)]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kết quả quý II/2023", {"quý II/2023": "2023-Q2"}),
        ("ket qua quy 3 nam 2024", {"quy 3 nam 2024": "2024-Q3"}),
        ("6 tháng đầu năm 2023", {"6 tháng đầu năm 2023": "2023-H1"}),
        ("9 tháng đầu năm", {"9 tháng đầu năm": "9T"}),
        ("nhiệm kỳ 2016 – 2021", {"nhiệm kỳ 2016 – 2021": "2016-2021"}),
        ("đại hội lần thứ 13", {"lần thứ 13": "lần thứ XIII"}),
        ("ban chấp hành khóa XII", {"khóa XII": "khóa XII"}),
        ("năm ngoái", {"năm ngoái": "2025"}),
        ("nam ngoai", {"nam ngoai": "2025"}),
        ("quý trước", {"quý trước": "2026-Q3"}),
        ("tháng này", {"tháng này": "2026-11"}),
        ("6 tháng vừa rồi", {"6 tháng vừa rồi": "2026-H1"}),
        ("nhiệm kỳ này", {"nhiệm kỳ này": "2026-2031 / 2025-2030 / 2022-2027"}),
        ("5 năm trước", {}),
        ("cha mẹ nắm ngoài", {}),
    ],
)
def test_times_are_read(text: str, expected: dict[str, str]) -> None:
    assert meanings(text) == expected


def test_a_relative_time_moves_with_the_date() -> None:
    (first,) = relative_times("quý trước", date(2024, 2, 29))
    assert first.chip.meaning == "2023-Q4"
    assert "quý IV năm 2023" in {one.text for one in first.expansions}
    (half,) = relative_times("6 tháng vừa qua", date(2024, 2, 29))
    assert half.chip.meaning == "2023-H2"


def test_a_quarter_is_asked_for_in_both_scripts() -> None:
    (reading,) = period_readings("quý 2 năm 2023")
    assert {"quý II năm 2023", "quý II/2023"} <= {one.text for one in reading.expansions}


@pytest.mark.parametrize("number", range(1, 40))
def test_roman_numbers_go_both_ways(number: int) -> None:
    assert from_roman(to_roman(number).lower()) == number


@pytest.mark.parametrize("text", ["iix", "vv", "xxxx", "", "l"])
def test_what_is_no_roman_number_is_nothing(text: str) -> None:
    assert from_roman(text) == 0


def place_chips(text: str, today: date | None = TODAY) -> list[Understanding]:
    return [one.chip for one in places(text, today)]


def test_a_merged_province_brings_those_that_joined_it_and_says_so() -> None:
    (reading,) = places("Hội viên tỉnh Phú Thọ có bao nhiêu?", TODAY)
    assert reading.chip.meaning == "Phú Thọ (cũng tìm Vĩnh Phúc, Hòa Bình: sáp nhập từ 7/2025)"
    assert [one.text for one in reading.expansions] == ["tỉnh Vĩnh Phúc có", "tỉnh Hòa Bình có"]


def test_before_the_merger_a_province_is_itself() -> None:
    assert [one.expansions for one in places("tỉnh Phú Thọ năm 2021", TODAY)] == [()]
    assert [one.expansions for one in places("tỉnh Phú Thọ", date(2025, 6, 30))] == [()]


def test_a_province_that_was_joined_says_where_it_went_and_asks_for_nothing_more() -> None:
    (reading,) = places("ở Vĩnh Phúc", TODAY)
    assert reading.chip.meaning == "Vĩnh Phúc (nay thuộc Phú Thọ)"
    assert reading.expansions == ()


@pytest.mark.parametrize(
    ("text", "typed", "meaning"),
    [
        ("TP.HCM làm gì", "TP.HCM", "Hồ Chí Minh"),
        ("hội phụ nữ brvt", "brvt", "Bà Rịa - Vũng Tàu"),
        ("o daklak", "daklak", "Đắk Lắk"),
        ("tỉnh Bắc Cạn", "Bắc Cạn", "Bắc Kạn"),
        ("Thừa Thiên - Huế", "Thừa Thiên - Huế", "Huế"),
        ("Hội LHPN tỉnh bg", "bg", "Bắc Giang"),
        ("thanh hoá", "thanh hoá", "Thanh Hóa"),
    ],
)
def test_other_spellings_are_the_province(text: str, typed: str, meaning: str) -> None:
    (chip,) = place_chips(text, date(2024, 1, 1))
    assert (chip.text, chip.meaning) == (typed, meaning)


def test_ambiguous_initials_ask_for_every_province() -> None:
    (reading,) = places("Hội LHPN tỉnh QN", TODAY)
    assert reading.chip.meaning == "Quảng Ninh / Quảng Nam / Quảng Ngãi"
    assert [one.text for one in reading.expansions] == ["tỉnh Quảng Ninh", "tỉnh Quảng Nam", "tỉnh Quảng Ngãi"]


@pytest.mark.parametrize(
    "text",
    [
        "Thái Bình Dương ở đâu?",
        "Chủ tịch Hồ Chí Minh sinh năm nào?",
        "giữ gìn hòa bình",
        "Ai là chủ tịch CT?",
        "ai la nguoi o la",
        "một cái TV HD",
        "la bac giang vien",
    ],
)
def test_what_only_looks_like_a_place_is_none(text: str) -> None:
    assert [chip for chip in place_chips(text) if chip.meaning != "Bắc Giang (nay thuộc Bắc Ninh)"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-2020 và 2019", (2019, 2020)),
        ("12019 2020", (2020,)),
        ("2019", (2019,)),
        ("số 20191, 19992000; 1.2021", (2021,)),
        ("năm 1821", ()),
    ],
)
def test_years_stand_by_themselves(text: str, expected: tuple[int, ...]) -> None:
    assert years(text) == expected
