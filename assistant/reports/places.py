"""Where something stands in a draft, and the draft with something else there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from assistant.errors import UnknownDraftPartError
from assistant.reports.model import DraftSection, DraftSentence, Paragraph, ReportDraft

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence, 0-based; for a paragraph or a section the rest does not count."""

    section: int
    paragraph: int = 0
    sentence: int = 0


def section_at(draft: ReportDraft, place: Place) -> DraftSection:
    """:raises UnknownDraftPartError: no such section."""
    return _at(draft.sections, place.section, "section")


def paragraph_at(draft: ReportDraft, place: Place) -> Paragraph:
    """:raises UnknownDraftPartError: no such paragraph."""
    return _at(section_at(draft, place).paragraphs, place.paragraph, "paragraph")


def sentence_at(draft: ReportDraft, place: Place) -> DraftSentence:
    """:raises UnknownDraftPartError: no such sentence."""
    return _at(paragraph_at(draft, place).sentences, place.sentence, "sentence")


def with_section(draft: ReportDraft, place: Place, section: DraftSection) -> ReportDraft:
    """The draft with another section there."""
    return replace(draft, sections=put(draft.sections, place.section, section))


def with_paragraphs(draft: ReportDraft, place: Place, paragraphs: Sequence[Paragraph]) -> ReportDraft:
    """The draft with other paragraphs in that section; those without a sentence are left out."""
    kept = tuple(one for one in paragraphs if one.sentences)
    return with_section(draft, place, replace(section_at(draft, place), paragraphs=kept))


def with_sentences(draft: ReportDraft, place: Place, sentences: Sequence[DraftSentence]) -> ReportDraft:
    """The draft with other sentences in that paragraph."""
    paragraph = replace(paragraph_at(draft, place), sentences=tuple(sentences))
    return with_paragraphs(draft, place, put(section_at(draft, place).paragraphs, place.paragraph, paragraph))


def put(row: Sequence[Item], at: int, item: Item) -> tuple[Item, ...]:
    """The row with another item at an index."""
    return (*row[:at], item, *row[at + 1 :])


def swapped(row: Sequence[Item], at: int, other: int) -> tuple[Item, ...]:
    """The row with two items exchanged."""
    changed = list(row)
    changed[at], changed[other] = changed[other], changed[at]
    return tuple(changed)


def _at(row: Sequence[Item], at: int, part: str) -> Item:
    if not 0 <= at < len(row):
        raise UnknownDraftPartError(part=part)
    return row[at]
