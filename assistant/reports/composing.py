"""Drafts put together from the sources' own sentences, of ticked facts only; no language model, no invention."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.errors import LlmError
from assistant.model import AnswerWarning, Citation, Mode, WarningCode
from assistant.report_texts_vi import (
    LABELLED,
    LABELLED_PLAN,
    MISSING,
    MISSING_CONTENT,
    MISSING_JOINT,
    MISSING_MARK,
    OPENING_SECTION,
)
from assistant.reports.blanks import filled
from assistant.reports.indicators import Dictionary
from assistant.reports.list_signs import without_list_sign
from assistant.reports.model import (
    DraftSection,
    DraftSentence,
    Fact,
    FactKind,
    FactOrigin,
    IndicatorRow,
    Missing,
    Paragraph,
    ParagraphKind,
    ReportDraft,
    ReportRequest,
    SentenceKind,
)
from assistant.reports.periods import Period
from assistant.reports.progress import Progress, Tell, Work, untold
from assistant.reports.recipients import recipients_for
from assistant.reports.table_rows import is_row
from assistant.reports.templates import Looks, Template, TemplateSection
from assistant.reports.units import Unit
from assistant.reports.writing import Heading, SectionWriter

logger = logging.getLogger(__name__)

_PER_PARAGRAPH = 4
_ENDS = ".!?…:;,"


@dataclass(frozen=True, slots=True)
class MadeSection:
    """A section of a draft and what is to be known of how it was made."""

    section: DraftSection
    warnings: tuple[AnswerWarning, ...] = ()
    by_model: bool = False


@dataclass(frozen=True, slots=True)
class Drafting:
    """What a draft is made for."""

    template: Template
    request: ReportRequest
    unit: Unit
    period: Period
    dictionary: Dictionary
    writer: SectionWriter | None = None
    """Writes sections in a language model's words; without one the sources' own sentences stand."""

    def filled(self, pattern: str) -> str:
        """A title, heading or opening sentence with its blanks filled from the request alone."""
        return filled(pattern, self.template, self.request, self.unit.name, self.period)

    def draft(
        self,
        facts: Sequence[Fact],
        missing: Sequence[Missing],
        warnings: Sequence[AnswerWarning] = (),
        tell: Tell = untold,
    ) -> ReportDraft:
        """The whole draft; a section the language model fails on is put together from the sources and told."""
        made = []
        for at, section in enumerate(self.template.sections, start=1):
            title = self.filled(section.title) or OPENING_SECTION
            tell(Progress(Work.WRITING, at, len(self.template.sections), title))
            made.append(self.section(section, facts, missing))
        written = any(one.by_model for one in made)
        return ReportDraft(
            request=self.request,
            title=self.filled(self.template.title),
            type_name=self.template.type_name,
            type_code=self.template.type_code,
            sections=tuple(one.section for one in made),
            facts=tuple(facts),
            missing=tuple(missing),
            rows=self.rows(facts),
            addressees=self.template.addressees,
            recipients=recipients_for(self.template.recipients, self.unit.name, self.request.period),
            mode=Mode.MODEL if written else Mode.EXTRACTIVE,
            warnings=(*warnings, *(warning for one in made for warning in one.warnings)),
        )

    def rows(self, facts: Sequence[Fact]) -> tuple[IndicatorRow, ...]:
        """The appendix of an outline that has one; what is told of difficulties is no result of an indicator."""
        if not self.template.indicator_table:
            return ()
        aside = {one.section_id for one in self.template.sections if one.by_heading}
        return tuple(indicator_rows([one for one in facts if one.section not in aside], self.dictionary))

    def section(self, section: TemplateSection, facts: Sequence[Fact], missing: Sequence[Missing]) -> MadeSection:
        """One heading: its opening words, what the ticked facts say, what is missing."""
        told = (fact for fact in facts if section.looks is Looks.AHEAD or fact.kind is FactKind.RESULT)
        own = [fact for fact in told if fact.section == section.section_id]
        written = self._told(section, tuple(sourced(own, section.indicators)), own)
        body = [*self._opening(section), *written.section.paragraphs]
        gaps = gap_sentence([one for one in missing if one.section == section.section_id])
        if gaps is not None:
            body.append(Paragraph((gaps,)))
        return replace(written, section=replace(written.section, paragraphs=tuple(body)))

    def _told(self, section: TemplateSection, body: tuple[Paragraph, ...], facts: Sequence[Fact]) -> MadeSection:
        """What the facts say, in the language model's words where there is one and its words hold."""
        title = self.filled(section.title)
        made = DraftSection(section.section_id, section.level, title, body, section.guidance)
        given = [one for paragraph in body for one in paragraph.sentences if one.kind is SentenceKind.SOURCED]
        if self.writer is None or not given:
            return MadeSection(made)
        heading = Heading(title or self.filled(self.template.title), self.unit.name, self.period.words)
        try:
            written = self.writer.write(heading, given, [fact for fact in facts if fact.ticked])
        except LlmError as error:
            logger.warning("section %s: %s; put together from the sources", section.section_id, error)
            details = {"section": title or OPENING_SECTION, "problem": str(error.details.get("problem", ""))}
            return MadeSection(made, (AnswerWarning(WarningCode.SECTION_FALLBACK, dict(details)),))
        typed = [one for one in body if all(item.kind is not SentenceKind.SOURCED for item in one.sentences)]
        removed = AnswerWarning(
            WarningCode.UNSUPPORTED_SENTENCES, {"count": written.removed, "section": title or OPENING_SECTION}
        )
        paragraphs = (*grouped(written.sentences), *typed)
        return MadeSection(replace(made, paragraphs=paragraphs), (removed,) if written.removed else (), by_model=True)

    def _opening(self, section: TemplateSection) -> Iterator[Paragraph]:
        for pattern in section.opening:
            text = self.filled(pattern)
            kind = SentenceKind.MISSING if MISSING_MARK in text else SentenceKind.FRAME
            yield Paragraph((DraftSentence(text, kind),))


def grouped(sentences: Sequence[DraftSentence]) -> Iterator[Paragraph]:
    """Sentences in paragraphs of a readable length."""
    for at in range(0, len(sentences), _PER_PARAGRAPH):
        yield Paragraph(tuple(sentences[at : at + _PER_PARAGRAPH]))


def gap_sentence(missing: Sequence[Missing]) -> DraftSentence | None:
    """What a section lacks, in one mark."""
    if not missing:
        return None
    labels = [one.label or MISSING_CONTENT for one in missing]
    return DraftSentence(MISSING.format(what=MISSING_JOINT.join(dict.fromkeys(labels))), SentenceKind.MISSING)


def sourced(facts: Sequence[Fact], indicators: Sequence[str] = ()) -> Iterator[Paragraph]:
    """Paragraphs of the ticked facts: those of one place become one sentence, in the order of the indicators."""
    order = {code: place for place, code in enumerate(indicators)}
    groups: dict[tuple[str, int, int, int], list[Fact]] = {}
    typed: list[Fact] = []
    for fact in facts:
        if fact.citation is None or fact.origin is FactOrigin.PERSON:
            typed.append(fact)
            continue
        one = fact.citation
        groups.setdefault((one.document_id, one.page, one.char_start, one.char_end), []).append(fact)
    ranked = sorted(groups.values(), key=lambda group: min(order.get(one.indicator or "", len(order)) for one in group))
    sentences = [sentence for group in ranked for sentence in _told(group)]
    by_section: dict[tuple[str, tuple[str, ...]], list[DraftSentence]] = {}
    for sentence in sentences:
        one = sentence.citations[0]
        by_section.setdefault((one.document_id, one.heading_path), []).append(sentence)
    for together in by_section.values():
        yield from grouped(together)
    for fact in typed:
        if fact.ticked:
            sentence = DraftSentence(_ended(_typed(fact)), SentenceKind.PERSON, fact_ids=(fact.fact_id,))
            yield Paragraph((sentence,), ParagraphKind.BULLET)


def _told(group: Sequence[Fact]) -> Iterator[DraftSentence]:
    """The facts of one quote: the quote itself when all its figures are ticked, else only the parts that are."""
    ticked = [fact for fact in group if fact.ticked]
    if not ticked:
        return
    refused = [fact for fact in group if not fact.ticked and fact.value]
    if is_row(group[0].statement):  # other columns, such as the year before, are none of what was ticked
        told = sorted((fact for fact in ticked if fact.value), key=lambda one: one.value_start)
        yield _sentence("; ".join(map(_labelled, told)) or group[0].statement, ticked)
        return
    if not refused:
        yield _sentence(group[0].statement, ticked)
        return
    for fact in sorted(ticked, key=lambda one: one.value_start):
        clause = _clause(fact, refused)
        yield _sentence(clause if clause else _labelled(fact), [fact])


def _sentence(text: str, facts: Sequence[Fact]) -> DraftSentence:
    citations: list[Citation] = []
    for fact in facts:
        citations += [one for one in (fact.citation, *fact.duplicates) if one is not None]
    return DraftSentence(
        _ended(text), SentenceKind.SOURCED, tuple(dict.fromkeys(citations)), tuple(fact.fact_id for fact in facts)
    )


def _clause(fact: Fact, refused: Sequence[Fact]) -> str:
    """The words around a figure between commas and semicolons; empty where a figure not wanted stands in them."""
    text = fact.statement
    start = max(text.rfind(mark, 0, fact.value_start) for mark in (";", ", ")) + 1
    ends = [at for mark in (";", ", ") if (at := text.find(mark, fact.value_end)) >= 0]
    end = min(ends, default=len(text))
    if any(start <= one.value_start < end for one in refused):
        return ""
    return text[start:end].strip()


def _labelled(fact: Fact) -> str:
    label = fact.label or fact.unit_of_measure
    value = f"{fact.value} {fact.unit_of_measure}".strip() if fact.label else fact.value
    if label and fact.plan is not None:
        return LABELLED_PLAN.format(
            label=label, value=fact.value, plan=written(fact.plan), unit=fact.unit_of_measure if fact.label else ""
        ).strip()
    return LABELLED.format(label=label, value=value) if label else fact.value


def _typed(fact: Fact) -> str:
    return fact.statement.strip() or _labelled(fact)


def _ended(text: str) -> str:
    """One line, without the sign of a list, its first letter a capital, with a stop."""
    flat = without_list_sign(" ".join(text.split()))
    flat = flat.rstrip(_ENDS + " ").rstrip("/").rstrip(".")
    return f"{flat[:1].upper()}{flat[1:]}."


def written(number: object) -> str:
    """A number as Vietnamese writes it: 12.226; 3,5."""
    text = f"{number:,f}" if not isinstance(number, str) else number
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def indicator_rows(facts: Sequence[Fact], dictionary: Dictionary) -> Iterator[IndicatorRow]:
    """Lines of the appendix: the ticked figures with an indicator, in the order of the dictionary.

    A target that another source gives stands beside the result, or alone where there is none.
    """
    order = {code: place for place, code in enumerate(dictionary)}
    ticked = [fact for fact in facts if fact.ticked and fact.value and fact.indicator in order]
    results = [fact for fact in ticked if fact.kind is FactKind.RESULT]
    targets = [fact for fact in ticked if fact.kind is FactKind.TARGET]
    rows = [
        (order[fact.indicator or ""], _row(fact, _target_of(fact, targets, results), dictionary)) for fact in results
    ]
    met = {(fact.indicator, fact.unit_of_measure) for fact in results}
    for fact in targets:
        if (fact.indicator, fact.unit_of_measure) not in met:
            label = fact.label or dictionary.name(fact.indicator)
            bare = IndicatorRow(fact.indicator, label, fact.unit_of_measure, fact.value, "", "", None, fact.citation)
            rows.append((order[fact.indicator or ""], bare))
    yield from (row for _, row in sorted(rows, key=lambda one: one[0]))


def _target_of(result: Fact, targets: Sequence[Fact], results: Sequence[Fact]) -> Fact | None:
    """The target of a result that names none: the only one of its indicator and unit, as it is the only result."""
    same = [
        one for one in targets if (one.indicator, one.unit_of_measure) == (result.indicator, result.unit_of_measure)
    ]
    alone = [
        one for one in results if (one.indicator, one.unit_of_measure) == (result.indicator, result.unit_of_measure)
    ]
    return same[0] if result.plan is None and len(same) == 1 and len(alone) == 1 else None


def _row(fact: Fact, target: Fact | None, dictionary: Dictionary) -> IndicatorRow:
    plan = "" if fact.plan is None else written(fact.plan)
    return IndicatorRow(
        indicator=fact.indicator,
        label=fact.label or dictionary.name(fact.indicator),
        unit_of_measure=fact.unit_of_measure,
        plan=target.value if target else plan,
        result=fact.value,
        rate="" if fact.rate is None else written(fact.rate),
        citation=fact.citation,
        plan_citation=target.citation if target else None,
    )
