"""What files a folder holds now, without reading any: a listing that a network drive gives too."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from ingest.pipeline import SUPPORTED_EXTENSIONS
from vectorstore.followed import Signature

_CATALOGUE = "catalogue.sqlite3"


@dataclass(frozen=True, slots=True)
class Scan:
    """One listing of a folder and everything below it."""

    files: dict[str, Signature]
    """By absolute path."""
    identity: str
    """Device and number of the folder itself."""
    blind: frozenset[str] = field(default_factory=frozenset)
    """Folders and files that could not be looked at: what lies there is unknown, not gone."""

    def lacks(self, path: str) -> bool:
        """Whether the file is surely not there any more."""
        if path in self.files:
            return False
        return not any(path == one or path.startswith(one.rstrip(os.sep) + os.sep) for one in self.blind)


def scan_folder(root: Path, data_dir: Path) -> Scan:
    """List the readable files of a folder.

    Links to folders and junctions are not followed (what they point to can be followed as a folder of its own), so
    there is no way round in circles. Data folders of this program, hidden files and Word's ``~$`` locks are left out.

    :raises OSError: the folder itself cannot be listed.
    """
    files: dict[str, Signature] = {}
    blind: set[str] = set()
    real_root, skipped = os.path.realpath(root), os.path.realpath(data_dir)
    stat = root.stat()
    os.scandir(root).close()
    waiting = [str(root)]
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder)
        if real == skipped or not (real + os.sep).startswith(real_root.rstrip(os.sep) + os.sep):
            continue
        entries = _entries(folder, blind)
        if any(entry.name == _CATALOGUE for entry in entries):
            continue
        for entry in entries:
            if _is_folder(entry):
                waiting.append(entry.path)
            elif (seen := _signature(entry, blind)) is not None:
                files[entry.path] = seen
    return Scan(files, f"{stat.st_dev}:{stat.st_ino}", frozenset(blind))


def is_data_folder(path: str) -> bool:
    """Whether the folder is where this program keeps its own data."""
    return os.path.exists(os.path.join(path, _CATALOGUE))


def _entries(folder: str, blind: set[str]) -> list[os.DirEntry[str]]:
    """What is in a folder, hidden entries left out; a folder that cannot be listed whole is one we are blind to."""
    try:
        with os.scandir(folder) as listing:
            return list(_shown(listing))
    except OSError:
        blind.add(folder)
        return []


def _shown(listing: Iterator[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    return (entry for entry in listing if not entry.name.startswith((".", "~$")))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _signature(entry: os.DirEntry[str], blind: set[str]) -> Signature | None:
    """Size, time and number of a file we read; None for anything else."""
    if os.path.splitext(entry.name)[1].lower() not in SUPPORTED_EXTENSIONS:
        return None
    try:
        stat = entry.stat()
    except FileNotFoundError:
        return None
    except OSError:
        blind.add(entry.path)
        return None
    return Signature(stat.st_size, stat.st_mtime_ns, stat.st_ino) if S_ISREG(stat.st_mode) else None
