"""The list of documents and what its buttons do; no Gradio here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from assistant.citation_text import vietnamese_date
from assistant.intake import file_report
from assistant.intake.retrying import INTERRUPTED, retryable_files
from assistant.messages_vi.sentences import error_text, note_text
from assistant.services import Services
from assistant.ui.documents_html import PAGE_ROWS, DocumentRow, Listed, Notice, RejectedFile, list_html, page_count
from assistant.ui_texts_vi import chat as chat_texts
from assistant.ui_texts_vi import documents as texts
from assistant.ui_texts_vi import restricted as restricted_texts
from ingest.errors import InvalidRecordError, ReviewNeededError, TrolyError
from vectorstore.audit import AuditAction
from vectorstore.errors import UnknownDocumentError
from vectorstore.records import DocumentRecord, DocumentState, FileOutcome, FileRecord

REJECTED_SHOWN = 20
"""Latest files not taken; older ones stay in the catalogue."""
_LISTED = (DocumentState.RECEIVED, DocumentState.EXTRACTED, DocumentState.INDEXED)


@dataclass(frozen=True, slots=True)
class View:
    """What part of the list is on screen."""

    search: str = ""
    page: int = 1


def show(services: Services, view: View, notice: Notice | None = None) -> str:
    """The list as HTML; a page beyond the end shows the last one."""
    counts = services.store.counts()
    total = counts.documents + counts.waiting
    search = view.search.strip()
    if search:
        records = services.documents(search)
        found = len(records)
        page = _within(view.page, found)
        records = records[(page - 1) * PAGE_ROWS : page * PAGE_ROWS]
    else:
        found, page = total, _within(view.page, total)
        records = services.store.documents(states=_LISTED, limit=PAGE_ROWS, offset=(page - 1) * PAGE_ROWS)
    replaced = services.store.replaced()
    rows = [_row(record, is_replaced=record.document_id in replaced) for record in records]
    retryable = sum(len(files) for files in retryable_files(services.store).values())
    listed = Listed(rows, found, total, search, _rejected(services), retryable)
    return list_html(listed, page=page, notice=notice)


def remove(services: Services, view: View, document_id: str) -> str:
    """Take a document out and offer to take that back."""
    try:
        title = title_of(services, document_id)
        services.remove(document_id)
    except TrolyError as error:
        return show(services, view, Notice(error_text(error)))
    return show(services, view, Notice(texts.DELETED.format(title=title), undo_id=document_id))


def restore(services: Services, view: View, document_id: str) -> str:
    """Bring a removed document back."""
    try:
        services.restore(document_id)
        title = title_of(services, document_id)
    except TrolyError as error:
        return show(services, view, Notice(error_text(error)))
    return show(services, view, Notice(texts.RESTORED.format(title=title)))


def accept_review(services: Services, view: View, sha256: str, name: str) -> str:
    """Write down that somebody vouches for a file that was held back."""
    services.accept_review(sha256, name)
    return show(services, view, Notice(restricted_texts.REVIEW_ACCEPTED.format(name=name)))


def title_of(services: Services, document_id: str) -> str:
    """The document's title or file name.

    :raises UnknownDocumentError: no such document.
    """
    record = services.store.document(document_id)
    return record.metadata.title or record.source or chat_texts.UNTITLED


def record_of(services: Services, document_id: str) -> DocumentRecord | None:
    """The document's record, removed ones included; None where there is no such document."""
    try:
        return services.store.document(document_id)
    except UnknownDocumentError:
        return None


def _within(page: int, rows: int) -> int:
    return min(max(page, 1), page_count(rows))


def _row(record: DocumentRecord, *, is_replaced: bool) -> DocumentRow:
    return DocumentRow(
        document_id=record.document_id,
        source=record.source,
        state=record.state.value,
        metadata=record.metadata,
        pages=record.pages,
        flags=record.flags,
        masked=record.masked,
        encoding=record.encoding,
        encoding_confidence=record.encoding_confidence,
        notes=tuple(note_text(note) for note in record.notes),
        is_replaced=is_replaced,
    )


def _rejected(services: Services) -> Sequence[RejectedFile]:
    """Files that their latest run did not take in, then the latest bad records of .jsonl files."""
    store = services.store
    records = [
        FileRecord(one.run_id, one.at, FileOutcome(one.path, one.status, one.code or INTERRUPTED, one.details))
        for one in store.unsettled_files()[:REJECTED_SHOWN]
    ]
    records += store.run_files(codes=(InvalidRecordError.code,), limit=REJECTED_SHOWN - len(records))
    accepted = services.store.audit.subjects(AuditAction.REVIEW_ACCEPTED)
    return [_rejected_file(record, accepted) for record in records]


def _rejected_file(record: FileRecord, accepted: Collection[str]) -> RejectedFile:
    outcome = record.outcome
    held = str(outcome.details.get("sha256", "")) if outcome.code == ReviewNeededError.code else ""
    return RejectedFile(
        PurePath(outcome.path).name,
        vietnamese_date(record.at[:10]) or "",
        file_report(outcome).reason or "",
        review=held,
        accepted=held in accepted,
    )
