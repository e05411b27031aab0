"""What a document is called in an answer: its title, its date, what has taken its place."""

from assistant.answering.vietnamese_date import vietnamese_date
from assistant.citation_text import successor_name
from assistant.messages_vi.answering import ANSWERING
from assistant.messages_vi.names import REPLACED_HOW
from vectorstore.hits import Passage


def title_of(passage: Passage) -> str:
    """What a person calls the document: its title, else its file name."""
    return passage.title or passage.source


def date_of(passage: Passage) -> str:
    """The date in brackets with a space before it, or nothing."""
    date = vietnamese_date(passage.date)
    return ANSWERING["document_date"].format(date=date) if date else ""


def superseded_by(passage: Passage) -> str:
    """That a newer document of the store replaces or repeals it, with a dash before it, or nothing."""
    newer = passage.replaced_by
    if newer is None:
        return ""
    how = REPLACED_HOW.get(newer.kind, REPLACED_HOW["replaces"])
    return ANSWERING["superseded"].format(how=how, newer=successor_name(newer))
