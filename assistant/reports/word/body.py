"""Sections of a draft as paragraphs: numbered headings, sentences with the marks of their sources."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.reports.model import DraftSection, DraftSentence, Paragraph, ParagraphKind, SentenceKind
from assistant.reports.word.elements import Element, copy_of, run, value
from assistant.reports.word.headings import NumberedSection, heading_text
from assistant.reports.word.notes import SourceNotes
from assistant.reports.word.options import ExportOptions
from assistant.reports.word.profile import Profile
from assistant.reports.word.texts_vi import MISSING_OPENING, NOT_SOURCED

_MISSING = re.compile(rf"({re.escape(MISSING_OPENING)}[^\]]*\])")
_MISSING_COLOUR, _UNSOURCED_COLOUR = "yellow", "cyan"
_BULLETS = "-–—+•* "
_ENDS = " .;,:/"


class Setting(Protocol):
    """How paragraphs are made: in the profile's styles, or as the place in an office's template is formatted."""

    def heading(self, numbered: NumberedSection, runs: Sequence[Element]) -> Element:
        """A heading of its level."""

    def body(self, runs: Sequence[Element], *, basis: bool = False) -> Element:
        """A paragraph of text; ``basis`` for the grounds a paper begins with."""

    def properties(self) -> list[Element]:
        """Of every run of text."""


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
                title = self._run(heading_text(one, self.profile.headings))
                yield self.setting.heading(one, [title])
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
            runs.append(self._run(f"{self.profile.bullet} "))
        for place, sentence in enumerate(paragraph.sentences):
            if place:
                runs.append(self._run(" "))
            bullet = place == 0 and paragraph.kind is ParagraphKind.BULLET
            runs += self.sentence(replace(sentence, text=sentence.text.lstrip(_BULLETS)) if bullet else sentence)
        return runs

    def sentence(self, sentence: DraftSentence) -> list[Element]:
        """Runs of one sentence; what is missing and what has no source stands out."""
        runs = [
            self._run(piece, value("w:highlight", _MISSING_COLOUR)) if _MISSING.fullmatch(piece) else self._run(piece)
            for piece in _MISSING.split(sentence.text.strip())
            if piece
        ]
        if sentence.kind is SentenceKind.MISSING and not _MISSING.search(sentence.text):
            runs = [self._run(sentence.text.strip(), value("w:highlight", _MISSING_COLOUR))]
        if sentence.kind is SentenceKind.PERSON and self.options.mark_unsourced:
            runs.append(self._run(" "))
            runs.append(self._run(NOT_SOURCED, value("w:highlight", _UNSOURCED_COLOUR)))
        if sentence.kind is SentenceKind.SOURCED:
            runs += self.notes.marks(sentence.citations)
        return runs

    def _run(self, text: str, *further: Element) -> Element:
        properties = {one.tag: one for one in [*map(copy_of, self.setting.properties()), *further]}
        return run(text, *ordered_properties(properties.values()))


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


_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
    "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
"""Children of rPr in the order of the schema; Word refuses some files that have another."""


def ordered_properties(properties: Iterable[Element]) -> list[Element]:
    """Properties of a run in the order of the schema."""

    def place(one: Element) -> int:
        name = one.tag.rpartition("}")[2]
        return _ORDER.index(name) if name in _ORDER else len(_ORDER)

    return sorted(properties, key=place)
