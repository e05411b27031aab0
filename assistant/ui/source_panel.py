"""The source panel: one page of stored text with the quoted characters marked, as a fragment or a whole page."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from assistant.citation_text import vietnamese_date
from assistant.ui.addresses import PDF, STATIC_PATH, card_address, original_address, source_address
from assistant.ui.citation_html import flags_html
from assistant.ui.viewer_html import Viewer, foot_html, notes_html, sheet_html, steps_html, tools_html
from assistant.ui_texts_vi import card as card_texts
from assistant.ui_texts_vi import chat as chat_texts
from assistant.ui_texts_vi import page as page_texts
from assistant.ui_texts_vi import source_panel as texts
from ingest.documents import Block, Flag, Metadata, Page

CONTEXT_CHARS = 6000
"""Characters shown on each side of the quote: about two printed pages; a text file can be one page of 60 MB."""

_TEXT_ONLY = Viewer()


@dataclass(frozen=True, slots=True)
class Place:
    """What is looked at: a page of a document and, if a quote is meant, its characters."""

    page: int
    char_start: int | None = None
    char_end: int | None = None

    @property
    def span(self) -> tuple[int, int] | None:
        """The characters to mark; None where there are none."""
        if self.char_start is None or self.char_end is None or self.char_end <= self.char_start:
            return None
        return self.char_start, self.char_end


@dataclass(frozen=True, slots=True)
class SourceCard:
    """The identity card shown above the text."""

    document_id: str
    source: str
    metadata: Metadata
    media_type: str
    flags: frozenset[Flag]
    has_original: bool
    garbled_here: bool = False
    """The quoted characters themselves lost letters, not just some paragraph of the document."""

    @property
    def title(self) -> str:
        """The title, or the file name."""
        return self.metadata.title or self.source or chat_texts.UNTITLED


def panel_html(card: SourceCard, pages: Sequence[Page], place: Place, viewer: Viewer = _TEXT_ONLY) -> str:
    """The panel's content; a page number outside the document shows its nearest page."""
    page = nearest_page(pages, place.page)
    span = place.span if page is not None and page.number == place.page else None
    body = "" if page is None else "".join(_paragraphs(page.text, span))
    pager = _page_links(card, pages, page, brief=viewer.picture is not None)
    identity = _card(card, page)
    if viewer.picture is not None:  # the page needs the room
        identity = f'<details class="tl-more"><summary>{_in_a_line(card, page)}</summary>{identity}</details>'
    kind = "tl-source tl-pictured" if viewer.picture else "tl-source"
    hidden = "" if viewer.shows_text else " hidden"
    return (
        f'<article class="{kind}" data-document="{escape(card.document_id)}">'
        f'<h2 class="tl-source-title" tabindex="-1">{escape(card.title)}</h2>{identity}'
        f"{_garbled(card)}{notes_html(viewer)}{steps_html(viewer)}{tools_html(viewer, pager)}{sheet_html(viewer)}"
        f'<div class="tl-source-text" data-view-part="text" tabindex="0" lang="vi"{hidden}>{body}</div>'
        f"{'' if viewer.picture else pager}{_actions(card, page, viewer)}</article>"
    )


def _in_a_line(card: SourceCard, page: Page | None) -> str:
    parts = (
        card.metadata.type,
        card.metadata.unit,
        vietnamese_date(card.metadata.date),
        chat_texts.PAGE.format(page=page.number) if page else None,
    )
    return " · ".join(escape(part) for part in parts if part)


def missing_html(sentence: str) -> str:
    """The panel when there is nothing to show."""
    return f'<article class="tl-source"><p class="tl-warning" role="alert">{escape(sentence)}</p></article>'


def page_html(title: str, content: str) -> str:
    """A whole page around the panel's content, for an address opened on its own."""
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f"<title>{escape(title)} – {page_texts.TITLE}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="/favicon.ico"><link rel="stylesheet" href="{STATIC_PATH}/app.css">'
        f'<link rel="stylesheet" href="{STATIC_PATH}/viewer.css"><script src="{STATIC_PATH}/viewer.js"></script></head>'
        f'<body class="tl-standalone"><header><a href="/">{page_texts.TITLE}</a></header>'
        f'<main class="tl-viewer">{content}</main></body></html>'
    )


def nearest_page(pages: Sequence[Page], number: int) -> Page | None:
    """The page of that number, or the one nearest to it."""
    return min(pages, key=lambda page: abs(page.number - number), default=None)


def _card(card: SourceCard, page: Page | None) -> str:
    fields = (
        (texts.FIELD_TYPE, card.metadata.type),
        (texts.FIELD_DATE, vietnamese_date(card.metadata.date)),
        (
            texts.FIELD_YEAR,
            None if card.metadata.date or not card.metadata.year else str(card.metadata.year),
        ),
        (texts.FIELD_UNIT, card.metadata.unit),
        (texts.FIELD_PAGE, str(page.number) if page else None),
        (texts.FIELD_SOURCE, card.source),
    )
    rows = "".join(
        f"<div{' data-named' if name == texts.FIELD_PAGE else ''}><dt>{name}</dt><dd>{escape(value)}</dd></div>"
        for name, value in fields
        if value
    )
    flags = f'<p class="tl-source-flags">{flags_html(card.flags)}</p>' if card.flags else ""
    return f'<dl class="tl-card">{rows}</dl>{flags}'


def _garbled(card: SourceCard) -> str:
    if card.garbled_here:
        return f'<p class="tl-warning">{texts.PANEL_GARBLED_HERE}</p>'
    return f'<p class="tl-hint">{texts.PANEL_GARBLED}</p>' if Flag.GARBLED in card.flags else ""


def garbled_at(blocks: Sequence[Block], place: Place) -> bool:
    """Whether the place touches a block that lost letters."""
    span = place.span
    return span is not None and any(
        Flag.GARBLED in block.flags
        for block in blocks
        if block.page == place.page and block.char_start < span[1] and span[0] < block.char_end
    )


def _actions(card: SourceCard, page: Page | None, viewer: Viewer) -> str:
    whole = f'<a class="tl-button" href="{escape(card_address(card.document_id))}" data-page>{card_texts.CARD}</a>'
    if not card.has_original:
        return (
            f'<p class="tl-hint">{texts.PANEL_NO_ORIGINAL}</p>'
            f'<div class="tl-source-foot">{whole}{foot_html(viewer)}</div>'
        )
    number = page.number if page else 1
    label = texts.PANEL_OPEN_ORIGINAL_PAGE if card.media_type == PDF else texts.PANEL_OPEN_ORIGINAL
    address = original_address(card.document_id, card.media_type, number)
    return (
        f'<div class="tl-source-foot"><a class="tl-button" href="{escape(address)}" target="_blank" rel="noopener">'
        f"{label.format(page=number)}</a>{whole}{foot_html(viewer)}</div>"
    )


def _page_links(card: SourceCard, pages: Sequence[Page], page: Page | None, *, brief: bool) -> str:
    if page is None or len(pages) < 2:  # noqa: PLR2004  one page needs no links
        return ""
    place = [item.number for item in pages].index(page.number)
    signs = ("‹", "›") if brief else (texts.PANEL_PAGE_PREVIOUS, texts.PANEL_PAGE_NEXT)
    before = _page_link(card, pages[place - 1].number, texts.PANEL_PAGE_PREVIOUS, signs[0]) if place > 0 else ""
    last = place + 1 == len(pages)
    after = "" if last else _page_link(card, pages[place + 1].number, texts.PANEL_PAGE_NEXT, signs[1])
    shown = texts.PANEL_PAGE_OF.format(page=page.number, total=len(pages))
    return f'<nav class="tl-pager">{before}<span>{shown}</span>{after}</nav>'


def _page_link(card: SourceCard, number: int, label: str, sign: str) -> str:
    address = source_address(card.document_id, number)
    named = f' aria-label="{label}" title="{label}"' if sign != label else ""
    return f'<a class="tl-button" href="{escape(address)}" data-page{named}>{sign}</a>'


def _paragraphs(text: str, span: tuple[int, int] | None) -> Iterator[str]:
    """Lines as paragraphs, the span's part of each wrapped in <mark>; only the neighbourhood of a long text."""
    first, last = _window(text, span)
    if first > 0:
        yield '<p class="tl-cut">…</p>'
    for match in re.finditer(r"[^\n]+", text[first:last]):
        line = _marked(text, first + match.start(), first + match.end(), span)
        if line.strip():
            yield f"<p>{line}</p>"
    if last < len(text):
        yield '<p class="tl-cut">…</p>'


def _window(text: str, span: tuple[int, int] | None) -> tuple[int, int]:
    start, end = span or (0, CONTEXT_CHARS)
    first, last = max(0, start - CONTEXT_CHARS), min(len(text), end + CONTEXT_CHARS)
    if first > 0:
        first = text.find("\n", first, start) + 1 or first
    return first, last


def _marked(text: str, start: int, end: int, span: tuple[int, int] | None) -> str:
    if span is None:
        return escape(text[start:end])
    from_, to = min(max(span[0], start), end), max(min(span[1], end), start)
    if from_ >= to:
        return escape(text[start:end])
    return f"{escape(text[start:from_])}<mark>{escape(text[from_:to])}</mark>{escape(text[to:end])}"
