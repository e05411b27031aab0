"""Deciding how bytes were written: byte order marks, UTF-8, UTF-16, Windows-1258, or not text at all."""

import codecs
import unicodedata
from dataclasses import dataclass

from ingest.errors import NotTextError
from ingest.text.syllables import syllable_validity

_BOMS = (
    # UTF-32-LE starts with the UTF-16-LE mark, so it is tried first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_MIN_LEGACY_VALIDITY = 0.85
"""Share of valid syllables above which an 8-bit guess is believed; text in a wrong table scores at most 0.61."""

_MAX_CONTROL_SHARE = 0.005
"""Text holds tabs, line ends and now and then a form feed; binary files hold far more control characters."""

_SAMPLE_CHARS = 200_000
"""Enough to judge a file by; judging all 50 MB would cost seconds and decide nothing else."""

_SAMPLE_BYTES = 4096
_MIN_UTF16_SHARE = 0.97
_UTF16_HIGH_BYTES = frozenset({0x00, 0x01, 0x03, 0x1E, 0x20})
"""High bytes of UTF-16 Vietnamese: Latin, Latin extended, combining marks, U+1Exx, general punctuation."""

_WINDOWS_1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x85\x1a")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and the name of the encoding it was decided to be in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Decode bytes of a text file; line ends become a line feed.

    A file cut in the middle of its last UTF-8 character keeps U+FFFD in that place.

    :raises NotTextError: If the bytes are not text in an encoding that can be told with confidence.
    """
    decoded = _by_bom(data) or _as_utf8(data) or _as_utf16(data) or _as_windows_1258(data)
    if decoded is None or _looks_binary(decoded.text):
        raise NotTextError
    return Decoded(decoded.text.replace("\r\n", "\n").replace("\r", "\n"), decoded.encoding)


def eight_bit_text(data: bytes) -> str:
    """Bytes as Windows-1252 shows them; the five codes it does not know stay control characters."""
    return data.decode("latin-1").translate(_WINDOWS_1252)


def _by_bom(data: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding)
    return None


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _as_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        cut_at_end = error.reason == "unexpected end of data" and error.start >= len(data) - 3
        if not cut_at_end or error.start == 0:
            return None
        return Decoded(data[: error.start].decode("utf-8") + "\N{REPLACEMENT CHARACTER}", "utf-8")


def _as_utf16(data: bytes) -> Decoded | None:
    if not data or len(data) % 2:
        return None
    for encoding, high, low in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        sample = data[: _SAMPLE_BYTES - _SAMPLE_BYTES % 2]
        highs, lows = sample[high::2], sample[low::2]
        likely = sum(byte in _UTF16_HIGH_BYTES for byte in highs) / len(highs)
        if likely >= _MIN_UTF16_SHARE and lows.count(0) <= len(lows) * (1 - _MIN_UTF16_SHARE) and 0 in highs:
            return _strict(data, encoding)
    return None


def _as_windows_1258(data: bytes) -> Decoded | None:
    decoded = _strict(data, "cp1258")
    if decoded is None:
        return None
    sample = unicodedata.normalize("NFC", decoded.text[:_SAMPLE_CHARS])
    return decoded if syllable_validity(sample) >= _MIN_LEGACY_VALIDITY else None


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE_CHARS]
    if "\0" in sample:
        return True
    controls = sum(1 for char in sample if char < "\xa0" and unicodedata.category(char) == "Cc")
    allowed = sum(sample.count(char) for char in _ALLOWED_CONTROLS)
    return controls - allowed > len(sample) * _MAX_CONTROL_SHARE
