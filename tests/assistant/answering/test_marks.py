"""Bits of words found are what sets of words would be."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from assistant.answering.marks import Phrases, Vocabulary, Weighed

WORDS = ("hoi", "phu", "nu", "xa", "ha", "lam", "giup", "ngheo")
WANTED = {"hoi": 1.5, "phu": 0.25, "nu": 0.25, "lam": 3.0}
PAIRS = {"hoi_phu": 2.0, "phu_nu": 0.5, "lam_lam": 1.25}
STRETCHES = st.lists(st.sampled_from(WORDS), max_size=40).map(tuple)


def vocabulary() -> Vocabulary:
    return Vocabulary(WANTED, PAIRS)


@given(STRETCHES, st.integers(0, 40), st.integers(0, 40))
def test_bits_within_a_window_are_its_words_and_whole_pairs(parts: tuple[str, ...], first: int, last: int) -> None:
    known = vocabulary()
    window = parts[first:last]
    there = [word for word in WANTED if word in window]
    there += [pair for pair in PAIRS if pair in set(map("_".join, itertools.pairwise(window)))]
    assert known.marks(parts).within(first, last) == known.bits(there)
    assert known.marks(window).held == known.bits(there)


@given(STRETCHES)
def test_the_share_is_the_weight_of_what_is_held(parts: tuple[str, ...]) -> None:
    known = vocabulary()
    weighed = Weighed(known, WANTED, 5.0)
    held = known.marks(parts).held
    expected = sum(weight for word, weight in WANTED.items() if word in parts) / 5.0
    assert weighed.share(held) == weighed.share(held) == expected


def test_a_name_is_there_where_all_its_pairs_are() -> None:
    known = vocabulary()
    names = Phrases(known, [("hoi", "phu", "nu"), ("lam",)])
    assert names.share(known.marks(("hoi", "phu", "nu", "xa")).held) == 0.5
    assert names.share(known.marks(("hoi", "xa", "phu", "nu", "lam")).held) == 0.5
    assert names.share(0) == 0.0
    assert Phrases(known, []).share(0) == 1.0
    assert Phrases(known, [("lam",)]).share(known.bits(["lam"])) == 1.0


@given(STRETCHES, st.integers(1, 6))
def test_words_near_each_other_stand_in_order_within_reach(parts: tuple[str, ...], reach: int) -> None:
    known = vocabulary()
    content = ("hoi", "lam")
    expected = {
        (known.bits([left]), known.bits([right]))
        for at, left in enumerate(parts)
        for right in parts[at + 1 : at + 1 + reach]
        if left in content and right in content
    }
    assert known.marks(parts).near_each_other(known.bits(content), reach) == expected
