"""Confidence and word boxes of scanned pages, apart from their text: only the viewer of the image reads the boxes.

The boxes are packed, because a page has five hundred of them.
"""

import sqlite3
import struct
import sys
import zlib
from array import array
from collections.abc import Iterable, Sequence

from ingest.documents import Document, WordBox

_VERSION = 1
_HEAD = struct.Struct("<BI")
_UNIT = 65535
"""Fractions of the page in 16 bits: a hundredth of a millimetre on A4."""

_PERCENT = 100
_EDGES = ("left", "top", "right", "bottom")


def insert_scans(connection: sqlite3.Connection, documents: Iterable[tuple[int, Document]]) -> None:
    """Write what is known of those pages of new documents (with their numbers) that were read from images."""
    connection.executemany(
        "INSERT INTO page_scans VALUES (?, ?, ?, ?)",
        (
            (document_no, page.number, page.ocr_confidence, pack_words(page.words))
            for document_no, document in documents
            for page in document.pages
            if page.ocr_confidence is not None
        ),
    )


def read_words(connection: sqlite3.Connection, document_id: str, number: int) -> tuple[WordBox, ...]:
    """The words of one page in order; empty for a page whose text is the file's own, and for an unknown one."""
    row = connection.execute(
        "SELECT words FROM page_scans JOIN documents USING (document_no) WHERE document_id = ? AND number = ?",
        (document_id, number),
    ).fetchone()
    return unpack_words(row[0]) if row else ()


def pack_words(words: Sequence[WordBox]) -> bytes:
    """Some ten bytes a word: offsets, edges and confidences column by column, compressed."""
    starts = array("I", [word.start for word in words])
    shorts = array("H", [min(word.end - word.start, _UNIT) for word in words])
    for edge in _EDGES:
        shorts.extend(_units(getattr(word, edge)) for word in words)
    sure = bytes(round(min(1.0, max(0.0, word.confidence)) * _PERCENT) for word in words)
    columns = _little(starts).tobytes() + _little(shorts).tobytes() + sure
    return _HEAD.pack(_VERSION, len(words)) + zlib.compress(columns)


def unpack_words(packed: bytes) -> tuple[WordBox, ...]:
    """What ``pack_words`` was given: edges to 1/65535 of the page, confidences to a hundredth."""
    version, count = _HEAD.unpack_from(packed)
    if version != _VERSION:
        return ()
    columns = zlib.decompress(packed[_HEAD.size :])
    starts, shorts = array("I"), array("H")
    starts.frombytes(columns[: 4 * count])
    shorts.frombytes(columns[4 * count : 14 * count])
    starts, shorts = _little(starts), _little(shorts)
    lengths, *edges = (shorts[at * count : (at + 1) * count] for at in range(1 + len(_EDGES)))
    rows = zip(starts, lengths, *edges, columns[14 * count :], strict=True)
    return tuple(
        WordBox(start, start + length, left / _UNIT, top / _UNIT, right / _UNIT, bottom / _UNIT, sure / _PERCENT)
        for start, length, left, top, right, bottom, sure in rows
    )


def _units(fraction: float) -> int:
    return round(min(1.0, max(0.0, fraction)) * _UNIT)


def _little(numbers: "array[int]") -> "array[int]":
    """The numbers in the byte order of files, or back: the folder may move to another machine."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers
