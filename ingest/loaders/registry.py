"""Which reader takes which file, decided by the name and checked against the bytes."""

import hashlib
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.documents import RawDocument
from ingest.errors import (
    EmptyFileError,
    EncryptedFileError,
    FileTooLargeError,
    NotTextError,
    UnsupportedFormatError,
    WrongExtensionError,
)
from ingest.loaders.docx import read_docx
from ingest.loaders.extracted import Extracted
from ingest.loaders.html import read_html
from ingest.loaders.jsonl import read_jsonl, record_digests
from ingest.loaders.markdown import read_markdown
from ingest.loaders.pdf import read_pdf
from ingest.loaders.signatures import BROKEN_ZIP, detect_format, has_pdf_header
from ingest.loaders.text import read_text
from ingest.rejected import Rejected
from ingest.settings import IngestLimits
from ingest.text.encoding import decode

_MIB = 2**20


@dataclass(frozen=True, slots=True)
class _Format:
    media_type: str
    read: Callable[[bytes], Extracted]
    accepts: frozenset[str | None]
    """What the bytes may look like."""
    binary: bool = False


_TEXT = _Format("text/plain", read_text, frozenset({None}))
_MARKDOWN = _Format("text/markdown", read_markdown, frozenset({None}))
_HTML = _Format("text/html", read_html, frozenset({None, "html"}))
_PDF = _Format("application/pdf", read_pdf, frozenset({None, "pdf"}), binary=True)
_DOCX = _Format(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    read_docx,
    frozenset({None, "docx", BROKEN_ZIP}),
    binary=True,
)
_FORMATS = {".txt": _TEXT, ".md": _MARKDOWN, ".html": _HTML, ".htm": _HTML, ".pdf": _PDF, ".docx": _DOCX}
_JSONL = ".jsonl"
_SNIFF_BYTES = 4096

SUPPORTED_EXTENSIONS = tuple(sorted([*_FORMATS, _JSONL]))
"""Extensions with their dot, in lower case."""


def load(
    path: Path, source: str, limits: IngestLimits, skip: Container[int] = frozenset()
) -> Iterator[RawDocument | Rejected]:
    """Read one file: one raw document, or for .jsonl one per record with bad lines rejected in place.

    :param source: Name the documents carry; records of a .jsonl carry their id instead.
    :param skip: Line numbers of a .jsonl to pass over.
    :raises IngestError: If the file is refused whole; the subclass says why.
    :raises OSError: If it cannot be read.
    """
    extension = path.suffix.lower()
    if extension == _JSONL:
        _check_jsonl(path)
        yield from read_jsonl(path, source, limits, skip)
        return
    if extension not in _FORMATS:
        raise UnsupportedFormatError(extension=extension, supported=" ".join(SUPPORTED_EXTENSIONS))
    data = _read_bounded(path, limits.max_binary_bytes if _FORMATS[extension].binary else limits.max_text_bytes)
    yield parse(data, source, extension)


def digests(path: Path, limits: IngestLimits) -> Iterator[tuple[int | None, str]]:
    """Content hashes of what ``load`` would read, without reading it: per line of a .jsonl, else one of the file.

    :raises IngestError: If the file is refused whole for its name or size.
    :raises OSError: If it cannot be read.
    """
    extension = path.suffix.lower()
    if extension == _JSONL:
        _check_jsonl(path)
        yield from record_digests(path, limits)
    elif extension in _FORMATS and path.stat().st_size <= limits.max_binary_bytes:
        with path.open("rb") as file:
            yield None, hashlib.file_digest(file, "sha256").hexdigest()


def parse(data: bytes, source: str, extension: str) -> RawDocument:
    """Turn the bytes of one file into a raw document.

    :param extension: One of SUPPORTED_EXTENSIONS but .jsonl.
    :raises IngestError: If the bytes are empty, of another format, or cannot be read.
    """
    if not data:
        raise EmptyFileError
    form = _FORMATS[extension]
    _check_format(data, extension, form)
    extracted = form.read(data)
    if not any(page.text.strip() for page in extracted.pages):
        raise EmptyFileError
    return RawDocument(
        source=source,
        content_sha256=hashlib.sha256(data).hexdigest(),
        media_type=form.media_type,
        pages=extracted.pages,
        declared=extracted.declared,
        encoding=extracted.encoding,
    )


def _read_bounded(path: Path, limit: int) -> bytes:
    """The whole file; its size is checked first, and again while reading because it may be growing."""
    size = path.stat().st_size
    if size <= limit:
        with path.open("rb") as file:
            data = file.read(limit + 1)
        if len(data) <= limit:
            return data
    raise FileTooLargeError(size_mb=round(max(size, limit + 1) / _MIB, 1), limit_mb=round(limit / _MIB, 1))


def _check_format(data: bytes, extension: str, form: _Format) -> None:
    detected = detect_format(data)
    if detected == "encrypted-office" and form is _DOCX:
        raise EncryptedFileError
    if detected not in form.accepts:
        raise WrongExtensionError(extension=extension, detected=str(detected))
    if form.binary and detected is None and _is_text(data):
        raise WrongExtensionError(extension=extension, detected="txt")


def _is_text(data: bytes) -> bool:
    if has_pdf_header(data):
        return False
    try:
        return bool(decode(data).text)
    except NotTextError:
        return False


def _check_jsonl(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(_SNIFF_BYTES)
    if not head:
        raise EmptyFileError
    if (detected := detect_format(head)) is not None:
        raise WrongExtensionError(extension=_JSONL, detected=detected)
