"""Telling formats by their bytes, whatever the file is called."""

import io
import re
import struct
import zipfile

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
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OFFICE = "encrypted-office"
"""A Word, Excel or PowerPoint file that needs a password."""
_OLE2_STREAMS = (("EncryptedPackage", ENCRYPTED_OFFICE), ("WordDocument", "doc"), ("PowerPoint Document", "ppt"),
    ("Workbook", "xls"), ("Book", "xls"), ("__substg1.0_", "msg"))
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_FOLDERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
BROKEN_ZIP = "broken-zip"
"""An archive cut short; Word, Excel and PowerPoint files are archives."""
_PDF = b"%PDF-"
_HEADER_WINDOW = 1024
_HTML = re.compile(
    # atomic, or a row of comments could be split in exponentially many ways
    rb"(?>\s*(?:(?><\?xml[^>]*>|<!--.*?-->)\s*)*)<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_HTML_WINDOW = 4096
_UTF8_BOM = b"\xef\xbb\xbf"


def detect_format(data: bytes) -> str | None:
    """Name of the format the bytes belong to, or None for plain text and the unknown.

    :returns: ``pdf``, ``docx``, ``html``, ``doc``, ``encrypted-office``, ``png``, ``zip``, …
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data.startswith(_ZIP):
        return _zip_kind(data)
    if data.startswith(_OLE2):
        return _ole2_kind(data)
    if data[:_HEADER_WINDOW].lstrip().startswith(_PDF):
        return "pdf"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "html" if _HTML.match(data[:_HTML_WINDOW].removeprefix(_UTF8_BOM)) else None


def has_pdf_header(data: bytes) -> bool:
    """Whether a PDF reader would accept the bytes: rubbish before ``%PDF-`` is allowed within the first KB."""
    return _PDF in data[:_HEADER_WINDOW]


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error):
        return BROKEN_ZIP
    return next((kind for folder, kind in _ZIP_FOLDERS if any(name.startswith(folder) for name in names)), "zip")


def _ole2_kind(data: bytes) -> str:
    for stream, kind in _OLE2_STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind
    return "ole2"
