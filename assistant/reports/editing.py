"""Changes of a draft's text, each a new draft; what a person writes is verified against the sources again. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.ports import InverseDocumentFrequency
from assistant.reports.model import DraftSection, DraftSentence, Paragraph, ParagraphKind, ReportDraft, SentenceKind
from assistant.reports.places import (
    Place,
    paragraph_at,
    put,
    section_at,
    sentence_at,
    swapped,
    with_paragraphs,
    with_section,
    with_sentences,
)
from assistant.reports.regrounding import rewritten, typed


def rewrite_sentence(
    draft: ReportDraft, place: Place, text: str, idf: InverseDocumentFrequency | None = None
) -> ReportDraft:
    """Other words for a sentence; none removes it.

    It stays SOURCED where its sources, or ticked facts, say it; else it becomes PERSON.
    :raises UnknownDraftPartError: no such sentence.
    """
    if not typed(text):
        return remove_sentence(draft, place)
    changed = rewritten(sentence_at(draft, place), text, draft.facts, idf)
    return with_sentences(draft, place, put(paragraph_at(draft, place).sentences, place.sentence, changed))


def add_sentence(
    draft: ReportDraft, place: Place, text: str, idf: InverseDocumentFrequency | None = None
) -> ReportDraft:  # fmt: skip
    """A sentence after that one; it gets a source where a ticked fact says it. No text changes nothing."""
    if not typed(text):
        return draft
    sentences = paragraph_at(draft, place).sentences
    at = min(place.sentence + 1, len(sentences))
    return with_sentences(draft, place, (*sentences[:at], _written(draft, text, idf), *sentences[at:]))


def add_paragraph(
    draft: ReportDraft,
    place: Place,
    text: str,
    *,
    kind: ParagraphKind = ParagraphKind.BODY,
    idf: InverseDocumentFrequency | None = None,
) -> ReportDraft:
    """A paragraph of one sentence at that place, those from there on moving down."""
    if not typed(text):
        return draft
    paragraphs = section_at(draft, place).paragraphs
    added = Paragraph((_written(draft, text, idf),), kind)
    return with_paragraphs(draft, place, (*paragraphs[: place.paragraph], added, *paragraphs[place.paragraph :]))


def remove_sentence(draft: ReportDraft, place: Place) -> ReportDraft:
    """Without that sentence; a paragraph that holds none any more goes too."""
    sentence_at(draft, place)
    sentences = paragraph_at(draft, place).sentences
    return with_sentences(draft, place, (*sentences[: place.sentence], *sentences[place.sentence + 1 :]))


def remove_paragraph(draft: ReportDraft, place: Place) -> ReportDraft:
    """Without that paragraph."""
    paragraph_at(draft, place)
    paragraphs = section_at(draft, place).paragraphs
    return with_paragraphs(draft, place, (*paragraphs[: place.paragraph], *paragraphs[place.paragraph + 1 :]))


def move_sentence(draft: ReportDraft, place: Place, by: int) -> ReportDraft:
    """One place up (-1) or down (+1), over the edge into the neighbouring paragraph; at the section's edge it stays."""
    moved, sentences = sentence_at(draft, place), paragraph_at(draft, place).sentences
    if 0 <= place.sentence + by < len(sentences):
        return with_sentences(draft, place, swapped(sentences, place.sentence, place.sentence + by))
    paragraphs = section_at(draft, place).paragraphs
    other = place.paragraph + by
    if not 0 <= other < len(paragraphs):
        return draft
    beside = paragraphs[other].sentences
    taken = replace(paragraphs[other], sentences=(*beside, moved) if by < 0 else (moved, *beside))
    left = replace(
        paragraphs[place.paragraph], sentences=(*sentences[: place.sentence], *sentences[place.sentence + 1 :])
    )
    return with_paragraphs(draft, place, put(put(paragraphs, other, taken), place.paragraph, left))


def move_paragraph(draft: ReportDraft, place: Place, by: int) -> ReportDraft:
    """One place up (-1) or down (+1) within its section; at the edge it stays."""
    paragraph_at(draft, place)
    paragraphs, other = section_at(draft, place).paragraphs, place.paragraph + by
    if not 0 <= other < len(paragraphs):
        return draft
    return with_paragraphs(draft, place, swapped(paragraphs, place.paragraph, other))


def move_section(draft: ReportDraft, place: Place, by: int) -> ReportDraft:
    """Past the neighbour of its own level (-1 up, +1 down), its subsections with it; at the edge it stays.

    The opening paragraph, which has no heading, keeps its place.
    """
    section_at(draft, place)
    blocks = _siblings(draft.sections, place.section)
    mine = next(at for at, (first, _) in enumerate(blocks) if first == place.section)
    if not 0 <= mine + by < len(blocks) or not section_at(draft, place).level:
        return draft
    (first, middle), (_, end) = sorted((blocks[mine], blocks[mine + by]))
    rows = draft.sections
    return replace(draft, sections=(*rows[:first], *rows[middle:end], *rows[first:middle], *rows[end:]))


def rename_section(draft: ReportDraft, place: Place, title: str) -> ReportDraft:
    """Another heading; an empty one changes nothing."""
    section, title = section_at(draft, place), typed(title)
    return with_section(draft, place, replace(section, title=title)) if title and section.level else draft


def replace_section(draft: ReportDraft, made: DraftSection) -> ReportDraft:
    """The section made anew takes the place of the one with its id, under the heading that stands there."""
    sections = tuple(
        replace(one, paragraphs=made.paragraphs, guidance=made.guidance) if one.section_id == made.section_id else one
        for one in draft.sections
    )
    return replace(draft, sections=sections)


def set_head(
    draft: ReportDraft,
    *,
    title: str | None = None,
    fields: Mapping[str, str] | None = None,
    addressees: Sequence[str] | None = None,
    recipients: Sequence[str] | None = None,
) -> ReportDraft:
    """What stands around the text: abstract, header fields a person typed, Kính gửi, Nơi nhận; None leaves it."""
    given = {name: typed(value) for name, value in (fields or {}).items()}
    merged = {name: value for name, value in {**draft.fields, **given}.items() if value}
    return replace(
        draft,
        title=(typed(title) or draft.title) if title is not None else draft.title,
        fields=merged if fields is not None else draft.fields,
        addressees=draft.addressees if addressees is None else _lines(addressees),
        recipients=draft.recipients if recipients is None else _lines(recipients),
    )


def _written(draft: ReportDraft, text: str, idf: InverseDocumentFrequency | None) -> DraftSentence:
    return rewritten(DraftSentence("", SentenceKind.PERSON), text, draft.facts, idf)


def _siblings(sections: Sequence[DraftSection], at: int) -> list[tuple[int, int]]:
    """[first, end) of every section of the same level under the same parent, with what is below it."""
    level = sections[at].level
    first = at
    while first and sections[first - 1].level >= level > 0:
        first -= 1
    starts = []
    end = first
    while end < len(sections) and (end == first or sections[end].level >= level):
        if sections[end].level == level:
            starts.append(end)
        end += 1
    return list(zip(starts, [*starts[1:], end], strict=True))


def _lines(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(typed, lines)))
