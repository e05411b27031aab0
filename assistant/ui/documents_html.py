"""The list of documents and the outcome of an upload as HTML."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from assistant.citation_text import vietnamese_date
from assistant.ui.addresses import card_address, source_address
from assistant.ui.citation_html import flags_html
from assistant.ui.restricted_html import covered_text
from assistant.ui_texts_vi import card as card_texts
from assistant.ui_texts_vi import chat as chat_texts
from assistant.ui_texts_vi import documents as texts
from assistant.ui_texts_vi import folders as folders_texts
from assistant.ui_texts_vi import restricted as restricted_texts
from assistant.ui_texts_vi import source_panel as source_panel_texts
from ingest.documents import Flag, Metadata

PAGE_ROWS = 25
"""Rows of the list shown at once; 25 fit three screens and keep the page light at 10,000 documents."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the list."""

    document_id: str
    source: str
    state: str
    metadata: Metadata = field(default_factory=Metadata)
    pages: int = 0
    flags: frozenset[Flag] = frozenset()
    masked: tuple[tuple[str, int], ...] = ()
    """Kinds of covered identifiers with their counts."""
    encoding: str | None = None
    """As ingestion names it, several joined by "+"."""
    encoding_confidence: float | None = None
    notes: tuple[str, ...] = ()
    """Sentences about how the file was read."""
    is_replaced: bool = False
    """A newer document of the store says it replaces this one."""

    @property
    def title(self) -> str:
        """The title, or the file name."""
        return self.metadata.title or self.source or chat_texts.UNTITLED


@dataclass(frozen=True, slots=True)
class Notice:
    """One line above the list; with ``undo_id`` it offers to take the deletion back."""

    text: str
    undo_id: str = ""


@dataclass(frozen=True, slots=True)
class RejectedFile:
    """A file that was not taken: its name, the day, and why."""

    name: str
    when: str
    reason: str
    review: str = ""
    """SHA-256 of a file held back until somebody vouches for it; empty for any other."""
    accepted: bool = False
    """Somebody has."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of the list with the counts around it."""

    rows: Sequence[DocumentRow]
    found: int
    """Documents the search matches; all of them without a search."""
    total: int
    search: str = ""
    rejected: Sequence[RejectedFile] = ()
    retryable: int = 0
    """Files not taken that another try may take in."""


def list_html(listed: Listed, *, page: int = 1, notice: Notice | None = None) -> str:
    """Counts, the rows of one page, the pager and the files not taken; buttons carry data-action and data-id."""
    body = _table(listed.rows) if listed.rows else _nothing(listed.search)
    pager = _pager(page, page_count(listed.found))
    # pressed by the page's script when a card was saved
    again = f'<button type="button" id="tl-list-again" data-action="page" data-id="{page}" hidden></button>'
    unsettled = _retry(listed.retryable) + _rejected(listed.rejected)
    return f"{again}{_notice(notice)}{_counts(listed)}{body}{pager}{unsettled}"


def page_count(rows: int) -> int:
    """Pages a list of that many rows takes; an empty list has one."""
    return max(1, -(-rows // PAGE_ROWS))


def _notice(notice: Notice | None) -> str:
    if notice is None:
        return ""
    undo = (
        f'<button type="button" class="tl-button" data-action="restore" data-id="{escape(notice.undo_id)}">'
        f"{texts.UNDO}</button>"
        if notice.undo_id
        else ""
    )
    return f'<div class="tl-notice" role="status"><span>{escape(notice.text)}</span>{undo}</div>'


def _counts(listed: Listed) -> str:
    count = texts.COUNT_FOUND if listed.search else texts.COUNT
    shown = count.format(shown=listed.found, total=listed.total)
    return f'<p class="tl-counts" role="status"><strong>{shown}</strong></p>'


def _nothing(search: str) -> str:
    sentence = texts.LIST_NOT_FOUND.format(text=search) if search else texts.LIST_EMPTY
    return f'<p class="tl-empty">{escape(sentence)}</p>'


def _table(rows: Sequence[DocumentRow]) -> str:
    names = (
        texts.COLUMN_DOCUMENT,
        texts.COLUMN_DATE,
        texts.COLUMN_UNIT,
        texts.COLUMN_TYPE,
        texts.COLUMN_PAGES,
        texts.COLUMN_STATE,
        texts.COLUMN_ACTIONS,
    )
    head = "".join(f'<th scope="col">{name}</th>' for name in names)
    return (
        f'<table class="tl-table"><caption class="tl-hidden">{texts.LIST_TITLE}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(map(_row, rows))}</tbody></table>"
    )


def _row(row: DocumentRow) -> str:
    meta = row.metadata
    cells = (
        (texts.COLUMN_DATE, escape(vietnamese_date(meta.date) or (str(meta.year) if meta.year else ""))),
        (texts.COLUMN_UNIT, escape(meta.unit or "")),
        (texts.COLUMN_TYPE, escape(meta.type or "")),
        (texts.COLUMN_PAGES, str(row.pages) if row.pages else ""),
        (texts.COLUMN_STATE, _state(row)),
        (texts.COLUMN_ACTIONS, _actions(row)),
    )
    rest = "".join(_cell(name, cell) for name, cell in cells)
    return f'<tr><th scope="row">{_name(row)}</th>{rest}</tr>'


def _cell(name: str, cell: str) -> str:
    marks = ("" if cell else " data-empty") + (" data-when" if name == texts.COLUMN_DATE else "")
    return f'<td data-label="{name}"{marks}>{cell}</td>'


def _name(row: DocumentRow) -> str:
    address = escape(source_address(row.document_id, 1))
    title = f'<a class="tl-row-title" href="{address}" data-page>{escape(row.title)}</a>'
    file = f'<span class="tl-row-file">{escape(row.source)}</span>' if row.source != row.title else ""
    found = escape(restricted_texts.MASKED_ROW.format(found=covered_text(row.masked)))
    covered = f'<span class="tl-row-file">{found}</span>' if row.masked else ""
    badge = f'<span class="tl-badge tl-flag-garbled">{card_texts.CARD_REPLACED_BADGE}</span>' if row.is_replaced else ""
    notes = "".join(f'<span class="tl-row-file">{escape(note)}</span>' for note in row.notes)
    return f"{title}{file}{flags_html(row.flags)}{badge}{covered}{_encoding(row)}{notes}"


def _encoding(row: DocumentRow) -> str:
    """The old encodings a document was in; Unicode needs no mention."""
    old = [
        source_panel_texts.OLD_ENCODINGS[name]
        for name in (row.encoding or "").split("+")
        if name in source_panel_texts.OLD_ENCODINGS
    ]
    if not old or row.encoding_confidence is None:
        return ""
    shown = source_panel_texts.ROW_ENCODING.format(names=", ".join(old), percent=round(row.encoding_confidence * 100))
    return f'<span class="tl-row-file">{escape(shown)}</span>'


def _state(row: DocumentRow) -> str:
    label = texts.STATUS.get(row.state, row.state)
    return f'<span class="tl-state tl-state-{escape(row.state)}">{escape(label)}</span>'


def _actions(row: DocumentRow) -> str:
    label = escape(card_texts.CARD_OPEN_LABEL.format(title=row.title))
    card = (
        f'<a class="tl-button" data-page href="{escape(card_address(row.document_id))}" aria-label="{label}">'
        f"{card_texts.CARD_OPEN}</a>"
    )
    return (
        f'<div class="tl-row-buttons">{card}'
        f'<button type="button" class="tl-button tl-danger" data-action="remove" data-id="{escape(row.document_id)}" '
        f'data-title="{escape(row.title)}" aria-label="{texts.DELETE}: {escape(row.title)}">{texts.DELETE}</button>'
        "</div>"
    )


def _pager(page: int, pages: int) -> str:
    if pages == 1:
        return ""
    shown = texts.PAGER_OF.format(page=page, total=pages)
    before = _page_button(texts.PAGER_PREVIOUS, page - 1, disabled=page == 1)
    after = _page_button(texts.PAGER_NEXT, page + 1, disabled=page == pages)
    return f'<nav class="tl-pager" aria-label="{texts.LIST_TITLE}">{before}<span>{shown}</span>{after}</nav>'


def _page_button(label: str, page: int, *, disabled: bool) -> str:
    state = " disabled" if disabled else ""
    return f'<button type="button" class="tl-button" data-action="page" data-id="{page}"{state}>{label}</button>'


def _review(file: RejectedFile) -> str:
    if not file.review:
        return ""
    if file.accepted:
        return f'<span class="tl-muted">{restricted_texts.REVIEW_DONE}</span>'
    return (
        f'<button type="button" class="tl-button" data-action="accept" data-id="{escape(file.review)}" '
        f'data-name="{escape(file.name)}" data-text="{escape(restricted_texts.REVIEW_CONFIRM.format(name=file.name))}">'
        f"{restricted_texts.REVIEW_ACCEPT}</button>"
    )


def _retry(files: int) -> str:
    if not files:
        return ""
    return (
        f'<div class="tl-retry"><span>{folders_texts.RETRY_HINT.format(count=files)}</span>'
        f'<button type="button" class="tl-button" data-action="retry">{folders_texts.RETRY}</button></div>'
    )


def _rejected(files: Sequence[RejectedFile]) -> str:
    if not files:
        return ""
    items = "".join(
        f'<li><span class="tl-upload-name">{escape(file.name)}</span><span class="tl-muted">{escape(file.when)}</span>'
        f'<span class="tl-reason">{escape(file.reason)}</span>{_review(file)}</li>'
        for file in files
    )
    title = texts.REJECTED_TITLE.format(count=len(files))
    return f'<details class="tl-upload tl-rejected"><summary>{title}</summary><ul>{items}</ul></details>'
