"""Files to raw documents: one of each file, one of each record of a .jsonl."""

import hashlib
import logging
from collections.abc import Container, Iterator
from dataclasses import replace
from pathlib import Path

from ingest.documents import PartKey, RawDocument
from ingest.errors import DamagedFileError, EmptyFileError, FileTooLargeError, IngestError, WrongExtensionError
from ingest.loaders.aside import aside_lines
from ingest.loaders.choosing import choose_format
from ingest.loaders.containers import Part, container_kind, parts
from ingest.loaders.formats import BY_EXTENSION, JSONL, SUPPORTED_EXTENSIONS, ZIP
from ingest.loaders.jsonl import read_jsonl, record_digests
from ingest.loaders.signatures import detect_format
from ingest.rejected import Rejected
from ingest.settings import IngestLimits

__all__ = ["SUPPORTED_EXTENSIONS", "digests", "load", "parse"]

_MIB = 2**20
_SNIFF_BYTES = 4096

logger = logging.getLogger(__name__)


def load(
    path: Path, source: str, limits: IngestLimits, skip: Container[PartKey] = frozenset()
) -> Iterator[RawDocument | Rejected]:
    """Read one file: one raw document, or one per record of a .jsonl and per file inside an archive or message.

    What of these cannot be taken is rejected in its place.

    :param source: Name the documents carry; records of a .jsonl carry their id instead, members of a container their
        path behind its name.
    :param skip: Lines of a .jsonl or members of a container to pass over.
    :raises IngestError: If the file is refused whole; the subclass says why.
    :raises OSError: If it cannot be read.
    """
    extension = path.suffix.lower()
    if extension == JSONL:
        _check_jsonl(path)
        yield from read_jsonl(path, source, limits, skip)
        return
    kind = _container(path, extension, limits)
    if kind is None:
        yield parse(_read_bounded(path, _limit(extension, limits)), source, extension)
        return
    found = False
    with path.open("rb") as file:
        for part in parts(file, kind, limits):
            found = True
            if part.member not in skip:
                yield _part(part, source, extension, limits)
    if not found:
        raise EmptyFileError


def digests(path: Path, limits: IngestLimits) -> Iterator[tuple[PartKey | None, str]]:
    """Content hashes of what ``load`` would read, without parsing it: per line, per member, else one of the file.

    :raises IngestError: If the file is refused whole for its name or size.
    :raises OSError: If it cannot be read.
    """
    extension = path.suffix.lower()
    if extension == JSONL:
        _check_jsonl(path)
        yield from record_digests(path, limits)
    elif (kind := _container(path, extension, limits)) is not None:
        with path.open("rb") as file:
            for part in parts(file, kind, limits):
                if part.error is None:
                    yield part.member, hashlib.sha256(part.data).hexdigest()
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
    aside, unchecked = aside_lines(form.name, data, extracted.pages)
    return RawDocument(
        source=source,
        content_sha256=hashlib.sha256(data).hexdigest(),
        media_type=form.media_type,
        pages=extracted.pages,
        declared=extracted.declared,
        encoding=extracted.encoding,
        encoding_confidence=extracted.encoding_confidence,
        notes=notes + extracted.notes + unchecked,
        aside=aside,
    )


def _container(path: Path, extension: str, limits: IngestLimits) -> str | None:
    """What kind of container the file is; other than archives, one above the limit of size is not looked into."""
    with path.open("rb") as file:
        if extension != ZIP and path.stat().st_size > limits.max_binary_bytes:
            return None
        return container_kind(file, extension)


def _part(part: Part, source: str, extension: str, limits: IngestLimits) -> RawDocument | Rejected:
    """One file of a container; whatever is wrong with it, its neighbours are read."""
    name = f"{source}/{part.member}" if part.member else source
    digest = hashlib.sha256(part.data).hexdigest()
    if part.error is not None:
        return Rejected(name, None, part.error, member=part.member)
    try:
        _check_size(len(part.data), _limit(part.extension, limits))
        raw = parse(part.data, name, part.extension if part.member else extension)
        return replace(raw, member=part.member)
    except IngestError as error:
        return Rejected(name, digest, error, member=part.member)
    except MemoryError:
        raise
    # the rim of one file in a container: parsers of foreign formats raise anything
    except Exception as error:
        logger.exception("cannot read %s", name)
        return Rejected(name, digest, DamagedFileError(problem=type(error).__name__), member=part.member)


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


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise FileTooLargeError(size_mb=round(size / _MIB, 1), limit_mb=round(limit / _MIB, 1))


def _check_jsonl(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(_SNIFF_BYTES)
    if not head:
        raise EmptyFileError
    if (detected := detect_format(head)) is not None:
        raise WrongExtensionError(extension=JSONL, detected=detected)
