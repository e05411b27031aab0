"""From files to documents: the one place where a bad file becomes a row with a reason instead of an exception."""

import errno
import hashlib
import logging
import os
import stat
from collections.abc import Collection, Container, Iterator
from pathlib import Path

from ingest.documents import Document, PartKey, RawDocument
from ingest.errors import DamagedFileError, EmptyFileError, IngestError, UnreadableFileError, UnsupportedFormatError
from ingest.folders import expand_paths, left_out
from ingest.loaders.registry import SUPPORTED_EXTENSIONS, digests, load
from ingest.rejected import Rejected
from ingest.sensitive.masking import masked
from ingest.settings import IngestLimits, IngestSettings
from ingest.structure import structure

__all__ = [
    "SUPPORTED_EXTENSIONS",
    "Rejected",
    "content_digests",
    "expand_paths",
    "file_digest",
    "left_out",
    "read_documents",
    "source_name",
]

logger = logging.getLogger(__name__)


def read_documents(
    path: Path, settings: IngestSettings, skip: Container[PartKey] = frozenset()
) -> Iterator[Document | Rejected]:
    """Documents of one file; a file that cannot be taken yields one rejection, a bad .jsonl line one of its own.

    Never raises for what a file contains or for a path that cannot be read. The source is the file name; for a
    record of a .jsonl it is the record's id, for a file inside an archive or message the path through it.
    ``skip``: lines of a .jsonl or members of a container to pass over.
    """
    source = source_name(path)
    try:
        _check_regular(path)
        for item in load(path, source, settings.limits, skip):
            yield item if isinstance(item, Rejected) else _structured(item, settings)
    except IngestError as error:
        yield Rejected(source, _digest(path, error, settings.limits), error)
    except OSError as error:
        yield Rejected(source, None, UnreadableFileError(problem=_symbol(error)))
    except MemoryError:
        raise  # the reading process ends and says why
    # the rim: parsers of foreign formats raise anything
    except Exception as error:
        logger.exception("cannot read %s", source)
        damaged = DamagedFileError(problem=type(error).__name__)
        yield Rejected(source, _digest(path, damaged, settings.limits), damaged)


def content_digests(path: Path, settings: IngestSettings) -> Iterator[tuple[PartKey | None, str]]:
    """Line or member (None for the file itself) and SHA-256 of every document of a file, without parsing it.

    Nothing for a file that cannot be taken; ``read_documents`` says why.
    """
    try:
        _check_regular(path)
        yield from digests(path, settings.limits)
    except (IngestError, OSError):
        return


def file_digest(path: Path, settings: IngestSettings) -> Iterator[tuple[None, str]]:
    """The same for a file taken as a whole, whatever it holds: nothing of it is looked into."""
    try:
        _check_regular(path)
        if path.stat().st_size <= settings.limits.max_binary_bytes:
            with path.open("rb") as file:
                yield None, hashlib.file_digest(file, "sha256").hexdigest()
    except (IngestError, OSError):
        return


def source_name(path: Path) -> str:
    """The file name as text, identifiers in it covered; bytes that are no UTF-8 become U+FFFD."""
    return masked(os.fsencode(path.name).decode("utf-8", "replace"))


def _structured(raw: RawDocument, settings: IngestSettings) -> Document | Rejected:
    """Structure one document; a record that breaks it does not take its neighbours with it."""
    try:
        document = structure(raw, reviewed=_reviewed(raw, settings))
    except IngestError as error:
        return Rejected(raw.source, raw.content_sha256, error, raw.record_line, raw.member)
    except MemoryError:
        raise
    except Exception as error:
        logger.exception("cannot structure %s", raw.source)
        damaged = DamagedFileError(problem=type(error).__name__)
        return Rejected(raw.source, raw.content_sha256, damaged, raw.record_line, raw.member)
    if any(page.text.strip() for page in document.pages):
        return document
    return Rejected(raw.source, raw.content_sha256, EmptyFileError(), raw.record_line, raw.member)


def _reviewed(raw: RawDocument, settings: IngestSettings) -> Collection[str]:
    return {raw.content_sha256} if settings.all_reviewed else settings.reviewed


def _check_regular(path: Path) -> None:
    """A pipe or device would be waited on for ever; a folder is only here if it could not be listed."""
    try:
        mode = path.stat().st_mode
    except ValueError as error:  # a NUL in the name
        raise UnreadableFileError(problem="bad_path") from error
    if stat.S_ISDIR(mode):
        with os.scandir(path):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise UnreadableFileError(problem="not_a_file")


def _digest(path: Path, error: IngestError, limits: IngestLimits) -> str | None:
    """SHA-256 of a refused file, so that the same bytes are recognised; None for one too large or of no concern."""
    try:
        if isinstance(error, UnsupportedFormatError | UnreadableFileError) or not path.is_file():
            return None
        if path.stat().st_size > limits.max_binary_bytes:
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return None


def _symbol(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, type(error).__name__)
