"""What opening a container yields."""

from dataclasses import dataclass

from ingest.errors import IngestError


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside a container as it is called there, or why it is not taken."""

    name: str
    data: bytes = b""
    error: IngestError | None = None
