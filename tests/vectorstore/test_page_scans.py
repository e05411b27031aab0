from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import WordBox
from vectorstore.page_scans import pack_words, unpack_words

FRACTION = st.floats(0, 1)
WORDS = st.lists(
    st.builds(
        lambda start, length, left, top, right, bottom, sure: WordBox(
            start, start + length, left, top, right, bottom, sure
        ),
        st.integers(0, 2**31),
        st.integers(1, 60000),
        FRACTION,
        FRACTION,
        FRACTION,
        FRACTION,
        FRACTION,
    ),
    max_size=30,
)


@given(WORDS)
def test_unpacking_gives_back_the_words_to_the_precision_kept(words: list[WordBox]) -> None:
    unpacked = unpack_words(pack_words(words))
    assert [(word.start, word.end) for word in unpacked] == [(word.start, word.end) for word in words]
    for kept, given_word in zip(unpacked, words, strict=True):
        for edge in ("left", "top", "right", "bottom"):
            assert abs(getattr(kept, edge) - getattr(given_word, edge)) <= 1 / 65535
        assert abs(kept.confidence - given_word.confidence) <= 0.0051


def test_a_page_of_five_hundred_words_takes_a_few_kilobytes() -> None:
    words = [
        WordBox(at * 6, at * 6 + 5, at % 10 / 10, at / 500, at % 10 / 10 + 0.08, at / 500 + 0.01, 0.93)
        for at in range(500)
    ]
    assert len(pack_words(words)) < 6000
