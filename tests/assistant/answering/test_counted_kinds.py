"""Persons and money asked for by a general word are counted by the words papers use."""

import pytest

from assistant.answering.counted_kinds import counts_kind


@pytest.mark.parametrize("after", ["dong chi tham du", "hoi vien moi", "luot nguoi xem", "lao dong nu", "chau nho"])
def test_persons_are_counted_by_any_word_for_them(after: str) -> None:
    assert counts_kind(("nguoi",), ("699",), after.split())


@pytest.mark.parametrize("after", ["mo hinh sinh ke", "can nha cho", "hop tac xa"])
def test_things_are_no_persons(after: str) -> None:
    assert not counts_kind(("nguoi",), ("12",), after.split())


@pytest.mark.parametrize(("number", "after"), [("25", "trieu dong cho"), ("hang chuc ty", "dong de"), ("2 ty", "")])
def test_sums_are_money(number: str, after: str) -> None:
    assert counts_kind(("tien",), number.split(), after.split())


def test_comrades_are_no_money() -> None:
    assert not counts_kind(("kinh", "phi"), ("699",), ["dong", "chi", "duoc"])


def test_a_noun_of_its_own_is_no_kind() -> None:
    assert not counts_kind(("mo", "hinh"), ("12",), ["hoi", "vien"])


@pytest.mark.parametrize("head", [("chi", "hoi"), ("dong", "chi"), ("dong", "bao")])
def test_nouns_that_begin_like_a_general_word_are_none(head: tuple[str, ...]) -> None:
    assert not counts_kind(head, ("12",), ["hoi", "vien"])
    assert not counts_kind(head, ("12",), ["trieu", "dong"])
