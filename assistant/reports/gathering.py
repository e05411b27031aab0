"""Gathers the facts of a unit and a period from the store, section by section of an outline."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.errors import BadPeriodError
from assistant.model import AnswerWarning, WarningCode
from assistant.reports.blanks import filled
from assistant.reports.document_period import Basis
from assistant.reports.fact_reading import BELONGS, FactReading, LeftOut, Sourced, is_of_period
from assistant.reports.indicators import Dictionary
from assistant.reports.merging import linked, merged
from assistant.reports.model import Doubt, Fact, FactKind, Missing, ReportRequest
from assistant.reports.periods import Period, name_of, period_named
from assistant.reports.placing import Search, placing_for
from assistant.reports.progress import Progress, Tell, Work, untold
from assistant.reports.source_documents import Choice, SourceDocument, choose, units_of_store
from assistant.reports.templates import Template
from assistant.reports.times import Standing
from assistant.reports.units import Unit, nearest, other_sense, read_unit
from vectorstore.store import Store

_NAMED_MOST = 3
_DOUBTED = {
    Doubt.INFERRED_PERIOD: WarningCode.INFERRED_PERIOD,
    Doubt.AFTER_OUTLOOK: WarningCode.AFTER_OUTLOOK,
}


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
    store: Store,
    search: Search,
    dictionary: Dictionary,
    template: Template,
    request: ReportRequest,
    tell: Tell = untold,
) -> Gathered:
    """Facts of unit and period, each in its section; what is amiss is told in warnings, nothing is raised.

    :param tell: Told how far the work is: document by document, then section by section.

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
    reading = FactReading(store, dictionary, template, unit, period, request.scope or template.scope)
    found: list[Sourced] = []
    for at, source in enumerate(choice.documents, start=1):
        tell(Progress(Work.READING, at, len(choice.documents), source.record.metadata.title or source.record.source))
        found += [(source, one) for one in reading.of(source)]
    kept = [(source, one) for source, one in found if one.own and (one.standing in BELONGS)]
    documents = tuple(dict.fromkeys(source.record.document_id for source, _ in kept))
    ahead = [(source, one) for source, one in found if one.own and one.standing is Standing.AHEAD]
    told = [source for source, one in ahead if one.period == period.name or is_of_period(source, period)]
    sources = tuple(dict.fromkeys((*documents, *(source.record.document_id for source in told))))
    placing = placing_for(
        template, search, sources, lambda title: filled(title, template, request, unit.name, period), tell
    )
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


def missing_of(template: Template, dictionary: Dictionary, facts: Sequence[Fact]) -> tuple[Missing, ...]:
    """Indicators the outline expects and no fact gives, and sections that nothing is found for."""
    held = {fact.indicator for fact in facts if fact.indicator and (template.looks_ahead or not _is_target(fact))}
    filled = {fact.section for fact in facts}
    found: list[Missing] = []
    for section in template.sections:
        wanted = [code for code in section.indicators if code not in held]
        found += [Missing(section.section_id, dictionary.name(code), code) for code in wanted]
        if section.gathers and not wanted and section.section_id not in filled and not section.indicators:
            found.append(Missing(section.section_id, section.title or section.guidance))
    return tuple(found)


def _is_target(fact: Fact) -> bool:
    return fact.kind is FactKind.TARGET


def _ticked(facts: Sequence[Fact], template: Template) -> tuple[Fact, ...]:
    """Figures ticked, but doubtful and disputed ones; of a section's statements as many as the outline says, the first.

    Between sources that disagree a person chooses: ticked, both would stand in the draft as if they were true.
    """
    counts: dict[str, int] = {}
    told: list[Fact] = []
    for fact in facts:
        if fact.value:
            told.append(replace(fact, ticked=not fact.doubt and not fact.conflicts))
            continue
        counts[fact.section] = counts.get(fact.section, 0) + (not fact.doubt)
        told.append(replace(fact, ticked=not fact.doubt and counts[fact.section] <= template.most_statements))
    order = {section.section_id: place for place, section in enumerate(template.sections)}
    return tuple(sorted(told, key=lambda fact: order[fact.section]))


def _periods_of(documents: Sequence[SourceDocument], found: Sequence[Sourced]) -> tuple[str, ...]:
    """Periods the unit's documents are about, newest first."""
    known = [one.period for one in documents if one.own and one.period and not one.plans]
    from_cards = [(one.first, one.last) for one in known if one.basis is not Basis.AS_OF]
    told = [one for _, one in found if one.own and one.figure and not one.when.coming]
    names = {one.period for one in told if len(one.period) < len("2020-01-01")}
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
    for doubt, code in _DOUBTED.items():
        doubtful = sum(1 for fact in gathered.facts if fact.doubt is doubt)
        if doubtful:
            yield AnswerWarning(code, {"count": doubtful, "period": period.words})
    disputed = sum(1 for fact in gathered.facts if fact.conflicts)
    if disputed:
        yield AnswerWarning(WarningCode.CONFLICTING_FACTS, {"count": disputed})


def _is_named(name: str) -> bool:
    try:
        period_named(name)
    except BadPeriodError:
        return False
    return True
