"""HTML tables to the expanded grid that rendering works on."""

import re

from bs4.element import PageElement, Tag

from ingest.loaders.html_visibility import is_unread, visible_text
from ingest.loaders.tables import Cell

_MAX_SPAN = 50
"""Hostile pages declare a colspan of a million."""

_MAX_SPAN_DIGITS = 4
_MAX_FIELDS = 200_000
_CELL_TAGS = frozenset({"td", "th"})
_LINE_TAGS = frozenset({"br", "p", "div", "li"})
_SPACE = re.compile(r"\s+")


def grid_of(table: Tag) -> list[list[Cell]]:
    """Rows of the table with row and column spans filled in; nested tables are not entered."""
    rows: list[list[Cell]] = []
    pending: dict[int, tuple[Cell, int]] = {}
    fields = 0
    for tr in table.find_all("tr"):
        row = _expand(tr, pending)
        fields += len(row)
        if fields > _MAX_FIELDS:
            break
        rows.append(row)
    return rows


def _expand(tr: Tag, pending: dict[int, tuple[Cell, int]]) -> list[Cell]:
    """One row; ``pending`` maps a column to the cell hanging down into it and the rows it still fills."""
    row: list[Cell] = []
    in_head = tr.find_parent("thead") is not None
    for tag in (child for child in tr.contents if isinstance(child, Tag) and child.name in _CELL_TAGS):
        _hang_down(row, pending)
        text = _cell_text(tag)
        header = in_head or (tag.name == "th" and tag.get("scope") != "row")
        width, height = _span(tag, "colspan"), _span(tag, "rowspan")
        for offset in range(width):
            cell = Cell(text, header=header, from_left=offset > 0)
            if height > 1:
                pending[len(row)] = (Cell(text, header=header, from_left=offset > 0, from_above=True), height - 1)
            row.append(cell)
    _hang_down(row, pending)
    return row


def _hang_down(row: list[Cell], pending: dict[int, tuple[Cell, int]]) -> None:
    while (hanging := pending.pop(len(row), None)) is not None:
        cell, rows_left = hanging
        if rows_left > 1:
            pending[len(row)] = (cell, rows_left - 1)
        row.append(cell)


def _span(tag: Tag, name: str) -> int:
    value = tag.get(name)
    if not isinstance(value, str) or not value.isdecimal():
        return 1
    return min(max(int(value[:_MAX_SPAN_DIGITS]), 1), _MAX_SPAN)


def _cell_text(tag: Tag) -> str:
    """Text of a cell; its own lines (paragraphs, line breaks) stay apart."""
    parts: list[str] = []
    _collect(tag, parts)
    lines = "".join(parts).split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _collect(tag: Tag, parts: list[str]) -> None:
    waiting: list[PageElement] = list(reversed(tag.contents))
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Tag):
            parts.append(_SPACE.sub(" ", visible_text(node)))
        elif not is_unread(node):
            parts.append("\n" if node.name in _LINE_TAGS else "")
            waiting.extend(reversed(node.contents))
