"""Sections of a draft as paragraphs: numbered headings, sentences with the marks of their sources."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.reports.model import DraftSection, DraftSentence, Paragraph, ParagraphKind, SentenceKind
from assistant.reports.word.elements import Element, run
from assistant.reports.word.headings import NumberedSection, heading_text
from assistant.reports.word.missing_marks import has_mark, highlight, marked_runs, missing_run
from assistant.reports.word.notes import SourceNotes
from assistant.reports.word.options import ExportOptions
from assistant.reports.word.profile import Profile
from assistant.reports.word.texts_vi import NOT_SOURCED

_UNSOURCED_COLOUR = "cyan"
_BULLETS = "-–—+•* "
_ENDS = " .;,:/"


class Setting(Protocol):
    """How paragraphs are made: in the profile's styles, or as the place in an office's template is formatted."""

    def heading(self, numbered: NumberedSection, runs: Sequence[Element]) -> Element:
        """A heading of its level."""

    def body(self, runs: Sequence[Element], *, basis: bool = False) -> Element:
        """A paragraph of text; ``basis`` for the grounds a paper begins with."""


@dataclass(frozen=True, slots=True)
class BodyWriter:
    """Writes sections with one profile, one way of setting, and one collection of notes."""

    profile: Profile
    options: ExportOptions
    notes: SourceNotes
    setting: Setting

    def sections(self, numbered: Iterable[NumberedSection]) -> Iterator[Element]:
        """Headings and paragraphs, in order."""
        for one in numbered:
            if one.ordinals:
                yield self.setting.heading(one, marked_runs(heading_text(one, self.profile.headings)))
            yield from self.paragraphs(one.section.paragraphs, opening=not one.ordinals)

    def paragraphs(self, paragraphs: Iterable[Paragraph], *, opening: bool = False) -> Iterator[Element]:
        """The text below one heading."""
        after_basis = False
        for paragraph in paragraphs:
            if not paragraph.sentences:
                continue
            after_basis = opening and self._is_basis(paragraph, after_basis=after_basis)
            yield self.setting.body(self._paragraph_runs(paragraph), basis=after_basis)

    def _is_basis(self, paragraph: Paragraph, *, after_basis: bool) -> bool:
        text = paragraph.sentences[0].text.strip()
        ends = paragraph.sentences[-1].text.rstrip().endswith(";")
        return text.startswith(self.profile.basis_prefixes) and (ends or after_basis)

    def _paragraph_runs(self, paragraph: Paragraph) -> list[Element]:
        runs: list[Element] = []
        if paragraph.kind is ParagraphKind.BULLET:
            runs.append(run(f"{self.profile.bullet} "))
        for place, sentence in enumerate(paragraph.sentences):
            if place:
                runs.append(run(" "))
            bullet = place == 0 and paragraph.kind is ParagraphKind.BULLET
            runs += self.sentence(replace(sentence, text=sentence.text.lstrip(_BULLETS)) if bullet else sentence)
        return runs

    def sentence(self, sentence: DraftSentence) -> list[Element]:
        """Runs of one sentence; what is missing and what has no source stands out."""
        text = sentence.text.strip()
        whole = sentence.kind is SentenceKind.MISSING and not has_mark(text)
        runs = [missing_run(text)] if whole else marked_runs(text)
        if sentence.kind is SentenceKind.PERSON and self.options.mark_unsourced:
            runs += [run(" "), run(NOT_SOURCED, highlight(_UNSOURCED_COLOUR))]
        if sentence.kind is SentenceKind.SOURCED:
            runs += self.notes.marks(sentence.citations)
        return runs


def with_closing(sections: Sequence[DraftSection], closing: str) -> tuple[DraftSection, ...]:
    """The sections with the mark of the end behind their last sentence."""
    for place in reversed(range(len(sections))):
        paragraphs = sections[place].paragraphs
        last = next((index for index in reversed(range(len(paragraphs))) if paragraphs[index].sentences), None)
        if last is None:
            continue
        *before, sentence = paragraphs[last].sentences
        closed = replace(sentence, text=sentence.text.rstrip(_ENDS) + closing)
        ended = replace(paragraphs[last], sentences=(*before, closed))
        section = replace(sections[place], paragraphs=(*paragraphs[:last], ended, *paragraphs[last + 1 :]))
        return (*sections[:place], section, *sections[place + 1 :])
    return tuple(sections)
