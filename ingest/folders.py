"""What of a folder is taken in: by extension, and by content where the name says nothing."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from ingest.loaders.formats import SUPPORTED_EXTENSIONS
from ingest.loaders.signatures import DOCUMENT_MAGIC

_SAYS_NOTHING = frozenset({"", ".bak", ".old", ".wbk", ".asd"})
"""Extensions of copies, and none: what such a file is stands in its first bytes."""
_HEAD_BYTES = 16


def expand_paths(paths: Iterable[Path]) -> Iterator[Path]:
    """Files to ingest, in a stable order.

    A path that is no folder is passed on whatever it is called, so that it gets a row. In folders files of supported
    extensions are taken, and those without a telling one that begin like a document; hidden ones and Word's ``~$``
    lock files are not. Symbolic links are followed, each folder once. A folder that may not be listed is passed on as
    it is and rejected as unreadable.
    """
    for path in paths:
        if _is_dir(path):
            yield from (entry for entry in _walk(path, set()) if _is_dir(entry) or _is_taken(entry))
        else:
            yield path


def left_out(paths: Iterable[Path]) -> Counter[str]:
    """How many files of the folders among ``paths`` are of no supported format, by extension ("" for none)."""
    files = (entry for path in paths if _is_dir(path) for entry in _walk(path, set()))
    return Counter(entry.suffix.lower() for entry in files if not _is_dir(entry) and not _is_taken(entry))


def _is_taken(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in SUPPORTED_EXTENSIONS:
        return True
    if suffix not in _SAYS_NOTHING:
        return False
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(_HEAD_BYTES).startswith(DOCUMENT_MAGIC)
    except (OSError, ValueError):
        return False


def _is_dir(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _walk(folder: Path, visited: set[str]) -> Iterator[Path]:
    """Every file below that is not hidden, and folders that may not be listed."""
    real = os.path.realpath(folder)
    if real in visited:
        return
    visited.add(real)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue
        if _is_dir(entry):
            yield from _walk(entry, visited)
        else:
            yield entry
