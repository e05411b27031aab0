from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.query.abbreviations import ABBREVIATIONS
from assistant.query.readings import key_of
from assistant.query.spelling import mend, one_letter_away, take_apart
from assistant.query.understanding import understand
from vectorstore.terms import terms

TODAY = date(2026, 11, 21)
STORE = set(terms("Hội Liên hiệp Phụ nữ xã An Bình giúp 12 hộ thoát nghèo, vay vốn ngân hàng chính sách"))


def known(term: str) -> int:
    return int(term in STORE)


def chips(text: str, ignore: frozenset[str] = frozenset()) -> list[tuple[str, str, str]]:
    query = understand(text, ignore, today=TODAY, frequency=known)
    return [(chip.kind, chip.text, chip.meaning) for chip in query.understood]


def expansion_terms(text: str, ignore: frozenset[str] = frozenset()) -> set[str]:
    query = understand(text, ignore, today=TODAY, frequency=known)
    return {term for one in query.expansions for term in terms(one.text)} - set(terms(query.search_text))


def test_leftover_keys_are_read_and_the_typed_words_stay() -> None:
    query = understand("hooji phuj nuwx", frequency=known)
    assert query.search_text == query.text == "hooji phuj nuwx"
    assert query.reading == query.dense_text == "hội phụ nữ"
    assert {"hoi", "phu", "nu", "hoi_phu", "phu_nu"} <= expansion_terms("hooji phuj nuwx")


def test_courtesy_typed_with_keys_is_dropped() -> None:
    query = understand("cho em hoir hội viên được vay vốn ko ạ", frequency=known)
    assert query.search_text == "hội viên được vay vốn ko"
    assert [chip.text for chip in query.understood if chip.kind == "politeness"] == ["cho em hỏi", "ạ"]


@pytest.mark.parametrize("text", ["da nang co bao nhieu ho", "cuoc song trong nha", "Mỹ thuê đất của Tây Ban Nha?"])
def test_a_word_that_may_be_courtesy_without_accents_stays(text: str) -> None:
    assert understand(text).search_text == text


def test_chat_spellings_are_written_out_for_the_reader_only() -> None:
    query = understand("xã An Bình giúp bn hộ, kq ntn", frequency=known)
    assert query.search_text == "xã An Bình giúp bn hộ, kq ntn"
    assert query.reading == "xã An Bình giúp bao nhiêu hộ, kết quả như thế nào"


def test_a_typo_is_mended_with_a_neighbour_of_the_store() -> None:
    assert ("typo", "nhgeo", "ngheo") not in chips("thoát nghèo")
    assert [one for one in chips("hộ thoát ngjèo vay vốn") if one[0] == "typo"] == [("typo", "ngjèo", "nghèo")]


def test_missing_spaces_are_put_back() -> None:
    assert chips("hội phunu xã") == [("typo", "phunu", "phu nu")]


def test_without_the_store_nothing_is_taken_for_a_typo() -> None:
    assert understand("hộ thoát ngjèo").understood == ()


@pytest.mark.parametrize(
    ("text", "chip"),
    [
        ("hội LHPN làm gì", ("abbreviation", "LHPN", "Liên hiệp Phụ nữ")),
        ("bch hội họp khi nào", ("abbreviation", "bch", "Ban Chấp hành")),
        ("phát triển KT-XH", ("abbreviation", "KT-XH", "kinh tế - xã hội")),
        ("ngành GD&ĐT", ("abbreviation", "GD&ĐT", "Giáo dục và Đào tạo")),
        ("quyết định của TTg", ("abbreviation", "TTg", "Thủ tướng Chính phủ")),
        ("CT hội là ai", ("abbreviation", "CT", "Chủ tịch / Chỉ thị / chương trình / công trình")),
    ],
)
def test_abbreviations_are_read(text: str, chip: tuple[str, str, str]) -> None:
    assert chip in chips(text)


def test_every_abbreviation_of_the_facts_is_in_the_table(shared: Path) -> None:
    facts = (shared / "domain.md").read_text(encoding="utf-8")
    block = facts[facts.index("## 4. Từ viết tắt") :].split("```text")[1].split("```")[0]
    shorts = [
        short
        for line in block.strip().splitlines()
        for entry in line.split(" ;; ")
        for short in entry.split(" = ")[0].split(", ")
    ]
    assert len(shorts) > 150
    assert [short for short in shorts if short not in ABBREVIATIONS] == []


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("hội LHPN xã", "lien_hiep"),
        ("hội viên tỉnh Phú Thọ", "vinh_phuc"),
        ("chi thi 22", "22_ct"),
        ("quý 2", "quy_ii"),
        ("vay vốn năm ngoái", "2025"),
        ("hooji viên", "hoi"),
    ],
)
def test_a_chip_taken_away_takes_its_expansions_along(text: str, gone: str) -> None:
    assert gone in expansion_terms(text)
    query = understand(text, today=TODAY, frequency=known)
    ignore = frozenset(map(key_of, query.understood))
    left = understand(text, ignore, today=TODAY, frequency=known)
    assert gone not in expansion_terms(text, ignore)
    assert left.understood == ()
    assert left.search_text == query.search_text


def test_a_chip_of_courtesy_taken_away_brings_the_words_back() -> None:
    query = understand("cho em hỏi hội viên là ai", frozenset({"politeness:cho em hỏi"}))
    assert query.search_text == "cho em hỏi hội viên là ai"
    assert query.understood == ()


@given(st.text(max_size=80), st.booleans())
def test_any_text_is_understood(text: str, with_store: bool) -> None:
    query = understand(text, today=TODAY, frequency=known if with_store else None)
    assert query.search_text in query.text
    assert all(0 < one.weight <= 1 for one in query.expansions)
    keys = [key_of(chip) for chip in query.understood]
    assert all(chip.kind and chip.meaning for chip in query.understood)
    assert understand(text, frozenset(keys), today=TODAY).text == query.text


@given(st.text("abcdeghiklmnopqrstuvxy", min_size=2, max_size=7), st.data())
def test_one_letter_away_undoes_any_single_slip(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdghinotuy"))
    slips = [
        word[:place] + letter + word[place:],
        word[:place] + letter + word[place + 1 :],
        word[:place] + word[place + 1 :],
        word[: max(place - 1, 0)] + word[max(place - 1, 0) : place + 1][::-1] + word[place + 1 :],
    ]
    assert all(slip == word or word in set(one_letter_away(slip)) for slip in slips)


def test_a_word_of_the_store_is_never_mended() -> None:
    assert mend("nghèo", ["thoat", "ngheo", "vay"], 1, known) is None
    assert take_apart("thoat", known) is None
