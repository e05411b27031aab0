"""Widths of words and the lines they are set on."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from assistant.reports.word.measuring import balanced, broken, width_pt

TITLE = "Kết quả công tác Hội và phong trào phụ nữ năm 2020; phương hướng, nhiệm vụ năm 2021"


@pytest.mark.parametrize(("face", "bold"), [("Regular", False), ("Bold", True)])
@pytest.mark.parametrize(
    "text", ["CONG HOA XA HOI CHU NGHIA VIET NAM", "Doc lap - Tu do - Hanh phuc", "(3.562/5.000; 71%)"]
)
def test_widths_are_those_of_the_font(face: str, bold: bool, text: str) -> None:
    font = ImageFont.truetype(str(_font_file(f"LiberationSerif-{face}.ttf")), 1000)
    assert width_pt(text, 14, bold=bold) == pytest.approx(font.getlength(text) * 14 / 1000, rel=0.02)


def test_accents_take_no_room_and_horns_do() -> None:
    assert width_pt("CỘNG HÒA", 13, bold=True) == width_pt("CONG HOA", 13, bold=True)
    assert width_pt("ưỡ", 13) > width_pt("uo", 13)


def _font_file(name: str) -> Path:
    found = next(Path("/usr/share/fonts").rglob(name), None)
    if found is None:
        pytest.skip("Liberation Serif is absent: apt-get install fonts-liberation2")
    return found


def test_a_title_is_not_broken_between_a_year_and_its_number() -> None:
    lines = balanced(TITLE, 460, 14, bold=True)
    assert lines == ["Kết quả công tác Hội và phong trào phụ nữ năm 2020;", "phương hướng, nhiệm vụ năm 2021"]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(["Hội", "phong", "trào", "năm", "2020", "phụ", "nữ;"]), max_size=40), st.integers(80, 500)
)
def test_balanced_lines_hold_all_words_on_as_few_lines_as_fit(words: list[str], limit: int) -> None:
    lines = balanced(" ".join(words), limit, 14)
    assert " ".join(lines).split() == words
    assert len(lines) == len(broken(" ".join(words), limit / 1.02, 14))
    assert all(width_pt(line, 14) <= limit for line in lines)
