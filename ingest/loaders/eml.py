"""Messages (.eml) and saved pages (.mhtml) through the standard library's email package."""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from typing import BinaryIO

from ingest.errors import ArchiveLimitError, DamagedFileError, EmptyFileError, IngestError
from ingest.loaders.archive_limits import Budget
from ingest.loaders.extracted import Extracted
from ingest.loaders.letters import letter
from ingest.loaders.member import Member
from ingest.loaders.text import read_text

_FAILURES = (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError)
_HTML = "text/html"
_BOM = b"\xef\xbb\xbf"


def read_eml(data: bytes) -> Extracted:
    """What the message itself says: subject and text; attachments are documents of their own.

    :raises DamagedFileError: If its structure cannot be followed.
    """
    message = _parsed(data)
    try:
        body = message.get_body(preferencelist=("plain", "html"))
        return letter(
            subject=str(message.get("Subject", "")).strip(),
            author=_author(message),
            day=_day(message),
            body=_body(body) if body is not None else None,
        )
    except _FAILURES as error:
        raise DamagedFileError(problem=type(error).__name__) from error


def read_mhtml(data: bytes) -> Extracted:
    """The page a browser or Office program saved with its pictures; those are left out.

    :raises DamagedFileError: If there is no page in it.
    """
    for part in _parsed(data).walk():
        if part.get_content_type() == _HTML:
            return _body(part)
    raise DamagedFileError(problem="no_page")


def eml_members(file: BinaryIO, budget: Budget) -> Iterator[Member]:
    """The attachments of a message, pictures shown in its text left out.

    :raises DamagedFileError: If its structure cannot be followed.
    """
    message = _parsed(file.read())
    try:
        attachments = [part for part in message.iter_attachments() if not _is_shown_inside(part)]
    except _FAILURES as error:
        raise DamagedFileError(problem=type(error).__name__) from error
    for number, part in enumerate(attachments, 1):
        name = _name(part, number)
        if not budget.next_member():
            left = len(attachments) - number + 1
            yield Member(
                name, error=ArchiveLimitError(problem="count", limit=budget.limits.max_archive_members, left=left)
            )
            return
        yield _member(part, name, budget)


def _member(part: MIMEPart, name: str, budget: Budget) -> Member:
    try:
        data = _content(part)
        budget.check(len(data))
        budget.spend(len(data))
    except IngestError as error:
        return Member(name, error=error)
    except _FAILURES as error:
        return Member(name, error=DamagedFileError(problem=type(error).__name__))
    return Member(name, data)


def _parsed(data: bytes) -> EmailMessage:
    if not data.strip():
        raise EmptyFileError
    try:
        return email.message_from_bytes(data.removeprefix(_BOM), policy=email.policy.default)
    except _FAILURES as error:
        raise DamagedFileError(problem=type(error).__name__) from error


def _content(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        return inner[0].as_bytes() if isinstance(inner, list) and isinstance(inner[0], EmailMessage) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _name(part: MIMEPart, number: int) -> str:
    extension = ".eml" if part.get_content_type() == "message/rfc822" else ""
    name = part.get_filename() or f"{number}{extension}"
    return name if "." in name else name + extension


def _is_shown_inside(part: MIMEPart) -> bool:
    return part.get_content_maintype() == "image" and bool(part.get("Content-ID")) and not part.is_attachment()


def _body(part: MIMEPart) -> Extracted:
    if part.get_content_type() != _HTML:
        return read_text(_in_unicode(part))
    # its library takes long to import, and most files are no letters
    from ingest.loaders.html import read_html  # noqa: PLC0415

    return read_html(_in_unicode(part))


def _in_unicode(part: MIMEPart) -> bytes:
    """The text of a part by its declared charset where that decodes; else as it is, to be found out."""
    raw = _content(part)
    charset = part.get_content_charset()
    if charset and charset not in {"us-ascii", "iso-8859-1", "windows-1252"}:
        try:
            return _BOM + raw.decode(charset).encode()
        except (LookupError, UnicodeDecodeError):
            pass
    return raw


def _author(message: EmailMessage) -> str | None:
    sender = message.get("From")
    addresses = getattr(sender, "addresses", ())
    return next((one.display_name or None for one in addresses), None)


def _day(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None
