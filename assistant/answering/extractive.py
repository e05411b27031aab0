"""Answers made of sentences of the documents themselves; no language model."""

import functools
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answering.asking import RatedAsk, missing_asks, rate_asks
from assistant.answering.by_documents import answered_documents, asked_of_papers, document_lines
from assistant.answering.comparing import answered_parts, part_lines, says_it_all
from assistant.answering.composing import compose
from assistant.answering.cutting import Piece
from assistant.answering.dating import date_notes
from assistant.answering.disputes import asks_for_a_day, disputes
from assistant.answering.evidence import Evidence, gather
from assistant.answering.imprint import imprint
from assistant.answering.listing import LISTED_PASSAGES, documents_head, lead_of, mentions
from assistant.answering.naming import date_of, title_of
from assistant.answering.papers_named import of_papers_named
from assistant.answering.question_terms import terms_of
from assistant.answering.question_warnings import question_warnings, threshold_warning
from assistant.answering.quoting import Line, Quoting, quoted, running_text
from assistant.answering.ranking import rank_sentences
from assistant.answering.refusing import refuse, refuse_without_evidence
from assistant.answering.sections import left_out, under_heading
from assistant.answering.source_warnings import source_warnings
from assistant.answering.table_rows import as_read, rows_asked
from assistant.answering.weights import ANSWER_THRESHOLD
from assistant.answering.written_out import written_out
from assistant.messages_vi.answering import ANSWERING
from assistant.model import Answer, AnswerWarning, Mode, Query, SearchResult, Turn
from assistant.ports import AnswerEvent, Finished, InverseDocumentFrequency, Likeness, Opening, TextDelta
from assistant.query.question import Question, read_question

_COMPARED = 40
"""Best sentences in which another figure for what is quoted is looked for."""


class ExtractiveAnswerer:
    """Quotes the best clauses of the evidence, or refuses; implements ``Answerer``."""

    def __init__(
        self,
        idf: InverseDocumentFrequency,
        likeness: Likeness,
        opening: Opening = lambda _: None,
        refuse_below: float | None = None,
    ) -> None:
        """Below the probability ``refuse_below`` that the evidence answers it refuses; None: as fitted."""
        self._idf = idf
        self._likeness = likeness
        self._opening = opening
        self._least = ANSWER_THRESHOLD if refuse_below is None else refuse_below

    def stream(self, query: Query, evidence: SearchResult, history: Sequence[Turn] = ()) -> Iterator[AnswerEvent]:
        """Pieces of text as they stand in the answer, then the answer; ``history`` is not needed here."""
        del history
        started = time.perf_counter()
        answer, lines = self._answer(query, evidence)
        for line in lines:
            yield TextDelta(line)
        set_otherwise = tuple(threshold_warning(self._least))
        complete = _complete(answer, query, (time.perf_counter() - started) * 1000)
        yield Finished(replace(complete, warnings=(*complete.warnings, *set_otherwise)))

    def _answer(self, query: Query, evidence: SearchResult) -> tuple[Answer, list[str]]:
        if not query.search_text or not evidence.hits:
            refusal = refuse_without_evidence(query, evidence)
            return refusal, [refusal.text]
        question = read_question(query.reading or query.search_text, query.ignored)
        if question.wants_documents:
            return self._list_documents(query, question, evidence)
        compared = self._compare(query, question, evidence) if evidence.parts else None
        return compared or self._by_documents(query, question, evidence) or self._quote(query, question, evidence)

    def _by_documents(self, query: Query, question: Question, result: SearchResult) -> tuple[Answer, list[str]] | None:
        """What each document says, where that is asked of "the papers"; None where that is not so, or none says it."""
        each = asked_of_papers(question)
        if each is None:
            return None
        answered = answered_documents(each, result.hits, functools.cache(self._idf), self._likeness, self._least)
        shown = [one for document in answered for one in document.shown]
        return _answer_of(query, [*document_lines(answered), *date_notes(shown)]) if shown else None

    def _compare(self, query: Query, question: Question, result: SearchResult) -> tuple[Answer, list[str]] | None:
        """An answer in parts; None where one sentence says it all, or where no part is answered."""
        idf = functools.cache(self._idf)
        ranked = rank_sentences(question, gather(result.hits), idf, question.asks[0], self._likeness)
        if says_it_all(ranked, result.parts):
            return None
        parts = answered_parts(result.parts, idf, self._likeness, self._least)
        shown = [one for part in parts for one in part.shown]
        if not shown:
            return None
        near = [one.sentence for part in parts for one in part.near[:_COMPARED]]
        disputed, _ = disputes(shown, near, idf, days=asks_for_a_day(query))
        lines = [*part_lines(parts), *(line for dispute in disputed for line in dispute.lines()), *date_notes(shown)]
        return _answer_of(query, lines, [dispute.warning for dispute in disputed])

    def _quote(self, query: Query, question: Question, result: SearchResult) -> tuple[Answer, list[str]]:
        idf = functools.cache(self._idf)
        evidence = gather(of_papers_named(question, result.hits))
        if not evidence.sentences:
            refusal = refuse_without_evidence(query, result)
            return refusal, [refusal.text]
        question, rated = self._rated(query, question, evidence, idf)
        about_itself = imprint(question, result.hits, rated[0].ranked.ranked[0])
        if about_itself:
            return _answer_of(query, [about_itself])
        answered = [one.ranked for one in rated if one.answered]
        if not answered:
            refusal = refuse(query, question, result, rated[0].ranked.ask, rated[0].ranked.ranked)
            return refusal, [refusal.text]
        terms = terms_of(question, idf)
        named = under_heading(question, terms, answered[0]) if len(rated) == 1 else None
        pieces = named.pieces if named else compose(question, terms, answered, self._likeness)
        near = [ranked.sentence for one in answered for ranked in one.ranked[:_COMPARED]]
        shown = rows_asked([as_read(piece, question) for piece in pieces], question)
        disputed, settled = disputes(shown, near, idf, days=asks_for_a_day(query))
        lines = [line for dispute in disputed for line in dispute.lines()]
        lines += [*running_text(settled), *left_out(named), *missing_asks(question, rated, pieces), *date_notes(shown)]
        return _answer_of(query, lines, [dispute.warning for dispute in disputed])

    def _rated(
        self, query: Query, question: Question, evidence: Evidence, idf: InverseDocumentFrequency
    ) -> tuple[Question, list[RatedAsk]]:
        """The asks rated as typed, or with short forms written out as the best document does where that says more."""
        rated = rate_asks(question, evidence, idf, self._likeness, self._least)
        other = written_out(query, question, rated[0].ranked.ranked[0].context.document)
        if other is None:
            return question, rated
        again = rate_asks(other, evidence, idf, self._likeness, self._least)
        return (other, again) if again[0].chance > rated[0].chance else (question, rated)

    def _list_documents(self, query: Query, question: Question, result: SearchResult) -> tuple[Answer, list[str]]:
        idf = functools.cache(self._idf)
        evidence = gather(result.hits)
        pieces, count = mentions(question, idf, evidence)
        if not pieces:
            ask = question.asks[0]
            ranked = rank_sentences(question, evidence, idf, ask, self._likeness)
            refusal = refuse(query, question, result, ask, ranked)
            return refusal, [refusal.text]
        head = documents_head(count, len(pieces), whole=len(result.hits) < LISTED_PASSAGES)
        return _answer_of(query, [(head,), *(_list_entry(piece, evidence, self._opening) for piece in pieces)])


def _list_entry(piece: Piece, evidence: Evidence, opening: Opening) -> Line:
    """What the document is, the place that mentions the subject, and its first sentence."""
    passage = piece.ranked.sentence.hit.passage
    entry = (
        ANSWERING["document_line"].format(title=title_of(passage), date=date_of(passage)),
        quoted(piece, marked=True),
    )
    lead = lead_of(piece, evidence, opening)
    return entry if lead is None else (*entry, ANSWERING["document_lead"], quoted(lead))


def _answer_of(query: Query, lines: Sequence[Line], warnings: Sequence[AnswerWarning] = ()) -> tuple[Answer, list[str]]:
    quoting = Quoting()
    texts = [quoting.line(line) for line in lines]
    answer = Answer(
        query.text,
        "\n".join(texts),
        False,
        Mode.EXTRACTIVE,
        citations=tuple(quoting.citations),
        warnings=tuple(warnings),
    )
    return answer, [text if index == 0 else f"\n{text}" for index, text in enumerate(texts)]


def _complete(answer: Answer, query: Query, milliseconds: float) -> Answer:
    """Add warnings and the time taken."""
    warnings = (*answer.warnings, *source_warnings(answer.citations), *question_warnings(query))
    return replace(answer, warnings=warnings, timings_ms={"answer": milliseconds})
