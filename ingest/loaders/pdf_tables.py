"""Ruled tables of a PDF page: the fragments inside a grid of lines, put back into rows and columns."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from ingest.loaders.pdf_layout import Fragment
from ingest.loaders.pdf_rules import Rule
from ingest.loaders.tables import Cell

Field: TypeAlias = tuple[int, int]
"""Row and column, counted from 0 at the upper left."""

_SNAP_POINTS = 2.5
"""Rules closer than this are one line drawn in pieces."""

_MIN_LINES = 3
"""Two columns and two rows; less is a frame."""

_MAX_FIELDS = 5000
"""Squared paper is no table."""

_COVERED_SHARE = 0.5
"""A side of a field is ruled if this much of it is; where it is not, the field is merged with its neighbour."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the places of its vertical lines, left to right, and of its horizontal ones, top down."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    merged_left: frozenset[Field] = frozenset()
    merged_up: frozenset[Field] = frozenset()

    def locate(self, fragment: Fragment) -> Field | None:
        """The field a fragment stands in, the upper left one of merged fields; None if it stands outside."""
        # text stands on its baseline, which may touch the rule below it and the one to its left
        column = bisect_right(self.columns, fragment.x + _SNAP_POINTS) - 1
        row = bisect_right([-place for place in self.rows], -fragment.y) - 1
        if not (0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1):
            return None
        return self.first_of(row, column)

    def first_of(self, row: int, column: int) -> Field:
        """The upper left one of the fields merged with this one."""
        while (row, column) in self.merged_left:
            column -= 1
        while (row, column) in self.merged_up:
            row -= 1
        return row, column


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """Tables of at least two rows and two columns drawn on a page."""
    grids = [_grid_of(group) for group in _connected(rules)]
    return [grid for grid in grids if len(grid.columns) >= _MIN_LINES and len(grid.rows) >= _MIN_LINES]


def cells_of(grid: Grid, fragments: Sequence[Fragment]) -> list[list[Cell]]:
    """The table's rows; a field without text is empty, merged fields carry the text of the first."""
    texts: dict[Field, list[str]] = {}
    place: Field | None = None
    for fragment in fragments:
        # a line end handed out on its own belongs to the text before it
        place = (grid.locate(fragment) if fragment.text.strip() else place) or place
        if place is not None:
            texts.setdefault(place, []).append(fragment.text)
    shown = {field: " ".join("".join(parts).split()) for field, parts in texts.items()}
    return [_row(grid, row, shown) for row in range(len(grid.rows) - 1)]


def _row(grid: Grid, row: int, shown: dict[Field, str]) -> list[Cell]:
    return [
        Cell(
            shown.get(grid.first_of(row, column), ""),
            from_left=(row, column) in grid.merged_left,
            from_above=(row, column) in grid.merged_up,
        )
        for column in range(len(grid.columns) - 1)
    ]


def _grid_of(rules: Sequence[Rule]) -> Grid:
    vertical = [rule for rule in rules if not rule.horizontal]
    horizontal = [rule for rule in rules if rule.horizontal]
    columns = _snapped((rule.x0 + rule.x1) / 2 for rule in vertical)
    rows = _snapped((rule.y0 + rule.y1) / 2 for rule in horizontal)[::-1]
    if len(columns) * len(rows) > _MAX_FIELDS:
        return Grid((), ())
    beside = [[(rule.y0, rule.y1) for rule in vertical if _near(rule.x0, rule.x1, place)] for place in columns]
    above = [[(rule.x0, rule.x1) for rule in horizontal if _near(rule.y0, rule.y1, place)] for place in rows]
    left: set[Field] = set()
    up: set[Field] = set()
    for row, (top, bottom) in enumerate(pairwise(rows)):
        for column, (start, end) in enumerate(pairwise(columns)):
            if column and not _covered(bottom, top, beside[column]):
                left.add((row, column))
            if row and not _covered(start, end, above[row]):
                up.add((row, column))
    return Grid(tuple(columns), tuple(rows), frozenset(left), frozenset(up))


def _near(low: float, high: float, place: float) -> bool:
    return abs((low + high) / 2 - place) <= _SNAP_POINTS


def _covered(start: float, end: float, pieces: Iterable[tuple[float, float]]) -> bool:
    reached, length = start, 0.0
    for low, high in sorted(pieces):
        gain = min(high, end) - max(low, reached)
        if gain > 0:
            length += gain
            reached = min(high, end)
    return length >= _COVERED_SHARE * (end - start)


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of rules in which every one meets a crossing one."""
    groups: list[list[Rule]] = []
    remaining = list(rules)
    while remaining:
        group, waiting = [], [remaining.pop()]
        while waiting:
            rule = waiting.pop()
            group.append(rule)
            meeting = [other for other in remaining if _meet(rule, other)]
            if meeting:
                waiting += meeting
                remaining = [other for other in remaining if not _meet(rule, other)]
        groups.append(group)
    return groups


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.x0 - _SNAP_POINTS <= other.x1
        and other.x0 - _SNAP_POINTS <= one.x1
        and one.y0 - _SNAP_POINTS <= other.y1
        and other.y0 - _SNAP_POINTS <= one.y1
    )


def _snapped(places: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _SNAP_POINTS:
            kept.append(place)
    return kept
