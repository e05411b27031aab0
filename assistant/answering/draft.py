"""The answer a model is writing, statement by statement: what is shown, cited, left out or struck, and counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.checking import Checked, StatementChecker
from assistant.answering.packing import PackedPassage
from assistant.answering.passage_citation import cite
from assistant.answering.quoting import Quoted
from assistant.grounding.citation_stream import CitationNumbers, Cited, Part, Statement, render
from assistant.grounding.support import best_support
from assistant.grounding.wording import is_source_list
from assistant.model import AnswerWarning, Citation, WarningCode
from assistant.ports import InverseDocumentFrequency
from assistant.verdicts import DifferenceKind, SentenceCheck
from vectorstore.terms import syllables

_LEAST_CLAUSE = 4
"""Syllables; a shorter stretch before a citation is looked for together with the rest of its sentence."""
_STRUCK = "~~{text}~~"
_COUNTED = frozenset(
    {
        DifferenceKind.NUMBER,
        DifferenceKind.UNIT,
        DifferenceKind.ROUNDING,
        DifferenceKind.PERCENT,
        DifferenceKind.DATE,
        DifferenceKind.DOCUMENT_NUMBER,
    }
)
"""Differences a person would call a wrong number."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Characters of a packed passage; the same place has the same number."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Shown:
    """A statement on its way into the text."""

    breaks: bool
    text: str
    words: str
    numbers: tuple[int, ...]
    checked: Checked | None
    """None for what states nothing, such as the line above a list."""


class Draft:
    """Takes statements, gives back the text to show; nothing is shown before the first sentence that has a source."""

    def __init__(
        self, passages: Sequence[PackedPassage], *, strike: bool = False, idf: InverseDocumentFrequency | None = None
    ) -> None:
        self.text = ""
        self.checks: list[SentenceCheck] = []
        self._strike = strike
        self._wrong_numbers = 0
        self._unsupported = 0
        self._checker = StatementChecker(passages, idf)
        self._passages = {one.id: one for one in passages}
        self._numbers = CitationNumbers()
        self._cited: list[_Place] = []
        self._waiting: list[_Shown] = []
        """Statements without a source that came before the first one with a source."""
        self._breaks = False

    @property
    def grounded(self) -> bool:
        """Whether at least one sentence has a source."""
        return bool(self._cited)

    def add(self, statement: Statement) -> str:
        """The text this statement adds to the answer, empty where it adds none."""
        self._breaks = self._breaks or statement.breaks
        words = statement.words
        if not syllables(words) or is_source_list(words):
            return ""
        is_heading = not statement.ids and words.endswith(":")
        checked = self._checker.check_heading(words) if is_heading else self._checker.check(words, statement.ids)
        shown = self._shown(statement, checked, is_heading=is_heading)
        self._waiting.append(shown)
        self._breaks = self._breaks and not shown.text
        return self._release() if self.grounded else ""

    def citations(self) -> Iterator[Citation]:
        """The citations in the order of their numbers; each quotes exactly its stretch of the stored page."""
        for n, place in enumerate(self._cited, start=1):
            yield cite(self._passages[place.id].passage, n, place.start, place.end)

    def places(self) -> Iterator[Quoted]:
        """The cited stretches in the same order."""
        for place in self._cited:
            yield Quoted(self._passages[place.id].passage, place.start, place.end)

    def warnings(self) -> Iterator[AnswerWarning]:
        """What was left out or struck."""
        if self._strike:
            counts = [(WarningCode.STRUCK_SENTENCES, self._wrong_numbers + self._unsupported)]
        else:
            counts = [
                (WarningCode.UNSUPPORTED_NUMBERS, self._wrong_numbers),
                (WarningCode.UNSUPPORTED_SENTENCES, self._unsupported),
            ]
        yield from (AnswerWarning(code, {"count": count}) for code, count in counts if count)

    def _shown(self, statement: Statement, checked: Checked, *, is_heading: bool) -> _Shown:
        words = statement.words
        if not checked.holds:
            wrong = any(one.kind in _COUNTED for one in checked.verification.differences)
            self._wrong_numbers += wrong
            self._unsupported += not wrong
            text = _STRUCK.format(text=render([words], lambda _: ())) if self._strike else ""
            return _Shown(self._breaks, text, words, (), checked)
        if is_heading:
            return _Shown(self._breaks, render(statement.parts, lambda _: ()), words, (), None)
        text, numbers = self._cite(statement, checked.ids)
        return _Shown(self._breaks, text, words, numbers, checked)

    def _cite(self, statement: Statement, ids: Sequence[str]) -> tuple[str, tuple[int, ...]]:
        """The statement with its numbers; sources it does not name itself stand at its end, others are dropped."""
        parts: list[Part] = [*statement.parts, Cited(tuple(name for name in ids if name not in statement.ids))]
        numbers: dict[int, list[int]] = {}
        clause = ""
        for index, part in enumerate(parts):
            if isinstance(part, str):
                clause += part
                continue
            claim = clause if len(syllables(clause)) >= _LEAST_CLAUSE else statement.words
            numbers[index] = [self._number(name, claim) for name in part.ids if name in ids]
            if index + 1 < len(parts) and isinstance(parts[index + 1], str):
                clause = ""
        text = render(parts, lambda index: list(dict.fromkeys(numbers[index])))
        return text, tuple(dict.fromkeys(number for row in numbers.values() for number in row))

    def _number(self, name: str, claim: str) -> int:
        found = best_support(claim, self._passages[name].text)
        place = _Place(name, found.start, found.end)
        number = self._numbers.number(place)
        if number > len(self._cited):
            self._cited.append(place)
        return number

    def _release(self) -> str:
        text = ""
        for shown in self._waiting:
            separator = ("\n" if shown.breaks else " ") if shown.text and (self.text or text) else ""
            start = len(self.text) + len(text) + len(separator)
            text += separator + shown.text
            if shown.checked is not None:
                found = shown.checked.verification
                removed = not shown.checked.holds
                span = start, start + len(shown.text)
                self.checks.append(
                    SentenceCheck(shown.words, *span, shown.numbers, found.verdict, found.differences, removed)
                )
        self._waiting.clear()
        self.text += text
        return text
