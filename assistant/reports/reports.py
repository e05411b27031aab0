"""Reports as the rims use them: outlines, facts of a request, drafts from ticked facts."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from assistant.errors import TemplateFileError, UnknownSectionError, UnknownTemplateError
from assistant.model import AnswerWarning, Mode, WarningCode
from assistant.report_texts_vi import OPENING_SECTION, problem_text
from assistant.reports.composing import Drafting
from assistant.reports.fact_table import fact_table
from assistant.reports.gathering import Gathered, gather, missing_of
from assistant.reports.indicators import Dictionary, load_dictionary
from assistant.reports.model import Fact, ReportDraft, ReportRequest
from assistant.reports.periods import period_named, read_period
from assistant.reports.placing import Search
from assistant.reports.progress import Tell, untold
from assistant.reports.source_documents import units_of_store
from assistant.reports.template_files import load_templates
from assistant.reports.templates import Template, Templates
from assistant.reports.units import Unit, read_unit
from assistant.reports.writing import SectionWriter
from assistant.reports.writing_warnings import about_facts, without_section
from vectorstore.store import Store

OFFICE_FOLDER = "templates"
"""Inside the data folder: outlines of the office, in the place of the shipped ones of the same id."""


class Reports:
    """Drafts reports from the documents of a store."""

    def __init__(self, store: Store, search: Search, office_folder: Path | None = None) -> None:
        """:param search: Question, filters and top_k to passages."""
        self.writer: SectionWriter | None = None
        """Writes sections in a language model's words, where one is set."""
        self._store = store
        self._search = search
        self._office_folder = office_folder

    @cached_property
    def dictionary(self) -> Dictionary:
        """The indicators."""
        return load_dictionary()

    def templates(self) -> Templates:
        """Outlines as they are on disk now, and what is wrong with others."""
        return load_templates(frozenset(self.dictionary), self._office_folder)

    def template(self, template_id: str) -> Template:
        """One outline.

        :raises TemplateFileError: its file has a mistake.
        :raises UnknownTemplateError: there is none of that id.
        """
        templates = self.templates()
        found = templates.get(template_id)
        if found is not None:
            return found
        for one in templates.problems:
            if one.refused and Path(one.path).stem == template_id:
                raise TemplateFileError(path=one.path, line=one.line, problem=problem_text(one.problem, one.value))
        raise UnknownTemplateError(template=template_id, known=", ".join(one.template_id for one in templates))

    def request(
        self, template_id: str, unit: str, period: str, *, profile: str = "HOI", scope: str = ""
    ) -> ReportRequest:
        """A request from what a person typed; the period becomes canonical.

        :raises BadPeriodError: not one period.
        :raises ReportError: no such outline, or one with a mistake.
        """
        self.template(template_id)
        return ReportRequest(template_id, " ".join(unit.split()), read_period(period).name, profile, scope.strip())

    def units(self) -> tuple[str, ...]:
        """Units the store has documents of, those with most documents first."""
        return units_of_store(self._store)

    def gather(self, request: ReportRequest, tell: Tell = untold) -> Gathered:
        """The facts of the store for a request, what is missing, and what to know about it.

        :raises ReportError: no such outline, or a period that is none. An unknown unit and a period without
            documents are warnings: the draft then holds only what is to be added.
        """
        template = self.template(request.template_id)
        gathered = gather(self._store, self._search, self.dictionary, template, request, tell)
        problems = [
            AnswerWarning(WarningCode.UNKNOWN_INDICATOR, {"path": one.path, "line": one.line, "value": one.value})
            for one in self.templates().problems
            if not one.refused and one.template_id == request.template_id
        ]
        problems += [
            AnswerWarning(
                WarningCode.TEMPLATE_REFUSED,
                {"path": one.path, "line": one.line, "problem": problem_text(one.problem, one.value)},
            )
            for one in self.templates().problems
            if one.refused and Path(one.path).stem == request.template_id
        ]
        return replace(gathered, warnings=(*problems, *gathered.warnings))

    def compose(
        self,
        request: ReportRequest,
        facts: Sequence[Fact],
        warnings: Sequence[AnswerWarning] = (),
        *,
        use_model: bool = True,
        tell: Tell = untold,
    ) -> ReportDraft:
        """The draft of the ticked facts; with a language model section by section, each checked.

        :param warnings: Of an earlier draft; those of its writing are left out.

        :raises ReportError: no such outline, or a period that is none.
        """
        drafting = self._drafting(request, use_model=use_model)
        ticked = [fact for fact in facts if fact.ticked]
        missing = missing_of(drafting.template, self.dictionary, ticked)
        return drafting.draft(facts, missing, about_facts(warnings), tell)

    def regenerate(self, draft: ReportDraft, section_id: str, *, use_model: bool = True) -> ReportDraft:
        """The draft with one section written anew from the facts ticked now; the others stay as they are.

        :raises UnknownSectionError: the outline has no such section.
        :raises ReportError: no such outline, or a period that is none.
        """
        drafting = self._drafting(draft.request, use_model=use_model)
        section = drafting.template.section(section_id)
        if section is None:
            raise UnknownSectionError(section=section_id, template=draft.request.template_id)
        missing = missing_of(drafting.template, self.dictionary, [fact for fact in draft.facts if fact.ticked])
        fresh = drafting.section(section, draft.facts, missing)
        sections = tuple(fresh.section if one.section_id == section_id else one for one in draft.sections)
        rows = drafting.rows(draft.facts)
        kept = without_section(draft.warnings, fresh.section.title or OPENING_SECTION)
        warnings = (*kept, *(one for one in fresh.warnings if one not in kept))
        mode = Mode.MODEL if fresh.by_model else draft.mode
        return replace(draft, sections=sections, missing=missing, rows=rows, warnings=warnings, mode=mode)

    def fact_table(self, request: ReportRequest, facts: Sequence[Fact]) -> bytes:
        """The facts as an Excel file.

        :raises ReportError: no such outline.
        """
        template = self.template(request.template_id)
        missing = missing_of(template, self.dictionary, [fact for fact in facts if fact.ticked])
        return fact_table(facts, missing, template, self.dictionary)

    def _drafting(self, request: ReportRequest, *, use_model: bool) -> Drafting:
        template = self.template(request.template_id)
        unit = read_unit(request.unit, self.units()) or Unit(request.unit, "")
        writer = self.writer if use_model else None
        return Drafting(template, request, unit, period_named(request.period), self.dictionary, writer)
