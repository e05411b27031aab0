"""A file taken in again from the same path with other content is the next version of its document."""

import os
from collections.abc import Iterator

from assistant.intake.events import FileFinished, FileReport, IngestEvent
from vectorstore.store import Store


def superseding(store: Store, events: Iterator[IngestEvent]) -> Iterator[IngestEvent]:
    """The same events; the document an earlier run took from the path leaves the search and can be restored.

    Files of many documents are left alone: which of them replaces which, the path does not say.
    """
    for event in events:
        if isinstance(event, FileFinished) and event.report.document_id is not None:
            _retire_older(store, event.report, event.report.document_id)
        yield event


def _retire_older(store: Store, report: FileReport, document_id: str) -> None:
    place = os.path.abspath(report.path)
    if report.status != "indexed" or document_id not in (held := store.documents_only_from(place)):
        return
    for older in store.followed.unheld(set(held) - {document_id}):
        store.versions.link(older, document_id, place)
        store.remove(older)
