import re

from hypothesis import example, given
from hypothesis import strategies as st

from ingest.text.folding import fold, fold_many
from vectorstore.terms import many_syllables, many_terms, syllables, terms, words_in

TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), max_size=5)


@given(TEXTS)
@example(["Hội_LHPN 12/2021 ½", "", "một 𝟚 hai", "ắ\u0301", "한국"])
def test_many_texts_have_the_terms_of_each(texts: list[str]) -> None:
    assert many_syllables(texts) == [syllables(text) for text in texts]
    assert many_terms(texts) == [terms(text) for text in texts]


@given(TEXTS)
def test_many_texts_fold_as_each(texts: list[str]) -> None:
    assert fold_many(texts) == [fold(text) for text in texts]


def test_lone_surrogates_do_not_stop_the_rest() -> None:
    assert many_syllables(["hội \ud800 phụ", "nữ"]) == [["hoi", "phu"], ["nu"]]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
@example("Hội_LHPN 12/2021 ½ 𝟚 hai")
@example("")
def test_words_stand_where_a_pattern_finds_them(text: str) -> None:
    words = words_in(text)
    found = list(re.finditer(r"[^\W_]+", fold(text)))
    assert words.parts == [match.group() for match in found]
    assert list(zip(words.starts.tolist(), words.ends.tolist(), strict=True)) == [match.span() for match in found]
