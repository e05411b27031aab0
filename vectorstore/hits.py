"""What the store gives back: filters in, scored chunks and passages out."""

from dataclasses import dataclass

from ingest.documents import Flag


@dataclass(frozen=True, slots=True)
class Filters:
    """Restrictions on documents; an empty field restricts nothing, several fields are joined by "and"."""

    year_from: int | None = None
    year_to: int | None = None
    units: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    document_ids: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != Filters()


@dataclass(frozen=True, slots=True)
class ScoredChunk:
    """One entry of one index's ranked list; the best comes first, higher is better."""

    chunk_id: str
    score: float


@dataclass(frozen=True, slots=True)
class Successor:
    """A newer document that says it replaces or repeals another, or carries its number and a later day."""

    document_id: str
    source: str
    title: str | None
    type: str | None
    number: str | None
    date: str | None
    kind: str
    """``RelationKind`` replaces or repeals, or ``same_number.NEWER_COPY``."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk with what a citation needs of its document."""

    chunk_id: str
    document_id: str
    ordinal: int
    source: str
    title: str | None
    date: str | None
    year: int | None
    unit: str | None
    type: str | None
    page: int
    char_start: int
    char_end: int
    text: str
    heading_path: tuple[str, ...]
    flags: frozenset[Flag]
    media_type: str
    number: str | None = None
    """Number and symbol of its document."""
    replaced_by: Successor | None = None
