"""Warnings about the documents an answer cites."""

from collections.abc import Iterator, Sequence

from assistant.model import AnswerWarning, Citation, WarningCode
from ingest.documents import Flag


def source_warnings(citations: Sequence[Citation]) -> Iterator[AnswerWarning]:
    """One warning for each garbled document cited, and one if any cited document is only a sample."""
    garbled = dict.fromkeys(one.source for one in citations if Flag.GARBLED in one.flags)
    yield from (AnswerWarning(WarningCode.GARBLED_SOURCE, {"source": source}) for source in garbled)
    if any(Flag.SAMPLE in one.flags for one in citations):
        yield AnswerWarning(WarningCode.SAMPLE_SOURCE)
