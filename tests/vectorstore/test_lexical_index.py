import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vectorstore.errors import IndexDamagedError
from vectorstore.lexical_index import LexicalEntry, LexicalIndex
from vectorstore.terms import terms

WORDS = ["hội", "phụ", "nữ", "xã", "vốn", "vay", "nghèo", "lớp", "thi", "đua"]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


def number(value: int) -> str:
    return f"{value:016x}"


def entries(*passages: str, per_document: int = 1) -> list[LexicalEntry]:
    return [
        LexicalEntry(number(place + 1), number((place // per_document) + 1_000), terms(text))
        for place, text in enumerate(passages)
    ]


def bm25(passages: list[str], query: str) -> dict[str, float]:
    """Okapi BM25 by its formula (k1 1.2, b 0.75), independent of the index."""
    bags = [Counter(terms(text)) for text in passages]
    average = sum(sum(bag.values()) for bag in bags) / len(bags)
    scores = {}
    for place, bag in enumerate(bags):
        score = 0.0
        for term, times in Counter(terms(query)).items():
            frequency = sum(term in other for other in bags)
            idf = math.log(1 + (len(bags) - frequency + 0.5) / (frequency + 0.5))
            length = 1.2 * (1 - 0.75 + 0.75 * sum(bag.values()) / average)
            score += times * idf * bag[term] * 2.2 / (bag[term] + length)
        if score:
            scores[number(place + 1)] = score
    return scores


@settings(max_examples=25, deadline=None)
@given(passages=st.lists(texts, min_size=1, max_size=8), query=texts)
def test_scores_are_bm25(tmp_path_factory: pytest.TempPathFactory, passages: list[str], query: str) -> None:
    index = LexicalIndex(tmp_path_factory.mktemp("lexical"))
    index.add(entries(*passages))
    found = {hit.chunk_id: hit.score for hit in index.search(terms(query), 100)}
    assert found == pytest.approx(bm25(passages, query), rel=1e-4)
    index.close()


@pytest.mark.parametrize("term_set_documents", [0, 2_000])
@settings(max_examples=15, deadline=None)
@given(passages=st.lists(texts, min_size=1, max_size=40), query=texts, chosen=st.sets(st.integers(1_000, 1_020)))
def test_filtered_ranking_is_the_full_one_restricted(
    tmp_path_factory: pytest.TempPathFactory,
    term_set_documents: int,
    passages: list[str],
    query: str,
    chosen: set[int],
) -> None:
    index = LexicalIndex(tmp_path_factory.mktemp("lexical"), term_set_documents=term_set_documents)
    made = entries(*passages, per_document=2)
    index.add(made)
    allowed = {number(one) for one in chosen}
    owner = {entry.chunk_id: entry.document_id for entry in made}
    everything = index.search(terms(query), 1_000)
    restricted = [hit for hit in everything if owner[hit.chunk_id] in allowed]
    found = index.search(terms(query), 3, allowed)
    assert [hit.score for hit in found] == pytest.approx([hit.score for hit in restricted[:3]])
    assert {owner[hit.chunk_id] for hit in found} <= allowed
    index.close()


def test_filter_asked_again_and_again_stays_exact(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path, term_set_documents=0)
    words = ["hội", "phụ", "nữ", "xã", "quỹ", "vay"]
    random = np.random.default_rng(5)
    made = entries(*(" ".join(random.choice(words, 1 + number % 7)) for number in range(600)), per_document=2)
    index.add(made)
    owner = {entry.chunk_id: entry.document_id for entry in made}
    documents = sorted(set(owner.values()))
    for allowed in (frozenset(documents[::2]), frozenset(documents[:20]), frozenset(documents[-1:])):
        for query in words * 2:
            restricted = [hit for hit in index.search(terms(query), 600) if owner[hit.chunk_id] in allowed]
            found = index.search(terms(query), 3, allowed)
            assert [hit.score for hit in found] == pytest.approx([hit.score for hit in restricted[:3]])
            assert {owner[hit.chunk_id] for hit in found} <= allowed
    index.close()


def test_rare_match_outside_the_best_hits_is_found_when_filtered(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path, term_set_documents=0)
    index.add(entries(*["hội phụ nữ"] * 900, "hội và rất nhiều từ khác hẳn trong một câu dài"))
    (hit,) = index.search(["hoi"], 1, [number(1_900)])
    assert hit.chunk_id == number(901)
    index.close()


@pytest.mark.parametrize("term_set_documents", [0, 2_000])
def test_of_equal_hits_those_with_the_lowest_ids_come_first(tmp_path: Path, term_set_documents: int) -> None:
    index = LexicalIndex(tmp_path, term_set_documents=term_set_documents)
    made = entries(*["hội phụ nữ"] * 12, "hội")
    index.add(reversed(made))
    even = {entry.document_id for entry in made[1::2]}
    assert [hit.chunk_id for hit in index.search(["phu"], 3)] == [number(1), number(2), number(3)]
    assert [hit.chunk_id for hit in index.search(["phu"], 3, even)] == [number(2), number(4), number(6)]
    index.close()


def test_question_full_of_query_syntax_is_only_words(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.add(entries("Điều 5: quyền lợi", "khác"))
    assert [hit.chunk_id for hit in index.search(terms('Điều 5: "((quyền AND) -lợi*~^ body:'), 5)] == [number(1)]
    index.close()


@pytest.mark.parametrize(("wanted", "k", "chosen"), [([], 5, None), (["hoi"], 0, None), (["hoi"], 5, [])])
def test_nothing_asked_is_nothing_found(tmp_path: Path, wanted: list[str], k: int, chosen: list[str] | None) -> None:
    index = LexicalIndex(tmp_path)
    index.add(entries("hội phụ nữ"))
    assert index.search(wanted, k, chosen) == []
    index.close()


def test_deleted_document_is_gone_and_others_stay(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.add(entries("hội một", "hội hai", "hội ba", per_document=2))
    index.delete([number(1_000), number(77)])
    assert index.ids() == {number(3)}
    assert index.count() == 1
    index.close()


def test_adding_in_place_of_a_document_replaces_its_chunks(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.add(entries("hội cũ", "hội cũ nữa", per_document=2))
    index.add([LexicalEntry(number(9), number(1_000), terms("hội mới"))], replacing=[number(1_000)])
    assert index.ids() == {number(9)}
    assert index.document_ids() == {number(1_000)}
    index.close()


def test_single_chunks_can_be_deleted(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.add(entries("hội một", "hội hai", per_document=2))
    index.delete_chunks([number(1)])
    assert index.ids() == {number(2)}
    index.close()


def test_index_is_the_same_after_reopening(tmp_path: Path) -> None:
    first = LexicalIndex(tmp_path)
    first.add(entries("hội phụ nữ", "vốn vay"))
    before = first.search(["von"], 5)
    first.close()
    second = LexicalIndex(tmp_path)
    assert second.search(["von"], 5) == before
    second.close()


def test_idf_falls_with_the_frequency_of_a_term(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.add(entries("hội phụ nữ", "hội vốn", "hội vay"))
    assert index.document_frequency("hoi") == 3
    assert 0 < index.idf("hoi") < index.idf("von") < index.idf("chua_tung_co")
    index.close()


def test_folder_of_something_else_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(IndexDamagedError, match=r"python app\.py reindex"):
        LexicalIndex(tmp_path)


def test_factor_of_a_term_multiplies_its_share_of_the_score(tmp_path: Path) -> None:
    index = LexicalIndex(tmp_path)
    index.add(entries("hội phụ nữ", "vốn vay nghèo"))
    plain = {hit.chunk_id: hit.score for hit in index.search(["hoi", "von"], 5)}
    weighted = {hit.chunk_id: hit.score for hit in index.search({"hoi": 0.5, "von": 3.0}, 5)}
    assert weighted == pytest.approx({number(1): 0.5 * plain[number(1)], number(2): 3.0 * plain[number(2)]})
    index.close()
