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


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """Everything ingestion can be told."""

    chunking: ChunkingSettings = field(default_factory=ChunkingSettings)
    limits: IngestLimits = field(default_factory=IngestLimits)
