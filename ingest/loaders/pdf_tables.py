"""Ruled tables of a PDF page: the fragments inside a grid of lines, put back into rows and columns."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.loaders.pdf_layout import Fragment, Rule
from ingest.loaders.tables import Cell

_SNAP_POINTS = 2.5
"""Rules closer than this are one line drawn in pieces."""

_MIN_LINES = 3
"""Two columns and two rows; less is a frame."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the places of its vertical lines, left to right, and of its horizontal ones, top down."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def locate(self, fragment: Fragment) -> tuple[int, int] | None:
        """Row and column of a fragment, or None if it stands outside."""
        # text stands on its baseline, just above the rule below it
        x, y = fragment.x + _SNAP_POINTS, fragment.y
        column = bisect_right(self.columns, x) - 1
        row = bisect_right([-place for place in self.rows], -y) - 1
        inside = 0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1
        return (row, column) if inside else None


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """Tables of at least two rows and two columns drawn on a page."""
    grids: list[Grid] = []
    for group in _touching(rules):
        columns = _snapped(rule.x0 for rule in group if not rule.horizontal)
        rows = _snapped(rule.y0 for rule in group if rule.horizontal)
        if len(columns) >= _MIN_LINES and len(rows) >= _MIN_LINES:
            grids.append(Grid(tuple(columns), tuple(reversed(rows))))
    return grids


def cells_of(grid: Grid, fragments: Sequence[Fragment]) -> list[list[Cell]]:
    """The table's rows; a field without text is empty."""
    texts: dict[tuple[int, int], list[str]] = {}
    for fragment in fragments:
        if place := grid.locate(fragment):
            texts.setdefault(place, []).append(fragment.text)
    return [
        [Cell(" ".join("".join(texts.get((row, column), [])).split())) for column in range(len(grid.columns) - 1)]
        for row in range(len(grid.rows) - 1)
    ]


def _touching(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Groups of rules that meet, found by sweeping from the top; tables below one another do not meet."""
    remaining = sorted(rules, key=lambda rule: -rule.y1)
    group: list[Rule] = []
    bottom = 0.0
    for rule in remaining:
        if group and rule.y1 < bottom - _SNAP_POINTS:
            yield group
            group = []
        bottom = min(bottom, rule.y0) if group else rule.y0
        group.append(rule)
    if group:
        yield group


def _snapped(places: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _SNAP_POINTS:
            kept.append(place)
    return kept
