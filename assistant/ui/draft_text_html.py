"""Step 3: the draft as a sheet; every sentence can be chosen, its numbers open the source viewer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

from assistant.messages_vi.differences import difference_text
from assistant.model import Citation
from assistant.report_texts_vi import OPENING_SECTION
from assistant.reports.fact_editing import unsettled
from assistant.reports.model import DraftSection, DraftSentence, Paragraph, ParagraphKind, ReportDraft, SentenceKind
from assistant.reports.regrounding import sources_of, verified
from assistant.ui import draft_texts_vi as texts
from assistant.ui.citation_html import citation_link
from assistant.ui.draft_frame_html import button, frame_html
from assistant.ui.draft_view import DraftView

Numbers = Mapping[tuple[str, int, int, int], int]


def text_html(view: DraftView) -> str:
    """The whole step."""
    draft = view.kept.draft
    numbers = citation_numbers(draft)
    changed = unsettled(draft)
    labels = heading_labels(draft.sections)
    sheets = "".join(
        _section(place, labels[place], draft, numbers, is_unsettled=section.section_id in changed)
        for place, section in enumerate(draft.sections)
    )
    paper = f'<article class="tl-paper" data-sources>{_head(draft)}{sheets}{_rows(draft)}</article>'
    return frame_html(view, _bar(view) + paper)


def citation_numbers(draft: ReportDraft) -> dict[tuple[str, int, int, int], int]:
    """A number for every place cited, in the order of the text."""
    numbers: dict[tuple[str, int, int, int], int] = {}
    for sentence in sentences_of(draft):
        for citation in sentence.citations:
            numbers.setdefault(_place(citation), len(numbers) + 1)
    return numbers


def sentences_of(draft: ReportDraft) -> list[DraftSentence]:
    """Every sentence in order."""
    return [one for section in draft.sections for paragraph in section.paragraphs for one in paragraph.sentences]


def heading_labels(sections: Sequence[DraftSection]) -> list[str]:
    """Numbers of the headings ("I.", "1.", "1.1.") by level; empty where there is no heading."""
    counts: list[int] = []
    labels = []
    for section in sections:
        if section.level <= 0 or not section.title:
            labels.append("")
            continue
        counts = [*counts[: section.level], *[0] * (section.level - len(counts))]
        counts[section.level - 1] += 1
        own = [str(max(one, 1)) for one in counts[1:]]
        labels.append(f"{_roman(counts[0])}." if section.level == 1 else ".".join(own) + ".")
    return labels


def _bar(view: DraftView) -> str:
    sentences = sentences_of(view.kept.draft)
    gaps = sum(one.kind is SentenceKind.MISSING for one in sentences)
    own = sum(one.kind is SentenceKind.PERSON for one in sentences)
    said = [texts.COMPOSED_BY[view.kept.draft.mode], texts.TEXT_HINT]
    if gaps:
        said.append(texts.TEXT_GAPS.format(count=gaps))
    if own:
        said.append(texts.TEXT_PERSON.format(count=own))
    onwards = button("step", texts.NEXT_EXPORT, kind="tl-primary", step="export")
    return (
        f'<div class="tl-draft-bar" data-part="bar"><p class="tl-hint">{escape(" ".join(said))}</p>'
        f'<span class="tl-draft-buttons">{onwards}</span></div>'
    )


def _head(draft: ReportDraft) -> str:
    title = escape(draft.title)
    return (
        f'<header class="tl-paper-head" data-part="paper-head"><p class="tl-paper-type">{escape(draft.type_name)}</p>'
        f'<p class="tl-paper-title"><span class="tl-sentence" role="button" tabindex="0" data-edit="title" '
        f'data-text="{title}" id="tl-edit-title" aria-label="{texts.EDIT_TITLE}: {title}">{title}</span></p></header>'
    )


def _section(place: int, label: str, draft: ReportDraft, numbers: Numbers, *, is_unsettled: bool) -> str:
    section = draft.sections[place]
    paragraphs = "".join(
        _paragraph(f"{place}.{index}", one, draft, numbers) for index, one in enumerate(section.paragraphs)
    )
    note = f'<p class="tl-warning">{texts.UNSETTLED}</p>' if is_unsettled else ""
    is_parent = place + 1 < len(draft.sections) and draft.sections[place + 1].level > section.level > 0
    empty = "" if section.paragraphs or is_parent else f'<p class="tl-muted">{texts.SECTION_EMPTY}</p>'
    guidance = (
        f'<p class="tl-guidance">{escape(texts.GUIDANCE.format(text=section.guidance))}</p>' if section.guidance else ""
    )
    return (
        f'<section class="tl-paper-section" data-part="section-{place}"><div class="tl-section-head">'
        f"{_heading(place, section, label)}{_tools(place, section)}</div>{guidance}{note}{paragraphs}{empty}</section>"
    )


def _heading(place: int, section: DraftSection, label: str) -> str:
    if not label:
        return ""
    title, level = escape(section.title), min(section.level, 3)
    aria = escape(texts.SECTION_TITLE.format(title=section.title))
    return (
        f'<h{level + 2} class="tl-paper-level-{level}">{escape(label)} <span class="tl-sentence" role="button" '
        f'tabindex="0" data-edit="heading" data-place="{place}" data-text="{title}" id="tl-edit-{place}" '
        f'aria-label="{aria}">{title}</span></h{level + 2}>'
    )


def _tools(place: int, section: DraftSection) -> str:
    named = section.title or OPENING_SECTION
    moves = (
        button("move-section", "↑", aria=texts.SECTION_UP.format(title=named), place=place, by=-1)
        + button("move-section", "↓", aria=texts.SECTION_DOWN.format(title=named), place=place, by=1)
        if section.level
        else ""
    )
    again = button(
        "section", texts.SECTION_AGAIN, aria=texts.SECTION_AGAIN_LABEL.format(title=named), section=section.section_id
    )
    more = button(
        "form-text",
        "+ " + texts.ADD_PARAGRAPH,
        aria=texts.ADD_PARAGRAPH_LABEL.format(title=named),
        edit="paragraph",
        place=f"{place}.{len(section.paragraphs)}",
    )
    return f'<div class="tl-section-tools">{moves}{again}{more}</div>'


def _paragraph(place: str, paragraph: Paragraph, draft: ReportDraft, numbers: Numbers) -> str:
    sentences = " ".join(
        _sentence(f"{place}.{index}", one, draft, numbers) for index, one in enumerate(paragraph.sentences)
    )
    bullet = "– " if paragraph.kind is ParagraphKind.BULLET else ""
    return f'<p class="tl-paper-{paragraph.kind}">{bullet}{sentences}</p>'


def _sentence(place: str, sentence: DraftSentence, draft: ReportDraft, numbers: Numbers) -> str:
    cites = "".join(
        citation_link(replace(one, n=numbers[_place(one)])) for one in dict.fromkeys(sentence.citations)
    )  # fmt: skip
    mark = f'<span class="tl-unsourced">{texts.PERSON_MARK}</span>' if sentence.kind is SentenceKind.PERSON else ""
    former = (
        ""
        if sentence.citations
        else "".join(
            citation_link(replace(one, n=place_n))
            for place_n, one in enumerate(sources_of(sentence, draft.facts), start=1)
        )
    )
    hidden = f'<span class="tl-former" hidden>{former}</span>' if former else ""
    return (
        f'<span class="tl-said"><span class="tl-sentence tl-s-{sentence.kind}" role="button" tabindex="0" '
        f'data-edit="sentence" data-place="{place}" id="tl-edit-{place}" data-text="{escape(sentence.text)}" '
        f'data-why="{escape(why(sentence, draft))}">{escape(sentence.text)}</span>{cites}{mark}{hidden}</span>'
    )


def why(sentence: DraftSentence, draft: ReportDraft) -> str:
    """What is to be said of a sentence's sources; for a person's own, what disagrees with those it was made of."""
    if sentence.kind is not SentenceKind.PERSON:
        return {
            SentenceKind.SOURCED: texts.SUPPORTED_WHY,
            SentenceKind.FRAME: texts.FRAME_WHY,
            SentenceKind.MISSING: texts.MISSING_WHY,
        }[sentence.kind]
    former = sources_of(sentence, draft.facts)
    found = verified(sentence.text, former).differences if former else ()
    return " ".join([texts.PERSON_WHY, *(difference_text(one) for one in found if one.source)])


def _rows(draft: ReportDraft) -> str:
    if not draft.rows:
        return '<div data-part="rows"></div>'
    head = "".join(f'<th scope="col">{name}</th>' for name in texts.ROW_COLUMNS)
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td>{escape(value)}</td>" for value in (one.label, one.unit_of_measure, one.plan, one.result, one.rate)
        )
        + "</tr>"
        for one in draft.rows
    )
    return (
        f'<div class="tl-paper-rows" data-part="rows"><h3>{texts.ROWS}</h3><div class="tl-scroll-x"><table><thead><tr>'
        f"{head}</tr></thead><tbody>{rows}</tbody></table></div></div>"
    )


def _place(citation: Citation) -> tuple[str, int, int, int]:
    return citation.document_id, citation.page, citation.char_start, citation.char_end


def _roman(number: int) -> str:
    signs = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for size, letters in signs:
        count, number = divmod(number, size)
        text += letters * count
    return text
