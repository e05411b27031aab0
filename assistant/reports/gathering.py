"""Gathers the facts of a unit and a period from the store, section by section of an outline."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.errors import BadPeriodError
from assistant.model import AnswerWarning, Citation, WarningCode
from assistant.reports.counted import MONEY, PERCENT, PERSON
from assistant.reports.document_period import Basis
from assistant.reports.figure_words import PERSONS
from assistant.reports.indicators import Dictionary
from assistant.reports.line_forms import GROWTH as _GROWTH
from assistant.reports.line_forms import is_sentence, without_recipients
from assistant.reports.lines import Line, cite_line, lines_of
from assistant.reports.merging import linked, merged
from assistant.reports.model import Fact, Missing, ReportRequest, Span
from assistant.reports.periods import Period, name_of, period_named
from assistant.reports.placing import Placing, Search, placing_for
from assistant.reports.source_documents import Choice, SourceDocument, choose, units_of_store
from assistant.reports.templates import Looks, Template
from assistant.reports.times import Standing, same_days
from assistant.reports.units import Unit, nearest, other_sense, read_unit
from assistant.reports.walk import Found, Walk
from ingest.documents import BlockKind, Flag
from ingest.text.folding import fold
from vectorstore.store import Store
from vectorstore.terms import syllables

_BELONGS = frozenset({Standing.IN_PERIOD, Standing.CUMULATIVE})
_STATED = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LEAST_SYLLABLES = 8
"""A shorter line without a figure states nothing."""
_NAMED_MOST = 3
_LONGEST = 420
"""Characters; a longer sentence is cited by the part between semicolons that holds the figure."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure that was read and does not belong."""

    citation: Citation
    value: str
    reason: str
    """other_place, other_period, ahead or unknown_period."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the store gives for a request."""

    request: ReportRequest
    unit: Unit
    period: Period
    facts: tuple[Fact, ...]
    missing: tuple[Missing, ...]
    warnings: tuple[AnswerWarning, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    periods: tuple[str, ...] = ()
    """Canonical names of the periods that documents of the unit are about."""
    documents: tuple[str, ...] = ()
    """Ids of the documents facts come from."""


def gather(
    store: Store, search: Search, dictionary: Dictionary, template: Template, request: ReportRequest
) -> Gathered:
    """Facts of unit and period, each in its section; what is amiss is told in warnings, nothing is raised.

    :raises BadPeriodError: the request's period is not canonical.
    """
    period = period_named(request.period)
    known = units_of_store(store)
    unit = read_unit(request.unit, known)
    if unit is None:
        return _nothing(
            request, template, dictionary, Unit(request.unit, request.unit), period, [_unknown(request, known)]
        )
    choice = choose(store, unit, period.last)
    reading = _Reading(store, dictionary, template, unit, period, request.scope or template.scope)
    found = [(source, one) for source in choice.documents for one in reading.of(source)]
    kept = [(source, one) for source, one in found if one.own and (one.standing in _BELONGS)]
    documents = tuple(dict.fromkeys(source.record.document_id for source, _ in kept))
    ahead = [
        (source, one)
        for source, one in found
        if one.own and one.standing is Standing.AHEAD and is_of_period(source, period)
    ]
    sources = tuple(dict.fromkeys((*documents, *(source.record.document_id for source, _ in ahead))))
    placing = placing_for(template, search, sources)
    facts = linked(merged(together(list(reading.facts(kept, ahead, placing)), template)), store.idf)
    facts = _ticked(facts, template)
    periods = _periods_of(choice.documents, found)
    gathered = Gathered(
        request=request,
        unit=unit,
        period=period,
        facts=facts,
        missing=missing_of(template, dictionary, facts),
        left_out=tuple(reading.left_out(found)),
        periods=periods,
        documents=documents,
    )
    return replace(gathered, warnings=tuple(_warnings(gathered, choice, known)))


def together(facts: Sequence[Fact], template: Template) -> list[Fact]:
    """The facts, those of one quote in one section: the one most of them are of, the earlier where two are."""
    order = {section.section_id: place for place, section in enumerate(template.sections)}
    votes: dict[tuple[str, int, int], Counter[str]] = {}
    for fact in facts:
        votes.setdefault(_quote(fact), Counter())[fact.section] += 1
    found = []
    for fact in facts:
        section = min(votes[_quote(fact)].items(), key=lambda one: (-one[1], order[one[0]]))[0]
        found.append(replace(fact, section=section))
    return found


def _quote(fact: Fact) -> tuple[str, int, int]:
    assert fact.citation is not None
    return fact.citation.document_id, fact.citation.page, fact.citation.char_start


def is_of_period(source: SourceDocument, period: Period) -> bool:
    """Whether a document reports on the period, or was issued in it: what it announces comes after it."""
    if source.period is not None and source.period.basis is not Basis.AS_OF:
        return same_days(period, source.period.first, source.period.last)
    return source.day is not None and period.holds(source.day, source.day)


@dataclass(frozen=True, slots=True)
class _Reading:
    store: Store
    dictionary: Dictionary
    template: Template
    unit: Unit
    period: Period
    scope: str

    def of(self, source: SourceDocument) -> Iterator[Found]:
        document_id = source.record.document_id
        walk = Walk(self.unit, self.period, source)
        lines = list(lines_of(self.store.pages(document_id), self.store.blocks(document_id)))
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
        kept: Sequence[tuple[SourceDocument, Found]],
        ahead: Sequence[tuple[SourceDocument, Found]],
        placing: Placing,
    ) -> Iterator[Fact]:
        for source, one in kept:
            if one.figure is not None:
                yield self._figure(source, one, placing)
            elif fact := self._statement(source, one, placing, Looks.BACK):
                yield fact
        for source, one in ahead:
            if fact := self._statement(source, one, placing, Looks.AHEAD):
                yield fact

    def _figure(self, source: SourceDocument, one: Found, placing: Placing) -> Fact:
        assert one.figure is not None
        figure, line = one.figure, one.line
        accented = fold(line.text) != line.text.lower()
        words = one.words.replace("#", " # ")
        names = [figure.unit] if figure.unit in {MONEY, PERCENT} else [figure.unit, *_heads(figure.label)]
        growth = figure.unit == PERCENT and _GROWTH.search(words)
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
            label=one.label or self.dictionary.name(indicator),
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
        )

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
        )

    def left_out(self, found: Sequence[tuple[SourceDocument, Found]]) -> Iterator[LeftOut]:
        """Figures of the unit's own documents that do not belong, with the reason."""
        for source, one in found:
            if one.figure is None or (one.own and one.standing in _BELONGS) or not source.own:
                continue
            reasons = {Standing.AHEAD: "ahead", Standing.ELSEWHEN: "other_period", Standing.UNKNOWN: "unknown_period"}
            reason = reasons.get(one.standing, "other_place") if one.own else "other_place"
            span = _part(one.line, one.figure.start, one.figure.end)
            yield LeftOut(cite_line(source.record, one.line, span, source.number, None), one.figure.value, reason)


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


def missing_of(template: Template, dictionary: Dictionary, facts: Sequence[Fact]) -> tuple[Missing, ...]:
    """Indicators the outline expects and no fact gives, and sections that nothing is found for."""
    held = {fact.indicator for fact in facts if fact.indicator}
    filled = {fact.section for fact in facts}
    found: list[Missing] = []
    for section in template.sections:
        wanted = [code for code in section.indicators if code not in held]
        found += [Missing(section.section_id, dictionary.name(code), code) for code in wanted]
        if section.gathers and not wanted and section.section_id not in filled and not section.indicators:
            found.append(Missing(section.section_id, section.title or section.guidance))
    return tuple(found)


def _ticked(facts: Sequence[Fact], template: Template) -> tuple[Fact, ...]:
    """Figures ticked; of the statements of a section the first ones, as many as the outline says."""
    counts: dict[str, int] = {}
    told: list[Fact] = []
    for fact in facts:
        if fact.value:
            told.append(fact)
            continue
        counts[fact.section] = counts.get(fact.section, 0) + 1
        told.append(replace(fact, ticked=counts[fact.section] <= template.most_statements))
    order = {section.section_id: place for place, section in enumerate(template.sections)}
    return tuple(sorted(told, key=lambda fact: order[fact.section]))


def _periods_of(documents: Sequence[SourceDocument], found: Sequence[tuple[SourceDocument, Found]]) -> tuple[str, ...]:
    """Periods the unit's documents are about, newest first."""
    known = [one.period for one in documents if one.own and one.period and not one.plans]
    from_cards = [(one.first, one.last) for one in known if one.basis is not Basis.AS_OF]
    names = {one.period for source, one in found if one.own and one.figure and len(one.period) < len("2020-01-01")}
    names |= {name_of(first, last) for first, last in from_cards}
    return tuple(sorted((name for name in names if name), reverse=True))


def _unknown(request: ReportRequest, known: Sequence[str]) -> AnswerWarning:
    return AnswerWarning(
        WarningCode.UNKNOWN_UNIT, {"unit": request.unit, "nearest": "; ".join(nearest(request.unit, known))}
    )


def _nothing(
    request: ReportRequest,
    template: Template,
    dictionary: Dictionary,
    unit: Unit,
    period: Period,
    warnings: Sequence[AnswerWarning],
) -> Gathered:
    return Gathered(request, unit, period, (), missing_of(template, dictionary, ()), tuple(warnings))


def _warnings(gathered: Gathered, choice: Choice, known: Sequence[str]) -> Iterator[AnswerWarning]:
    unit, period = gathered.unit, gathered.period
    if not choice.documents and not choice.other_borders:
        yield _unknown(gathered.request, known)
    elif not gathered.facts:
        names = ", ".join(period_named(name).words for name in gathered.periods if _is_named(name))
        yield AnswerWarning(
            WarningCode.PERIOD_WITHOUT_DOCUMENTS, {"unit": unit.name, "period": period.words, "periods": names or "–"}
        )
    others = other_sense(unit, period.last)
    if others:
        yield AnswerWarning(WarningCode.MERGED_PROVINCE, {"unit": unit.name, "others": ", ".join(others)})
    for name in choice.other_borders[:_NAMED_MOST]:
        yield AnswerWarning(WarningCode.OTHER_BORDERS, {"unit": unit.name, "source": name})
    disputed = sum(1 for fact in gathered.facts if fact.conflicts)
    if disputed:
        yield AnswerWarning(WarningCode.CONFLICTING_FACTS, {"count": disputed})


def _is_named(name: str) -> bool:
    try:
        period_named(name)
    except BadPeriodError:
        return False
    return True
