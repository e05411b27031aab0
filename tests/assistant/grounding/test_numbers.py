import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.grounding.numbers import readings, unsupported_numbers


@pytest.mark.parametrize(
    ("statement", "source"),
    [
        ("12.226 hộ", "có 12.226 hộ"),
        ("12226 hộ", "có 12.226 hộ"),
        ("12.226 hộ", "có 12 226 hộ"),
        ("12.226 hộ", "có 12,226 hộ"),
        ("đạt 71%", "đạt 71 %"),
        ("tăng 3,5%", "tăng 3,50%"),
        ("tăng 3,5%", "tăng 3.5%"),
        ("7 mô hình", "07 mô hình"),
        ("đạt 3.562/5.000", "3.562/5.000 (đạt 71%)"),
        ("ngày 29/11/2021", "ngày 29.11.2021"),
        ("ngày 29.11.2021", "ngày 29/11/2021"),
        ("tháng 3.2021", "tháng 3/2021"),
        ("1.250,5 tấn", "1.250,5 tấn"),
        ("Chỉ thị 21-CT/TW", "Chỉ thị số 21-CT/TW"),
        ("2. Hội giúp 12 hộ", "giúp 12 hộ"),
        ("- 2) Hội giúp 12 hộ", "giúp 12 hộ"),
        ("không có số", "12"),
    ],
)
def test_same_number_in_another_notation_is_supported(statement: str, source: str) -> None:
    assert unsupported_numbers(statement, [source]) == ()


@pytest.mark.parametrize(
    ("statement", "source", "missing"),
    [
        ("12.227 hộ", "12.226 hộ", ("12.227",)),
        ("226 hộ", "12.226 hộ", ("226",)),
        ("12 hộ", "12.226 hộ", ("12",)),
        ("3,6%", "3,5%", ("3,6",)),
        ("35%", "3,5%", ("35",)),
        ("5 hộ và 7 nhà", "5 hộ", ("7",)),
        ("ngày 30/11/2021", "ngày 29/11/2021", ("30",)),
        ("tháng 3.2022", "tháng 3/2021", ("3.2022",)),
        ("1 lớp", "", ("1",)),
    ],
)
def test_other_number_is_reported_as_written(statement: str, source: str, missing: tuple[str, ...]) -> None:
    assert unsupported_numbers(statement, [source]) == missing


def test_numbers_may_stand_in_different_sources() -> None:
    assert unsupported_numbers("5 hộ và 7 nhà", ["5 hộ", "7 nhà"]) == ()


@given(st.integers(0, 10**12))
def test_thousands_points_change_nothing(value: int) -> None:
    dotted = f"{value:,}".replace(",", ".")
    assert readings(dotted) == readings(str(value)) == {str(value)}


@given(st.text(alphabet="0123456789.,/ aà\u00a0"))
def test_a_text_supports_itself(text: str) -> None:
    assert unsupported_numbers(text, [text]) == ()
