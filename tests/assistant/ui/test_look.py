"""Contrast of the style's colour pairs (WCAG 2.2 AA) and the files it needs."""

import re
from importlib import resources

import pytest

STATIC = resources.files("assistant.ui") / "static"
CSS = (STATIC / "app.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"(--tl-[\w-]+): (#[0-9a-f]{3,6});", CSS))
AA = 4.5


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("ink", "back"),
    [
        ("--tl-ink", "--tl-paper"),
        ("--tl-ink", "--tl-mark"),
        ("--tl-muted", "--tl-paper"),
        ("--tl-muted", "--tl-card"),
        ("--tl-plum", "--tl-card"),
        ("--tl-plum-dark", "--tl-plum-soft"),
        ("--tl-card", "--tl-plum"),
        ("--tl-warn-ink", "--tl-warn-back"),
        ("--tl-bad-ink", "--tl-bad-back"),
        ("--tl-good-ink", "--tl-good-back"),
    ],
)
def test_text_is_readable_on_its_background(ink: str, back: str) -> None:
    assert contrast(COLOURS[ink], COLOURS[back]) >= AA


def test_nothing_is_loaded_from_elsewhere() -> None:
    script = (STATIC / "app.js").read_text(encoding="utf-8")
    assert re.findall(r"https?://", CSS + script) == []


def test_fonts_of_the_style_are_shipped_with_their_licence() -> None:
    fonts = re.findall(r"url\((fonts/[^)]+)\)", CSS)
    assert len(fonts) == 6
    assert all((STATIC / name).is_file() for name in fonts)
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts" / "OFL.txt").read_text(encoding="utf-8")


def test_vietnamese_letters_are_covered_by_the_shipped_fonts() -> None:
    ranges = [part for block in re.findall(r"unicode-range: ([^;]+);", CSS) for part in block.split(", ")]
    covered: set[int] = set()
    for part in ranges:
        first, _, last = part.removeprefix("U+").partition("-")
        covered |= set(range(int(first, 16), int(last or first, 16) + 1))
    letters = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
    assert [letter for letter in letters + letters.upper() + "–“”…₫" if ord(letter) not in covered] == []


def test_text_is_at_least_16_pixels_and_14_on_a_phone() -> None:
    laptop, _, phone = CSS.partition("@media (max-width: 760px)")
    # 12 is the arrow of the filter row: a sign, not text
    laptop_sizes, phone_sizes = (
        {int(size) for size in re.findall(r"font(?:-size)?:[^;}]*?(\d+)px", part)} - {12} for part in (laptop, phone)
    )
    assert min(laptop_sizes) >= 16
    assert min(phone_sizes) >= 14
