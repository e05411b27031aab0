"""A citation of a stretch of a passage."""

from assistant.model import Citation
from vectorstore.hits import Passage


def cite(passage: Passage, n: int, start: int, end: int) -> Citation:
    """Citation number ``n`` of characters [start, end) of the passage's text; its quote is what the page says."""
    return Citation(
        n=n,
        document_id=passage.document_id,
        source=passage.source,
        title=passage.title,
        page=passage.page,
        char_start=passage.char_start + start,
        char_end=passage.char_start + end,
        quote=passage.text[start:end],
        date=passage.date,
        unit=passage.unit,
        type=passage.type,
        heading_path=passage.heading_path,
        flags=passage.flags,
        media_type=passage.media_type,
        number=passage.number,
        replaced_by=passage.replaced_by,
    )
