"""Files taken out of a kept archive or message to be shown; the archive stays the original."""

import hashlib
import os
import shutil
from pathlib import Path, PurePosixPath

from ingest.loaders.containers import member_data
from ingest.settings import IngestLimits
from vectorstore.disk import disk_full_as_error
from vectorstore.records import DocumentRecord


class OpenedMembers:
    """The folder ``members/``: copies under the hash of their bytes, gone when the store is opened again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.clear()

    def path(self, original: Path, record: DocumentRecord) -> Path | None:
        """The bytes the document was read from; None where the archive does not hold them any more.

        :raises DiskFullError: no space for the copy.
        """
        if not record.member:
            return original
        copy = self._folder / f"{record.content_sha256}{PurePosixPath(record.member).suffix.lower()}"
        if copy.exists():
            return copy
        with original.open("rb") as file:
            data = member_data(file, original.suffix, record.member, IngestLimits())
        if data is None or hashlib.sha256(data).hexdigest() != record.content_sha256:
            return None
        with disk_full_as_error(self._folder.parent):
            self._folder.mkdir(exist_ok=True)
            part = copy.with_name(f"{os.urandom(4).hex()}.part")
            part.write_bytes(data)
            part.replace(copy)
        return copy

    def clear(self) -> None:
        """Delete every copy."""
        shutil.rmtree(self._folder, ignore_errors=True)
