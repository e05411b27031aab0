"""What the papers say of something, each by itself: "theo các văn bản, …" (linguistic table)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.asking import rate_asks
from assistant.answering.composing import compose
from assistant.answering.evidence import gather
from assistant.answering.naming import date_of, title_of
from assistant.answering.question_terms import terms_of
from assistant.answering.quoting import Line, Quoted, running_text
from assistant.answering.table_rows import as_read, rows_asked
from assistant.answering.weights import ANSWER_THRESHOLD
from assistant.messages_vi.answering import ANSWERING
from assistant.model import Hit
from assistant.ports import InverseDocumentFrequency, Likeness
from assistant.query.question import Question, read_question
from ingest.text.folding import fold
from vectorstore.hits import Passage

_PAPERS = r"(?:van ban|tai lieu|bai viet|ban tin|tin bai|bai|tin)"
_CUE = re.compile(
    rf"^\s*(?:(?:theo|trong)\s+)?(?:cac|tung|moi|nhung)\s+{_PAPERS}\b(?:\s+hien co|\s+trong kho|\s+tren)?"
    r"(?:\s*(?:cho biet|cho thay|neu rang|neu ro|neu|noi rang|ghi)\b)?[\s,:]*"
)
_DOCUMENTS = 5
_PIECES = 2
"""Quotations from one document."""


@dataclass(frozen=True, slots=True)
class AnsweredDocument:
    """What one document says."""

    passage: Passage
    shown: tuple[Quoted, ...]


def asked_of_papers(question: Question) -> Question | None:
    """The question without "theo các văn bản"; None where it does not begin so, or asks which papers they are."""
    cue = _CUE.match(fold(question.text))
    if cue is None or question.wants_documents:
        return None
    rest = question.text[cue.end() :]
    return read_question(rest[:1].upper() + rest[1:]) if rest.strip(" ?.!") else None


def answered_documents(
    question: Question,
    hits: Sequence[Hit],
    idf: InverseDocumentFrequency,
    likeness: Likeness,
    least: float = ANSWER_THRESHOLD,
) -> list[AnsweredDocument]:
    """The documents that answer with at least the probability ``least``, in the order they were found."""
    own: dict[str, list[Hit]] = {}
    for hit in hits:
        own.setdefault(hit.passage.document_id, []).append(hit)
    terms = terms_of(question, idf)
    found = []
    for each in list(own.values())[:_DOCUMENTS]:
        evidence = gather(each)
        rated = rate_asks(question, evidence, idf, likeness, least) if evidence.sentences else []
        answered = [one.ranked for one in rated if one.answered]
        if answered:
            pieces = compose(question, terms, answered, likeness, _PIECES)
            shown = rows_asked([as_read(piece, question) for piece in pieces], question)
            found.append(AnsweredDocument(each[0].passage, tuple(shown)))
    return found


def document_lines(answered: Sequence[AnsweredDocument]) -> Iterator[Line]:
    """Each document's words under its title and day."""
    for one in answered:
        yield (ANSWERING["of_document"].format(title=title_of(one.passage), date=date_of(one.passage)),)
        yield from running_text(one.shown)
