"""Boxes on the picture of a page, and how boxes of characters become boxes of lines."""

from collections.abc import Iterable
from dataclasses import dataclass

_SAME_LINE = 0.5
"""Share of the lower box's height that must overlap."""
_WORD_GAP = 2.5
"""In heights of the line: a wider gap is the space between two columns or cells."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in fractions of the page as it is shown, 0 to 1, from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Of the page's height."""
        return self.bottom - self.top


def line_boxes(boxes: Iterable[Box], aspect: float) -> tuple[Box, ...]:
    """One box per line of consecutive ones, in order; a new line begins where the next box is not beside the last.

    :param aspect: width of the page by its height, to compare gaps with heights.
    """
    lines: list[Box] = []
    for box in boxes:
        if box.right <= box.left or box.bottom <= box.top:
            continue
        if lines and _beside(lines[-1], box, aspect):
            lines[-1] = _around(lines[-1], box)
        else:
            lines.append(box)
    return tuple(lines)


def _beside(line: Box, box: Box, aspect: float) -> bool:
    overlap = min(line.bottom, box.bottom) - max(line.top, box.top)
    lower = min(line.height, box.height)
    gap = max(box.left - line.right, line.left - box.right) * aspect
    return overlap >= _SAME_LINE * lower and gap <= _WORD_GAP * max(line.height, box.height)


def _around(one: Box, other: Box) -> Box:
    return Box(
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
