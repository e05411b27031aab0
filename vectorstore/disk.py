"""Recognising a full disk in the words each library uses for it."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vectorstore.errors import DiskFullError

_FULL_ERRNOS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOTHING_LEFT_BYTES = 2**20
"""Chroma may say no more than "failed to apply logs": with less free than this, room is what was missing."""
_FULL_PHRASES = ("no space left", "disk is full", "disk full", "quota exceeded", "os error 28", "file too large")


def is_disk_full(error: BaseException) -> bool:
    """Whether the error, or one it was raised from, says that nothing more can be written."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError) and seen.errno in _FULL_ERRNOS:
            return True
        words = str(seen).lower()
        if any(phrase in words for phrase in _FULL_PHRASES):
            return True
        seen = seen.__cause__
    return False


@contextmanager
def disk_full_as_error(path: Path) -> Iterator[None]:
    """Turn "no space" of the operating system, SQLite, tantivy or Chroma into one error.

    :raises DiskFullError: with the folder that is full.
    """
    try:
        yield
    except DiskFullError:
        raise
    except Exception as error:
        if is_disk_full(error) or _is_nothing_left(path):
            raise DiskFullError(path=str(path)) from error
        raise


def _is_nothing_left(path: Path) -> bool:
    try:
        return shutil.disk_usage(path).free < _NOTHING_LEFT_BYTES
    except OSError:
        return False
