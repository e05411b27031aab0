"""What passes between the application and a reading process: frames of one kind byte, a length and a pickle.

Nothing here is foreign: both ends are this program. Documents stay pickled until they are wanted, so that a queue of
them is compact and counted in bytes.
"""

import pickle
import struct
from dataclasses import dataclass
from enum import Enum, IntEnum
from pathlib import Path
from typing import IO, Any

from ingest.documents import PartKey
from ingest.isolation.plain_pickles import pickled
from ingest.settings import IngestSettings

_HEAD = struct.Struct("<BQ")


class Kind(IntEnum):
    """What a frame holds."""

    READY = 0
    """None: the process has started and waits for its first file."""
    PAGES = 1
    """Pages read and pages of the document."""
    ITEMS = 2
    """A list of Prepared and Rejected."""
    END = 3
    """None: the file is read."""
    ERROR = 4
    """An IngestError that ended the file; the process ends too."""
    DIGESTS = 5
    """A list of keys and SHA-256 of documents, as ``content_digests`` tells them."""
    DRAWN = 6
    """What a Drawing asked for; None where the page cannot be drawn."""


class Task(Enum):
    """What is to be done with a file."""

    READ = "read"
    READ_ONE_BY_ONE = "read_one_by_one"
    """Send every document at once, so that a crash tells which one caused it."""
    DIGEST = "digest"
    """Only hash the documents."""
    DRAW = "draw"
    """Draw one page for a person to look at."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """Which page, 1-based, of a file of that media type: as PNG of ``dpi``, or what is known of it (DrawnPage)."""

    media_type: str
    page: int
    dpi: int | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read."""

    path: Path
    settings: IngestSettings
    skip: frozenset[PartKey] = frozenset()
    """Lines of a .jsonl or members of a container to pass over."""
    silence_s: float = 120.0
    """The process ends itself when it was silent for much longer: then nobody is left to end it."""
    task: Task = Task.READ
    drawing: Drawing | None = None
    """What a Task.DRAW draws."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame as it came; ``value`` unpickles it."""

    kind: Kind
    payload: bytes

    def value(self) -> Any:  # noqa: ANN401  what a pickle holds is told by its kind
        """The object inside."""
        return pickle.loads(self.payload)


def write_frame(target: IO[bytes], kind: Kind, value: object) -> None:
    """Send one frame.

    :raises OSError: nobody listens any more.
    """
    payload = pickled(value)
    target.write(_HEAD.pack(kind, len(payload)))
    target.write(payload)
    target.flush()


def read_frame(source: IO[bytes]) -> Frame:
    """Wait for the next frame.

    :raises EOFError: the other end is gone, perhaps in the middle of a frame.
    """
    kind, length = _HEAD.unpack(_exactly(source, _HEAD.size))
    return Frame(Kind(kind), _exactly(source, length))


def _exactly(source: IO[bytes], count: int) -> bytes:
    data = source.read(count)
    if len(data) != count:
        raise EOFError
    return data
