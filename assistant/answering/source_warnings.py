"""Warnings about the documents an answer cites."""

from collections.abc import Iterator, Sequence

from assistant.citation_text import numbered_name, successor_name, vietnamese_date
from assistant.model import AnswerWarning, Citation, WarningCode
from ingest.documents import Flag


def source_warnings(citations: Sequence[Citation]) -> Iterator[AnswerWarning]:
    """One warning per garbled document and per unreliable page cited; one if any cited document is only a sample.

    One for each document that another of the store replaces or repeals, with number and day of the newer one.
    """
    garbled = dict.fromkeys(one.source for one in citations if Flag.GARBLED in one.flags)
    yield from (AnswerWarning(WarningCode.GARBLED_SOURCE, {"source": source}) for source in garbled)
    unsure = dict.fromkeys((one.source, one.page) for one in citations if Flag.LOW_CONFIDENCE in one.flags)
    for source, page in unsure:
        yield AnswerWarning(WarningCode.LOW_CONFIDENCE_SOURCE, {"source": source, "page": page})
    if any(Flag.SAMPLE in one.flags for one in citations):
        yield AnswerWarning(WarningCode.SAMPLE_SOURCE)
    yield from _replaced(citations)


def _replaced(citations: Sequence[Citation]) -> Iterator[AnswerWarning]:
    """The newest successor of each cited document that is no longer in force."""
    for one in {citation.document_id: citation for citation in citations}.values():
        newer = one.replaced_by
        if newer is None:
            continue
        old = numbered_name(one.type, one.number, one.date) if one.number else one.title or one.source
        details: dict[str, str | int] = {
            "source": one.source,
            "old": old,
            "how": newer.kind,
            "newer": successor_name(newer),
            "number": newer.number or "",
            "date": vietnamese_date(newer.date) or "",
            "document_id": newer.document_id,
        }
        yield AnswerWarning(WarningCode.REPLACED_SOURCE, details)
