"""Zip archives: members one by one, never more in memory than one of them."""

import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from ingest.errors import ArchiveLimitError, DamagedFileError, EncryptedFileError, IngestError
from ingest.loaders.archive_limits import Budget
from ingest.loaders.member import Member

_ENCRYPTED, _UTF8_NAMES = 0x1, 0x800
_LEFT_BY_PROGRAMS = frozenset({"__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"})
_FAILURES = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError,
             struct.error)  # fmt: skip


def zip_members(file: BinaryIO, budget: Budget) -> Iterator[Member]:
    """Every file in the archive but what programs leave behind for themselves.

    :raises DamagedFileError: It cannot be opened.
    """
    try:
        archive = zipfile.ZipFile(file)
    except _FAILURES as error:
        raise DamagedFileError(problem=type(error).__name__) from error
    with archive:
        waiting = [info for info in archive.infolist() if not info.is_dir() and not _is_litter(info.filename)]
        for index, info in enumerate(waiting):
            if not budget.next_member():
                limit = budget.limits.max_archive_members
                yield Member(
                    _name(info), error=ArchiveLimitError(problem="count", limit=limit, left=len(waiting) - index)
                )
                return
            yield _member(archive, info, budget)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget) -> Member:
    name = _name(info)
    try:
        if info.flag_bits & _ENCRYPTED:
            raise EncryptedFileError
        budget.check(info.file_size, info.compress_size)
        with archive.open(info) as opened:
            data = opened.read(budget.allowance + 1)
        budget.check(len(data), info.compress_size)
        budget.spend(len(data))
    except IngestError as error:
        return Member(name, error=error)
    except _FAILURES as error:
        return Member(name, error=DamagedFileError(problem=type(error).__name__))
    return Member(name, data)


def _is_litter(name: str) -> bool:
    steps = PurePosixPath(name.replace("\\", "/")).parts
    return any(step in _LEFT_BY_PROGRAMS or step.startswith("~$") for step in steps)


def _name(info: zipfile.ZipInfo) -> str:
    """Names without the mark of UTF-8 were written in the code page of some computer."""
    if not info.flag_bits & _UTF8_NAMES:
        try:
            raw = info.filename.encode("cp437")
        except UnicodeEncodeError:
            return info.filename
        for codec in ("utf-8", "cp1258"):
            try:
                return unicodedata.normalize("NFC", raw.decode(codec))
            except UnicodeDecodeError:
                continue
    return unicodedata.normalize("NFC", info.filename)
