"""The list of documents and the outcome of an upload as HTML."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from assistant import ui_texts_vi as texts
from assistant.citation_text import vietnamese_date
from assistant.ui.addresses import source_address
from assistant.ui.citation_html import flags_html
from ingest.documents import Flag, Metadata

PAGE_ROWS = 25
"""Rows of the list shown at once; 25 fit three screens and keep the page light at 10,000 documents."""
_BAD = frozenset({"refused", "failed"})


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One line of the list: a document, or a file that was not taken."""

    document_id: str | None
    source: str
    state: str
    metadata: Metadata = field(default_factory=Metadata)
    pages: int = 0
    flags: frozenset[Flag] = frozenset()
    reason: str = ""

    @property
    def title(self) -> str:
        """The title, or the file name."""
        return self.metadata.title or self.source or texts.UNTITLED


@dataclass(frozen=True, slots=True)
class Notice:
    """One line above the list; with ``undo_id`` it offers to take the deletion back."""

    text: str
    undo_id: str = ""


@dataclass(frozen=True, slots=True)
class UploadLine:
    """One file of an upload: ``status`` is queued, reading, or what became of it."""

    name: str
    status: str = "queued"
    detail: str = ""


def list_html(
    rows: Sequence[DocumentRow], *, total: int, search: str = "", page: int = 1, notice: Notice | None = None
) -> str:
    """Counts, the rows of one page and the pager; buttons carry data-action and data-id."""
    pages = page_count(len(rows))
    page = min(max(page, 1), pages)
    shown = rows[(page - 1) * PAGE_ROWS : page * PAGE_ROWS]
    body = _table(shown) if shown else _nothing(search)
    return f"{_notice(notice)}{_counts(rows, total, search)}{body}{_pager(page, pages)}"


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


def _counts(rows: Sequence[DocumentRow], total: int, search: str) -> str:
    count = texts.COUNT_FOUND if search else texts.COUNT
    bad = sum(row.state in _BAD for row in rows)
    states = texts.COUNT_STATES.format(usable=len(rows) - bad, refused=bad) if bad else ""
    shown = count.format(shown=len(rows), total=total)
    return f'<p class="tl-counts" role="status"><strong>{shown}</strong>{f" – {states}" if states else ""}</p>'


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
    title = f'<span class="tl-row-title">{escape(row.title)}</span>'
    if row.document_id and row.state not in _BAD:
        address = escape(source_address(row.document_id, 1))
        title = f'<a class="tl-row-title" href="{address}" data-page>{escape(row.title)}</a>'
    file = f'<span class="tl-row-file">{escape(row.source)}</span>' if row.source != row.title else ""
    return f"{title}{file}{flags_html(row.flags)}"


def _state(row: DocumentRow) -> str:
    label = texts.STATUS.get(row.state, row.state)
    reason = f'<span class="tl-reason">{escape(row.reason)}</span>' if row.reason else ""
    return f'<span class="tl-state tl-state-{escape(row.state)}">{escape(label)}</span>{reason}'


def _actions(row: DocumentRow) -> str:
    if not row.document_id or row.state in _BAD:
        return ""
    return (
        f'<button type="button" class="tl-button tl-danger" data-action="remove" data-id="{escape(row.document_id)}" '
        f'data-title="{escape(row.title)}" aria-label="{texts.DELETE}: {escape(row.title)}">{texts.DELETE}</button>'
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


def upload_html(lines: Mapping[str, UploadLine]) -> str:
    """A line per file with its state, and a sentence that counts them."""
    if not lines:
        return ""
    items = "".join(_upload_line(line) for line in lines.values())
    return (
        f'<section class="tl-upload" aria-label="{texts.UPLOAD_RESULT}">'
        f'<p class="tl-upload-head" role="status">{escape(upload_summary(lines))}</p><ul>{items}</ul></section>'
    )


def upload_summary(lines: Mapping[str, UploadLine]) -> str:
    """How far the upload is, or what became of its files."""
    finished = Counter(line.status for line in lines.values() if line.status in texts.UPLOAD_ALL_DONE_PART)
    if finished.total() < len(lines):
        return texts.UPLOAD_PROGRESS.format(index=finished.total() + 1, total=len(lines))
    named = [texts.UPLOAD_ALL_DONE_PART[status].format(count=finished[status]) for status in finished]
    return texts.UPLOAD_DONE.format(total=len(lines), parts=", ".join(named))


def _upload_line(line: UploadLine) -> str:
    labels = {"queued": texts.UPLOAD_QUEUED, "reading": texts.UPLOAD_READING}
    label = labels.get(line.status) or texts.STATUS.get(line.status, line.status)
    detail = f'<span class="tl-reason">{escape(line.detail)}</span>' if line.detail else ""
    bar = '<span class="tl-bar" aria-hidden="true"></span>' if line.status == "reading" else ""
    return (
        f'<li><span class="tl-upload-name">{escape(line.name)}</span>'
        f'<span class="tl-state tl-state-{escape(line.status)}">{escape(label)}</span>{detail}{bar}</li>'
    )


def with_line(lines: Mapping[str, UploadLine], key: str, line: UploadLine) -> dict[str, UploadLine]:
    """A copy with one file's line replaced; the details of earlier records of the same file are kept."""
    before = lines.get(key)
    earlier = before is not None and before.status != "reading" and before.detail != line.detail
    if before is not None and earlier and before.detail and line.detail:
        line = replace(line, detail=f"{before.detail} {line.detail}")
    return {**lines, key: line}
