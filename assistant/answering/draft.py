"""The answer a model is writing, statement by statement: what is shown, cited, left out and counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.packing import PackedPassage
from assistant.answering.passage_citation import cite
from assistant.grounding.citation_stream import CitationNumbers, Cited, Statement, render
from assistant.grounding.numbers import unsupported_numbers
from assistant.grounding.support import best_passage, best_support
from assistant.grounding.wording import is_source_list
from assistant.model import AnswerWarning, Citation, WarningCode
from vectorstore.terms import syllables

_LEAST_MATCH = 0.6
"""Share of an uncited sentence's terms a passage must state before it is cited in the model's stead."""
_LEAST_CLAUSE = 4
"""Syllables; a shorter stretch before a citation is looked for together with the rest of its sentence."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Characters of a packed passage; the same place has the same number."""

    id: str
    start: int
    end: int


class Draft:
    """Takes statements, gives back the text to show; nothing is shown before the first sentence that has a source."""

    def __init__(self, passages: Sequence[PackedPassage]) -> None:
        self.text = ""
        self.uncited = 0
        self.unsupported = 0
        self._passages = {one.id: one for one in passages}
        self._numbers = CitationNumbers()
        self._cited: list[_Place] = []
        self._waiting: list[tuple[bool, str]] = []
        """Statements without a source that came before the first one with a source; True begins a new line."""
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
        ids = self._sources(statement)
        if ids is None:
            self.unsupported += 1
            return ""
        if not ids and not words.endswith(":"):
            self.uncited += 1
        shown = render(statement.parts, lambda _: ()) if not ids else self._cite(statement, ids)
        self._waiting.append((self._breaks, shown))
        self._breaks = False
        return self._release() if self.grounded else ""

    def citations(self) -> Iterator[Citation]:
        """The citations in the order of their numbers; each quotes exactly its stretch of the stored page."""
        for n, place in enumerate(self._cited, start=1):
            yield cite(self._passages[place.id].passage, n, place.start, place.end)

    def warnings(self) -> Iterator[AnswerWarning]:
        """What was left out or has no source."""
        for code, count in (
            (WarningCode.UNCITED_SENTENCES, self.uncited),
            (WarningCode.UNSUPPORTED_NUMBERS, self.unsupported),
        ):
            if count:
                yield AnswerWarning(code, {"count": count})

    def _sources(self, statement: Statement) -> tuple[str, ...] | None:
        """The passages a statement rests on, none when it names none; None when a number of it stands in none."""
        ids = statement.ids
        missing = unsupported_numbers(statement.words, (self._passages[name].stated for name in ids))
        if ids and not missing:
            return ids
        packed = list(self._passages.values())
        match = best_passage(statement.words, [one.text for one in packed], _LEAST_MATCH)
        if match is not None:
            return (*ids, packed[match].id)
        everything = (one.stated for one in packed)
        return None if (ids and missing) or unsupported_numbers(statement.words, everything) else ()

    def _cite(self, statement: Statement, ids: Sequence[str]) -> str:
        """The statement with its numbers; sources it does not name itself stand at its end."""
        parts = [*statement.parts, Cited(tuple(name for name in ids if name not in statement.ids))]
        numbers: dict[int, list[int]] = {}
        clause = ""
        for index, part in enumerate(parts):
            if isinstance(part, str):
                clause += part
                continue
            claim = clause if len(syllables(clause)) >= _LEAST_CLAUSE else statement.words
            numbers[index] = [self._number(name, claim) for name in part.ids]
            if index + 1 < len(parts) and isinstance(parts[index + 1], str):
                clause = ""
        return render(parts, lambda index: list(dict.fromkeys(numbers[index])))

    def _number(self, name: str, claim: str) -> int:
        found = best_support(claim, self._passages[name].text)
        place = _Place(name, found.start, found.end)
        number = self._numbers.number(place)
        if number > len(self._cited):
            self._cited.append(place)
        return number

    def _release(self) -> str:
        text = ""
        for breaks, shown in self._waiting:
            separator = "\n" if breaks else " "
            text += (separator if self.text or text else "") + shown
        self._waiting.clear()
        self.text += text
        return text
