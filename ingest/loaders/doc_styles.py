"""Style sheet and font table of Word 97-2003 files. Source: [MS-DOC] 2.9.271 (STSH), 2.9.286 (SttbfFfn)."""

import struct
from dataclasses import dataclass

from ingest.loaders.doc_properties import character_look, paragraph_look

_NO_STYLE = 0xFFF
_PARAGRAPH, _CHARACTER = 1, 2
_LAST_HEADING = 9
_MAX_DEPTH = 12
_NAME_AT = 40
"""Of an FFN, after its fixed part."""


@dataclass(frozen=True, slots=True)
class DocStyle:
    """One style: what it builds on, its font (an index), and its heading level, 1-based."""

    base: int | None = None
    font: int | None = None
    level: int | None = None


def read_styles(sheet: bytes) -> list[DocStyle]:
    """Styles by their number; broken ones are plain."""
    styles: list[DocStyle] = []
    if len(sheet) < len(b"12" * 10):
        return styles
    header_size, count, base_size = struct.unpack_from("<HHH", sheet, 0)
    default_font = struct.unpack_from("<H", sheet, 18)[0] if header_size >= len(b"12" * 9) else None
    at = 2 + header_size
    for _ in range(count):
        if at + 2 > len(sheet):
            break
        (size,) = struct.unpack_from("<H", sheet, at)
        record = sheet[at + 2 : at + 2 + size]
        styles.append(_style(record, base_size, default_font))
        at += 2 + size
    return styles


def font_of(styles: list[DocStyle], number: int | None) -> int | None:
    """The font of a style or of what it builds on."""
    for _ in range(_MAX_DEPTH):
        if number is None or number >= len(styles):
            return None
        if styles[number].font is not None:
            return styles[number].font
        number = styles[number].base
    return None


def level_of(styles: list[DocStyle], number: int | None) -> int | None:
    """The heading level of a style or of what it builds on."""
    for _ in range(_MAX_DEPTH):
        if number is None or number >= len(styles):
            return None
        if styles[number].level is not None:
            return styles[number].level
        number = styles[number].base
    return None


def read_fonts(table: bytes) -> list[str]:
    """Names of the fonts by their index (SttbfFfn)."""
    names: list[str] = []
    at = 4
    count = struct.unpack_from("<H", table, 0)[0] if len(table) >= at else 0
    for _ in range(count):
        if at >= len(table):
            break
        size = table[at]
        record = table[at : at + 1 + size]
        names.append(_until_null(record[_NAME_AT:]))
        at += 1 + size
    return names


def _until_null(raw: bytes) -> str:
    return raw[: len(raw) - len(raw) % 2].decode("utf-16-le", "replace").split("\0")[0]


def _style(record: bytes, base_size: int, default_font: int | None) -> DocStyle:
    if len(record) < max(base_size, 10):
        return DocStyle(font=default_font)
    identity, kind_base, parts = struct.unpack_from("<HHH", record, 0)
    number, kind, base = identity & 0xFFF, kind_base & 0xF, kind_base >> 4
    parent = None if base == _NO_STYLE else base
    at = base_size
    if at + 2 > len(record):
        return DocStyle(base=parent, font=default_font if parent is None else None)
    (name_chars,) = struct.unpack_from("<H", record, at)
    at += 2 + 2 * (name_chars + 1)
    font: int | None = None
    level = number if kind == _PARAGRAPH and 1 <= number <= _LAST_HEADING else None
    for part in range(parts & 0xF):
        at += at % 2
        if at + 2 > len(record):
            break
        (size,) = struct.unpack_from("<H", record, at)
        body = record[at + 2 : at + 2 + size]
        at += 2 + size
        if kind == _PARAGRAPH and part == 0:
            outline = paragraph_look(body).outline
            level = level or (outline + 1 if outline is not None and outline < _LAST_HEADING else None)
        elif (kind == _PARAGRAPH and part == 1) or (kind == _CHARACTER and part == 0):
            font = character_look(body).font
    if font is None and parent is None and kind == _PARAGRAPH:
        font = default_font
    return DocStyle(parent, font, level)
