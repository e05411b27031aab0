"""A draft as a Word file in the form of a profile."""

import io
from collections.abc import Iterator
from typing import Any

from assistant.reports.model import ReportDraft
from assistant.reports.word.appendices import appendix_title, enclosed_with, indicator_table, source_table
from assistant.reports.word.blank_file import blank_document
from assistant.reports.word.body import BodyWriter, with_closing
from assistant.reports.word.elements import Element, keep_with_next, paragraph, qualified, twips_of_mm
from assistant.reports.word.head_values import HeadValues, head_values
from assistant.reports.word.headings import numbered_sections
from assistant.reports.word.letterhead import letterhead, title
from assistant.reports.word.note_parts import write_notes
from assistant.reports.word.notes import SourceNotes
from assistant.reports.word.options import ExportOptions
from assistant.reports.word.page_setup import next_section, write_headers
from assistant.reports.word.profile import Profile
from assistant.reports.word.profile_setting import ProfileSetting
from assistant.reports.word.properties import write_properties
from assistant.reports.word.signature import addressees, recipients_of, signature_block
from assistant.reports.word.tables import ProfileTableLook
from assistant.reports.word.texts_vi import INDICATORS, SOURCES


def export(draft: ReportDraft, profile: Profile, options: ExportOptions | None = None) -> bytes:
    """Write the .docx: letterhead, title, text, signature, appendices, and the source of every sentence.

    Number, day and signer stay empty unless a person typed them into ``draft.fields``.
    """
    chosen = options or ExportOptions()
    document = blank_document(profile)
    values = head_values(draft, profile)
    notes = SourceNotes(chosen.notes)
    write_headers(document, profile)
    body = document.element.body
    _append(body, _paper(draft, values, profile, notes, chosen))
    _appendices(document, draft, values, profile, notes, chosen)
    if body[-2].tag == qualified("w:tbl"):
        _append(body, iter([paragraph("Rule")]))  # Word ends a text with a paragraph, and adds a tall one otherwise
    write_notes(document, notes, chosen.base_address)
    write_properties(document, draft, chosen)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _paper(
    draft: ReportDraft, values: HeadValues, profile: Profile, notes: SourceNotes, options: ExportOptions
) -> Iterator[Element]:
    if not values.plain:
        yield letterhead(values, draft, profile)
    yield from title(values, draft, profile)
    yield from addressees(draft.addressees, profile)
    sections = draft.sections if values.plain else with_closing(draft.sections, profile.closing)
    writer = BodyWriter(profile, options, notes, ProfileSetting(profile))
    written = list(writer.sections(numbered_sections(sections)))
    if written and not values.plain:
        keep_with_next(written[-1])
    yield from written
    if not values.plain:
        yield signature_block(recipients_of(draft, profile), values, profile)


def _appendices(
    document: Any,  # noqa: ANN401  python-docx is untyped
    draft: ReportDraft,
    values: HeadValues,
    profile: Profile,
    notes: SourceNotes,
    options: ExportOptions,
) -> None:
    body, width, look = document.element.body, twips_of_mm(profile.text_width_mm), ProfileTableLook()
    with_rows = bool(draft.rows) and options.indicator_table
    if with_rows:
        next_section(body)
        _append(body, appendix_title(1, INDICATORS, profile))
        table = indicator_table(draft.rows, width, look, notes, options)
        _append(body, iter([enclosed_with(draft, values, profile), table]))
    if notes.kind is None and notes.citations:
        next_section(body)
        _append(body, appendix_title(1 + with_rows, SOURCES, profile))
        _append(body, iter([source_table(notes.citations, width, look, options.base_address, document.part)]))


def _append(body: Element, elements: Iterator[Element]) -> None:
    """Before the properties of the last section, which end the body."""
    end = body[-1]
    for one in elements:
        end.addprevious(one)
