import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.query.corrections import TYPING, corrections
from assistant.query.typing_keys import decode, folded_syllables, with_tone
from ingest.text.folding import fold
from ingest.text.syllables import ONSETS, RHYMES, TONE_MARKS, is_syllable
from tests.benchmarks.embedding_quality import SETS, read_set
from tests.benchmarks.typing_noise import telex, vni

ENCODERS = {"telex": telex, "vni": vni}


@given(
    onset=st.sampled_from(ONSETS),
    rhyme=st.sampled_from(sorted(RHYMES)),
    tone=st.sampled_from(["", *TONE_MARKS]),
    encoder=st.sampled_from(sorted(ENCODERS)),
    at_end=st.booleans(),
)
def test_every_syllable_comes_back_from_its_keys(onset: str, rhyme: str, tone: str, encoder: str, at_end: bool) -> None:
    syllable = onset + with_tone(rhyme, tone)
    assume(is_syllable(syllable) and fold(syllable) != syllable)
    keys = ENCODERS[encoder](syllable, at_end=at_end)
    assume(fold(keys) not in folded_syllables())  # "boong" is a word as it stands
    decoded = decode(keys)
    assert decoded is not None
    # gi + ếng and g + iếng put the same mark on the same letters
    assert sorted(unicodedata.normalize("NFD", decoded)) == sorted(unicodedata.normalize("NFD", syllable))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hooji", "hội"),
        ("phuj", "phụ"),
        ("nuwx", "nữ"),
        ("namw", "năm"),
        ("dduocwj", "được"),
        ("dduowcj", "được"),
        ("thuwowngf", "thường"),
        ("nguoiwf", "người"),
        ("hoacwj", "hoặc"),
        ("đuowcj", "được"),
        ("ho6i5", "hội"),
        ("nu74", "nữ"),
        ("nguye6n4", "nguyễn"),
        ("d9uo7c5", "được"),
    ],
)
def test_keys_in_place_or_at_the_end_are_decoded(typed: str, meant: str) -> None:
    assert decode(typed) == meant


@pytest.mark.parametrize(
    "typed", ["hoi", "hội", "toi", "xoong", "nd30", "qd938", "ubnd2", "was", "boss", "texas", "2023"]
)
def test_a_word_or_a_number_stays(typed: str) -> None:
    assert decode(typed) is None


def test_no_unaccented_syllable_is_decoded() -> None:
    assert [syllable for syllable in folded_syllables() if decode(syllable) is not None] == []


def test_names_and_capitals_stay_in_a_question() -> None:
    question = "Ca sĩ Moon của nhóm USA và Max có bán khí oxi ở Los Angeles không?"
    assert [one.chip.text for one in corrections(question)] == []


def test_a_capitalised_word_beside_another_with_keys_is_decoded() -> None:
    found = corrections("Hooji Phuj nuwx xã An Bình")
    assert [(one.chip.kind, one.chip.meaning) for one in found] == [
        (TYPING, "Hội"),
        (TYPING, "Phụ"),
        (TYPING, "nữ"),
    ]


def test_a_word_of_the_store_stays() -> None:
    assert corrections("loại misa nào", lambda term: int(term in {"loai", "misa", "nao"})) == []


@pytest.mark.parametrize("name", SETS)
def test_real_questions_hold_no_leftover_keys(shared: Path, name: str) -> None:
    questions = read_set(shared / "data" / "eval", name).questions
    assert [one.chip for question in questions for one in corrections(question) if one.chip.kind == TYPING] == []
