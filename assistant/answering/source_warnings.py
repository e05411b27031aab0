"""Warnings about the documents an answer cites."""

from collections.abc import Iterator, Sequence

from assistant.model import AnswerWarning, Citation, WarningCode
from ingest.documents import Flag


def source_warnings(citations: Sequence[Citation]) -> Iterator[AnswerWarning]:
    """One warning per garbled document and per unreliable page cited; one if any cited document is only a sample."""
    garbled = dict.fromkeys(one.source for one in citations if Flag.GARBLED in one.flags)
    yield from (AnswerWarning(WarningCode.GARBLED_SOURCE, {"source": source}) for source in garbled)
    unsure = dict.fromkeys((one.source, one.page) for one in citations if Flag.LOW_CONFIDENCE in one.flags)
    for source, page in unsure:
        yield AnswerWarning(WarningCode.LOW_CONFIDENCE_SOURCE, {"source": source, "page": page})
    if any(Flag.SAMPLE in one.flags for one in citations):
        yield AnswerWarning(WarningCode.SAMPLE_SOURCE)
