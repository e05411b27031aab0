"""Answers in a language model's words, checked against the evidence; falls back to another answerer and says so."""

import contextlib
import dataclasses
import logging
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.answering.checking import checks_of
from assistant.answering.comparing import missing_part
from assistant.answering.disputes import asks_for_a_day, disputes
from assistant.answering.draft import Draft
from assistant.answering.packing import PackedPrompt, pack
from assistant.answering.passage_citation import cite
from assistant.answering.question_warnings import question_warnings
from assistant.answering.quoting import Quoting
from assistant.answering.refusing import refusal_words
from assistant.answering.sentences import sentences_of
from assistant.answering.source_warnings import source_warnings
from assistant.errors import LlmError
from assistant.grounding.citation_stream import CitationStream, Statement
from assistant.grounding.language import is_vietnamese
from assistant.grounding.prose import ProseFilter
from assistant.grounding.wording import is_refusal
from assistant.llm.problems import Problem, llm_error
from assistant.llm.settings import LlmSettings
from assistant.llm.text_stream import stream_text
from assistant.messages_vi.names import REFUSAL_SENTENCE
from assistant.model import AbstainReason, Answer, AnswerWarning, Citation, Mode, Query, SearchResult, Turn, WarningCode
from assistant.ports import (
    Answerer,
    AnswerEvent,
    Discarded,
    Finished,
    InverseDocumentFrequency,
    TextDelta,
)
from assistant.verdicts import SentenceCheck
from prompts import Prompt, load
from vectorstore.hits import Passage
from vectorstore.terms import syllables

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

logger = logging.getLogger(__name__)

_NEAREST = 3


class ModelAnswerer:
    """Asks a chat model; every problem ends in the fallback's answer with a warning that names it."""

    def __init__(
        self,
        chat: "BaseChatModel",
        settings: LlmSettings,
        fallback: Answerer,
        *,
        strike: bool = False,
        idf: InverseDocumentFrequency | None = None,
    ) -> None:
        """:param strike: Whether sentences no passage supports are shown struck instead of being removed."""
        self._chat = chat
        self._settings = settings
        self._fallback = fallback
        self._checking = _Checking(strike, idf)
        self._prompt: Prompt = load("answer")

    def messages(self, query: Query, evidence: SearchResult, history: Sequence[Turn] = ()) -> "list[BaseMessage]":
        """Exactly what would be sent for this question; nothing is sent."""
        return list(pack(self._prompt, query, evidence, history, self._settings).messages)

    def stream(self, query: Query, evidence: SearchResult, history: Sequence[Turn] = ()) -> Iterator[AnswerEvent]:
        """Events of one answer; the last is Finished. Without evidence the model is not asked."""
        if not evidence.hits:
            yield from self._fallback.stream(query, evidence, history)
            return
        started = time.perf_counter()
        streamed = False
        try:
            for event in self._written(query, evidence, history):
                streamed = not isinstance(event, Discarded)
                yield _timed(event, started)
        except LlmError as error:
            logger.warning("language model: %s; answering without it", error)
            if streamed:
                yield Discarded()
            yield from self._instead(error, query, evidence, history)

    def _written(self, query: Query, evidence: SearchResult, history: Sequence[Turn]) -> Iterator[AnswerEvent]:
        """The model's answer; asked once more with half the context when the server says the prompt is too long."""
        writing = _Writing(self._chat, self._settings, query, evidence, self._checking)
        try:
            yield from writing.events(pack(self._prompt, query, evidence, history, self._settings))
        except LlmError as error:
            if error.details.get("problem") != Problem.CONTEXT_TOO_LONG:
                raise
            logger.warning("the prompt is too long for %s; trying half of it", self._settings.model)
            smaller = dataclasses.replace(self._settings, context_tokens=self._settings.context_tokens // 2)
            yield from writing.events(pack(self._prompt, query, evidence, history, smaller))

    def _instead(
        self, error: LlmError, query: Query, evidence: SearchResult, history: Sequence[Turn]
    ) -> Iterator[AnswerEvent]:
        details = {"model": self._settings.model, "problem": str(error.details.get("problem", Problem.UNKNOWN.value))}
        warning = AnswerWarning(WarningCode.LLM_FALLBACK, dict(details))
        for event in self._fallback.stream(query, evidence, history):
            if isinstance(event, Finished):
                answer = dataclasses.replace(event.answer, warnings=(warning, *event.answer.warnings))
                yield Finished(answer)
            else:
                yield event


@dataclasses.dataclass(frozen=True, slots=True)
class _Checking:
    """How sentences are checked."""

    strike: bool
    idf: InverseDocumentFrequency | None


@dataclasses.dataclass(frozen=True, slots=True)
class _Added:
    """What follows the model's words, with all citations of the answer."""

    text: str
    citations: tuple[Citation, ...]
    checks: tuple[SentenceCheck, ...]
    warnings: tuple[AnswerWarning, ...]


class _Writing:
    """One reply of the model on its way to an answer."""

    def __init__(
        self,
        chat: "BaseChatModel",
        settings: LlmSettings,
        query: Query,
        evidence: SearchResult,
        checking: _Checking,
    ) -> None:
        self._chat = chat
        self._checking = checking
        self._settings = settings
        self._query = query
        self._evidence = evidence

    def events(self, packed: PackedPrompt) -> Iterator[AnswerEvent]:
        """Text as it is confirmed, then the answer.

        :raises LlmError: the model is unavailable, or nothing it wrote can be used.
        """
        if not packed.passages:
            raise llm_error(self._settings.model, Problem.NO_EVIDENCE)
        self._begin(packed)
        prose = ProseFilter()
        cut_off = False
        with contextlib.closing(stream_text(self._chat, packed.messages, self._settings)) as pieces:
            for piece in pieces:
                cut_off = cut_off or piece.cut_off
                withdrawn, text = prose.feed(piece.text)
                if withdrawn:
                    if self._draft.text:
                        yield Discarded()
                    self._begin(packed)
                yield from self._show(self._statements.feed(text))
                if self._refused:
                    break
        if not self._refused:
            left = [*self._statements.feed(prose.finish()), *self._statements.finish()]
            yield from self._show(left[:-1] if cut_off else left)
        yield from self._end(cut_off)

    def _begin(self, packed: PackedPrompt) -> None:
        self._statements = CitationStream([one.id for one in packed.passages])
        self._draft = Draft(packed.passages, strike=self._checking.strike, idf=self._checking.idf)
        self._refused = False
        self._words = ""
        self._source = self._query.text + "".join(one.stated for one in packed.passages)

    def _show(self, statements: Sequence[Statement]) -> Iterator[TextDelta]:
        for statement in statements:
            if self._refused:
                return
            if is_refusal(statement.words, REFUSAL_SENTENCE) and not statement.ids:
                self._refused = not self._draft.grounded
                continue
            self._words += statement.words + "\n"
            if not is_vietnamese(self._words, self._source):
                raise llm_error(self._settings.model, Problem.WRONG_LANGUAGE)
            text = self._draft.add(statement)
            if text:
                yield TextDelta(text)

    def _end(self, cut_off: bool) -> Iterator[AnswerEvent]:
        if self._refused:
            refusal = self._refusal()
            yield TextDelta(refusal.text)
            yield Finished(refusal)
            return
        if not self._draft.grounded:
            problem = Problem.NOT_GROUNDED if self._words else Problem.CUT_OFF if cut_off else Problem.EMPTY
            raise llm_error(self._settings.model, problem)
        added = self._additions()
        if added.text:
            yield TextDelta(added.text)
        citations = added.citations
        warnings = [*added.warnings, *source_warnings(citations), *question_warnings(self._query)]
        warnings += self._draft.warnings()
        if self._statements.unknown:
            warnings.append(AnswerWarning(WarningCode.UNKNOWN_CITATIONS, {"count": self._statements.unknown}))
        if cut_off:
            warnings.append(AnswerWarning(WarningCode.ANSWER_CUT))
        yield Finished(
            Answer(
                question=self._query.text,
                text=self._draft.text + added.text,
                abstained=False,
                mode=Mode.MODEL,
                citations=citations,
                warnings=tuple(warnings),
                checks=(*self._draft.checks, *added.checks),
            )
        )

    def _additions(self) -> "_Added":
        """What documents that the model did not follow say otherwise, and what the model left unanswered."""
        quoting = Quoting(list(self._draft.citations()))
        idf, written = self._checking.idf, self._draft.text
        disputed, _ = disputes(
            list(self._draft.places()),
            sentences_of(self._evidence.hits),
            idf,
            written,
            days=asks_for_a_day(self._query),
        )
        lines = [quoting.line(line) for dispute in disputed for line in dispute.lines()]
        said = f"_{'_'.join(syllables(written))}_"
        silent = [one for one in self._evidence.parts if f"_{'_'.join(one.about)}_" not in said]
        text = "".join(f"\n{line}" for line in [*lines, *(missing_part(one.label) for one in silent)])
        checks = tuple(checks_of(written + text, quoting.citations, idf, len(written)))
        return _Added(text, tuple(quoting.citations), checks, tuple(dispute.warning for dispute in disputed))

    def _refusal(self) -> Answer:
        return Answer(
            question=self._query.text,
            text=refusal_words(self._query, self._evidence, self._checking.idf),
            abstained=True,
            mode=Mode.MODEL,
            reason=AbstainReason.NOT_ANSWERED,
            nearest=tuple(_nearest([hit.passage for hit in self._evidence.hits])),
            warnings=tuple(question_warnings(self._query)),
        )


def _nearest(passages: Sequence[Passage]) -> Iterator[Citation]:
    """The best passage of each of the first documents."""
    first = {passage.document_id: passage for passage in reversed(passages)}
    best = [passage for passage in passages if first[passage.document_id] is passage][:_NEAREST]
    for n, passage in enumerate(best, start=1):
        yield cite(passage, n, 0, len(passage.text))


def _timed(event: AnswerEvent, started: float) -> AnswerEvent:
    if not isinstance(event, Finished):
        return event
    spent = {**event.answer.timings_ms, "model": (time.perf_counter() - started) * 1000}
    return Finished(dataclasses.replace(event.answer, timings_ms=spent))
