import pytest

from ingest.text.syllables import is_syllable, syllable_validity


@pytest.mark.parametrize(
    "word",
    [
        "Hội",
        "phụ",
        "nghiêng",
        "quyết",
        "giặt",
        "giếng",
        "khuya",
        "uỷ",
        "ủy",
        "yêu",
        "ĐƯỜNG",
        "quốc",
        "gì",
        "hòa",
        "hoà",
        "xoong",
    ],
)
def test_syllable_is_recognised(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["đưc", "chc", "Panthers", "hoc", "lòt", "cậpĐang", "Quôc", "w", "zô", ""])
def test_what_is_no_syllable_is_not(word: str) -> None:
    assert not is_syllable(word)


def test_validity_counts_letter_runs_only() -> None:
    assert syllable_validity("Hội LHPN đạt 12.226 hộ.") == pytest.approx(3 / 4)


def test_validity_of_text_without_letters_is_one() -> None:
    assert syllable_validity(" 12/3 … ") == 1.0
