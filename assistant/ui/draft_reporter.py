"""Between the tab and whoever gathers facts and writes drafts: what a person changed stays."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.report_texts_vi import OPENING_SECTION, problem_text
from assistant.reports import editing
from assistant.reports.blanks import filled
from assistant.reports.model import ReportDraft, ReportRequest
from assistant.reports.periods import period_named
from assistant.reports.progress import Tell, untold
from assistant.reports.recipients import recipients_for
from assistant.reports.reports import Reports
from assistant.reports.templates import TemplateProblem
from assistant.reports.units import nearest
from assistant.ui import draft_texts_vi as texts

_FIRST = ("tong-ket-nam", "so-ket-6-thang", "bao-cao-nhanh", "chuyen-de-de-an")
"""What is written most stands first in the list."""


@dataclass(frozen=True, slots=True)
class Reporter:
    """Facts and drafts of a store."""

    reports: Reports

    def choices(self) -> tuple[list[tuple[str, str]], list[str]]:
        """Kinds of reports by id and name, and what is wrong with the office's own outlines."""
        templates = self.reports.templates()
        ordered = sorted(templates, key=lambda one: _FIRST.index(one.template_id) if one.template_id in _FIRST else 9)
        return [(one.template_id, one.name) for one in ordered], [_told(one) for one in templates.problems]

    def outline(self, request: ReportRequest) -> dict[str, str]:
        """Titles of the sections by id, in order; none where the outline is gone."""
        template = self.reports.templates().get(request.template_id)
        if template is None:
            return {}
        period = period_named(request.period)
        titles = {
            one.section_id: filled(one.title, template, request, request.unit, period) for one in template.sections
        }
        return {section_id: title or OPENING_SECTION for section_id, title in titles.items()}

    def nearest_units(self, unit: str) -> Sequence[str]:
        """Units of the store spelled most like it."""
        return nearest(unit, self.reports.units())

    def gather(self, request: ReportRequest, tell: Tell = untold) -> ReportDraft:
        """A draft of facts without sections, for the unit by its full name.

        :raises ReportError: no such outline, or a period that is none.
        """
        template = self.reports.template(request.template_id)
        found = self.reports.gather(request, tell)
        return ReportDraft(
            replace(request, unit=found.unit.name),
            "",
            template.type_name,
            template.type_code,
            (),
            facts=found.facts,
            missing=found.missing,
            addressees=template.addressees,
            recipients=recipients_for(template.recipients, found.unit.name, request.period),
            warnings=found.warnings,
        )

    def compose(self, draft: ReportDraft, tell: Tell = untold) -> ReportDraft:
        """The draft with sentences made of its ticked facts; head and, once written, the title stay.

        :raises ReportError: no such outline, or a period that is none.
        """
        made = self.reports.compose(draft.request, draft.facts, draft.warnings, tell=tell)
        return replace(
            made,
            title=draft.title or made.title,
            facts=draft.facts,
            addressees=draft.addressees,
            recipients=draft.recipients,
            fields=draft.fields,
        )

    def section(self, draft: ReportDraft, section_id: str) -> ReportDraft:
        """The draft with one section made anew under its present heading.

        :raises UnknownSectionError: the outline has no such section.
        :raises ReportError: no such outline, or a period that is none.
        """
        made = self.reports.regenerate(draft, section_id)
        fresh = [one for one in made.sections if one.section_id == section_id]
        whole = replace(made, sections=draft.sections)
        return editing.replace_section(whole, fresh[0]) if fresh else whole


def period_words(period: str) -> str:
    """A canonical period as a report writes it.

    :raises BadPeriodError: it is none.
    """
    return period_named(period).words


def _told(one: TemplateProblem) -> str:
    return texts.TEMPLATE_PROBLEM.format(path=one.path, line=one.line, problem=problem_text(one.problem, one.value))
