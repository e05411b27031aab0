"""Formatting of Word 97-2003 files as far as reading needs it: fonts, hidden and deleted text, table marks, styles.

Source: [MS-DOC], sections 2.4 (retrieving), 2.6 (sprms), 2.9 (structures).
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

_PAGE = 512
_FONT_ASCII, _FONT_OTHER = 0x4A4F, 0x4A51
_CHARACTER_STYLE = 0x4A30
_HIDDEN, _DELETED, _SPECIAL = 0x083C, 0x0800, 0x0855
_IN_TABLE, _ROW_END, _TABLE_DEPTH = 0x2416, 0x2417, 0x6649
_INNER_CELL_END, _INNER_ROW_END = 0x244B, 0x244C
_OUTLINE_LEVEL = 0x2640
_TABLE_DEFINITION = 0xD608
_FIXED_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_MAX_PAGES = 200_000


@dataclass(frozen=True, slots=True)
class CharacterLook:
    """How a stretch of characters is formatted; font None: as the paragraph's style says."""

    font: int | None = None
    hidden: bool = False
    special: bool = False
    """Anchors of pictures, notes and fields."""
    style: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph is formatted."""

    style: int = 0
    in_table: bool = False
    row_end: bool = False
    depth: int = 0
    """1 in a table, 2 in a table in a table."""
    outline: int | None = None
    """0-based heading level where the paragraph itself says it."""
    edges: tuple[int, ...] = ()
    """At the end of a row: left and right edges of its cells, twips."""
    merged: tuple[bool, ...] = ()
    """Per cell: goes on with the cell above."""


class Looks:
    """Properties by position in the file: ``at(fc)`` and the end of the stretch they hold for."""

    def __init__(self, stretches: list[tuple[int, int, bytes]]) -> None:
        stretches.sort(key=lambda stretch: stretch[0])
        self._starts = [stretch[0] for stretch in stretches]
        self._stretches = stretches

    def at(self, fc: int) -> tuple[bytes, int]:
        """The raw properties at file position ``fc`` and where they end; empty properties in a gap."""
        place = bisect_right(self._starts, fc) - 1
        if place >= 0 and fc < self._stretches[place][1]:
            return self._stretches[place][2], self._stretches[place][1]
        end = self._starts[place + 1] if place + 1 < len(self._starts) else 1 << 40
        return b"", end


def character_looks(document: bytes, table: bytes) -> Looks:
    """Looks of characters; ``table``: the PlcBteChpx."""
    return Looks([stretch for page in _pages(document, table) for stretch in _chpx_page(page)])


def paragraph_looks(document: bytes, table: bytes) -> Looks:
    """Looks of paragraphs; ``table``: the PlcBtePapx. Properties begin with the number of the style."""
    return Looks([stretch for page in _pages(document, table) for stretch in _papx_page(page)])


def sprms(grpprl: bytes) -> Iterator[tuple[int, bytes]]:
    """Single property modifiers: code and operand; ends at the first that makes no sense."""
    at = 0
    while at + 2 <= len(grpprl):
        (code,) = struct.unpack_from("<H", grpprl, at)
        at += 2
        kind = code >> 13
        if kind in _FIXED_SIZES:
            size = _FIXED_SIZES[kind]
        elif code == _TABLE_DEFINITION and at + 2 <= len(grpprl):
            size = struct.unpack_from("<H", grpprl, at)[0] + 1
        elif at < len(grpprl):
            size = grpprl[at] + 1
        else:
            return
        yield code, grpprl[at : at + size]
        at += size


def character_look(grpprl: bytes, base: CharacterLook | None = None) -> CharacterLook:
    """Apply character properties to ``base``."""
    look = base or CharacterLook()
    ascii_font: int | None = None
    for code, operand in sprms(grpprl):
        if code == _FONT_OTHER:
            look = replace(look, font=_short(operand))
        elif code == _FONT_ASCII:
            ascii_font = _short(operand)
        elif code in (_HIDDEN, _DELETED):
            look = replace(look, hidden=look.hidden or operand[:1] in (b"\x01", b"\x81"))
        elif code == _SPECIAL:
            look = replace(look, special=operand[:1] == b"\x01")
        elif code == _CHARACTER_STYLE:
            look = replace(look, style=_short(operand))
    return replace(look, font=ascii_font) if look.font is None and ascii_font is not None else look


def paragraph_look(papx: bytes) -> ParagraphLook:
    """Paragraph properties: number of the style, then modifiers."""
    look = ParagraphLook(style=_short(papx) or 0)
    for code, operand in sprms(papx[2:]):
        on = operand[:1] == b"\x01"
        if code == _IN_TABLE:
            look = replace(look, in_table=on)
        elif code in (_ROW_END, _INNER_ROW_END):
            look = replace(look, row_end=on)
        elif code == _TABLE_DEPTH and len(operand) == len(b"1234"):
            look = replace(look, depth=struct.unpack("<i", operand)[0])
        elif code == _OUTLINE_LEVEL:
            look = replace(look, outline=operand[0] if operand else None)
        elif code == _TABLE_DEFINITION:
            edges, merged = _cells(operand[2:])
            look = replace(look, edges=edges, merged=merged)
    return look


def _cells(definition: bytes) -> tuple[tuple[int, ...], tuple[bool, ...]]:
    """Edges of the cells of a row and which go on with the cell above (TDefTableOperand)."""
    if not definition:
        return (), ()
    count = definition[0]
    end = 1 + 2 * (count + 1)
    if end > len(definition):
        return (), ()
    edges = struct.unpack_from(f"<{count + 1}h", definition, 1)
    merged = []
    for at in range(end, min(len(definition), end + 20 * count), 20):
        flags = struct.unpack_from("<H", definition, at)[0] if at + 2 <= len(definition) else 0
        merged.append(bool(flags & 0x20) and not flags & 0x40)
    return edges, tuple(merged)


def _pages(document: bytes, table: bytes) -> Iterator[bytes]:
    count = (len(table) - 4) // 8
    for index in range(min(max(count, 0), _MAX_PAGES)):
        (number,) = struct.unpack_from("<I", table, 4 * (count + 1) + 4 * index)
        page = document[(number & 0x3FFFFF) * _PAGE : ((number & 0x3FFFFF) + 1) * _PAGE]
        if len(page) == _PAGE:
            yield page


def _chpx_page(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = min(page[511], 101)
    bounds = struct.unpack_from(f"<{count + 1}I", page, 0)
    for index in range(count):
        at = page[4 * (count + 1) + index] * 2
        yield bounds[index], bounds[index + 1], page[at + 1 : at + 1 + page[at]] if at else b""


def _papx_page(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = min(page[511], 29)
    bounds = struct.unpack_from(f"<{count + 1}I", page, 0)
    for index in range(count):
        at = page[4 * (count + 1) + 13 * index] * 2
        if not at:
            yield bounds[index], bounds[index + 1], b""
            continue
        words, start = page[at], at + 1
        size = 2 * words - 1
        if words == 0 and start < len(page):
            size, start = 2 * page[start], start + 1
        yield bounds[index], bounds[index + 1], page[start : start + size]


def _short(operand: bytes) -> int | None:
    return int(struct.unpack_from("<H", operand)[0]) if len(operand) >= len(b"12") else None
