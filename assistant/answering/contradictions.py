"""Sentences of other documents that give another figure than a quoted one: both are shown, neither is picked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.cutting import clauses_of
from assistant.answering.sentences import Sentence
from assistant.grounding.conflicts import Told, conflicts, other_day
from assistant.grounding.same_subject import Setting
from assistant.ports import InverseDocumentFrequency
from assistant.verdicts import Difference, DifferenceKind
from vectorstore.hits import Passage
from vectorstore.terms import syllables

_LEAST_COMMON = 0.6
"""Share of the shorter clause's syllables that the other must have before the two are compared word by word."""
_LEAST_SYLLABLES = 4
_REACH = 5
"""Syllables on each side of a number."""
_LEAST_NEIGHBOURS = 2
_VALUES = frozenset({DifferenceKind.NUMBER, DifferenceKind.UNIT})


@dataclass(frozen=True, slots=True)
class Clause:
    """Characters [start, end) of a passage: a sentence, or a clause of one."""

    passage: Passage
    start: int
    end: int
    sentence: str
    """The whole sentence."""

    @property
    def text(self) -> str:
        """The exact words."""
        return self.passage.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A quoted clause and one of another document, with what differs, as the quoted one and the other one say it."""

    quoted: Clause
    other: Clause
    sentence: Sentence
    """Of the other."""
    own_value: str
    other_value: str


class OtherFigures:
    """Sentences in which other figures are looked for; each is read once, however many quotations there are."""

    def __init__(
        self, sentences: Sequence[Sentence], idf: InverseDocumentFrequency | None, *, days: bool = False
    ) -> None:
        """With ``days`` an event on another day of the same year is one too."""
        self._sentences = [one for one in sentences if any(map(str.isdigit, one.syllables))]
        self._idf = idf
        self._days = days
        self._known: dict[tuple[str, int, int, int], list[_Known]] = {}

    def against(self, passage: Passage, span: tuple[int, int]) -> Iterator[Contradiction]:
        """Every sentence that gives another figure for what stands in the span, once a sentence."""
        quoted = _with_figures(passage, *span)
        if not quoted:
            return
        seen: set[tuple[str, int, int, int]] = set()
        for sentence in self._sentences:
            if sentence.hit.passage.document_id == passage.document_id or sentence.key in seen:
                continue
            for clause in self._clauses(sentence):
                found = _differing(quoted, clause, self._idf, days=self._days)
                if found is not None:
                    seen.add(sentence.key)
                    own, values = found
                    yield Contradiction(own, clause.clause, sentence, *values)
                    break

    def _clauses(self, sentence: Sentence) -> "list[_Known]":
        if sentence.key not in self._known:
            self._known[sentence.key] = _with_figures(sentence.hit.passage, sentence.start, sentence.end)
        return self._known[sentence.key]


def _with_figures(passage: Passage, start: int, end: int) -> "list[_Known]":
    """The clauses of a stretch that can differ from others."""
    return [one for one in map(_Known, _clauses(passage, start, end)) if one.figures]


class _Known:
    """A clause with what is compared first, because it is cheap."""

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        parts = syllables(clause.text)
        self.words = frozenset(part for part in parts if not part.isdigit())
        self.figures = [
            (part, frozenset(one for one in parts[max(0, at - _REACH) : at + _REACH + 1] if not one.isdigit()))
            for at, part in enumerate(parts)
            if part.isdigit()
        ]

    def may_differ(self, other: "_Known") -> bool:
        """Whether both count something in much the same words, and one number stands for another there."""
        least = min(len(self.words), len(other.words))
        if least < _LEAST_SYLLABLES or len(self.words & other.words) < _LEAST_COMMON * least:
            return False
        return any(
            own != their and len(near & around) >= _LEAST_NEIGHBOURS
            for own, near in self.figures
            for their, around in other.figures
        )


def _differing(
    quoted: Sequence[_Known], other: _Known, idf: InverseDocumentFrequency | None, *, days: bool
) -> tuple[Clause, tuple[str, str]] | None:
    for one in quoted:
        if not one.may_differ(other):
            continue
        for conflict in conflicts([_told(one.clause), _told(other.clause)], idf):
            values = [difference for difference in conflict.differences if difference.kind in _VALUES]
            if values:
                return one.clause, _values(values[0], newer_is_other=conflict.second == 1)
        dated = other_day(_told(one.clause), _told(other.clause), idf) if days else None
        if dated is not None:
            return one.clause, dated
    return None


def _values(difference: Difference, *, newer_is_other: bool) -> tuple[str, str]:
    """The value of the quoted clause, then that of the other."""
    newer, older = difference.stated, difference.source
    return (older, newer) if newer_is_other else (newer, older)


def _told(clause: Clause) -> Told:
    passage = clause.passage
    setting = Setting(clause.sentence, passage.unit or passage.title or "", passage.title or "", _year(passage))
    return Told(clause.text, passage.document_id, passage.date, passage.year, setting)


def _year(passage: Passage) -> int | None:
    return passage.year or (int(passage.date[:4]) if passage.date else None)


def _clauses(passage: Passage, start: int, end: int) -> list[Clause]:
    """The whole stretch first, then its clauses where it has several."""
    whole = passage.text[start:end]
    places = clauses_of(passage.text, start, end)
    spans = [(start, end), *(places if len(places) > 1 else ())]
    return [Clause(passage, first, last, whole) for first, last in spans]
