"""What the command line writes: JSON lines or sentences on stdout, complaints on stderr."""

import json
import sys
from typing import Any


def emit(record: dict[str, Any]) -> None:
    """One JSON object on one line, flushed so that a reader sees it at once."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def say(text: str) -> None:
    """One line for a person."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """One line on stderr."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
