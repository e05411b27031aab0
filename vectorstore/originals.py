"""The accepted files, byte for byte, under the hash of their content."""

import hashlib
import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from vectorstore.disk import disk_full_as_error

_COPY_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Original:
    """A kept file: its content hash and its extension without the dot."""

    sha256: str
    extension: str

    @property
    def name(self) -> str:
        """File name in the folder of originals."""
        return f"{self.sha256}.{self.extension}" if self.extension else self.sha256


class Originals:
    """The folder ``originals/``; the same bytes are kept once."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._known: dict[tuple[str, int, int], Original] = {}
        """Files seen in this process: a .jsonl of 50,000 records is hashed once, not once a batch."""

    def keep(self, path: Path) -> Original:
        """Copy the file in, atomically and durably, unless its bytes are there already.

        :raises DiskFullError: no space for the copy.
        :raises OSError: the file cannot be read.
        """
        stat = path.stat()
        seen = (str(path.resolve()), stat.st_size, stat.st_mtime_ns)
        original = self._known.get(seen)
        if original is None or not self.path(original).exists():
            with disk_full_as_error(self._folder):
                original = self._copy(path)
            self._known[seen] = original
        return original

    def path(self, original: Original) -> Path:
        """Where the kept file lies."""
        return self._folder / original.name

    def discard(self, original: Original) -> None:
        """Delete a kept file that no document points to any more."""
        self.path(original).unlink(missing_ok=True)
        self._known = {seen: kept for seen, kept in self._known.items() if kept != original}

    def sweep(self) -> None:
        """Remove half-made copies that a killed process left."""
        for leftover in self._folder.glob("*.part"):
            leftover.unlink(missing_ok=True)

    def others(self, wanted: Collection[Original]) -> list[Path]:
        """Files here that are none of the originals wanted, half-made copies included."""
        names = {original.name for original in wanted}
        return sorted(path for path in self._folder.iterdir() if path.name not in names)

    def _copy(self, path: Path) -> Original:
        part = self._folder / f"{os.getpid()}-{os.urandom(4).hex()}.part"
        digest = hashlib.sha256()
        try:
            with path.open("rb") as source, part.open("wb") as target:
                while block := source.read(_COPY_BYTES):
                    digest.update(block)
                    target.write(block)
                target.flush()
                os.fsync(target.fileno())
            original = Original(digest.hexdigest(), path.suffix.lower().lstrip("."))
            if self.path(original).exists():
                part.unlink()
            else:
                shutil.move(part, self.path(original))
                _sync_folder(self._folder)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        return original


def _sync_folder(folder: Path) -> None:
    """Make a rename durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
