import unicodedata
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.normalise import normalise

_VIETNAMESE = st.sampled_from(
    [
        "Hội",
        "phụ nữ",
        "Đại hội",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "\r\n",
        "\n",
        " ",
        "o\u0302\u0323",
        "e\u0301\u0302",
        "\u00ad",
        "1.234",
        "ﬁ",
        "“",
        "\r",
    ]
)
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_VIETNAMESE, max_size=25).map("".join))


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


@given(_TEXTS)
def test_normalise_is_idempotent(text: str) -> None:
    once = normalise(text).text
    again = normalise(once)
    assert again.text == once
    assert again.offsets.to_raw(0, len(once)) == (0, len(once))


@given(_TEXTS)
def test_normalised_text_is_nfc(text: str) -> None:
    assert unicodedata.is_normalized("NFC", normalise(text).text)


@given(_TEXTS, st.data())
def test_mapped_span_holds_the_same_letters(text: str, data: st.DataObject) -> None:
    result = normalise(text)
    start = data.draw(st.integers(0, len(result.text)))
    end = data.draw(st.integers(start, len(result.text)))
    raw_start, raw_end = result.offsets.to_raw(start, end)
    assert 0 <= raw_start <= raw_end <= len(text)
    # a stretch that was rewritten as one maps as a whole, so the raw span may hold more, never less
    assert not _letters(result.text[start:end]) - _letters(text[raw_start:raw_end])


@given(_TEXTS)
def test_offset_map_is_monotone(text: str) -> None:
    result = normalise(text)
    starts = [result.offsets.to_raw(at, at + 1)[0] for at in range(len(result.text))]
    ends = [result.offsets.to_raw(at, at + 1)[1] for at in range(len(result.text))]
    assert starts == sorted(starts)
    assert ends == sorted(ends)


@given(
    st.lists(st.sampled_from(["Hội", "nữ", " ", "\r\n", "\u00a0", "\u200b", "ê\u0323", "đ"]), max_size=20).map("".join)
)
def test_single_letters_map_back_to_themselves(text: str) -> None:
    result = normalise(text)
    for at, char in enumerate(result.text):
        if char.isalpha():
            start, end = result.offsets.to_raw(at, at + 1)
            assert unicodedata.normalize("NFC", text[start:end]).strip("\u200b\r\n") == char


@given(_TEXTS, st.data())
def test_stored_span_of_a_raw_span_leads_back_over_it(text: str, data: st.DataObject) -> None:
    result = normalise(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    stored = result.offsets.to_stored(start, end)
    assert 0 <= stored[0] <= stored[1] <= len(result.text)
    if stored[0] < stored[1]:
        back = result.offsets.to_raw(*stored)
        assert back[0] <= end
        assert back[1] >= start


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        ("Hội\u00a0LHPN", "Hội LHPN"),
        ("ab\u200bc\ufeff", "abc"),
        ("một\r\nhai\rba", "một\nhai\nba"),
        ("Ho\u0302\u0323i", "Hội"),
        ("Ho\u0323\u0302i", "Hội"),
        ("t\u00f4\u0301t", "tốt"),
        ("t\u00f3\u0302t", "tốt"),
        ("ﬁnal", "final"),
        ("trang\u2028hai", "trang\nhai"),
        ("x\x07y", "xy"),
    ],
)
def test_normalise_rewrites(raw: str, stored: str) -> None:
    assert normalise(raw).text == stored


def test_soft_hyphen_is_removed_inside_a_syllable() -> None:
    assert normalise("ph\u00adụ nữ m3\u00ad \u00adHội").text == "phụ nữ m3 Hội"


def test_soft_hyphen_that_may_be_a_letter_is_kept() -> None:
    assert normalise("M\u00adêng").text == "M\u00adêng"


def test_lookalike_letters_are_left_alone() -> None:
    assert normalise("Ðồng hành").text == "Ðồng hành"


def test_spaces_are_not_collapsed() -> None:
    assert normalise("tập huấn\u00a0 về").text == "tập huấn  về"


def test_clean_text_needs_no_edits() -> None:
    assert normalise("Hội LHPN tỉnh Sông Lam\n\tđạt 3,5%").offsets.passes == ()
