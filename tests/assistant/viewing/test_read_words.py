import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.viewing.boxes import Box
from assistant.viewing.read_words import confidence_of, read_boxes
from assistant.viewing.type_lines import ASCENT, DESCENT, reach_of
from ingest.documents import WordBox

SIZE = 0.02
"""Of the type, as a share of the page's height."""
ASPECT = 0.7


def printed(text: str, *, lean: float = 0.0, width: float = 0.008) -> list[WordBox]:
    """The ink of every word: lines of text 0.03 apart, baselines at 0.1, 0.13, …, sinking by ``lean`` across."""
    words, at = [], 0
    for row, line in enumerate(text.split("\n")):
        for word in line.split(" "):
            start = at
            at += len(word) + 1
            left = 0.1 + (start - text.rfind("\n", 0, start) - 1) * width
            right = left + len(word) * width
            base = 0.1 + row * 0.03 + lean * (left + right) / 2
            up, down = reach_of(word)
            words.append(WordBox(start, start + len(word), left, base - up * SIZE, right, base + down * SIZE, 0.9))
    return words


def line(row: int, first: int, end: int, width: float = 0.008) -> tuple[float, float, float, float]:
    base = 0.1 + row * 0.03
    return 0.1 + first * width, base - ASCENT * SIZE, 0.1 + end * width, base + DESCENT * SIZE


def sides(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom


TEXT = "ao an toàn của hội viên\nấy là những gì đã nêu rõ"


def test_the_line_of_type_is_boxed_however_high_its_ink_is() -> None:
    boxes = read_boxes(TEXT, printed(TEXT), (0, len(TEXT)), ASPECT)
    assert [sides(box) for box in boxes] == [pytest.approx(line(0, 0, 23)), pytest.approx(line(1, 0, 24))]


def test_a_short_quote_takes_its_line_from_the_words_beside_it() -> None:
    (box,) = read_boxes(TEXT, printed(TEXT), (3, 5), ASPECT)
    assert sides(box) == pytest.approx(line(0, 3, 5))


def test_a_line_that_leans_is_boxed_in_steps_that_follow_it() -> None:
    boxes = read_boxes(TEXT, printed(TEXT, lean=0.05), (0, 23), ASPECT)
    assert len(boxes) > 1
    assert all(box.height == pytest.approx((ASCENT + DESCENT) * SIZE) for box in boxes)
    tops = [box.top for box in boxes]
    assert tops == sorted(tops)


def test_a_box_of_two_lines_taken_for_a_word_is_left_out() -> None:
    words = printed(TEXT)
    wrong = words[2]
    words[2] = WordBox(wrong.start, wrong.end, wrong.left, wrong.top, wrong.right, wrong.bottom + 0.03, 0.4)
    boxes = read_boxes(TEXT, words, (0, 23), ASPECT)
    assert [sides(box) for box in boxes] == [pytest.approx(line(0, 0, 23))]


def test_columns_are_boxed_apart() -> None:
    text = "Chỉ tiêu             kết quả"
    words = [word for word in printed(text) if word.end > word.start]
    assert len(read_boxes(text, words, (0, len(text)), ASPECT)) == 2


def test_a_span_inside_a_word_boxes_its_share() -> None:
    (box,) = read_boxes(TEXT, printed(TEXT), (7, 10), ASPECT)
    assert (box.left, box.right) == (pytest.approx(0.1 + 7 * 0.008), pytest.approx(0.1 + 10 * 0.008))


def test_a_span_of_no_word_has_no_box() -> None:
    assert read_boxes(TEXT, printed(TEXT), (2, 3), ASPECT) == ()
    assert read_boxes(TEXT, (), (0, 5), ASPECT) == ()


def test_confidence_is_that_of_the_spans_words() -> None:
    words = [WordBox(0, 3, 0, 0, 1, 1, 0.9), WordBox(4, 8, 0, 0, 1, 1, 0.5)]
    assert confidence_of(words, (4, 8)) == 0.5
    assert confidence_of(words, (0, 8)) == pytest.approx((3 * 0.9 + 4 * 0.5) / 7)
    assert confidence_of((), (4, 8)) is None


@pytest.mark.parametrize(
    ("low", "high"), [("ao", "ấo"), ("ao", "an."), ("ao", "ho"), ("ho", "Ấo"), ("an", "ga"), ("an", "ạn")]
)
def test_letters_reach_as_far_as_they_are_printed(low: str, high: str) -> None:
    assert sum(reach_of(low)) <= sum(reach_of(high))


@given(st.text(max_size=12))
def test_any_text_has_a_reach(text: str) -> None:
    up, down = reach_of(text)
    assert 0 <= up < 1.2
    assert 0 <= down < 0.3
