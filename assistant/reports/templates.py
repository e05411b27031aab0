"""Outlines of documents as data: sections, what they expect, what they ask the store."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Looks(StrEnum):
    """What time a section speaks of."""

    BACK = "back"
    """Results of the period."""
    AHEAD = "ahead"
    """What comes after the period, or what is planned in it."""


@dataclass(frozen=True, slots=True)
class TemplateSection:
    """One heading of an outline."""

    section_id: str
    level: int
    """0: no heading; 1 "I.", 2 "1.", 3 "1.1."."""
    title: str = ""
    """May hold {PERIOD} and {NEXT_PERIOD}, in capitals as headings are."""
    guidance: str = ""
    opening: tuple[str, ...] = ()
    """Fixed sentences without a claim; may hold {unit}, {period}, {next_period}, {year} and {scope}."""
    indicators: tuple[str, ...] = ()
    """Codes of the dictionary, in the order they are told."""
    keywords: tuple[str, ...] = ()
    """Phrases by which a sentence or heading is recognised as belonging here."""
    questions: tuple[str, ...] = ()
    looks: Looks = Looks.BACK
    takes_rest: bool = False
    """Takes the facts of unit and period that no section claims."""

    by_heading: bool = False
    """Takes everything under a heading of a source that holds its keywords, whatever the indicator: difficulties."""

    @property
    def gathers(self) -> bool:
        """Whether facts can belong here at all; a heading above others and a greeting hold none."""
        return bool(self.indicators or self.keywords or self.questions)


@dataclass(frozen=True, slots=True)
class Template:
    """One outline."""

    template_id: str
    name: str
    type_name: str
    type_code: str
    title: str
    """Pattern, with the blanks of ``TemplateSection.opening``."""
    sections: tuple[TemplateSection, ...]
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    indicator_table: bool = False
    scope: str = ""
    """Words a statement, its heading or its document must hold; of a template about one programme."""
    default_scope: str = ""
    """Stands for {scope} where the request names none."""
    most_statements: int = 6
    """Statements without a figure that are ticked in a section at first."""
    origin: str = ""
    """File it was read from."""
    is_office: bool = False
    """Whether it is the office's own."""

    @property
    def indicators(self) -> tuple[str, ...]:
        """Every code expected, in order."""
        return tuple(dict.fromkeys(code for section in self.sections for code in section.indicators))

    @property
    def looks_ahead(self) -> bool:
        """Whether it is a plan: every section that takes facts tells of what is to come."""
        return all(one.looks is Looks.AHEAD for one in self.sections if one.gathers)

    def section(self, section_id: str) -> TemplateSection | None:
        """The section of that id."""
        return next((one for one in self.sections if one.section_id == section_id), None)


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    """Why a template, or a part of it, is not used."""

    path: str
    line: int
    """1-based."""
    problem: str
    """Code of a sentence in ``report_texts_vi.TEMPLATE_PROBLEMS``."""
    value: str = ""
    refused: bool = True
    """False: the rest of the template is used."""
    template_id: str = ""


@dataclass(frozen=True, slots=True)
class Templates:
    """Outlines that can be used, and what is wrong with others."""

    found: tuple[Template, ...]
    problems: tuple[TemplateProblem, ...] = ()

    def __iter__(self) -> Iterator[Template]:
        return iter(self.found)

    def get(self, template_id: str) -> Template | None:
        """The outline of that id."""
        return next((one for one in self.found if one.template_id == template_id), None)
