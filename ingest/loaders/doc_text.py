"""Text of Word 97-2003 files in order: pieces, runs with their fonts, paragraphs with their marks. Source: [MS-DOC]."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.errors import DamagedFileError, EncryptedFileError
from ingest.loaders.doc_properties import (
    CharacterLook,
    ParagraphLook,
    character_look,
    character_looks,
    paragraph_look,
    paragraph_looks,
)
from ingest.loaders.doc_styles import font_of, level_of, read_fonts, read_styles
from ingest.text.encoding import eight_bit_text
from ingest.text.encoding_choice import Run

WORD_97 = 0xC1
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_MAX_CHARACTERS = 20_000_000
_HEADER_BYTES = 0x1AA
_ENDS = "\r\x07\x0c"
_FIELD_BEGIN, _FIELD_SEPARATOR, _FIELD_END = "\x13", "\x14", "\x15"
_LITERALS = {"\x0b": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": "", "\x0c": "", "\x07": "", "\r": ""}
_ANCHORS = frozenset("\x00\x01\x02\x03\x04\x05\x06\x08")
_HEADINGS = 9


@dataclass(slots=True)
class DocParagraph:
    """One paragraph: its runs, how it ends, and its look."""

    runs: list[Run] = field(default_factory=list)
    end: str = "\r"
    """The mark that closed it; BEL closes a cell or a row."""
    look: ParagraphLook = field(default_factory=ParagraphLook)
    level: int | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    first: int
    """Position of its first character in the document."""
    count: int
    at: int
    """Where its bytes begin in the file."""
    width: int
    """Bytes a character takes."""


class DocText:
    """The opened text of one file.

    :raises EncryptedFileError: If it needs a password.
    :raises DamagedFileError: If its tables are missing.
    """

    def __init__(self, document: bytes, tables: tuple[bytes, bytes]) -> None:
        if len(document) < _HEADER_BYTES:
            raise DamagedFileError(problem="header")
        (flags,) = struct.unpack_from("<H", document, 0x0A)
        if flags & _ENCRYPTED:
            raise EncryptedFileError
        self._document = document
        self._table = tables[1 if flags & _SECOND_TABLE else 0]
        self._pieces = list(_pieces(self._part(0x1A2)))
        if not self._pieces:
            raise DamagedFileError(problem="piece_table")
        self._fonts = read_fonts(self._part(0x112))
        self._styles = read_styles(self._part(0xA2))
        self._characters = character_looks(document, self._part(0xFA))
        self._paragraphs = paragraph_looks(document, self._part(0x102))
        counts = struct.unpack_from("<8i", document, 0x4C)
        self._body, self._notes, self._heads, self._macros = counts[:4]
        self._remarks, self._endnotes, self._boxes, self._head_boxes = counts[4:]

    def paragraphs(self) -> Iterator[DocParagraph]:
        """The body, then footnotes, endnotes and text boxes; running heads and comments are left out."""
        notes = max(self._body, 0)
        endnotes = notes + self._notes + self._heads + self._remarks
        boxes = endnotes + self._endnotes
        for first, count in ((0, self._body), (notes, self._notes), (endnotes, self._endnotes), (boxes, self._boxes)):
            if 0 < count <= _MAX_CHARACTERS and first >= 0:
                yield from self._stretch(first, first + count)

    def heads(self) -> Iterator[DocParagraph]:
        """Running heads and feet, and the text boxes in them."""
        first = max(self._body, 0) + max(self._notes, 0)
        last = first + self._heads + self._remarks + self._macros + self._endnotes + self._boxes
        for start, count in ((first, self._heads), (last, self._head_boxes)):
            if 0 < count <= _MAX_CHARACTERS and start >= 0:
                yield from self._stretch(start, start + count)

    def _part(self, at: int) -> bytes:
        start, size = struct.unpack_from("<II", self._document, at)
        return self._table[start : start + size]

    def _stretch(self, first: int, last: int) -> Iterator[DocParagraph]:
        current = DocParagraph()
        fields: list[bool] = []
        for text, fc, width, look in self._runs(first, last):
            font = self._font_number(look)
            part: list[str] = []
            for offset, char in enumerate(text):
                if char in _ENDS:
                    self._add(current, "".join(part), look, font, fc + offset * width)
                    part = []
                    yield self._closed(current, char, fc + offset * width)
                    current = DocParagraph()
                elif char in (_FIELD_BEGIN, _FIELD_SEPARATOR, _FIELD_END):
                    _step(fields, char)
                elif not any(fields) and char not in _ANCHORS:
                    part.append(_LITERALS.get(char, char))
            self._add(current, "".join(part), look, font, fc)
        if current.runs:
            yield current

    def _add(self, paragraph: DocParagraph, text: str, look: CharacterLook, font: int | None, fc: int) -> None:
        if not text or look.hidden:
            return
        if font is None:
            papx, _ = self._paragraphs.at(fc)
            font = font_of(self._styles, paragraph_look(papx[:2]).style)
        name = self._fonts[font] if font is not None and font < len(self._fonts) else None
        if paragraph.runs and paragraph.runs[-1].font == name:
            text = paragraph.runs.pop().text + text
        paragraph.runs.append(Run(text, name))

    def _font_number(self, look: CharacterLook) -> int | None:
        if look.font is not None or look.style is None:
            return look.font
        return font_of(self._styles, look.style)

    def _closed(self, paragraph: DocParagraph, end: str, fc: int) -> DocParagraph:
        papx, _ = self._paragraphs.at(fc)
        paragraph.look, paragraph.end = paragraph_look(papx), end
        outline = paragraph.look.outline
        paragraph.level = outline + 1 if outline is not None and outline < _HEADINGS else None
        paragraph.level = paragraph.level or level_of(self._styles, paragraph.look.style)
        return paragraph

    def _runs(self, first: int, last: int) -> Iterator[tuple[str, int, int, CharacterLook]]:
        """Stretches of one look: text, file position of its first character, bytes a character, look."""
        for piece in self._pieces:
            start, stop = max(first, piece.first), min(last, piece.first + piece.count)
            fc = piece.at + (start - piece.first) * piece.width
            end = piece.at + (stop - piece.first) * piece.width
            while fc < min(end, len(self._document)):
                chpx, until = self._characters.at(fc)
                until = min(max(until, fc + piece.width), end)
                until -= (until - fc) % piece.width
                raw = self._document[fc : max(until, fc + piece.width)]
                text = eight_bit_text(raw) if piece.width == 1 else raw.decode("utf-16-le", "replace")
                yield text, fc, piece.width, character_look(chpx)
                fc += len(raw) or piece.width


def _step(fields: list[bool], char: str) -> None:
    """Fields hold an instruction, which nobody reads, and a result, which everybody does."""
    if char == _FIELD_BEGIN:
        fields.append(True)
    elif fields and char == _FIELD_SEPARATOR:
        fields[-1] = False
    elif fields:
        fields.pop()


def _pieces(clx: bytes) -> Iterator[_Piece]:
    at = 0
    while at < len(clx) and clx[at] == 1:
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0] if at + 3 <= len(clx) else len(clx)
    if at + 5 > len(clx) or clx[at] != 2:  # noqa: PLR2004 - the mark of a Pcdt
        return
    (size,) = struct.unpack_from("<I", clx, at + 1)
    plc = clx[at + 5 : at + 5 + size]
    count = (len(plc) - 4) // 12
    if count <= 0:
        return
    bounds = struct.unpack_from(f"<{count + 1}I", plc, 0)
    for index in range(count):
        (fc,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)
        length = bounds[index + 1] - bounds[index]
        if 0 < length <= _MAX_CHARACTERS:
            compressed = bool(fc & 0x40000000)
            offset = (fc & 0x3FFFFFFF) // 2 if compressed else fc & 0x3FFFFFFF
            yield _Piece(bounds[index], length, offset, 1 if compressed else 2)
