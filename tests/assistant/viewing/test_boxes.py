from hypothesis import given
from hypothesis import strategies as st

from assistant.viewing.boxes import Box, line_boxes

SQUARE = 1.0


def row(y: float, *lefts: float) -> list[Box]:
    return [Box(x, y, x + 0.01, y + 0.02) for x in lefts]


def test_characters_of_a_line_become_one_box() -> None:
    assert line_boxes(row(0.1, 0.1, 0.11, 0.13), SQUARE) == (Box(0.1, 0.1, 0.13 + 0.01, 0.1 + 0.02),)


def test_the_next_line_is_another_box() -> None:
    boxes = line_boxes([*row(0.1, 0.8, 0.81), *row(0.13, 0.1, 0.11)], SQUARE)
    assert [box.top for box in boxes] == [0.1, 0.13]


def test_a_wide_gap_in_a_line_separates_columns() -> None:
    assert len(line_boxes(row(0.1, 0.1, 0.4), SQUARE)) == 2


def test_a_higher_letter_of_the_same_line_stays_in_it() -> None:
    assert len(line_boxes([Box(0.1, 0.1, 0.11, 0.12), Box(0.112, 0.095, 0.12, 0.121)], SQUARE)) == 1


def test_boxes_without_area_are_left_out() -> None:
    assert line_boxes([Box(0.1, 0.1, 0.1, 0.2), Box(0.1, 0.2, 0.2, 0.2)], SQUARE) == ()


UNIT = st.floats(0, 1, allow_nan=False)


@given(st.lists(st.tuples(UNIT, UNIT, UNIT, UNIT), max_size=20))
def test_every_box_lies_inside_a_line(corners: list[tuple[float, float, float, float]]) -> None:
    boxes = [Box(min(a, c), min(b, d), max(a, c), max(b, d)) for a, b, c, d in corners]
    lines = line_boxes(boxes, SQUARE)
    for box in boxes:
        if box.right > box.left and box.bottom > box.top:
            assert any(
                line.left <= box.left and line.top <= box.top and line.right >= box.right and line.bottom >= box.bottom
                for line in lines
            )
