"""The list of documents and what its buttons do; no Gradio here."""

from dataclasses import dataclass

from assistant import ui_texts_vi as texts
from assistant.messages_vi import error_text
from assistant.services import Services
from assistant.ui.documents_html import DocumentRow, Notice, list_html
from ingest.errors import TrolyError
from vectorstore.records import DocumentRecord


@dataclass(frozen=True, slots=True)
class View:
    """What part of the list is on screen."""

    search: str = ""
    page: int = 1


def show(services: Services, view: View, notice: Notice | None = None) -> str:
    """The list as HTML."""
    search = view.search.strip()
    rows = [_row(record) for record in services.documents(search or None)]
    total = len(services.documents()) if search else len(rows)
    return list_html(rows, total=total, search=search, page=view.page, notice=notice)


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


def title_of(services: Services, document_id: str) -> str:
    """The document's title or file name."""
    record = record_of(services, document_id)
    return texts.UNTITLED if record is None else record.metadata.title or record.source or texts.UNTITLED


def record_of(services: Services, document_id: str) -> DocumentRecord | None:
    """The document's record, removed ones included; None where there is no such document."""
    records = services.documents(include_removed=True)
    return next((record for record in records if record.document_id == document_id), None)


def _row(record: DocumentRecord) -> DocumentRow:
    return DocumentRow(
        document_id=record.document_id,
        source=record.source,
        state=record.state.value,
        metadata=record.metadata,
        pages=record.pages,
        flags=record.flags,
    )
