"""What pypdf draws on a page: fragments of text and ruled lines, each with its place."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdf import PageObject

from ingest.loaders.pdf_lines import PrintedLine

_THIN_POINTS = 3.0
"""Word rules its tables with filled rectangles this thin."""

_MAX_RULES = 20_000
"""Drawings and maps hold endless lines and no tables."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text as pypdf hands it out; the pieces of a page concatenate to its text."""

    text: str
    x: float
    y: float
    size: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line, horizontal or vertical, with ``x0 <= x1`` and ``y0 <= y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def horizontal(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(slots=True)
class PageLayout:
    """Fragments in the order they are drawn, and the rules."""

    fragments: list[Fragment] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)


def read_layout(page: PageObject) -> PageLayout:
    """Extract one page.

    :raises pypdf.errors.PyPdfError: If the page cannot be read.
    """
    layout = PageLayout()
    pen: list[tuple[float, float]] = []

    # pypdf passes lists of its own number types; float() is all that is needed of them
    def on_text(text: str, cm: Any, tm: Any, _font: Any, size: Any) -> None:  # noqa: ANN401
        x, y = _transform(cm, float(tm[4]), float(tm[5]))
        scale = abs(float(tm[3]) * float(cm[3])) or 1.0
        layout.fragments.append(Fragment(_storable(text), x, y, float(size) * scale))

    def on_operator(operator: bytes, operands: Any, cm: Any, _tm: Any) -> None:  # noqa: ANN401
        if operator in _PATH_OPERATORS and len(layout.rules) < _MAX_RULES:
            layout.rules.extend(_rules(operator, [float(value) for value in operands], cm, pen))

    page.extract_text(visitor_text=on_text, visitor_operand_before=on_operator)
    return layout


def printed_lines(fragments: Sequence[Fragment]) -> list[PrintedLine]:
    """Lines of the fragments' text; a line stands where its first visible fragment does."""
    lines: list[PrintedLine] = []
    parts: list[str] = []
    place: Fragment | None = None
    for fragment in fragments:
        for index, part in enumerate(fragment.text.split("\n")):
            if index:
                lines.append(_line(parts, place))
                parts, place = [], None
            parts.append(part)
            if place is None and part.strip():
                place = fragment
    lines.append(_line(parts, place))
    return [line for line in lines if line.text]


def _line(parts: list[str], place: Fragment | None) -> PrintedLine:
    text = " ".join("".join(parts).split())
    return PrintedLine(text, place.x, place.y, place.size) if place else PrintedLine(text)


_PATH_OPERATORS = frozenset({b"m", b"l", b"re"})


def _rules(operator: bytes, numbers: list[float], cm: Any, pen: list[tuple[float, float]]) -> list[Rule]:  # noqa: ANN401
    """Rules that a path operator adds; ``pen`` remembers where the path stands."""
    if operator == b"re":
        x, y, width, height = numbers
        (x0, y0), (x1, y1) = _transform(cm, x, y), _transform(cm, x + width, y + height)
        return _of_rectangle(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    point = _transform(cm, numbers[0], numbers[1])
    drawn: list[Rule] = []
    if operator == b"l" and pen:
        (x0, y0), (x1, y1) = pen[-1], point
        rule = Rule(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        if min(rule.x1 - rule.x0, rule.y1 - rule.y0) <= _THIN_POINTS:
            drawn.append(rule)
    pen[:] = [point]
    return drawn


def _of_rectangle(x0: float, y0: float, x1: float, y1: float) -> list[Rule]:
    if min(x1 - x0, y1 - y0) <= _THIN_POINTS:
        return [Rule(x0, y0, x1, y1)]
    return [Rule(x0, y0, x1, y0), Rule(x0, y1, x1, y1), Rule(x0, y0, x0, y1), Rule(x1, y0, x1, y1)]


def _transform(cm: Any, x: float, y: float) -> tuple[float, float]:  # noqa: ANN401
    a, b, c, d, e, f = (float(value) for value in cm)
    return a * x + c * y + e, b * x + d * y + f


def _storable(text: str) -> str:
    """A lone surrogate out of a broken font map cannot be stored as UTF-8."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
