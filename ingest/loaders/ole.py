"""OLE2 compound files, the container of Word, Excel, PowerPoint 97-2003 and of Outlook messages, through olefile."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

import olefile

from ingest.errors import DamagedFileError

_MAX_STREAM_BYTES = 256 * 2**20


@contextmanager
def open_ole(data: bytes) -> Iterator[olefile.OleFileIO]:
    """The compound file in ``data``.

    :raises DamagedFileError: If it is cut short or its tables lead nowhere, also while it is being read.
    """
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            yield ole
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedFileError(problem=type(error).__name__) from error


def stream(ole: olefile.OleFileIO, *path: str) -> bytes:
    """The bytes of one stream; empty where there is none."""
    if not ole.exists("/".join(path)):
        return b""
    with ole.openstream(list(path)) as opened:
        return bytes(opened.read(_MAX_STREAM_BYTES))
