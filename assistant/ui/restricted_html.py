"""What is covered in a document, in words, and the question before its original is opened."""

from collections.abc import Iterable
from html import escape

from assistant.messages_vi.names import IDENTIFIER_LABELS
from assistant.ui.addresses import original_address, source_address
from assistant.ui_texts_vi import chat as chat_texts
from assistant.ui_texts_vi import restricted as texts
from vectorstore.records import DocumentRecord


def covered_text(masked: Iterable[tuple[str, int]]) -> str:
    """Kinds of covered identifiers with their counts; empty where nothing is covered."""
    return ", ".join(
        texts.MASKED_COUNT.format(label=IDENTIFIER_LABELS.get(kind, kind), count=count) for kind, count in masked
    )


def restricted_html(record: DocumentRecord) -> str:
    """Why the original is not simply shown, and the button that shows it."""
    title = record.metadata.title or record.source or chat_texts.UNTITLED
    found = covered_text(record.masked)
    covered = f'<p class="tl-hint">{escape(texts.RESTRICTED_FOUND.format(found=found))}</p>' if found else ""
    address = original_address(record.document_id, record.media_type)
    back = source_address(record.document_id, 1)
    return (
        f'<article class="tl-source"><h2>{texts.RESTRICTED_TITLE}</h2>'
        f'<p class="tl-warning" role="note">{escape(texts.RESTRICTED_TEXT.format(title=title))}</p>{covered}'
        f'<form method="post" action="{escape(address)}" class="tl-source-actions">'
        f'<button class="tl-button tl-primary" type="submit">{texts.RESTRICTED_OPEN}</button> '
        f'<a class="tl-button" href="{escape(back)}">{texts.RESTRICTED_BACK}</a></form></article>'
    )
