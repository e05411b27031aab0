"""The compressed RTF body of an Outlook message, as [MS-OXRTFCP] describes it.

Written here: the library of that name raises bare exceptions and counts its checksum byte by byte in Python.
"""

import struct
import zlib

from ingest.errors import DamagedFileError

_HEADER = struct.Struct("<IIII")
_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_SIZE_FIELD = 4
"""The size counts everything after itself."""
_WINDOW = 4096
_REFERENCE = 2
"""Bytes of one: 12 bits of place, 4 of length, which begins at two."""
_KNOWN = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
"""What the window holds at the beginning."""


def decompressed_rtf(data: bytes) -> bytes:
    """The RTF; at most nine times as long as what is given.

    :raises DamagedFileError: If it is cut off, or its checksum does not fit.
    """
    if len(data) < _HEADER.size:
        raise DamagedFileError(problem="rtf_header")
    size, plain_size, kind, checksum = _HEADER.unpack_from(data)
    content = data[_HEADER.size : size + _SIZE_FIELD]
    if kind == _PLAIN:
        return content[:plain_size]
    if kind != _COMPRESSED:
        raise DamagedFileError(problem="rtf_header")
    if zlib.crc32(content, 0xFFFFFFFF) ^ 0xFFFFFFFF != checksum:
        raise DamagedFileError(problem="rtf_checksum")
    return bytes(_expanded(content))


def _expanded(content: bytes) -> bytearray:
    """Literals and references into a window of what came before; eight of them follow each byte of flags."""
    window = bytearray(_KNOWN.ljust(_WINDOW, b" "))
    at, place, told = len(_KNOWN), 0, bytearray()
    while place < len(content):
        flags, place = content[place], place + 1
        for bit in range(8):
            piece = content[place : place + 2]
            if not flags >> bit & 1:
                taken, place = piece[:1], place + 1
            elif len(piece) < _REFERENCE or (start := int.from_bytes(piece, "big") >> 4) == at:
                return told
            else:
                taken, place = _referred(window, start, at, (piece[1] & 0xF) + 2), place + _REFERENCE
            for byte in taken:
                window[at] = byte
                at = (at + 1) % _WINDOW
            told += taken
    return told


def _referred(window: bytearray, start: int, at: int, length: int) -> bytes:
    """Bytes of the window; those that are only being written repeat the ones before them."""
    taken = bytearray()
    for step in range(length):
        place = (start + step) % _WINDOW
        ahead = (place - at) % _WINDOW
        taken.append(taken[ahead] if ahead < len(taken) else window[place])
    return bytes(taken)
