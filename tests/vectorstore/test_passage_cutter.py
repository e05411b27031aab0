"""Records of passages against the embedder and the syllables of the lexical index."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vectorstore.cut_passages import LARGEST, record_of, same_record, side_by_side
from vectorstore.embedder_loading import load_embedder
from vectorstore.indexed_text import IndexedText, indexed_text
from vectorstore.passage_cutter import PassageCutter
from vectorstore.static_embedder import StaticEmbedder
from vectorstore.syllable_keys import syllable_keys
from vectorstore.terms import syllables

EMBEDDER = load_embedder()
assert isinstance(EMBEDDER, StaticEmbedder)
_CUTTER = EMBEDDER.cutter()
assert _CUTTER is not None
CUTTER: PassageCutter = _CUTTER
TITLE = "Quy chế Hội Bản Mây"
TEXT = "Hội họp ngày 5/3/2024 ở Krông Búk. Có 1.250 hội viên tham gia! Chủ tịch là bà Hoàng Thị Xuyến, quê Đắk Nông"
words = st.lists(st.sampled_from(["Hội", "phụ nữ", "Krông", "1.250,5", "QH15", "(Xuyến)", "Wärsawxx", "họp. ", "\n"]))


def plain(text: str) -> IndexedText:
    return IndexedText(text, 0, 0)


def sentences_of(text: IndexedText) -> list[str]:
    """The sentences of one record, as the tokens' own letters; what stands between clauses has none."""
    cut = side_by_side(CUTTER.cut([text]).records)
    names = {number: token for token, number in EMBEDDER._tokenizer.get_vocab().items()}
    ends = [*cut.sentences[1:].tolist(), len(cut.tokens)]
    parts = itertools.starmap(slice, zip(cut.sentences.tolist(), ends, strict=True))
    return ["".join(names[one] for one in cut.tokens[part].tolist()).replace("[UNK]", "") for part in parts]


@settings(deadline=None)
@given(st.lists(words.map(" ".join), min_size=1, max_size=4))
def test_syllables_read_off_tokens_are_those_of_the_text(texts: list[str]) -> None:
    cut = side_by_side(CUTTER.cut([plain(text) for text in texts]).records)
    spelled = CUTTER.pieces.spelled(cut.tokens, cut.firsts)
    owners = np.searchsorted(cut.firsts, np.searchsorted(spelled.places, spelled.syllables, side="right") - 1, "right")
    for number, text in enumerate(texts, 1):
        keys = spelled.keys[owners == number]
        # a blank or an unknown sign at an end is a syllable without letters
        assert keys[keys > 0].tolist() == syllable_keys(syllables(text)).tolist()


@settings(deadline=None)
@given(st.lists(words.map(" ".join), max_size=4))
def test_vectors_are_those_of_the_embedder(texts: list[str]) -> None:
    made = CUTTER.cut([plain(text) for text in texts]) if texts else None
    if made is not None:
        np.testing.assert_allclose(made.vectors, EMBEDDER.embed_passages(texts), atol=1e-6)
        assert all(map(len, made.records))


def test_sentences_end_at_full_stops_and_lines_and_short_ones_go_on() -> None:
    text = "Điều 5. Hội viên có quyền dự họp\nMức chi 1.250.000 đồng một người. Hết"
    assert sentences_of(plain(text)) == [
        "▁dieu▁5▁hoi▁vien▁co▁quyen▁du▁hop",
        "▁muc▁chi▁1▁250▁000▁dong▁mot▁nguoi",
        "▁het",
    ]


def test_lengths_of_sentences_are_those_of_their_vectors() -> None:
    cut = side_by_side(CUTTER.cut([indexed_text(TITLE, (), TEXT), plain(TEXT)]).records)
    ends = [*cut.sentences[1:].tolist(), len(cut.tokens)]
    whole = [EMBEDDER._table[cut.tokens[start:end]].sum(axis=0) for start, end in zip(cut.sentences, ends, strict=True)]
    np.testing.assert_allclose(cut.norms, np.linalg.norm(whole, axis=1), rtol=1e-3)


@pytest.mark.parametrize(
    ("title", "headings", "text"),
    [(TITLE, ("Điều 1",), TEXT), (TITLE, (), f"{TITLE}\n{TEXT}"), (TITLE, ("Điều 1",), f"Điều 1\n{TEXT}")],
)
def test_the_header_is_title_and_headings_wherever_they_stand(title: str, headings: tuple[str, ...], text: str) -> None:
    made = indexed_text(title, headings, text)
    cut = side_by_side(CUTTER.cut([made]).records)
    spelled = CUTTER.pieces.spelled(cut.tokens, cut.firsts)
    asked = sorted(syllable_keys(syllables(" ".join((title, *headings)))).tolist())
    assert sorted(spelled.keys[: cut.header_words[0]].tolist()) == asked
    # the text follows whole, what it says of the header included
    assert spelled.keys[cut.header_words[0] :].tolist()[-5:] == syllable_keys(syllables(text)[-5:]).tolist()
    body = spelled.keys[len(asked) :]
    assert len(body[body > 0]) == len(syllables(text))


def test_a_text_without_words_is_one_unknown_token() -> None:
    (record,) = CUTTER.cut([plain("…")]).records
    assert side_by_side([record]).norms.tolist() == [0.0]


def test_what_does_not_fit_a_record_does_not_count() -> None:
    tokens = np.arange(LARGEST + 10) % 7
    norms = np.ones(3, dtype=np.float32)
    cut = side_by_side([record_of(2, np.array([5, LARGEST - 1, len(tokens)]), norms, tokens)])
    assert (len(cut.tokens), cut.sentences.tolist()) == (LARGEST - 1, [0, 5])
    one = side_by_side([record_of(2, np.array([len(tokens)]), norms[:1], tokens)])
    assert (len(one.tokens), one.sentences.tolist()) == (LARGEST, [0])


def test_records_differ_by_a_token_but_not_by_the_last_digit_of_a_length() -> None:
    (record,) = CUTTER.cut([plain(TEXT)]).records
    rounded, other = record.copy(), record.copy()
    rounded[2 + record[1]] += 1
    other[-1] += 1
    assert same_record(record, record)
    assert same_record(record, rounded)
    assert not same_record(record, other)
    assert not same_record(record, record[:-1])


def test_products_and_cosines_of_tokens_are_nearly_those_of_their_vectors() -> None:
    tokens, asked = CUTTER.tokens(TEXT), CUTTER.tokens("hội viên Krông Búk")
    vector = CUTTER.vector(asked)
    table = EMBEDDER._table
    np.testing.assert_allclose(vector, EMBEDDER.embed_queries(["hội viên Krông Búk"])[0], atol=1e-6)
    np.testing.assert_allclose(CUTTER.table.products(vector, tokens), table[tokens] @ vector, atol=0.1)
    front = table[:, :128] / np.linalg.norm(table[:, :128], axis=1, keepdims=True).clip(1e-9)
    np.testing.assert_allclose(CUTTER.table.cosines(asked, tokens), front[asked] @ front[tokens].T, atol=0.02)


def test_a_record_is_the_same_for_a_passage_alone_and_among_others() -> None:
    few = [
        indexed_text("Báo cáo số 21/BC-HPN", (), "Trồng mới 38 ha chè, 214 hộ tham gia."),
        indexed_text("", (), "Gò Sen"),
    ]
    many = [*few, indexed_text("", (), "Hội viên, phụ nữ tham gia. " * 40)]
    alone = [CUTTER.cut([one]).records[0] for one in few]
    assert all(np.array_equal(one, other) for one, other in zip(alone, CUTTER.cut(many).records[:2], strict=True))
