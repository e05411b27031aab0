"""Telling the files that need no process of their own: short plain text."""

from pathlib import Path

from ingest.loaders.signatures import detect_format

_SUFFIXES = frozenset({".txt", ".md", ".jsonl"})
_MAX_BYTES = 64 * 1024
"""Read and cut up in some 50 ms, whatever it says; starting a process takes half a second."""
_CONTROLS = bytes(range(9)) + bytes(range(14, 27))


def is_harmless(path: Path) -> bool:
    """Whether the file is short, called a text, and made of nothing but text as far as its bytes show.

    One that is missing or may not be opened is harmless too: saying so takes no time.
    """
    try:
        if not path.is_file():
            return True
        if path.suffix.lower() not in _SUFFIXES or path.stat().st_size > _MAX_BYTES:
            return False
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
    except (OSError, ValueError):
        return True
    return len(data) <= _MAX_BYTES and detect_format(data) is None and len(data.translate(None, _CONTROLS)) == len(data)
