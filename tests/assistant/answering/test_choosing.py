"""What is quoted when room is short."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answering.choosing import Option, choose, worthwhile

OPTIONS = st.lists(
    st.builds(lambda size, worth: Option(0, size, size, worth / 100), st.integers(8, 300), st.integers(1, 100)),
    min_size=1,
    max_size=4,
).map(worthwhile)


def option(characters: int, worth: float) -> Option:
    return Option(0, characters, characters, worth)


def test_longer_option_worth_no_more_is_left_out() -> None:
    assert worthwhile([option(200, 0.5), option(100, 0.5), option(300, 0.6)]) == [option(100, 0.5), option(300, 0.6)]


def test_two_clauses_are_chosen_before_one_whole_sentence_worth_less() -> None:
    first = [option(120, 0.5), option(390, 0.55)]
    assert choose([first, [option(200, 0.3)]], 400, 4) == [option(120, 0.5), option(200, 0.3)]


def test_whole_sentence_is_chosen_when_there_is_room_for_it() -> None:
    assert choose([[option(120, 0.5), option(390, 0.55)], [option(20, 0.01)]], 400, 4)[0] == option(390, 0.55)


def test_nothing_is_chosen_when_nothing_fits() -> None:
    assert choose([[option(120, 0.5)]], 100, 4) == [None]


@settings(deadline=None, max_examples=60)
@given(st.lists(OPTIONS, min_size=1, max_size=4), st.integers(50, 700), st.integers(1, 3))
def test_choice_fits_and_is_nearly_the_best(candidates: list[list[Option]], room: int, most: int) -> None:
    chosen = choose(candidates, room, most)
    kept = [one for one in chosen if one is not None]
    assert sum(one.characters for one in kept) <= room
    assert len(kept) <= most
    # fillings that differ by less than a step are taken for equal, so only less room is compared
    narrower = max(0, room - 8 * len(candidates))
    best = 0.0
    for filling in itertools.product(*[[None, *options] for options in candidates]):
        held = [one for one in filling if one is not None]
        if len(held) <= most and sum(one.characters for one in held) <= narrower:
            best = max(best, sum(one.worth for one in held))
    assert sum(one.worth for one in kept) >= best - 1e-9
