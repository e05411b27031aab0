"""Files to raw documents: one of each file, one of each record of a .jsonl."""

import hashlib
from collections.abc import Container, Iterator
from pathlib import Path

from ingest.documents import RawDocument
from ingest.errors import EmptyFileError, FileTooLargeError, WrongExtensionError
from ingest.loaders.choosing import choose_format
from ingest.loaders.formats import BY_EXTENSION
from ingest.loaders.jsonl import read_jsonl, record_digests
from ingest.loaders.signatures import detect_format
from ingest.rejected import Rejected
from ingest.settings import IngestLimits

_MIB = 2**20
_JSONL = ".jsonl"
_SNIFF_BYTES = 4096

SUPPORTED_EXTENSIONS = tuple(sorted([*BY_EXTENSION, _JSONL]))
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
    yield parse(_read_bounded(path, _limit(extension, limits)), source, extension)


def digests(path: Path, limits: IngestLimits) -> Iterator[tuple[int | None, str]]:
    """Content hashes of what ``load`` would read, without reading it: per line of a .jsonl, else one of the file.

    :raises IngestError: If the file is refused whole for its name or size.
    :raises OSError: If it cannot be read.
    """
    extension = path.suffix.lower()
    if extension == _JSONL:
        _check_jsonl(path)
        yield from record_digests(path, limits)
    elif path.stat().st_size <= limits.max_binary_bytes:
        with path.open("rb") as file:
            yield None, hashlib.file_digest(file, "sha256").hexdigest()


def parse(data: bytes, source: str, extension: str) -> RawDocument:
    """Turn the bytes of one file into a raw document.

    :param extension: Of its name, with the dot, in lower case; the bytes decide.
    :raises IngestError: If the bytes are empty, of a format nobody reads, or cannot be read.
    """
    if not data:
        raise EmptyFileError
    form, notes = choose_format(data, extension)
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
        encoding_confidence=extracted.encoding_confidence,
        notes=notes + extracted.notes,
    )


def _limit(extension: str, limits: IngestLimits) -> int:
    """Text is held to the smaller limit; what has no extension of ours may be anything."""
    form = BY_EXTENSION.get(extension)
    return limits.max_text_bytes if form is not None and not form.binary else limits.max_binary_bytes


def _read_bounded(path: Path, limit: int) -> bytes:
    """The whole file; its size is checked first, and again while reading because it may be growing."""
    size = path.stat().st_size
    if size <= limit:
        with path.open("rb") as file:
            data = file.read(limit + 1)
        if len(data) <= limit:
            return data
    raise FileTooLargeError(size_mb=round(max(size, limit + 1) / _MIB, 1), limit_mb=round(limit / _MIB, 1))


def _check_jsonl(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(_SNIFF_BYTES)
    if not head:
        raise EmptyFileError
    if (detected := detect_format(head)) is not None:
        raise WrongExtensionError(extension=_JSONL, detected=detected)
