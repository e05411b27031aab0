"""How well documents were read: pages without text, lost letters, sureness of image reading and of encodings."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ingest.documents import Flag
from vectorstore.database import Database
from vectorstore.records import DocumentState

_BLANKS = "char(9, 10, 13, 32, 160)"
_SQL = f"""
    SELECT document_id, source, title, state, media_type, pages, encoding, encoding_confidence, flags,
      (SELECT json_group_array(number) FROM pages p
        WHERE p.document_no = d.document_no AND trim(p.text, {_BLANKS}) = ''),
      (SELECT coalesce(sum(length(p.text)), 0) FROM pages p WHERE p.document_no = d.document_no),
      CASE WHEN instr(flags, '"garbled"') THEN (SELECT coalesce(sum(b.value ->> 2 - b.value ->> 1), 0)
        FROM pages p, json_each(p.blocks) b WHERE p.document_no = d.document_no
        AND EXISTS (SELECT 1 FROM json_each(b.value, '$[4]') f WHERE f.value = 'garbled')) ELSE 0 END,
      (SELECT count(*) FROM page_scans s WHERE s.document_no = d.document_no),
      (SELECT avg(confidence) FROM page_scans s WHERE s.document_no = d.document_no),
      (SELECT min(confidence) FROM page_scans s WHERE s.document_no = d.document_no)
    FROM documents d WHERE state <> 'removed' ORDER BY document_no DESC"""
"""Newest first."""


@dataclass(frozen=True, slots=True)
class DocumentQuality:
    """How well one document was read."""

    document_id: str
    source: str
    title: str | None
    state: DocumentState
    media_type: str
    pages: int
    encoding: str | None
    encoding_confidence: float | None
    """0 to 1; None for formats that have no say in it, and for documents of earlier versions."""
    flags: frozenset[Flag]
    empty_pages: tuple[int, ...]
    """Numbers of the pages without text, 1-based."""
    characters: int
    garbled_characters: int
    """Of paragraphs that lost letters."""
    image_pages: int
    """Pages read from their image."""
    image_confidence: float | None
    """Mean over those pages, 0 to 1; None without any."""
    lowest_confidence: float | None

    @property
    def garbled_share(self) -> float:
        """Share of the characters that stand in garbled paragraphs, 0 to 1."""
        return self.garbled_characters / self.characters if self.characters else 0.0

    @property
    def is_doubtful(self) -> bool:
        """Whether a person should look at it before quoting it."""
        doubts = {Flag.GARBLED, Flag.LOW_CONFIDENCE, Flag.UNREAD_PAGES}
        return bool(self.empty_pages or self.flags & doubts)


@dataclass(frozen=True, slots=True)
class StoreQuality:
    """The same over all documents."""

    documents: int
    doubtful: int
    pages: int
    empty_pages: int
    characters: int
    garbled_characters: int
    image_pages: int
    image_confidence: float | None
    """Mean over pages read from their image, 0 to 1."""
    encodings: tuple[tuple[str, int], ...]
    """With the number of documents, most first."""
    flags: tuple[tuple[Flag, int], ...]

    @property
    def garbled_share(self) -> float:
        """Share of the characters that stand in garbled paragraphs, 0 to 1."""
        return self.garbled_characters / self.characters if self.characters else 0.0


def document_qualities(database: Database) -> list[DocumentQuality]:
    """Every document that is not removed, newest first."""
    with database.reading() as connection:
        return [_quality(row) for row in connection.execute(_SQL)]


def store_quality(documents: Sequence[DocumentQuality]) -> StoreQuality:
    """Sums over documents."""
    image_pages = sum(one.image_pages for one in documents)
    sure = sum((one.image_confidence or 0.0) * one.image_pages for one in documents)
    return StoreQuality(
        documents=len(documents),
        doubtful=sum(one.is_doubtful for one in documents),
        pages=sum(one.pages for one in documents),
        empty_pages=sum(len(one.empty_pages) for one in documents),
        characters=sum(one.characters for one in documents),
        garbled_characters=sum(one.garbled_characters for one in documents),
        image_pages=image_pages,
        image_confidence=sure / image_pages if image_pages else None,
        encodings=_counted([one.encoding for one in documents if one.encoding]),
        flags=tuple((Flag(flag), count) for flag, count in _counted([flag for one in documents for flag in one.flags])),
    )


def _quality(row: tuple[Any, ...]) -> DocumentQuality:
    document_id, source, title, state, media_type, pages, encoding, encoding_confidence, flags, empty, *counts = row
    return DocumentQuality(
        document_id,
        source,
        title,
        DocumentState(state),
        media_type,
        pages,
        encoding,
        encoding_confidence,
        frozenset(map(Flag, json.loads(flags))),
        tuple(sorted(json.loads(empty))),
        *counts,
    )


def _counted(values: Sequence[str]) -> tuple[tuple[str, int], ...]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
