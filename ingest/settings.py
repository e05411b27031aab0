"""Limits and budgets of ingestion."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ChunkingSettings:
    """Budgets of a chunk, in characters of stored text."""

    target_chars: int = 900
    """Blocks are joined up to about this size; 900 is the size retrieval was measured with."""
    max_chars: int = 1400
    """A block above this is cut at sentence ends."""


@dataclass(frozen=True, slots=True)
class IngestLimits:
    """Above these a file is refused whole."""

    max_text_bytes: int = 50 * 2**20
    """Plain text, Markdown, HTML."""
    max_binary_bytes: int = 200 * 2**20
    """PDF and Word."""
    max_record_bytes: int = 20 * 2**20
    """One line of a .jsonl; the file itself has no limit, it is read line by line."""
    max_archive_bytes: int = 2 * 2**30
    """What is inside an archive or message, unpacked, all levels together."""
    max_archive_members: int = 10_000
    max_archive_depth: int = 4
    """1: nothing inside is opened further."""
    max_archive_ratio: int = 200
    """Unpacked to packed, of a member above 10 MB."""


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What the process that reads a file may take; a file that takes more is given up."""

    silence_s: float = 120.0
    """Longest time without a page, a record or a document."""
    silence_s_per_mb: float = 3.0
    """And this much more for every megabyte of the file."""
    document_s: float = 4 * 3600.0
    """Longest time for one document: a thousand scanned pages."""
    memory_mb: int = 2048
    max_pages: int = 10_000


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """Everything ingestion can be told."""

    chunking: ChunkingSettings = field(default_factory=ChunkingSettings)
    limits: IngestLimits = field(default_factory=IngestLimits)
    reading: ReadingLimits = field(default_factory=ReadingLimits)
    reviewed: frozenset[str] = frozenset()
    """SHA-256 of files that a person has looked at: no secrets, in spite of what may be a stamp."""
    all_reviewed: bool = False
    """A person vouches for every file of this run."""
    workers: int = 0
    """Processes that read files at the same time; 0: one fewer than the processor has cores, at least one."""
