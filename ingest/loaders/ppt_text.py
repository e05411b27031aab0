"""Text of PowerPoint 97-2003 files: fonts and the runs they apply to. Source: [MS-PPT] 2.9.44 (StyleTextPropAtom)."""

import struct
from dataclasses import dataclass

from ingest.loaders.ppt_records import Record, descendants
from ingest.text.encoding_choice import Run

_FONT_ENTITY = 0x0FB7
_FONT_NAME_BYTES = 64
_BREAKS = "\r"
_LITERALS = {0x0B: "\n", 0x0A: "\n", 0x00: None}
# sizes of the properties that a mask bit announces, in the order in which they are stored
_PARAGRAPH_FIELDS = (
    (0x000F, 2), (0x0080, 2), (0x0010, 2), (0x0040, 2), (0x0020, 4), (0x0800, 2), (0x1000, 2), (0x2000, 2),
    (0x4000, 2), (0x0100, 2), (0x0400, 2), (0x8000, 2), (0x100000, -1), (0x10000, 2), (0xE0000, 2), (0x200000, 2),
)  # fmt: skip
_STYLE_BITS = 0xFFFF
_FONT, _EAST_ASIAN, _ANSI, _SYMBOL = 0x10000, 0x200000, 0x400000, 0x800000
_SIZE, _COLOUR, _POSITION = 0x20000, 0x40000, 0x80000


@dataclass(slots=True)
class TextBody:
    """One text with its kind (0 title, 1 body, 2 notes, 4 other, 5 centred body, 6 centred title)."""

    kind: int
    text: str
    style: bytes = b""


def font_names(data: bytes, document: Record) -> list[str]:
    """Names of the fonts by their index."""
    names: dict[int, str] = {}
    for record in descendants(data, document):
        if record.kind == _FONT_ENTITY:
            raw = data[record.start : min(record.end, record.start + _FONT_NAME_BYTES)]
            name = raw[: len(raw) - len(raw) % 2].decode("utf-16-le", "replace").split("\0")[0]
            names.setdefault(record.instance, name)
    return [names.get(index, "") for index in range(max(names, default=-1) + 1)]


def styled_runs(body: TextBody, fonts: list[str]) -> list[list[Run]]:
    """The paragraphs of a text as runs; without readable style the font is unknown."""
    try:
        stretches = _stretches(body, fonts)
    except (struct.error, IndexError):
        stretches = [(body.text, None)]
    paragraphs: list[list[Run]] = [[]]
    for text, font in stretches:
        for index, part in enumerate(text.split(_BREAKS)):
            if index:
                paragraphs.append([])
            if shown := part.translate(_LITERALS):
                paragraphs[-1].append(Run(shown, font))
    return [paragraph for paragraph in paragraphs if paragraph]


def _stretches(body: TextBody, fonts: list[str]) -> list[tuple[str, str | None]]:
    at = _after_paragraphs(body)
    stretches: list[tuple[str, str | None]] = []
    place = 0
    while at + 8 <= len(body.style) and place < len(body.text):
        count, mask = struct.unpack_from("<II", body.style, at)
        font, at = _font(body.style, at + 8, mask)
        name = fonts[font] if font is not None and font < len(fonts) else None
        stretches.append((body.text[place : place + count], name or None))
        place += count
    if place < len(body.text):
        stretches.append((body.text[place:], stretches[-1][1] if stretches else None))
    return stretches


def _after_paragraphs(body: TextBody) -> int:
    """Where the runs of paragraph properties end; they cover the text and one character more."""
    at = covered = 0
    while covered <= len(body.text) and at + 10 <= len(body.style):
        count, _, mask = struct.unpack_from("<IHI", body.style, at)
        covered += count
        at += 10
        for bits, size in _PARAGRAPH_FIELDS:
            if mask & bits:
                at += size if size > 0 else 2 + 4 * struct.unpack_from("<H", body.style, at)[0]
    return at


def _font(style: bytes, at: int, mask: int) -> tuple[int | None, int]:
    """The font of one run of characters (the Latin one before the others) and where the run's properties end."""
    at += 2 if mask & _STYLE_BITS else 0
    found: dict[int, int] = {}
    for bit in (_FONT, _EAST_ASIAN, _ANSI, _SYMBOL):
        if mask & bit:
            (found[bit],) = struct.unpack_from("<H", style, at)
            at += 2
    for bit, size in ((_SIZE, 2), (_COLOUR, 4), (_POSITION, 2)):
        at += size if mask & bit else 0
    return found.get(_FONT, found.get(_ANSI)), at
