"""Lines that stand beside the text a reader keeps: running heads, stamps laid over a page. Looked at, never stored."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from PIL import Image

from ingest.documents import Note, RawPage
from ingest.errors import DamagedFileError, EncryptedFileError, FileTooLargeError, OcrFailedError, OcrMissingError
from ingest.loaders.doc import doc_heads
from ingest.loaders.pdfium import open_pdfium
from ingest.loaders.placed import PlacedLine, PlacedWord
from ingest.loaders.rtf import rtf_heads
from ingest.ocr.lighting import evenly_lit
from ingest.ocr.straighten import Box, Lie, lies, straightened
from ingest.ocr.tesseract import Layout, recognise

STAMP_UNCHECKED = "stamp_unchecked"
"""There is a picture in the head of the first page, and nothing that reads it."""
_HEAD_SHARE = 0.45
"""A stamp of secrecy stands in the upper part of the first page (decree 30/2020, box 10a)."""
_DPI = 200
_MAX_PICTURES = 4
_MAX_STAMP_SHARE = 0.1
"""Of the page; a larger picture is no stamp."""
_MIN_STAMP_PIXELS = 24
_ASKEW_DEGREES = 1.0
_WIDE_GAP = 1.2
"""Words of a line this many line heights apart stand in different columns."""
_PARTS = re.compile(r"(?:word/(?:header|footer)\d*|xl/worksheets/sheet\d+|ppt/slideMasters/slideMaster\d+)\.xml")
_MAX_PARTS, _MAX_PART_BYTES = 40, 4 * 2**20
_PARAGRAPH = re.compile(r"<(?:w|a):p[ >].*?</(?:w|a):p>", re.DOTALL)
_RUN = re.compile(r"<(?:w|a):t(?: [^>]*)?>([^<]*)</(?:w|a):t>")
_WORD_ART = re.compile(r"<v:textpath\b[^>]*\bstring=\"([^\"]*)\"")
_SHEET_HEAD = re.compile(r"<(?:odd|even|first)(?:Header|Footer)>([^<]*)<")
_SHEET_CODE = re.compile(r"&(?:\"[^\"]*\"|K[0-9A-F]{6}|\d+|[A-Z])")
_OFFICE = frozenset({"docx", "xlsx", "pptx"})
_OLD_WORD = {"doc": doc_heads, "rtf": rtf_heads}
_IMAGES = frozenset({"jpeg", "png", "tiff"})


def aside_lines(name: str, data: bytes, pages: Sequence[RawPage]) -> tuple[tuple[str, ...], tuple[Note, ...]]:
    """What stands beside the text of a file, line by line, and what could not be looked at.

    :param name: Of its format.
    :param pages: What its reader found.
    """
    try:
        return tuple(_lines(name, data, pages)), ()
    except (OcrMissingError, OcrFailedError):
        return (), (Note(STAMP_UNCHECKED),)
    except (DamagedFileError, EncryptedFileError, FileTooLargeError, zipfile.BadZipFile, OSError):
        return (), ()  # its reader has said what is wrong


def _lines(name: str, data: bytes, pages: Sequence[RawPage]) -> Iterable[str]:
    if name in _OFFICE:
        return _office_lines(data)
    if name in _OLD_WORD:
        return _OLD_WORD[name](data)
    if name == "pdf":
        return _pdf_lines(data, pages)
    return _image_lines(data) if name in _IMAGES else ()


def _office_lines(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [one for one in archive.infolist() if _PARTS.fullmatch(one.filename)]
        for part in parts[:_MAX_PARTS]:
            with archive.open(part) as file:
                yield from _part_lines(file.read(_MAX_PART_BYTES).decode("utf-8", "replace"))


def _part_lines(xml: str) -> Iterator[str]:
    for head in _SHEET_HEAD.findall(xml):
        yield from (line.strip() for line in _SHEET_CODE.sub("\n", unescape(head)).split("\n") if line.strip())
    yield from map(unescape, _WORD_ART.findall(xml))
    for paragraph in _PARAGRAPH.findall(xml):
        line = unescape("".join(_RUN.findall(paragraph))).strip()
        if line:
            yield line


def _pdf_lines(data: bytes, pages: Sequence[RawPage]) -> Iterator[str]:
    scanned = bool(pages) and (pages[0].ocr_confidence is not None or pages[0].unread)
    with open_pdfium(data) as document:
        if scanned or document.has_picture_above(1, _HEAD_SHARE):
            page = document.image(1, _DPI)
            # before the letterhead, so that a doubtful stamp stands near it
            for box in [] if scanned else document.picture_boxes(1)[:_MAX_PICTURES]:
                yield from _askew_lines(page, box)
            yield from _head_lines(page)


def _image_lines(data: bytes) -> Iterator[str]:
    with Image.open(io.BytesIO(data)) as file:
        frame = file.convert("L")
        scale = _DPI * 11.7 / max(frame.size)  # as if it were a sheet of A4
        size = (max(1, round(frame.width * scale)), max(1, round(frame.height * scale)))
        yield from _head_lines(frame.resize(size))


def _head_lines(page: Image.Image) -> Iterator[str]:
    """The upper part of a page, read as scattered words: a stamp belongs to no paragraph."""
    head = page.crop((0, 0, page.width, round(page.height * _HEAD_SHARE)))
    for line in recognise(evenly_lit(head), _DPI, Layout.SPARSE):
        yield from _columns(line)


def _askew_lines(page: Image.Image, box: Box) -> Iterator[str]:
    """A small picture that lies askew among straight print, read by itself: a stamp put down by hand."""
    left, top, right, bottom = box
    if top > _HEAD_SHARE or (right - left) * (bottom - top) > _MAX_STAMP_SHARE:
        return
    edges = (left * page.width, top * page.height, right * page.width, bottom * page.height)
    picture = page.crop((max(0, round(edges[0])), max(0, round(edges[1])), round(edges[2]), round(edges[3])))
    if min(picture.size) < _MIN_STAMP_PIXELS:
        return
    lie = lies(picture)[0]
    if abs(lie.degrees) >= _ASKEW_DEGREES:
        straight = straightened(picture, Lie(0, lie.degrees))
        large = straight.resize((straight.width * 2, straight.height * 2))
        for line in recognise(large, 2 * _DPI, Layout.SPARSE):
            yield from _columns(line)


def _columns(line: PlacedLine) -> Iterator[str]:
    reach = _WIDE_GAP * (line.bottom - line.top)
    run: list[PlacedWord] = []
    for word in sorted(line.words, key=lambda one: one.left):
        if run and word.left - run[-1].right > reach:
            yield " ".join(one.text for one in run)
            run = []
        run.append(word)
    yield " ".join(one.text for one in run)
