"""Telling formats by their bytes, whatever the file is called."""

import io
import re
import struct
import zipfile
from typing import BinaryIO

import olefile

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\0", "program"),
)
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCUMENT_MAGIC = (b"%PDF-", b"{\\rtf", b"PK\x03\x04", OLE2, b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*")
"""First bytes of what may be a document; a look at all of it decides."""
ENCRYPTED_OFFICE = "encrypted-office"
"""A Word, Excel or PowerPoint file that needs a password."""
_OLE2_STREAMS = (
    ("EncryptedPackage", ENCRYPTED_OFFICE),
    ("WordDocument", "doc"),
    ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("__substg1.0_", "msg"),
)
ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_FOLDERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
BROKEN_ZIP = "broken-zip"
"""An archive cut short; Word, Excel and PowerPoint files are archives."""
_OPC_PARTS = "[Content_Types].xml"
_HEADER = re.compile(rb"(?:[A-Za-z][\w-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+")
_FIELD = re.compile(rb"^([A-Za-z][\w-]{1,60}):", re.MULTILINE)
_MIN_MAIL_FIELDS = 3
BROKEN_OLE2 = "broken-ole2"
"""An Office file of the years before 2007, cut short."""
_PDF = b"%PDF-"
_HEADER_WINDOW = 1024
_HTML = re.compile(
    # atomic, or a row of comments could be split in exponentially many ways
    rb"(?>\s*(?:(?><\?xml[^>]*>|<!--.*?-->)\s*)*)<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_HTML_WINDOW = 4096
_MAIL_WINDOW = 4096
_UTF8_BOM = b"\xef\xbb\xbf"


def detect_format(data: bytes) -> str | None:
    """Name of the format the bytes belong to, or None for plain text and the unknown.

    :returns: ``pdf``, ``docx``, ``html``, ``doc``, ``encrypted-office``, ``png``, ``zip``, …
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data.startswith(ZIP_MAGIC):
        return zip_kind(io.BytesIO(data))
    if data.startswith(OLE2):
        return _ole2_kind(data)
    return _by_text(data)


def _by_text(data: bytes) -> str | None:
    """Formats that begin with words, or with anything before them."""
    if data[:_HEADER_WINDOW].lstrip().startswith(_PDF):
        return "pdf"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if (mail := mail_kind(data[:_MAIL_WINDOW])) is not None:
        return mail
    return "html" if _HTML.match(data[:_HTML_WINDOW].removeprefix(_UTF8_BOM)) else None


def has_pdf_header(data: bytes) -> bool:
    """Whether a PDF reader would accept the bytes: rubbish before ``%PDF-`` is allowed within the first KB."""
    return _PDF in data[:_HEADER_WINDOW]


def mail_kind(data: bytes) -> str | None:
    """``eml`` or ``mhtml`` for bytes that begin with the header of a message, else None."""
    match = _HEADER.match(data.removeprefix(_UTF8_BOM).lstrip(b"\r\n"))
    if match is None:
        return None
    fields = {name.lower() for name in _FIELD.findall(match.group())}
    header = match.group().lower()
    if b"mime-version" in fields and b"multipart/related" in header and not fields & {b"received", b"to"}:
        return "mhtml"
    marks = len(fields & {b"mime-version", b"message-id", b"received", b"date", b"from", b"to", b"subject"})
    is_message = marks >= _MIN_MAIL_FIELDS and fields & {b"mime-version", b"message-id", b"received"}
    return "eml" if is_message and fields & {b"from", b"subject", b"received"} else None


def zip_kind(file: BinaryIO) -> str:
    """Which Office format a zip archive is, ``zip`` for any other, ``broken-zip`` for one that cannot be opened."""
    try:
        with zipfile.ZipFile(file) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OSError):
        return BROKEN_ZIP
    if _OPC_PARTS not in names:
        return "zip"
    return next((kind for folder, kind in _ZIP_FOLDERS if any(name.startswith(folder) for name in names)), "zip")


def _ole2_kind(data: bytes) -> str:
    """By the streams at the top: a Word file may carry a workbook inside."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            top = {entry[0] for entry in ole.listdir(storages=True)}
        return next((kind for name, kind in _OLE2_STREAMS if any(one.startswith(name) for one in top)), "ole2")
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError, struct.error):
        return next((kind for name, kind in _OLE2_STREAMS if name.encode("utf-16-le") in data), BROKEN_OLE2)
