"""The ruled lines of a PDF page, collected while pypdf walks through its drawing operators."""

from collections.abc import Sequence
from dataclasses import dataclass

Matrix = Sequence[float]

_THIN_POINTS = 3.0
"""Word and browsers rule tables with filled rectangles this thin; wider fills are backgrounds."""

_MAX_RULES = 2000
"""Drawings and maps hold endless lines and no tables."""

_CONSTRUCTION = frozenset({b"m", b"l", b"re"})
_STROKES = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
_FILLS = frozenset({b"f", b"F", b"f*"})
_ENDS = _STROKES | _FILLS | {b"n"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line, horizontal or vertical, in points, with ``x0 <= x1`` and ``y0 <= y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.y1 - self.y0

    @property
    def thickness(self) -> float:
        """The smaller of its two extents."""
        return min(self.x1 - self.x0, self.y1 - self.y0)


class RuleCollector:
    """Keeps what is painted; a path that only clips leaves no line."""

    def __init__(self) -> None:
        self._painted: list[Rule] = []
        self._lines: list[Rule] = []
        self._rectangles: list[Rule] = []
        self._pen: tuple[float, float] | None = None

    @property
    def rules(self) -> list[Rule]:
        """The lines of the page; none where there are too many to be tables."""
        return [] if len(self._painted) > _MAX_RULES else self._painted

    def take(self, operator: bytes, operands: Sequence[float], matrix: Matrix) -> None:
        """Follow one operator of the content stream."""
        if operator in _ENDS:
            self._end_path(operator)
        elif operator in _CONSTRUCTION and len(self._lines) + len(self._rectangles) <= _MAX_RULES:
            self._extend_path(operator, [float(value) for value in operands], matrix)

    def _extend_path(self, operator: bytes, numbers: Sequence[float], matrix: Matrix) -> None:
        start = transform(matrix, numbers[0], numbers[1])
        if operator == b"re":
            end = transform(matrix, numbers[0] + numbers[2], numbers[1] + numbers[3])
            self._rectangles.append(_between(start, end))
            return
        if operator == b"l" and self._pen is not None:
            line = _between(self._pen, start)
            if line.thickness <= _THIN_POINTS:
                self._lines.append(line)
        self._pen = start

    def _end_path(self, operator: bytes) -> None:
        thin = [box for box in self._rectangles if box.thickness <= _THIN_POINTS]
        if operator in _STROKES:
            wide = [box for box in self._rectangles if box.thickness > _THIN_POINTS]
            self._painted += self._lines + thin + [side for box in wide for side in _sides(box)]
        elif operator in _FILLS:
            self._painted += thin
        self._lines, self._rectangles, self._pen = [], [], None


def transform(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point of user space on the page."""
    a, b, c, d, e, f = (float(value) for value in matrix)
    return a * x + c * y + e, b * x + d * y + f


def _between(start: tuple[float, float], end: tuple[float, float]) -> Rule:
    return Rule(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))


def _sides(box: Rule) -> list[Rule]:
    return [
        Rule(box.x0, box.y0, box.x1, box.y0),
        Rule(box.x0, box.y1, box.x1, box.y1),
        Rule(box.x0, box.y0, box.x0, box.y1),
        Rule(box.x1, box.y0, box.x1, box.y1),
    ]
