import numpy as np
import pytest

from vectorstore import word_table
from vectorstore.embedder_loading import load_embedder
from vectorstore.static_embedder import StaticEmbedder
from vectorstore.word_table import WordTable

EMBEDDER = load_embedder()
assert isinstance(EMBEDDER, StaticEmbedder)
QUESTION = EMBEDDER.embed_queries(["hội phụ nữ trồng cây"])[0]


def test_similarities_are_nearly_the_cosine_of_a_text_of_one_word() -> None:
    words = ["quynh", "cay", "xyzzyx", "cay"]
    table = EMBEDDER.words()
    products, squares = table.similarities(table.numbers(words), QUESTION)
    np.testing.assert_allclose(products / np.sqrt(squares), EMBEDDER.embed_passages(words) @ QUESTION, atol=0.01)
    assert [len(part) for part in table.similarities(table.numbers([]), QUESTION)] == [0, 0]


def test_a_word_keeps_its_number_and_its_vector_while_others_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_table, "_FIRST_ROWS", 2)
    table = WordTable(EMBEDDER._tokenise, EMBEDDER._table)
    first = table.numbers(["hoi", "phu"])
    before = table.similarities(first, QUESTION)
    table.numbers([f"tu{number}" for number in range(50)])
    assert len(table) == 52
    np.testing.assert_array_equal(table.numbers(["hoi", "phu"]), first)
    np.testing.assert_array_equal(table.similarities(first, QUESTION), before)


def test_words_without_tokens_are_like_nothing() -> None:
    table = EMBEDDER.words()
    products, squares = table.similarities(table.numbers(["", "漢"]), QUESTION)
    assert products.tolist() == [0.0, 0.0] == squares.tolist()


def test_a_full_table_is_followed_by_a_new_one_and_stays_usable(monkeypatch: pytest.MonkeyPatch) -> None:
    embedder = load_embedder()
    assert isinstance(embedder, StaticEmbedder)
    old = embedder.words()
    old.numbers(["hoi"])
    monkeypatch.setattr("vectorstore.static_embedder._WORDS_HELD", 0)
    assert embedder.words() is not old
    assert len(old.numbers(["hoi", "phu"])) == 2
