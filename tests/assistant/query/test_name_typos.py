import pytest

from assistant.query.spelling import mend, take_apart

STORE = {"setanta": 3, "broncos": 5, "gandhi": 2, "hoi": 40, "hoi_phu": 12, "phu": 30, "phu_nu": 20, "nu": 20, "se": 9}


def frequency(term: str) -> int:
    return STORE.get(term, 0)


@pytest.mark.parametrize(("typed", "meant"), [("Sentanta", "Setanta"), ("Bronco", "Broncos"), ("Gandhy", "Gandhi")])
def test_a_foreign_name_the_store_lacks_is_the_one_it_has(typed: str, meant: str) -> None:
    assert mend(typed, ["ai", typed.lower(), "o"], 1, frequency) == meant


@pytest.mark.parametrize("typed", ["bronco", "Hoj", "Nữa", "Sentan"])
def test_other_words_need_the_neighbours_of_the_store(typed: str) -> None:
    assert mend(typed, ["ai", typed.lower(), "o"], 1, frequency) is None


def test_words_come_apart_into_syllables_and_not_into_letters() -> None:
    apart = {"s": 1, "s_e": 1, "e": 1, "e_n": 1, "n_tan": 1, "tan": 1, "tan_ta": 1}
    assert take_apart("sentanta", lambda term: apart.get(term, 0)) is None
    assert take_apart("hoiphunu", frequency) == "hoi phu nu"
