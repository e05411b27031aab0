"""Reads the facts of a unit and a period out of documents, each into its section."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from assistant.errors import BadPeriodError
from assistant.model import Citation
from assistant.reports.counted import MONEY, PERCENT, PERSON
from assistant.reports.document_period import Basis
from assistant.reports.figure_words import PERSONS
from assistant.reports.indicators import Dictionary
from assistant.reports.line_forms import CHANGE, GROWTH, is_sentence, without_recipients
from assistant.reports.lines import Line, cite_line, lines_of
from assistant.reports.model import Doubt, Fact, FactKind, Span
from assistant.reports.periods import Period, period_named
from assistant.reports.placing import Placing
from assistant.reports.source_documents import SourceDocument
from assistant.reports.table_places import shared_out
from assistant.reports.templates import Looks, Template
from assistant.reports.times import Standing, same_days
from assistant.reports.units import Unit
from assistant.reports.walk import Found, Walk
from ingest.documents import BlockKind, Flag
from ingest.text.folding import fold
from vectorstore.store import Store
from vectorstore.terms import syllables

BELONGS = frozenset({Standing.IN_PERIOD, Standing.CUMULATIVE})
_STATED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LEAST_SYLLABLES = 8
"""A shorter line without a figure states nothing."""
_LONGEST = 420
"""Characters; a longer sentence is cited by the part between semicolons that holds the figure."""

_BARE = frozenset({PERSON, MONEY, *(one for one in PERSONS if " " not in one)})
"""Names that only say that persons or money are counted."""

Sourced: TypeAlias = tuple[SourceDocument, Found]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure that was read and does not belong."""

    citation: Citation
    value: str
    reason: str
    """other_place, other_period, ahead or unknown_period."""


def _lies_in(name: str, period: Period) -> bool:
    """Whether a time by its canonical name, or a day, lies in the period."""
    try:
        part = period_named(name)
    except BadPeriodError:
        return len(name) == len(period.first) and period.holds(name, name)
    return period.holds(part.first, part.last)


def is_of_period(source: SourceDocument, period: Period) -> bool:
    """Whether a document reports on the period, or was issued in it: what it announces comes after it."""
    if source.period is not None and source.period.basis is not Basis.AS_OF:
        return same_days(period, source.period.first, source.period.last)
    return source.day is not None and period.holds(source.day, source.day)


@dataclass(frozen=True, slots=True)
class FactReading:
    """Reads the facts of one request out of documents."""

    store: Store
    dictionary: Dictionary
    template: Template
    unit: Unit
    period: Period
    scope: str

    def of(self, source: SourceDocument) -> Iterator[Found]:
        """What a document says about the programme of the report, figure by figure."""
        document_id = source.record.document_id
        lines = list(lines_of(self.store.pages(document_id), self.store.blocks(document_id)))
        walk = Walk(self.unit, self.period, source, shared_out(lines))
        title = source.record.metadata.title or ""
        for line in without_recipients(lines):
            if Flag.INSTRUCTION_LIKE in line.flags:
                continue
            in_scope = self._in_scope(title, line)
            for one in walk.found(line):
                if in_scope:
                    yield one

    def _in_scope(self, title: str, line: Line) -> bool:
        """Whether a line is about the programme the report is about, by its words, its headings or the title."""
        if not self.scope:
            return True
        wanted = syllables(self.scope)
        text = " ".join(syllables(f"{title} / {' / '.join(line.headings)} / {line.text}"))
        return " ".join(wanted) in text

    def facts(
        self,
        kept: Sequence[Sourced],
        ahead: Sequence[Sourced],
        placing: Placing,
    ) -> Iterator[Fact]:
        """What belongs to the period, then what lies ahead: targets of the period itself, all else as statements."""
        for source, one in kept:
            if one.figure is not None:
                yield self._figure(source, one, placing)
            elif fact := self._statement(source, one, placing, Looks.BACK):
                yield fact
        targets = list(self._targets(ahead, placing))
        yield from targets
        told = {
            (one.citation.document_id, one.citation.page, one.citation.char_start) for one in targets if one.citation
        }
        for source, one in ahead:
            place = source.record.document_id, one.line.page, one.line.start
            if place in told or not self._is_told(source, one):
                continue
            if fact := self._statement(source, one, placing, Looks.AHEAD):
                yield fact

    def _targets(self, ahead: Sequence[Sourced], placing: Placing) -> Iterator[Fact]:
        """Targets of the report's own period; in a report on it those of an indicator, for its column of targets."""
        if not (self.template.indicator_table or self.template.looks_ahead):
            return
        for source, one in ahead:
            if one.figure is None or not one.is_target or one.period != self.period.name:
                continue
            fact = replace(self._figure(source, one, placing), kind=FactKind.TARGET)
            if self.template.looks_ahead or fact.indicator is not None:
                yield fact

    def _is_told(self, source: SourceDocument, one: Found) -> bool:
        """Whether a sentence ahead is one of this paper: a report's tell of the time after it, a plan's of its own."""
        if self.template.looks_ahead:
            return _lies_in(one.period, self.period) if one.period else is_of_period(source, self.period)
        return one.period != self.period.name and is_of_period(source, self.period)

    def _figure(self, source: SourceDocument, one: Found, placing: Placing) -> Fact:
        assert one.figure is not None
        figure, line = one.figure, one.line
        accented = fold(line.text) != line.text.lower()
        words = one.words.replace("#", " # ")
        names = [figure.unit] if figure.unit in {MONEY, PERCENT} else [figure.unit, *_heads(figure.label)]
        growth = (GROWTH if figure.unit == PERCENT else CHANGE).search(words)
        indicator = None if growth else self.dictionary.match(_words(words), names, accented=accented)
        section = placing.of_figure(indicator, source.record.document_id, line, f"{words} {line.text}")
        start, end = _part(line, figure.start, figure.end)
        citation = cite_line(source.record, line, (start, end), source.number, source.newer)
        return Fact(
            fact_id=_fact_id(section, citation, figure.start - start, figure.value),
            section=section,
            statement=citation.quote,
            citation=citation,
            indicator=indicator,
            label=self._label(one.label, indicator),
            value=figure.value,
            number=figure.number,
            value_start=figure.start - start,
            value_end=figure.end - start,
            unit_of_measure=self._unit(indicator, figure.unit),
            approximate=figure.approximate,
            plan=figure.plan,
            rate=figure.rate,
            period=one.period or self.period.name,
            place=one.place,
            span=Span.CUMULATIVE if one.standing is Standing.CUMULATIVE else Span.IN_PERIOD,
            doubt=_doubt(one),
        )

    def _label(self, label: str, indicator: str | None) -> str:
        """What is counted; the indicator's name where the source says no more than "người" or "đồng"."""
        name = self.dictionary.name(indicator)
        return name if name and (not label or label.lower() in _BARE) else label

    def _unit(self, indicator: str | None, unit: str) -> str:
        """As the dictionary measures it, where the source counts persons of that kind."""
        if indicator and unit in PERSONS and self.dictionary.by_code[indicator].unit == PERSON:
            return PERSON
        return unit

    def _statement(self, source: SourceDocument, one: Found, placing: Placing, looks: Looks) -> Fact | None:
        """A sentence that answers a section; one ahead may hold figures, they are told with it and not as facts."""
        line = one.line
        if line.kind not in _STATED or len(syllables(line.text)) < _LEAST_SYLLABLES or not is_sentence(line.text):
            return None
        placed = placing.of_statement(source.record.document_id, line, looks)
        if placed is None:
            return None
        citation = cite_line(source.record, line, (0, len(line.text)), source.number, source.newer)
        span = Span.CUMULATIVE if one.standing is Standing.CUMULATIVE else Span.UNKNOWN
        return Fact(
            fact_id=_fact_id(placed[0], citation, 0, ""),
            section=placed[0],
            statement=citation.quote,
            citation=citation,
            period=one.period or self.period.name,
            place=one.place,
            span=span if looks is Looks.AHEAD or span is Span.CUMULATIVE else Span.IN_PERIOD,
            doubt=Doubt.INFERRED_PERIOD if one.when.inferred and looks is Looks.BACK else Doubt.NONE,
        )

    def left_out(self, found: Sequence[Sourced]) -> Iterator[LeftOut]:
        """Figures of the unit's own documents that do not belong, with the reason."""
        for source, one in found:
            if one.figure is None or (one.own and one.standing in BELONGS) or not source.own:
                continue
            reasons = {Standing.AHEAD: "ahead", Standing.ELSEWHEN: "other_period", Standing.UNKNOWN: "unknown_period"}
            reason = reasons.get(one.standing, "other_place") if one.own else "other_place"
            span = _part(one.line, one.figure.start, one.figure.end)
            yield LeftOut(cite_line(source.record, one.line, span, source.number, None), one.figure.value, reason)


def _doubt(one: Found) -> Doubt:
    if one.when.inferred:
        return Doubt.INFERRED_PERIOD
    return Doubt.AFTER_OUTLOOK if one.after_outlook else Doubt.NONE


def _words(text: str) -> list[str]:
    cleaned = "".join(char if char.isalnum() or char in "%#" else " " for char in text)
    return cleaned.replace("%", " % ").split()


def _heads(label: str) -> list[str]:
    """The first words of a name, each length: "hộ", "hộ nghèo"."""
    words = label.split()
    return [" ".join(words[:size]) for size in range(1, min(4, len(words)) + 1)]


def _part(line: Line, start: int, end: int) -> tuple[int, int]:
    """What is cited for a figure: the sentence, or of a long one the part between semicolons."""
    if len(line.text) <= _LONGEST or line.kind is BlockKind.TABLE_ROW:
        return 0, len(line.text)
    first = line.text.rfind(";", 0, start) + 1
    stop = line.text.find(";", end)
    stop = len(line.text) if stop < 0 else stop
    part = line.text[first:stop]
    return first + len(part) - len(part.lstrip()), first + len(part.rstrip())


def _fact_id(section: str, citation: Citation, at: int, value: str) -> str:
    place = f"{section}:{citation.document_id}:{citation.page}:{citation.char_start + at}:{value}"
    return hashlib.sha256(place.encode()).hexdigest()[:12]
