"""Outlook messages (.msg): olefile opens the container, properties are read by [MS-OXMSG]."""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from typing import BinaryIO

import olefile

from ingest.errors import ArchiveLimitError, DamagedFileError, IngestError
from ingest.loaders.archive_limits import Budget
from ingest.loaders.compressed_rtf import decompressed_rtf
from ingest.loaders.extracted import Extracted
from ingest.loaders.letters import letter
from ingest.loaders.member import Member
from ingest.loaders.ole import open_ole, stream
from ingest.loaders.rtf import read_rtf
from ingest.loaders.text import read_text

_SUBJECT, _SENDER, _BODY, _HTML, _RTF = "0037", "0C1A", "1000", "1013", "1009"
_DATA, _LONG_NAME, _SHORT_NAME, _CONTENT_ID = "3701", "3707", "3704", "3712"
_ATTACHMENT = "__attach_version1.0_"
_EMBEDDED = "__substg1.0_3701000D"
_SENT = (0x0039, 0x0E06)
_TIME_TYPE = 0x0040
_TOP_HEADER, _EMBEDDED_HEADER, _PROPERTY = 32, 24, 16
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_BOM = b"\xef\xbb\xbf"
_MAX_DEPTH = 5


@dataclass(frozen=True, slots=True)
class _Storage:
    """A place in the container whose streams are properties."""

    ole: olefile.OleFileIO
    path: tuple[str, ...] = ()

    def raw(self, tag: str, kind: str) -> bytes:
        return stream(self.ole, *self.path, f"__substg1.0_{tag}{kind}")

    def text(self, tag: str) -> bytes:
        """A text property as UTF-8 with its mark, or as bytes of unknown encoding."""
        wide = self.raw(tag, "001F").decode("utf-16-le", "replace").rstrip("\0")
        return _BOM + wide.encode() if wide else self.raw(tag, "001E").rstrip(b"\0")

    def words(self, tag: str) -> str:
        """A short text property."""
        data = self.text(tag)
        return data.decode("utf-8-sig") if data.startswith(_BOM) else data.decode("cp1258", "replace")

    def storages(self, start: str) -> list[str]:
        """Names of the storages directly inside."""
        depth = len(self.path)
        names = (entry[depth] for entry in self.ole.listdir(storages=True) if len(entry) > depth)
        return sorted({name for name in names if name.startswith(start)})


def read_msg(data: bytes) -> Extracted:
    """What the message itself says: subject and text; attachments are documents of their own.

    :raises DamagedFileError: If it cannot be read.
    """
    with open_ole(data) as ole:
        storage = _Storage(ole)
        return letter(
            subject=storage.words(_SUBJECT).strip(),
            author=storage.words(_SENDER).strip() or None,
            day=_sent(storage, _TOP_HEADER),
            body=_body(storage),
        )


def msg_members(file: BinaryIO, budget: Budget) -> Iterator[Member]:
    """The attachments of a message; a message inside is written out as one of the standard kind.

    :raises DamagedFileError: If it cannot be read.
    """
    with open_ole(file.read()) as ole:
        yield from _attachments(_Storage(ole), budget)


def _attachments(storage: _Storage, budget: Budget) -> Iterator[Member]:
    names = storage.storages(_ATTACHMENT)
    for index, name in enumerate(names):
        attachment = _Storage(storage.ole, (*storage.path, name))
        shown = (attachment.words(_LONG_NAME) or attachment.words(_SHORT_NAME)).strip() or f"{index + 1}"
        if not budget.next_member():
            limit = budget.limits.max_archive_members
            yield Member(shown, error=ArchiveLimitError(problem="count", limit=limit, left=len(names) - index))
            return
        if _is_shown_inside(attachment, shown):
            continue
        try:
            data = _content(attachment)
            budget.check(len(data))
            budget.spend(len(data))
        except IngestError as error:
            yield Member(shown, error=error)
            continue
        embedded = attachment.ole.exists("/".join((*attachment.path, _EMBEDDED)))
        yield Member(shown if "." in shown or not embedded else f"{shown}.eml", data)


def _is_shown_inside(attachment: _Storage, name: str) -> bool:
    return bool(attachment.words(_CONTENT_ID)) and name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".bmp"))


def _content(attachment: _Storage) -> bytes:
    if not attachment.ole.exists("/".join((*attachment.path, _EMBEDDED))):
        return attachment.raw(_DATA, "0102")
    return _as_eml(_Storage(attachment.ole, (*attachment.path, _EMBEDDED)), 1).as_bytes()


def _as_eml(storage: _Storage, depth: int) -> EmailMessage:
    """A message inside a message, with its own attachments; the same bytes every time, for they name the document."""
    message = EmailMessage()
    message["Subject"] = " ".join(storage.words(_SUBJECT).split())
    if sender := " ".join(storage.words(_SENDER).split()):
        message["X-Sender-Name"] = sender
    if day := _sent(storage, _EMBEDDED_HEADER):
        message["Date"] = format_datetime(datetime.fromisoformat(day).replace(tzinfo=UTC))
    written = _body(storage)
    body = "\n\n".join(page.text for page in written.pages) if written else ""
    message.set_content(body)
    digest = hashlib.sha256(body.encode("utf-8", "replace"))
    for index, name in enumerate(storage.storages(_ATTACHMENT) if depth < _MAX_DEPTH else ()):
        attachment = _Storage(storage.ole, (*storage.path, name))
        shown = (attachment.words(_LONG_NAME) or attachment.words(_SHORT_NAME)).strip() or f"{index + 1}"
        if attachment.ole.exists("/".join((*attachment.path, _EMBEDDED))):
            inside = _as_eml(_Storage(attachment.ole, (*attachment.path, _EMBEDDED)), depth + 1)
            digest.update(inside.as_bytes())
            message.add_attachment(inside)
        else:
            data = attachment.raw(_DATA, "0102")
            digest.update(data)
            message.add_attachment(data, maintype="application", subtype="octet-stream", filename=shown)
    if message.is_multipart():
        message.set_boundary(f"=_{digest.hexdigest()}")  # left alone, it is drawn by lot
    return message


def _body(storage: _Storage) -> Extracted | None:
    """The message's own text, in the first form that holds any: plain, HTML, compressed RTF."""
    if (plain := storage.text(_BODY)).strip():
        return read_text(plain)
    if (rich := _html_of(storage)).strip():
        # its library takes long to import, and most files are no letters
        from ingest.loaders.html import read_html  # noqa: PLC0415

        return read_html(rich)
    packed = storage.raw(_RTF, "0102")
    return read_rtf(decompressed_rtf(packed)) if packed.strip(b"\0") else None


def _html_of(storage: _Storage) -> bytes:
    return storage.raw(_HTML, "0102").rstrip(b"\0") or storage.text(_HTML)


def _sent(storage: _Storage, header: int) -> str | None:
    properties = stream(storage.ole, *storage.path, "__properties_version1.0")
    found: dict[int, int] = {}
    for at in range(header, len(properties) - _PROPERTY + 1, _PROPERTY):
        kind, tag, _, value = struct.unpack_from("<HHIQ", properties, at)
        if kind == _TIME_TYPE and tag in _SENT:
            found[tag] = value
    for tag in _SENT:
        if tag in found:
            try:
                return (_EPOCH + timedelta(microseconds=found[tag] // 10)).date().isoformat()
            except OverflowError as error:
                raise DamagedFileError(problem="date") from error
    return None
