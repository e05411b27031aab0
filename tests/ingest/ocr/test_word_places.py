from hypothesis import given
from hypothesis import strategies as st

from ingest.documents import WordBox
from ingest.ocr.reading import ReadWord
from ingest.ocr.word_places import place_words


def words(text: str) -> list[ReadWord]:
    return [ReadWord(word, (at / 100, 0.1, (at + 1) / 100, 0.2), 0.9) for at, word in enumerate(text.split())]


def shown(text: str, boxes: tuple[WordBox, ...]) -> list[tuple[str, int]]:
    return [(text[box.start : box.end], round(box.left * 100)) for box in boxes]


@given(st.lists(st.text(alphabet="abđơ1.,-", min_size=1, max_size=5), max_size=30))
def test_every_word_of_the_same_text_has_its_own_box(tokens: list[str]) -> None:
    text = "\n".join(tokens)
    boxes = place_words(text, words(text))
    assert shown(text, boxes) == [(token, at) for at, token in enumerate(text.split())]


def test_words_split_or_joined_since_share_a_box() -> None:
    assert shown("An toàn cho phụ nữ", place_words("An toàn cho phụ nữ", words("An toàn chophụ nữ"))) == [
        ("An", 0),
        ("toàn", 1),
        ("cho", 2),
        ("phụ", 2),
        ("nữ", 3),
    ]
    assert shown("ĐIỀU KHOẢN chung", place_words("ĐIỀU KHOẢN chung", words("ĐIỀ U KHO ẢN chung"))) == [
        ("ĐIỀU", 0),
        ("KHOẢN", 2),
        ("chung", 4),
    ]


def test_column_names_repeated_in_table_rows_do_not_mislead() -> None:
    text = "Huyện A — Hội viên: 312\nHuyện B — Hội viên: 287"
    boxes = dict(shown(text, place_words(text, words("Đơn vị Hội viên Huyện A 312 Huyện B 287"))))
    assert (boxes["312"], boxes["287"], boxes["B"]) == (6, 9, 8)
