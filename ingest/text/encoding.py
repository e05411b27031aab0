"""Deciding how the bytes of a text were written: Unicode in its forms, an old Vietnamese encoding, or no text."""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from ingest.errors import NotTextError
from ingest.text.encoding_choice import SURE_SHARE, Run, Verdict
from ingest.text.legacy import convert, marked_words, valid_share
from ingest.text.legacy_tables import UNICODE, VIQR
from ingest.text.run_decoding import ParagraphDecoder, decode_lines

_BOMS = (
    # UTF-32-LE starts with the UTF-16-LE mark, so it is tried first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_MIN_CONFIDENCE = 0.6
"""Of accented words that came out valid: below it the bytes are in an encoding nobody here knows."""

_MAX_CONTROL_SHARE = 0.005
"""Text holds tabs, line ends and now and then a form feed; binary files hold far more control characters."""

_SAMPLE_CHARS = 200_000
"""Enough to judge a file by; judging all 50 MB would cost seconds and decide nothing else."""

_SAMPLE_BYTES = 4096
_MIN_UTF16_SHARE = 0.97
_UTF16_HIGH_BYTES = frozenset({0x00, 0x01, 0x03, 0x1E, 0x20})
"""High bytes of UTF-16 Vietnamese: Latin, Latin extended, combining marks, U+1Exx, general punctuation."""

_WINDOWS_1252 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
EIGHT_BIT = "cp1252"
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9]")
_STRICT = frozenset({"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", VIQR})
_ODD_LETTER = re.compile(
    # letters and signs that TCVN3, VNI, VPS, VISCII and text decoded twice are full of and Vietnamese has not
    "[\u00a1-\u00bf\u00c3-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb"
    "\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff\u0080-\u009f\u0192\u2021\u20ac\u2122]"
    # tone marks of Windows-1258 shown by Windows-1252
    "|[\u00ea\u00e2\u00f4\u00e3\u00f5\u00fdaeiouy][\u00cc\u00ec\u00de\u00d2\u00f2]"
)
_MIN_ODD_LETTERS = 3
"""In a line: fewer are a foreign name or a sign."""
_VIQR_SIGNS = re.compile(r"[aeouAEOU][\^(+]['`?~.]?|\b[dD][dD]|[aeiouyAEIOUY]['`?~.](?=[a-zA-Z])")
_MIN_VIQR_SIGNS = 5
_MIN_VIQR_SHARE = 0.2
"""Of words: three in four Vietnamese words carry a mark."""
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v\x85\x1a")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was decided to be in, and how sure that is, 0 to 1."""

    text: str
    encoding: str
    confidence: float = 1.0


def decode(data: bytes) -> Decoded:
    """Decode bytes of a text file; line ends become a line feed.

    A file cut in the middle of its last UTF-8 character keeps U+FFFD in that place.

    :raises NotTextError: If the bytes are not text in an encoding that can be told with confidence.
    """
    decoded = _by_bom(data) or _as_utf8(data) or _as_utf16(data) or _line_by_line(data)
    if "\0" in decoded.text[:_SAMPLE_CHARS]:
        raise NotTextError
    decoded = mended(decoded)
    if _looks_binary(decoded.text):
        raise NotTextError
    if decoded.confidence < _MIN_CONFIDENCE and decoded.encoding not in _STRICT:
        raise NotTextError
    return decoded


def mended(decoded: Decoded) -> Decoded:
    """Text that is Unicode only on the surface (``Héi nghÞ``, ``Há»™i``, ``Ho^.i``) led back to what it was."""
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return _from_viqr(Decoded(text, decoded.encoding, decoded.confidence))
    found, verdict = decode_lines(text) if decoded.encoding == EIGHT_BIT else _decoded_lines(text)
    if verdict.encoding == UNICODE and decoded.encoding != EIGHT_BIT:
        return Decoded(text, decoded.encoding, decoded.confidence)
    return Decoded(found, _named(verdict, _surface(text, decoded.encoding)), verdict.confidence)


def _named(verdict: Verdict, surface: str) -> str:
    """The encodings found; what was Unicode already is called by the name of its bytes."""
    return "+".join(surface if name == UNICODE else name for name in verdict.encoding.split("+"))


def _surface(text: str, encoding: str) -> str:
    """Where lines differ, those in Unicode can only have been UTF-8."""
    return "utf-8" if encoding == EIGHT_BIT and _VIETNAMESE.search(text) else encoding


def _decoded_lines(text: str) -> tuple[str, Verdict]:
    """Only lines with letters that Vietnamese does not have are judged: the others are Unicode already."""
    lines = text.split("\n")
    odd = [index for index, line in enumerate(lines) if _ODD_LETTER.search(line)]
    if not any(len(_ODD_LETTER.findall(lines[index])) >= _MIN_ODD_LETTERS for index in odd):
        return text, Verdict(UNICODE, 1.0)
    decoder = ParagraphDecoder(Run(lines[index]) for index in odd)
    decoded = {index: decoder.paragraph([Run(lines[index])]) for index in odd}
    if decoder.verdict().encoding != UNICODE:
        decoder.count_unicode("\n".join(line for index, line in enumerate(lines) if index not in decoded))
    return "\n".join(decoded.get(index, line) for index, line in enumerate(lines)), decoder.verdict()


def _from_viqr(decoded: Decoded) -> Decoded:
    sample = decoded.text[:_SAMPLE_CHARS]
    signs = len(_VIQR_SIGNS.findall(sample))
    if signs < _MIN_VIQR_SIGNS or signs < _MIN_VIQR_SHARE * len(sample.split()):
        return decoded
    share = valid_share(marked_words(convert(sample, VIQR)))
    return Decoded(convert(decoded.text, VIQR), VIQR, round(share, 3)) if share >= SURE_SHARE else decoded


def _line_by_line(data: bytes) -> Decoded:
    """Lines in UTF-8 where they are, all others as the eight-bit characters they may stand for."""
    lines = [_utf8_or_eight_bit(line) for line in data.split(b"\n")]
    return Decoded("\n".join(lines), EIGHT_BIT, 0.0)


def _utf8_or_eight_bit(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return eight_bit_text(line)


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


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE_CHARS]
    controls = sum(1 for char in sample if char < "\xa0" and unicodedata.category(char) == "Cc")
    allowed = sum(sample.count(char) for char in _ALLOWED_CONTROLS)
    return controls - allowed > len(sample) * _MAX_CONTROL_SHARE
