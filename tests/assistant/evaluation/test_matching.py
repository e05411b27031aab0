"""Two spellings of one fact have one key."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.matching import contains, match_key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hòa Bình", "Hoà Bình"),
        ("cấp ủy", "cấp uỷ"),
        ("“Mẹ đỡ đầu”", '"Mẹ đỡ đầu"'),
        ("2016 – 2021", "2016-2021"),
        ("Thanh Hóa", unicodedata.normalize("NFD", "Thanh Hóa")),
    ],
)
def test_spellings_of_one_fact_share_a_key(left: str, right: str) -> None:
    assert match_key(left) == match_key(right)


@pytest.mark.parametrize(("left", "right"), [("ma", "má"), ("mà", "mã"), ("tổ", "tô"), ("cơ", "cờ")])
def test_another_tone_is_another_word(left: str, right: str) -> None:
    assert match_key(left) != match_key(right)


def test_fact_inside_a_longer_number_is_not_there() -> None:
    assert not contains("có 12.226 hộ", "2.226")
    assert contains("có 12.226 hộ (đạt 71%).", "71%")
    assert contains("đạt 3.562/5.000 hội viên", "3.562/5.000")


@given(st.text(alphabet='aáàảãạăắâấeéêếđhợnữ 0123.-–"“', max_size=40))
def test_key_is_the_same_for_every_normal_form(text: str) -> None:
    assert match_key(unicodedata.normalize("NFC", text)) == match_key(unicodedata.normalize("NFD", text))
