"""What documents give different figures for: every version with its document and date, the newest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.contradictions import Clause, Contradiction, OtherFigures
from assistant.answering.naming import date_of, superseded_by, title_of
from assistant.answering.quoting import Line, Quoted
from assistant.answering.sentences import Sentence
from assistant.messages_vi.answering import ANSWERING
from assistant.model import AnswerWarning, Query, WarningCode
from assistant.ports import InverseDocumentFrequency
from assistant.query.question import Asked, read_question
from vectorstore.hits import Passage

_QUOTE_CHARS = 300
"""A longer sentence is shown by the clause that disagrees."""
MAX_VERSIONS = 4


@dataclass(frozen=True, slots=True)
class Dispute:
    """Quotations that disagree, of as many documents, the newest document first."""

    versions: tuple[Quoted, ...]
    warning: AnswerWarning

    def lines(self) -> Iterator[Line]:
        """What is said, then each version with its document."""
        yield (ANSWERING["disputed"],)
        for one in self.versions:
            passage = one.passage
            date = date_of(passage) or ANSWERING["undated"]
            yield f"- {title_of(passage)}{date}{superseded_by(passage)}: ", replace(one, marked=True)


def disputes(
    shown: Sequence[Quoted],
    sentences: Sequence[Sentence],
    idf: InverseDocumentFrequency | None,
    stated: str = "",
    *,
    days: bool = False,
) -> tuple[list[Dispute], list[Quoted]]:
    """What is disputed among the quotations, and the quotations that are not.

    :param stated: Where the answer is in words of its own: only figures that stand in it matter.
    :param days: Whether a day was asked for: then an event on two days is a dispute too.
    """
    found: list[Dispute] = []
    settled: list[Quoted] = []
    told: set[tuple[str, int, int, int]] = set()
    others_say = OtherFigures(sentences, idf, days=days)
    for one in shown:
        if one.key in told:
            continue
        against = [
            item
            for item in others_say.against(one.passage, (one.start, one.end))
            if not stated or item.own_value in stated
        ]
        if not against:
            settled.append(one)
            continue
        # one sentence a document, the best of it
        others = {item.other.passage.document_id: item for item in reversed(against)}
        dispute = _dispute(one, list(others.values())[::-1][: MAX_VERSIONS - 1])
        found.append(dispute)
        told |= {version.key for version in dispute.versions}
    return found, [one for one in settled if one.key not in told]


def asks_for_a_day(query: Query) -> bool:
    """Whether one of the things asked for is a time."""
    question = read_question(query.reading or query.search_text, query.ignored)
    return any(ask.kind is Asked.DATE for ask in question.asks)


def _dispute(own: Quoted, others: Sequence[Contradiction]) -> Dispute:
    first = others[0]
    sides = sorted(
        ((own.passage, first.own_value), (first.other.passage, first.other_value)), key=lambda side: _age(side[0])
    )
    versions = sorted([own, *(_whole_or_clause(one.other, one.sentence) for one in others)], key=_version_age)
    (newer, newer_value), (older, older_value) = sides
    details: dict[str, str | int] = {
        "newer": title_of(newer),
        "newer_date": date_of(newer) or ANSWERING["undated"],
        "newer_value": newer_value,
        "older": title_of(older),
        "older_date": date_of(older) or ANSWERING["undated"],
        "older_value": older_value,
    }
    return Dispute(tuple(versions), AnswerWarning(WarningCode.CONFLICTING_SOURCES, details))


def _whole_or_clause(clause: Clause, sentence: Sentence) -> Quoted:
    if sentence.end - sentence.start <= _QUOTE_CHARS:
        return Quoted(clause.passage, sentence.start, sentence.end)
    before = "… " if clause.start > sentence.start else ""
    after = " …" if clause.end < sentence.end else ""
    return Quoted(clause.passage, clause.start, clause.end, before, after)


def _version_age(version: Quoted) -> tuple[bool, str]:
    return _age(version.passage)


def _age(passage: Passage) -> tuple[bool, str]:
    """Sorts the newest first, undated ones last."""
    date = passage.date or (f"{passage.year}" if passage.year else "")
    return not date, "".join(chr(0x10FFFF - ord(char)) for char in date)
