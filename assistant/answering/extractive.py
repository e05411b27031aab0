"""Answers made of sentences of the documents themselves; no language model."""

import functools
import time
from collections.abc import Iterator, Sequence

from assistant.answering.answerability import answerability, probability_answered
from assistant.answering.composing import RankedAsk, compose
from assistant.answering.cutting import Piece
from assistant.answering.evidence import Evidence, gather
from assistant.answering.features import terms_of
from assistant.answering.listing import lead_of, mentions
from assistant.answering.passage_citation import cite
from assistant.answering.question_warnings import question_warnings
from assistant.answering.ranking import rank_sentences
from assistant.answering.refusing import date_of, refuse, refuse_without_evidence, title_of
from assistant.answering.source_warnings import source_warnings
from assistant.answering.weights import ANSWER_THRESHOLD
from assistant.messages_vi import ANSWERING
from assistant.model import Answer, Citation, Mode, Query, SearchResult, Turn
from assistant.ports import AnswerEvent, Finished, InverseDocumentFrequency, Opening, TextDelta
from assistant.query.question import Question, read_question


class ExtractiveAnswerer:
    """Quotes the best clauses of the evidence, or refuses; implements ``Answerer``."""

    def __init__(self, idf: InverseDocumentFrequency, opening: Opening = lambda _: None) -> None:
        self._idf = idf
        self._opening = opening

    def stream(self, query: Query, evidence: SearchResult, history: Sequence[Turn] = ()) -> Iterator[AnswerEvent]:
        """Pieces of text as they stand in the answer, then the answer; ``history`` is not needed here."""
        del history
        started = time.perf_counter()
        answer, lines = self._answer(query, evidence)
        for line in lines:
            yield TextDelta(line)
        yield Finished(_complete(answer, query, (time.perf_counter() - started) * 1000))

    def _answer(self, query: Query, evidence: SearchResult) -> tuple[Answer, list[str]]:
        if not query.search_text or not evidence.hits:
            refusal = refuse_without_evidence(query, evidence)
            return refusal, [refusal.text]
        question = read_question(query.reading or query.search_text, query.ignored)
        if question.wants_documents:
            return self._list_documents(query, question, evidence)
        return self._quote(query, question, evidence)

    def _quote(self, query: Query, question: Question, result: SearchResult) -> tuple[Answer, list[str]]:
        idf = functools.cache(self._idf)
        terms, evidence = terms_of(question, idf), gather(result.hits)
        asks = [RankedAsk(ask, rank_sentences(question, evidence, idf, ask)) for ask in question.asks]
        if not evidence.sentences:
            refusal = refuse_without_evidence(query, result)
            return refusal, [refusal.text]
        chances = [probability_answered(answerability(question, terms, one.ask, one.ranked)) for one in asks]
        if max(chances) < ANSWER_THRESHOLD:
            refusal = refuse(query, question, result, asks[0].ask, asks[0].ranked)
            return refusal, [refusal.text]
        answered = [one for one, chance in zip(asks, chances, strict=True) if chance >= ANSWER_THRESHOLD]
        pieces = compose(question, terms, answered)
        return _answer_of(query, pieces, [f"{_shown(piece)} [{n}]" for n, piece in enumerate(pieces, 1)])

    def _list_documents(self, query: Query, question: Question, result: SearchResult) -> tuple[Answer, list[str]]:
        idf = functools.cache(self._idf)
        evidence = gather(result.hits)
        pieces = mentions(question, idf, evidence)
        if not pieces:
            ask = question.asks[0]
            refusal = refuse(query, question, result, ask, rank_sentences(question, evidence, idf, ask))
            return refusal, [refusal.text]
        head = ANSWERING["documents_found"].format(count=len(pieces))
        return _answer_of(query, *_list_entries(pieces, evidence, self._opening), head)


def _list_entries(mentioning: Sequence[Piece], evidence: Evidence, opening: Opening) -> tuple[list[Piece], list[str]]:
    """Per document: what it is, from its first sentence, and the place that mentions the subject."""
    pieces: list[Piece] = []
    lines: list[str] = []
    for piece in mentioning:
        passage = piece.ranked.sentence.hit.passage
        lead = lead_of(piece, evidence, opening)
        pieces.append(piece)
        quote = f"“{_shown(piece)}” [{len(pieces)}]"
        line = ANSWERING["document_line"].format(title=title_of(passage), date=date_of(passage), quote=quote)
        if lead is not None:
            pieces.append(lead)
            line += ANSWERING["document_lead"].format(lead=f"{_shown(lead)} [{len(pieces)}]")
        lines.append(line)
    return pieces, lines


def _shown(piece: Piece) -> str:
    """The quoted words on one line, with dots where the sentence goes on."""
    words = " ".join(piece.text.split())
    return f"{'… ' if piece.cut_front else ''}{words}{' …' if piece.cut_back else ''}"


def _answer_of(query: Query, pieces: Sequence[Piece], shown: Sequence[str], head: str = "") -> tuple[Answer, list[str]]:
    """Sentences of one document run on; another document, and every entry of a list, begins a line."""
    lines = [head] if head else []
    for index, text in enumerate(shown):
        new_line = bool(head) or (index > 0 and not _same_document(pieces[index - 1], pieces[index]))
        lines.append(("\n" if new_line and lines else " " if lines else "") + text)
    answer = Answer(query.text, "".join(lines), False, Mode.EXTRACTIVE, citations=tuple(_citations(pieces)))
    return answer, lines


def _same_document(left: Piece, right: Piece) -> bool:
    return left.ranked.sentence.hit.passage.document_id == right.ranked.sentence.hit.passage.document_id


def _citations(pieces: Sequence[Piece]) -> Iterator[Citation]:
    for n, piece in enumerate(pieces, 1):
        yield cite(piece.ranked.sentence.hit.passage, n, piece.start, piece.end)


def _complete(answer: Answer, query: Query, milliseconds: float) -> Answer:
    """Add warnings and the time taken."""
    warnings = (*source_warnings(answer.citations), *question_warnings(query))
    return Answer(
        answer.question,
        answer.text,
        answer.abstained,
        answer.mode,
        citations=answer.citations,
        reason=answer.reason,
        nearest=answer.nearest,
        warnings=warnings,
        timings_ms={"answer": milliseconds},
    )
