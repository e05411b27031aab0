"""Files that hold files: archives and messages. Every member is a document of its own; limits hold for all together."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, TypeAlias

from ingest.errors import ArchiveLimitError, DamagedFileError, IngestError
from ingest.loaders.archive_limits import Budget
from ingest.loaders.eml import eml_members
from ingest.loaders.member import Member
from ingest.loaders.msg import msg_members
from ingest.loaders.signatures import OLE2, ZIP_MAGIC, detect_format, mail_kind, zip_kind
from ingest.loaders.zip_archive import zip_members
from ingest.settings import IngestLimits

_Opener: TypeAlias = Callable[[BinaryIO, Budget], Iterator[Member]]
_OPENERS: dict[str, _Opener] = {"zip": zip_members, "eml": eml_members, "msg": msg_members}
_MESSAGES = frozenset({"eml", "msg"})
"""Containers that say something themselves."""
_HEAD_BYTES = 4096
_NOT_NAMES = frozenset({"", ".", ".."})
_DRIVE = re.compile(r"^[A-Za-z]:")
_MAX_NAME_CHARS = 400


@dataclass(frozen=True, slots=True)
class Part:
    """One file inside a container, or why it is not taken."""

    member: str
    """Its path inside the outermost container; "" for what that container says itself."""
    data: bytes = b""
    error: IngestError | None = None

    @property
    def extension(self) -> str:
        """With the dot, in lower case."""
        return PurePosixPath(self.member).suffix.lower()


def container_kind(file: BinaryIO, extension: str) -> str | None:
    """``zip``, ``eml``, ``msg``, or None for a file that is no container; the position is put back to 0."""
    head = file.read(_HEAD_BYTES)
    file.seek(0)
    kind: str | None = None
    if head.startswith(ZIP_MAGIC):
        kind = zip_kind(file)
    elif head.startswith(OLE2):
        kind = detect_format(file.read())
    elif extension == ".eml" or mail_kind(head):
        kind = mail_kind(head) or "eml"
    file.seek(0)
    return kind if kind in _OPENERS else None


def parts(file: BinaryIO, kind: str, limits: IngestLimits) -> Iterator[Part]:
    """Everything inside, containers inside containers opened too, up to the limits.

    :raises DamagedFileError: The outermost container cannot be opened.
    """
    yield from _walk(file, kind, "", Budget(limits))


def member_data(file: BinaryIO, extension: str, member: str, limits: IngestLimits) -> bytes | None:
    """The bytes of one member; None where there is no such, or it is refused."""
    kind = container_kind(file, extension)
    if kind is None:
        return None
    return next((part.data for part in parts(file, kind, limits) if part.member == member and not part.error), None)


def _walk(file: BinaryIO, kind: str, prefix: str, budget: Budget) -> Iterator[Part]:
    if kind in _MESSAGES:
        yield Part(prefix.rstrip("/"), file.read())
        file.seek(0)
    used: set[str] = set()
    for member in _OPENERS[kind](file, budget):
        path = prefix + _unused(_safe_name(member.name), used)
        if member.error is not None:
            yield Part(path, error=member.error)
            continue
        inner = _inner_kind(member.data, path)
        if inner is None:
            yield Part(path, member.data)
        elif budget.too_deep:
            yield Part(path, error=ArchiveLimitError(problem="depth", limit=budget.limits.max_archive_depth))
        else:
            with budget.deeper():
                yield from _opened(member.data, inner, path, budget)


def _opened(data: bytes, kind: str, path: str, budget: Budget) -> Iterator[Part]:
    """A container inside: broken, it is one refused member and its neighbours are read."""
    try:
        yield from _walk(io.BytesIO(data), kind, path + "/", budget)
    except DamagedFileError as error:
        yield Part(path, error=error)


def _inner_kind(data: bytes, path: str) -> str | None:
    return container_kind(io.BytesIO(data), PurePosixPath(path).suffix.lower())


def _safe_name(name: str) -> str:
    """A name is only ever a name: nothing in it leads out of the container."""
    steps = _DRIVE.sub("", name.replace("\\", "/")).split("/")
    clean = "/".join(step for step in steps if step not in _NOT_NAMES)
    return "".join(char for char in clean if char.isprintable())[-_MAX_NAME_CHARS:] or "_"


def _unused(name: str, used: set[str]) -> str:
    """The name, numbered where the container uses it twice."""
    path, number, free = PurePosixPath(name), 2, name
    while free in used:
        free = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
        number += 1
    used.add(free)
    return free
