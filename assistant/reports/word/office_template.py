"""Fills an office's own .docx: placeholders are replaced, everything else stays as the office made it."""

import io
from dataclasses import dataclass, field
from typing import Any

from assistant.reports.model import ReportDraft
from assistant.reports.word.elements import Element, qualified
from assistant.reports.word.head_values import head_values
from assistant.reports.word.note_parts import first_free_id, write_notes
from assistant.reports.word.notes import SourceNotes
from assistant.reports.word.options import ExportOptions
from assistant.reports.word.placeholders import Placeholder, broken_placeholders, fill, placeholders
from assistant.reports.word.profile import Profile
from assistant.reports.word.properties import write_properties
from assistant.reports.word.template_blocks import TemplateBlocks
from assistant.reports.word.template_parts import add_draft_mark, add_note_styles, open_template, text_parts
from assistant.reports.word.template_places import place_of
from assistant.reports.word.template_problems import TemplateFault, TemplateProblem
from assistant.reports.word.template_values import BLOCK_NAMES, LINE_NAMES, line_values

_BODY = "body"


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """The filled file, and what could not be filled."""

    data: bytes
    problems: tuple[TemplateProblem, ...] = ()


def fill_template(
    draft: ReportDraft, template: bytes, profile: Profile, options: ExportOptions | None = None
) -> FilledTemplate:
    """Fill the placeholders of an office's .docx or .dotx with a draft.

    :param profile: numbers the headings and fills the blanks of number, day and signer.
    :raises WordTemplateError: the file is damaged, a bomb, fetches from elsewhere, or brings code.
    """
    chosen = options or ExportOptions()
    document = open_template(template)
    notes = SourceNotes(chosen.notes)
    if notes.kind is not None:
        notes.first_id = first_free_id(document, notes.kind)
    blocks = TemplateBlocks(draft, profile, chosen, notes, document)
    filling = _Filling(line_values(draft, head_values(draft, profile), profile), blocks)
    for kind, root, save in text_parts(document):
        filling.part(kind, root)
        save()
    problems = [*filling.problems, *blocks.left_out()]
    blocks.append_sources()
    if notes.kind is not None and notes.citations:
        add_note_styles(document, profile)
    write_notes(document, notes, chosen.base_address)
    add_draft_mark(document, profile)
    write_properties(document, draft, chosen)
    return FilledTemplate(_saved(document), tuple(dict.fromkeys(problems)))


@dataclass(slots=True)
class _Filling:
    """One pass through a file, paragraph by paragraph."""

    values: dict[str, str]
    blocks: TemplateBlocks
    problems: list[TemplateProblem] = field(default_factory=list)

    def part(self, kind: str, root: Element) -> None:
        for paragraph in list(root.iter(qualified("w:p"))):
            place = place_of(paragraph, kind) if _has_brace(paragraph) else ""
            if place:
                self._paragraph(paragraph, kind, place)

    def _paragraph(self, paragraph: Element, kind: str, place: str) -> None:
        for half in broken_placeholders(paragraph):
            self.problems.append(TemplateProblem(TemplateFault.BROKEN, half, place))
        wanted: list[Placeholder] = []
        # from the last to the first, so that the places of those before stay right
        for one in reversed(placeholders(paragraph)):
            fault = self._fault(one, kind)
            if fault is not None:
                self.problems.append(TemplateProblem(fault, one.written, place))
            if one.name in LINE_NAMES:
                fill(paragraph, one.start, one.end, self.values[one.name])
            elif one.name in BLOCK_NAMES and fault in (None, TemplateFault.EMPTY):
                wanted.insert(0, one)
        if wanted:
            self.blocks.put(paragraph, wanted)

    def _fault(self, one: Placeholder, kind: str) -> TemplateFault | None:
        if one.name in LINE_NAMES:
            return None if self.values[one.name] or one.name in _OPEN else TemplateFault.EMPTY
        if one.name not in BLOCK_NAMES:
            return TemplateFault.UNKNOWN
        return TemplateFault.NOT_HERE if kind != _BODY else self.blocks.fault(one)


_OPEN = frozenset({"nguoi_ky", "kinh_gui"})
"""Empty on purpose: a person fills it, or the paper has none."""


def _has_brace(paragraph: Element) -> bool:
    return any("{" in (one.text or "") or "}" in (one.text or "") for one in paragraph.iter(qualified("w:t")))


def _saved(document: Any) -> bytes:  # noqa: ANN401  python-docx is untyped
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
