"""Sections, tables and sources put in the place of a placeholder of an office's file."""

from collections.abc import Iterator, Sequence
from typing import Any

from assistant.model import Citation
from assistant.reports.model import ReportDraft, SentenceKind
from assistant.reports.word.appendices import indicator_table, source_table
from assistant.reports.word.body import BodyWriter
from assistant.reports.word.elements import Element, element, qualified, run
from assistant.reports.word.headings import numbered_sections, ordinals_of
from assistant.reports.word.notes import SourceNotes, distinct
from assistant.reports.word.options import ExportOptions
from assistant.reports.word.placeholders import Placeholder, fill, paragraph_text
from assistant.reports.word.profile import Profile
from assistant.reports.word.template_problems import TemplateFault, TemplateProblem
from assistant.reports.word.template_setting import TemplateSetting
from assistant.reports.word.texts_vi import SOURCES

_CONTENT, _SECTION, _INDICATORS, _SOURCES = "noi_dung", "muc", "bang_chi_tieu", "nguon"
_DEFAULT_WIDTH = 9354
"""165 mm in twips, for a section without a page size."""
_CELL_MARGINS = 216
_TABLE = qualified("w:tbl")


class TemplateBlocks:
    """What a draft puts into one file; remembers which sections have found a place."""

    def __init__(
        self,
        draft: ReportDraft,
        profile: Profile,
        options: ExportOptions,
        notes: SourceNotes,
        document: Any,  # noqa: ANN401
    ) -> None:
        self._draft, self._profile, self._options = draft, profile, options
        self._notes, self._document = notes, document
        self._sections = numbered_sections(draft.sections)
        self._placed: set[int] = set()
        self._sources_wanted: list[tuple[Element, TemplateSetting]] = []

    def fault(self, one: Placeholder) -> TemplateFault | None:
        """Why nothing can stand in its place."""
        if one.name == _SECTION:
            return None if self._wanted(one) else TemplateFault.NO_SECTION
        empty = {
            _CONTENT: not any(section.section.paragraphs for section in self._sections),
            _INDICATORS: not self._draft.rows,
            _SOURCES: not self._cited(),
        }
        return TemplateFault.EMPTY if empty[one.name] else None

    def put(self, place: Element, wanted: Sequence[Placeholder]) -> None:
        """Replace placeholders of one paragraph; its own words, where it has others, stay in front."""
        setting = TemplateSetting(place, self._profile)
        for one in reversed(wanted):
            fill(place, one.start, one.end, "")
        blocks = [block for one in wanted for block in self._blocks(one, setting, place)]
        if not blocks:
            return
        if _holds_something(place):
            if blocks[-1].tag == _TABLE:
                blocks.append(element("w:p"))  # a cell must end with a paragraph
            for block in reversed(blocks):
                place.addnext(block)
            return
        for block in blocks:
            place.addprevious(block)
        if blocks[-1].tag != _TABLE and place.find(f"{qualified('w:pPr')}/{qualified('w:sectPr')}") is None:
            place.getparent().remove(place)

    def _blocks(self, one: Placeholder, setting: TemplateSetting, place: Element) -> list[Element]:
        if one.name == _INDICATORS:
            table = indicator_table(self._draft.rows, _room(place), setting, self._notes, self._options)
            return [table] if self._draft.rows else []
        if one.name == _SOURCES:
            # what is cited is known when everything has been written
            later = element("w:p")
            self._sources_wanted.append((later, setting))
            return [later]
        numbers = range(len(self._sections)) if one.name == _CONTENT else self._wanted(one)
        self._placed.update(numbers)
        writer = BodyWriter(self._profile, self._options, self._notes, setting)
        if one.name == _CONTENT:
            return list(writer.sections(self._sections))
        own, *below = [self._sections[number] for number in numbers]
        return [*writer.paragraphs(own.section.paragraphs), *writer.sections(below)]

    def _wanted(self, one: Placeholder) -> list[int]:
        """The section a path such as II.1, or an id, names, with those below it."""
        path = ordinals_of(one.argument)
        own = next(
            (number for number, section in enumerate(self._sections)
             if section.ordinals == path or section.section.section_id.casefold() == one.argument.casefold()),
            None,
        )  # fmt: skip
        if own is None:
            return []
        above = self._sections[own].ordinals
        below = range(own + 1, len(self._sections))
        return [own, *(number for number in below if above and self._sections[number].ordinals[: len(above)] == above)]

    def _cited(self) -> list[Citation]:
        sentences = [
            sentence
            for section in self._draft.sections
            for one in section.paragraphs
            for sentence in one.sentences
            if sentence.kind is SentenceKind.SOURCED
        ]
        rows = [one for row in self._draft.rows for one in (row.plan_citation, row.citation) if one is not None]
        return distinct([*(citation for sentence in sentences for citation in sentence.citations), *rows])

    def left_out(self) -> Iterator[TemplateProblem]:
        """Sections with text that no placeholder asked for."""
        for number, one in enumerate(self._sections):
            if number not in self._placed and one.section.paragraphs:
                first = one.section.paragraphs[0].sentences
                yield TemplateProblem(
                    TemplateFault.LEFT_OUT, one.section.title or (first[0].text[:40] if first else "")
                )

    def append_sources(self) -> None:
        """The table of sources where the file asked for it; at its end, where marks lead to it and none asked."""
        in_table = self._notes.kind is None
        if in_table and self._notes.citations and not self._sources_wanted:
            title, later = paragraph_of(SOURCES), element("w:p")
            for one in (title, later):
                self._document.element.body[-1].addprevious(one)
            self._sources_wanted.append((later, TemplateSetting(title, self._profile)))
        citations = self._notes.citations if in_table else self._cited()
        for number, (later, setting) in enumerate(self._sources_wanted):
            if not citations:
                continue
            part, base = self._document.part, self._options.base_address
            table = source_table(citations, _room(later), setting, base, part)
            if number:
                for mark in [*table.iter(qualified("w:bookmarkStart")), *table.iter(qualified("w:bookmarkEnd"))]:
                    mark.getparent().remove(mark)  # a name can stand in a file once
            later.addprevious(table)


def paragraph_of(text: str) -> Element:
    """A plain paragraph in bold, beginning a page."""
    properties = element("w:pPr", None, [element("w:pageBreakBefore")])
    return element("w:p", None, [properties, run(text, element("w:b"))])


def _holds_something(place: Element) -> bool:
    drawn = (place.find(f".//{qualified(name)}") for name in ("w:drawing", "w:pict", "w:object"))
    return bool(paragraph_text(place).strip()) or any(one is not None for one in drawn)


def _room(place: Element) -> int:
    """Twips between the margins of the page or of the cell."""
    cell = next(place.iterancestors(qualified("w:tc")), None)
    width = None if cell is None else cell.find(f"{qualified('w:tcPr')}/{qualified('w:tcW')}")
    if width is not None and width.get(qualified("w:type")) == "dxa":
        return max(_number(width, "w") - _CELL_MARGINS, _DEFAULT_WIDTH // 4)
    section = next(place.getroottree().iter(qualified("w:sectPr")), None)
    size = None if section is None else section.find(qualified("w:pgSz"))
    margins = None if section is None else section.find(qualified("w:pgMar"))
    if size is None or margins is None:
        return _DEFAULT_WIDTH
    return max(_number(size, "w") - _number(margins, "left") - _number(margins, "right"), _DEFAULT_WIDTH // 4)


def _number(one: Element, name: str) -> int:
    written = one.get(qualified(f"w:{name}"), "0")
    return int(float(written)) if written.replace(".", "", 1).isdigit() else 0
