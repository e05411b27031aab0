"""What the source viewer shows for an address, gathered from the services; no HTTP here."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.passage_citation import cite
from assistant.citation_text import reference
from assistant.model import Citation
from assistant.services import Services
from assistant.ui.addresses import source_address
from assistant.ui.page_picture_html import ZOOMS, Picture
from assistant.ui.source_panel import Place, SourceCard, garbled_at, nearest_page, panel_html
from assistant.ui.viewer_html import Viewer, ViewerNote
from assistant.ui_texts_vi import source_panel as texts
from assistant.viewing.quote_place import MAX_KEY_CHARS, Kept, QuotePlace, place_quote, quote_key
from ingest.documents import Flag, Page
from ingest.scanned import LOW_CONFIDENCE
from ingest.text.legacy_tables import UNICODE
from vectorstore.records import DocumentRecord

MAX_CITATIONS = 40
_NUMBER = re.compile(r"[0-9]{1,9}")
_CITATION = re.compile(r"([0-9a-f]{16})\.([0-9]{1,6})\.([0-9]{1,9})\.([0-9]{1,9})")
_AS_TEXT = "chu"


@dataclass(frozen=True, slots=True)
class SourceRequest:
    """An address of the viewer, read."""

    document_id: str
    place: Place
    key: str = ""
    """First and last words of the quote, to find it again."""
    as_text: bool = False
    zoom: int = ZOOMS[0]
    citations: tuple[tuple[str, Place], ...] = ()
    """The other citations of the same answer, in order."""


def read_request(document_id: str, query: dict[str, str]) -> SourceRequest:
    """The parameters of an address: trang, tu, den, q, xem, phong, ds.

    :raises ValueError: If a page or a place is no number.
    """
    numbers = [_number(query.get(name, "")) for name in ("trang", "tu", "den")]
    zoom = query.get("phong", "")
    return SourceRequest(
        document_id,
        Place(numbers[0] or 1, numbers[1], numbers[2]),
        query.get("q", "")[:MAX_KEY_CHARS],
        query.get("xem", "") == _AS_TEXT,
        int(zoom) if zoom.isascii() and zoom.isdigit() and int(zoom[:9]) in ZOOMS else ZOOMS[0],
        _citations(query.get("ds", "")),
    )


def source_html(services: Services, record: DocumentRecord, request: SourceRequest) -> tuple[str, str]:
    """The viewer's content and its title."""
    pages = services.pages(record.document_id)
    quoted = place_quote(pages, request.place.page, request.place.span, request.key)
    start, end = quoted.span or (None, None)
    place = Place(quoted.page, start, end)
    page = nearest_page(pages, place.page)
    card = _card(services, record, place)
    viewer = Viewer() if page is None else _viewer(services, record, request, quoted, page)
    return panel_html(card, pages, place, viewer), card.title


def _number(value: str) -> int | None:
    if not value:
        return None
    if not _NUMBER.fullmatch(value):
        raise ValueError("no number")
    return int(value)


def _citations(listed: str) -> tuple[tuple[str, Place], ...]:
    found = [_CITATION.fullmatch(item) for item in listed.split(",")[:MAX_CITATIONS]]
    return tuple((one[1], Place(int(one[2]), int(one[3]), int(one[4]))) for one in found if one)


def _card(services: Services, record: DocumentRecord, place: Place) -> SourceCard:
    return SourceCard(
        document_id=record.document_id,
        source=record.source,
        metadata=record.metadata,
        media_type=record.media_type,
        flags=record.flags,
        has_original=services.original(record.document_id) is not None,
        garbled_here=garbled_at(services.store.blocks(record.document_id), place),
    )


def _viewer(
    services: Services, record: DocumentRecord, request: SourceRequest, quoted: QuotePlace, page: Page
) -> Viewer:
    span = quoted.span if page.number == quoted.page else None
    restricted = services.is_restricted(record.document_id)
    picture = None if restricted else _picture(services, record, page, span, request.zoom)
    unboxed = span is not None and picture is not None and not picture.boxes
    notes = [*_quote_notes(quoted), *_reading_notes(services, record, page, span)]
    if unboxed:
        notes.append(ViewerNote(texts.VIEW_NOT_BOXED))
    if restricted:
        notes.append(ViewerNote(texts.VIEW_RESTRICTED))
    quote = page.text[slice(*span)] if span else ""
    citations, at = _steps(request)
    return Viewer(
        picture,
        request.as_text or unboxed,
        tuple(notes),
        _reference(services, record, page, span),
        source_address(record.document_id, page.number, *(span or (None, None)), key=quote_key(quote)),
        citations,
        at,
    )


def _picture(
    services: Services, record: DocumentRecord, page: Page, span: tuple[int, int] | None, zoom: int
) -> Picture | None:
    drawn = services.viewing.page(record.document_id, page.number)
    if drawn is None:
        return None
    boxes = services.viewing.boxes(record.document_id, page, span) if span else ()
    return Picture(record.document_id, page.number, drawn.width, drawn.height, boxes, zoom)


def _quote_notes(quoted: QuotePlace) -> Sequence[ViewerNote]:
    if quoted.kept is Kept.MOVED:
        return [ViewerNote(texts.VIEW_MOVED.format(page=quoted.page))]
    return [ViewerNote(texts.VIEW_LOST, warns=True)] if quoted.kept is Kept.LOST else []


def _reading_notes(
    services: Services, record: DocumentRecord, page: Page, span: tuple[int, int] | None
) -> Sequence[ViewerNote]:
    """How the words came to us, where that may have cost letters."""
    notes = []
    sure = services.viewing.confidence(record.document_id, page.number, span) if span else page.ocr_confidence
    if page.ocr_confidence is not None:
        sure = page.ocr_confidence if sure is None else sure
        low = sure < LOW_CONFIDENCE
        sentence = texts.VIEW_OCR_LOW if low else texts.VIEW_OCR
        notes.append(ViewerNote(sentence.format(percent=round(100 * sure)), warns=low))
    old = [name for name in (record.encoding or "").split("+") if name in texts.OLD_ENCODINGS and name != UNICODE]
    if old:
        names = ", ".join(texts.OLD_ENCODINGS[name] for name in old)
        notes.append(ViewerNote(texts.VIEW_OLD_ENCODING.format(names=names)))
    if Flag.UNREAD_PAGES in record.flags and not page.text.strip():
        notes.append(ViewerNote(texts.VIEW_UNREAD, warns=True))
    return notes


def _reference(services: Services, record: DocumentRecord, page: Page, span: tuple[int, int] | None) -> str:
    """The place as reports name it, with the section it stands in."""
    start, end = span or (0, 0)
    chunks = [
        chunk
        for chunk in services.store.chunks_of(record.document_id)
        if chunk.page == page.number and chunk.char_start <= start < max(chunk.char_end, chunk.char_start + 1)
    ]
    passages = services.store.passages([chunk.chunk_id for chunk in chunks[:1]])
    card = record.metadata
    for passage in passages.values():
        found = cite(passage, 1, 0, 0)
        return reference(found if span else replace(found, heading_path=()))
    return reference(
        Citation(
            1,
            record.document_id,
            record.source,
            card.title,
            page.number,
            start,
            end,
            page.text[start:end],
            date=card.date,
            unit=card.unit,
            type=card.type,
        )
    )


def _steps(request: SourceRequest) -> tuple[tuple[str, ...], int]:
    """Addresses of the answer's citations, and which of them this one is; none where this is none of them."""
    listed = ",".join(f"{one}.{place.page}.{place.char_start}.{place.char_end}" for one, place in request.citations)
    here = (request.document_id, request.place)
    if here not in request.citations:
        return (), 0
    addresses = tuple(
        source_address(one, place.page, place.char_start, place.char_end) + f"&ds={listed}"
        for one, place in request.citations
    )
    return addresses, request.citations.index(here)
