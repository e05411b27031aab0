import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.query.understanding import understand
from assistant.retrieval.features import FEATURE_NAMES
from assistant.retrieval.fusion import FusedChunk
from assistant.retrieval.reranking import measure
from ingest.text.folding import fold
from vectorstore.embedder_loading import load_embedder
from vectorstore.hits import Passage
from vectorstore.indexed_text import indexed_text
from vectorstore.passage_cutter import PassageCutter
from vectorstore.static_embedder import StaticEmbedder

EMBEDDER = load_embedder()
assert isinstance(EMBEDDER, StaticEmbedder)
_CUTTER = EMBEDDER.cutter()
assert _CUTTER is not None
CUTTER: PassageCutter = _CUTTER
QUESTION = "Chi hội Bản Mây trồng bao nhiêu cây quế?"


def passage(number: int, text: str, title: str | None = None) -> Passage:
    return Passage(
        f"{number:016x}", "d1", number, "a.txt", title, None, None, None, None, 1, 0, len(text), text, (), frozenset(),
        "text/plain",
    )  # fmt: skip


def measured(question: str, *passages: Passage, scores: tuple[float, ...] = ()) -> dict[str, list[float]]:
    candidates = [
        FusedChunk(one.chunk_id, 0.5, 1, 1, score, score / 10)
        for one, score in zip(passages, scores or [1.0] * len(passages), strict=True)
    ]
    texts = [indexed_text(one.title, one.heading_path, one.text) for one in passages]
    records = CUTTER.cut(texts).records
    values = measure(understand(question), candidates, records, lambda term: 1.0 + len(term) / 10, CUTTER)
    assert values.shape == (len(passages), len(FEATURE_NAMES))
    return dict(zip(FEATURE_NAMES, values.T.tolist(), strict=True))


def test_the_passage_that_says_it_in_one_place_beats_the_one_that_scatters_it() -> None:
    filler = " và các hoạt động khác của phong trào được duy trì đều đặn trong cả năm qua ở nhiều nơi." * 3
    near = passage(1, f"Chi hội Bản Mây trồng 400 cây quế.{filler}")
    far = passage(2, f"Chi hội họp.{filler} Ở Bản Mây có hồ.{filler} Nhiều nơi trồng rau.{filler} Giá cây quế tăng.")
    found = measured(QUESTION, near, far)
    assert found["window"][0] > found["window"][1]
    assert found["soft_window"][0] == 1.0 > found["soft_window"][1]


def test_what_the_title_says_counts_everywhere_in_the_passage() -> None:
    text = "Năm nay trồng 400 cây quế."
    found = measured(QUESTION, passage(1, text, "Chi hội Bản Mây"), passage(2, text, "Chi hội Suối Hoa"))
    assert found["window"][0] > found["window"][1]
    assert found["often"][0] == found["often"][1]


def test_body_asks_only_for_what_the_header_does_not_say() -> None:
    text = "Năm nay trồng 400 cây quế."
    found = measured(QUESTION, passage(1, text, "Chi hội Bản Mây"), passage(2, text), passage(3, "x", QUESTION))
    assert found["body"][0] == 1.0 == found["body"][2]
    assert 0 < found["body"][1] < 1


def test_a_word_that_comes_again_counts_more_and_ever_less() -> None:
    once, twice, thrice = (passage(number, " ".join(["quế"] * number)) for number in (1, 2, 3))
    often = measured("quế", once, twice, thrice)["often"]
    np.testing.assert_allclose(often, [1 / 2.2, 2 / 3.2, 3 / 4.2])


def test_the_sentence_that_answers_counts_for_the_whole_passage() -> None:
    filler = " Các hoạt động khác của phong trào được duy trì đều đặn trong cả năm qua ở nhiều nơi." * 3
    found = measured(QUESTION, passage(1, f"Chi hội Bản Mây trồng cây quế.{filler}"), passage(2, filler))
    assert found["sentence"][0] > 0.5 > found["sentence"][1]


def test_words_that_mean_the_like_are_met_in_one_sentence() -> None:
    found = measured("giáo viên trường học", passage(1, "Thầy cô giáo ở các lớp."), passage(2, "Giá quế tăng mạnh."))
    assert found["met"][0] == 1.0 > found["met"][1] > 0


def test_length_counts_the_text_and_not_its_header() -> None:
    short, long = passage(1, "một hai", "ba bốn năm"), passage(2, "một hai ba bốn năm")
    found = measured(QUESTION, short, long)["length"]
    assert 0 < found[0] < found[1]


def test_legs_count_over_their_best_and_never_below_zero() -> None:
    found = measured(QUESTION, passage(1, "một"), passage(2, "hai"), scores=(4.0, -1.0))
    assert found["lexical"] == [1.0, 0.0]
    assert found["dense"] == [1.0, 0.0]


def test_passages_without_words_and_questions_without_matches_measure_as_nothing() -> None:
    found = measured("?!", passage(1, "…"), passage(2, "Bản Mây"), scores=(0.0, 0.0))
    assert all(found[name] == [0.0, 0.0] for name in ("lexical", "dense", "window", "soft_window", "often", "met"))
    assert measured(QUESTION, passage(1, "xyz"))["window"] == [0.0]


@settings(deadline=None)
@given(st.lists(st.sampled_from(["Hội", "phụ nữ", "trồng", "quế", "400 cây", "Bản Mây", "họp."]), min_size=1))
def test_features_stay_in_bounds_and_do_not_see_accents(words: list[str]) -> None:
    text = " ".join(words)
    typed = measured(QUESTION, passage(1, text), passage(2, "Hội họp."))
    bare = measured(fold(QUESTION), passage(1, text), passage(2, "Hội họp."))
    assert typed == bare
    assert all(-1e-6 <= value <= 1 + 1e-6 for values in typed.values() for value in values)
