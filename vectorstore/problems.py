"""A finding about the data folder, and what is looked at to find it."""

from dataclasses import dataclass, field
from enum import StrEnum

from ingest.errors import Detail
from vectorstore.database import Database
from vectorstore.indexing import IndexPair
from vectorstore.reconciling import Parts
from vectorstore.runs import Runs
from vectorstore.settings import StoreSettings


class ProblemCode(StrEnum):
    """What can be wrong."""

    CATALOGUE_DAMAGED = "catalogue_damaged"
    WORK_PENDING = "work_pending"
    ROWS_ORPHANED = "rows_orphaned"
    """Rows that point to a row that is not there."""
    ROWS_MISCOUNTED = "rows_miscounted"
    """A document whose pages or chunks are not as many as it says."""
    CHUNK_TEXT = "chunk_text"
    """A chunk that is not the slice of its page."""
    INDEX_SIZE = "index_size"
    INDEX_CONTENT = "index_content"
    """An index lacks chunks, or holds unknown ones."""
    INDEX_OWNER = "index_owner"
    """An index files chunks under another document, or twice."""
    VECTOR_ROWS = "vector_rows"
    """The exact mirror of the vectors differs from Chroma."""
    VECTOR_CODES = "vector_codes"
    """Codes of the mirror are not those of its vectors."""
    PASSAGE_RECORDS = "passage_records"
    """What the second stage reads of passages is not what their text gives."""
    ORIGINAL_MISSING = "original_missing"
    ORIGINAL_ALTERED = "original_altered"
    ORIGINAL_ORPHANED = "original_orphaned"
    """A kept file that no document came from."""
    LEFTOVER = "leftover"
    """Something an interrupted step left behind."""
    FILE_TWO_OUTCOMES = "file_two_outcomes"
    FILE_NO_OUTCOME = "file_no_outcome"


@dataclass(frozen=True, slots=True)
class StoreProblem:
    """One finding; ``details`` name where."""

    code: str
    details: dict[str, Detail] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{name}={value}" for name, value in self.details.items())


@dataclass(frozen=True, slots=True)
class Checked:
    """The parts of an open store."""

    settings: StoreSettings
    database: Database
    parts: Parts
    pair: IndexPair
    runs: Runs
