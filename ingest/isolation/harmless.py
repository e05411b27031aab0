"""Telling by its head what a file needs: a process of its own, or none; a look inside before it is read."""

from pathlib import Path

from ingest.loaders.signatures import ZIP_MAGIC, detect_format, mail_kind

_RECORDS = ".jsonl"
_SUFFIXES = frozenset({".txt", ".md", _RECORDS})
_MAX_BYTES = 64 * 1024
"""Read and cut up in some 50 ms, whatever it says; starting a process takes half a second."""
_MAX_RECORDS_BYTES = 8 * _MAX_BYTES
"""The same of a file of records, none of which is longer than that."""
_HEAD_BYTES = 4096
_CONTAINERS = frozenset({".zip", ".eml", ".msg"})
_OFFICE = frozenset({".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".pptx", ".ppsx", ".pptm"})
_CONTROLS = bytes(range(9)) + bytes(range(14, 27))


def is_harmless(path: Path) -> bool:
    """Whether the file is short, called a text, and made of nothing but text as far as its bytes show.

    One that is missing or may not be opened is harmless too: saying so takes no time.
    """
    try:
        if not path.is_file():
            return True
        suffix = path.suffix.lower()
        limit = _MAX_RECORDS_BYTES if suffix == _RECORDS else _MAX_BYTES
        if suffix not in _SUFFIXES or path.stat().st_size > limit:
            return False
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError):
        return True
    plain = detect_format(data) is None and mail_kind(data[:_HEAD_BYTES]) is None
    short = len(data) <= limit and max(map(len, data.split(b"\n"))) <= _MAX_BYTES
    return plain and short and len(data.translate(None, _CONTROLS)) == len(data)


def may_hold_files(path: Path) -> bool:
    """Whether the file may be an archive or a message with attachments; documents of Office are zip archives too."""
    suffix = path.suffix.lower()
    try:
        if not path.is_file():  # a pipe would be waited on for ever
            return False
        if suffix in _CONTAINERS:
            return True
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except (OSError, ValueError):
        return False
    if head.startswith(ZIP_MAGIC):
        return suffix not in _OFFICE
    return mail_kind(head) is not None
