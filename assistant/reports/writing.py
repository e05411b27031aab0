"""A section in a language model's words: every sentence of it checked against the ticked facts, none of them lost."""

import contextlib
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answering.checking import StatementChecker
from assistant.answering.packing import CHARS_PER_TOKEN, PackedPassage
from assistant.grounding.citation_stream import CitationStream, Statement, render
from assistant.grounding.language import is_vietnamese
from assistant.grounding.numbers import unsupported_numbers
from assistant.grounding.passage_ids import passage_ids
from assistant.grounding.prose import ProseFilter
from assistant.grounding.wording import is_source_list
from assistant.llm.problems import Problem, llm_error
from assistant.llm.prompt_messages import render_messages
from assistant.llm.settings import LlmSettings
from assistant.llm.text_stream import TextPiece, stream_text
from assistant.model import Citation
from assistant.ports import InverseDocumentFrequency
from assistant.reports.list_signs import without_list_sign
from assistant.reports.model import DraftSentence, Fact, SentenceKind
from assistant.reports.whole_sentences import is_whole
from ingest.text.instructions import is_instruction_like
from prompts import Prompt, load
from vectorstore.hits import Passage
from vectorstore.terms import syllables

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage

logger = logging.getLogger(__name__)

_LEAST_SUPPORT = 0.7
"""Share of a sentence's weight its facts must hold: higher than for answers, a report has no question to repeat."""
_LEAST_ROOM = 600
"""Characters of facts a prompt holds at least."""
_NEUTRAL = str.maketrans({"<": "‹", ">": "›", "\u0000": " "})


@dataclass(frozen=True, slots=True)
class Heading:
    """What a section is about, for the prompt."""

    section: str
    unit: str
    period: str


@dataclass(frozen=True, slots=True)
class Written:
    """Sentences of a section in the model's words, and how many of its were left out."""

    sentences: tuple[DraftSentence, ...]
    removed: int


class SectionWriter:
    """Rewrites sentences put together from the sources into running text."""

    def __init__(
        self, chat: "BaseChatModel", settings: LlmSettings, idf: InverseDocumentFrequency | None = None
    ) -> None:
        self._chat = chat
        self._settings = settings
        self._idf = idf
        self._prompt: Prompt = load("report_section")

    def write(self, heading: Heading, sourced: Sequence[DraftSentence], facts: Sequence[Fact]) -> Written:
        """The section; a ticked fact the model leaves out follows in the words of its source.

        :raises LlmError: the model is unavailable, or nothing it wrote can be used.
        """
        kept: list[DraftSentence] = []
        removed = used = 0
        for part in self._parts(heading, sourced):
            sendable = [one for one in part if not is_instruction_like(one.text)]
            if not sendable:
                kept += part
                continue
            writing = _Writing(sendable, self._idf)
            with contextlib.closing(
                stream_text(self._chat, self._messages(heading, writing), self._settings)
            ) as pieces:
                cut_off = writing.take(pieces)
            used += len(writing.kept)
            removed += writing.removed + cut_off
            kept += writing.kept
            kept += [one for one in part if one not in sendable or not writing.tells(one, facts)]
        if not used:
            raise llm_error(self._settings.model, Problem.NOT_GROUNDED)
        return Written(tuple(kept), removed)

    def _parts(self, heading: Heading, sourced: Sequence[DraftSentence]) -> Iterator[list[DraftSentence]]:
        """As many sentences at a time as the model's context holds."""
        bare = sum(len(str(message.text)) for message in self._rendered(heading, ""))
        room = int((self._settings.context_tokens - self._settings.answer_tokens) * CHARS_PER_TOKEN) - bare
        room = max(room // 2, _LEAST_ROOM)  # the reply repeats what it was given
        part: list[DraftSentence] = []
        size = 0
        for one in sourced:
            if part and size + len(one.text) > room:
                yield part
                part, size = [], 0
            part.append(one)
            size += len(one.text)
        if part:
            yield part

    def _messages(self, heading: Heading, writing: "_Writing") -> "list[BaseMessage]":
        shown = "\n".join(f'<doan ma="{one.id}">\n{one.text.translate(_NEUTRAL)}\n</doan>' for one in writing.packed)
        return list(self._rendered(heading, shown))

    def _rendered(self, heading: Heading, evidence: str) -> "list[BaseMessage]":
        names = {"section": heading.section, "unit": heading.unit, "period": heading.period}
        values = {name: value.translate(_NEUTRAL) for name, value in names.items()}
        return list(render_messages(self._prompt, {**values, "evidence": evidence}))


class _Writing:
    """One reply on its way into a section."""

    def __init__(self, sourced: Sequence[DraftSentence], idf: InverseDocumentFrequency | None) -> None:
        texts = [one.text for one in sourced]
        ids = passage_ids([f"{at}\n{text}" for at, text in enumerate(texts)], avoid="\n".join(texts))
        self.packed = [_packed(name, one) for name, one in zip(ids, sourced, strict=True)]
        self.kept: list[DraftSentence] = []
        self.removed = 0
        self._sourced = dict(zip(ids, sourced, strict=True))
        self._checker = StatementChecker(self.packed, idf)
        self._words = ""
        self._texts = texts
        self._source = "\n".join(texts)

    def take(self, pieces: Iterator[TextPiece]) -> bool:
        """Read the reply to its end; whether it was cut off, its last statement being left out then."""
        prose, statements = ProseFilter(), CitationStream(list(self._sourced))
        cut_off = False
        for piece in pieces:
            cut_off = cut_off or piece.cut_off
            withdrawn, text = prose.feed(piece.text)
            if withdrawn:
                statements = CitationStream(list(self._sourced))
                self.kept.clear()
            self._add(statements.feed(text))
        left = [*statements.feed(prose.finish()), *statements.finish()]
        self._add(left[:-1] if cut_off else left)
        return cut_off

    def _add(self, statements: Sequence[Statement]) -> None:
        for statement in statements:
            if not syllables(statement.words) or is_source_list(statement.words):
                continue
            sentence = self._checked(statement)
            if sentence is None:
                self.removed += 1
            elif all(sentence.text != one.text for one in self.kept):
                self.kept.append(sentence)

    def _checked(self, statement: Statement) -> DraftSentence | None:
        """The statement as a sentence with its sources; None where they do not say it."""
        words = without_list_sign(" ".join(render(statement.parts, lambda _: ()).split()))
        if not is_whole(words, self._texts):
            return None
        if any(char in words for char in "[]{}<>|#") or words.endswith(":") or not is_vietnamese(words, self._source):
            return None
        checked = self._checker.check(words, statement.ids)
        if not checked.holds or not checked.ids or checked.verification.support < _LEAST_SUPPORT:
            return None
        rests_on = [self._sourced[name] for name in checked.ids]
        if unsupported_numbers(words, [one.text for one in rests_on]):
            return None
        citations: dict[Citation, None] = dict.fromkeys(place for one in rests_on for place in one.citations)
        facts = dict.fromkeys(name for one in rests_on for name in one.fact_ids)
        ended = words if words.endswith((".", "!", "?")) else f"{words}."
        return DraftSentence(ended, SentenceKind.SOURCED, tuple(citations), tuple(facts))

    def tells(self, sentence: DraftSentence, facts: Sequence[Fact]) -> bool:
        """Whether the reply tells everything of a sentence that is a ticked fact."""
        told = [one.text for one in self.kept if set(one.fact_ids) & set(sentence.fact_ids)]
        values = [fact.value for fact in facts if fact.fact_id in sentence.fact_ids]
        return bool(told) and all(_is_told(value, told) for value in values)


def _is_told(value: str, told: Sequence[str]) -> bool:
    figures = any(char.isdigit() for char in value)
    return not unsupported_numbers(value, told) if figures else any(value.lower() in one.lower() for one in told)


def _packed(name: str, sentence: DraftSentence) -> PackedPassage:
    """A sentence as a passage of its own: the model and the check see no more of the source than this."""
    one = sentence.citations[0]
    passage = Passage(
        chunk_id=name,
        document_id=one.document_id,
        ordinal=0,
        source="",
        title=None,
        date=None,
        year=None,
        unit=None,
        type=None,
        page=one.page,
        char_start=one.char_start,
        char_end=one.char_end,
        text=sentence.text,
        heading_path=(),
        flags=one.flags,
        media_type="",
    )
    return PackedPassage(name, passage, sentence.text)
