"""What a Document and a Chunk are: plain frozen values every later stage shares."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from ingest.card.values import IdentityCard

PartKey: TypeAlias = int | str
"""Names a document inside its file: line of a .jsonl, or member of an archive or message."""

PIPELINE_VERSION = 2
"""Raised when chunking or cleaning changes what a chunk contains; part of every chunk id."""


COLUMN_NAMES_LEVEL = 6
"""A header row kept as it is written is a heading of this level over its rows; a second one is a level below it."""


class BlockKind(StrEnum):
    """What a stretch of a page is. BOILERPLATE stays in the stored text but is never chunked."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


class Flag(StrEnum):
    """A property that travels from the text to every citation of it."""

    GARBLED = "garbled"
    """Letters were lost before the text reached us ("hỏng chữ")."""
    SAMPLE = "sample"
    """A sample document shipped with the project."""
    OCR = "ocr"
    """The page was read from an image."""
    LOW_CONFIDENCE = "low_confidence"
    """Read from an image so poor that a word in ten may be wrong."""
    UNREAD_PAGES = "unread_pages"
    """Some page of the document is an image that could not be read; what it says is missing."""
    INTERNAL = "internal"
    """Its head says that it is for internal circulation; no grade of secrecy."""
    MASKED = "masked"
    """Personal identifiers in it are covered; only the original shows them."""
    INSTRUCTION_LIKE = "instruction_like"
    """It speaks to a language model; it is shown as it stands and never sent to one."""


PAGE_FLAGS = frozenset({Flag.GARBLED, Flag.OCR, Flag.LOW_CONFIDENCE, Flag.INSTRUCTION_LIKE})
"""Flags of a stretch of text: in a document's own flags they only say that there is such a stretch somewhere."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something about how a file was read that its owner should know; the code keys a Vietnamese sentence."""

    code: str
    details: tuple[tuple[str, str | int | float], ...] = ()
    """Fill the blanks of the sentence."""


@dataclass(frozen=True, slots=True)
class RawSpan:
    """A structure hint of a loader over the raw text of its page: [start, end) is of this kind."""

    start: int
    end: int
    kind: BlockKind
    level: int | None = None
    """1-based heading level, where the format says it."""


@dataclass(frozen=True, slots=True)
class WordBox:
    """Where a word of a scanned page stands: characters [start, end) of the page's text, and its box."""

    start: int
    end: int
    left: float
    """Fractions of the page as it is shown, 0 to 1, from its upper left corner; the others likewise."""
    top: float
    right: float
    bottom: float
    confidence: float
    """What the reader of the image thinks of the word, 0 to 1."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """One page as the loader read it, before any cleaning. Formats without pages have one page."""

    number: int
    text: str
    spans: tuple[RawSpan, ...] = ()
    words: tuple[WordBox, ...] = ()
    """Only of pages read from an image; characters of ``text``, in order."""
    ocr_confidence: float | None = None
    """Mean confidence of the words weighted by their length, 0 to 1; None where the text is the file's own."""
    unread: bool = False
    """The page is an image that could not be read; ``text`` is what little the file itself says, if anything."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The identity card. None means the text does not say it; nothing here is guessed."""

    title: str | None = None
    date: str | None = None
    """ISO 8601 day of issue or publication."""
    year: int | None = None
    """The year the document is about or from, where the text says it."""
    unit: str | None = None
    """The organisation that speaks, as written, e.g. the Union of a province."""
    type: str | None = None
    """Vietnamese name of the document type."""
    author: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What a loader returns: raw pages and what the file itself declares."""

    source: str
    """File name as ingested; for a .jsonl record its id."""
    content_sha256: str
    """SHA-256 of the bytes the document came from (the record's line for .jsonl)."""
    media_type: str
    pages: tuple[RawPage, ...]
    declared: Metadata = Metadata()
    """Values stated by the container (jsonl fields, HTML <title>, …); these win over the text."""
    encoding: str | None = None
    """The text encoding decided on, for formats that have one."""
    record_line: int | None = None
    """1-based line within its .jsonl."""
    encoding_confidence: float | None = None
    """How sure that encoding is, 0 to 1; None for formats that have no say in it."""
    notes: tuple[Note, ...] = ()
    aside: tuple[str, ...] = ()
    """Lines beside the text, such as running heads and stamps: only looked at for marks, never stored."""
    member: str | None = None
    """Path inside the archive or message it came in, "" for a message's own text; None for a file by itself."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of stored text: cleaned, NFC; every offset in the system counts characters of it."""

    number: int
    """1-based."""
    text: str
    words: tuple[WordBox, ...] = ()
    """Only of pages read from an image, and only while the document is taken in: the store keeps them apart."""
    ocr_confidence: float | None = None
    """0 to 1; None where the text is the file's own."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one page's stored text with its role. Blocks of a page are ordered and disjoint."""

    kind: BlockKind
    page: int
    char_start: int
    char_end: int
    level: int | None = None
    flags: frozenset[Flag] = frozenset()


@dataclass(frozen=True, slots=True)
class Document:
    """A document read, cleaned and structured, ready to be chunked and catalogued."""

    document_id: str
    """First 16 hex digits of the SHA-256 of the bytes it came from."""
    content_sha256: str
    source: str
    media_type: str
    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    metadata: Metadata
    flags: frozenset[Flag] = frozenset()
    encoding: str | None = None
    record_line: int | None = None
    encoding_confidence: float | None = None
    notes: tuple[Note, ...] = ()
    member: str | None = None
    masked: tuple[tuple[str, int], ...] = ()
    """Kinds of covered identifiers (ingest.sensitive.Identifier) with their counts."""
    card: IdentityCard = field(default_factory=IdentityCard)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A citable, searchable stretch of one page; ``text == page.text[char_start:char_end]``."""

    chunk_id: str
    document_id: str
    ordinal: int
    """0-based position in the document."""
    page: int
    char_start: int
    char_end: int
    text: str
    heading_path: tuple[str, ...] = ()
    flags: frozenset[Flag] = field(default_factory=frozenset)


def document_id_of(content_sha256: str) -> str:
    """The document id: first 16 hex digits of the content hash."""
    return content_sha256[:16]


def chunk_id_of(document_id: str, page: int, char_start: int, char_end: int) -> str:
    """The chunk id: hash of document, place and pipeline version, 16 hex digits."""
    key = f"{document_id}:{page}:{char_start}:{char_end}:{PIPELINE_VERSION}"
    return hashlib.sha256(key.encode()).hexdigest()[:16]
