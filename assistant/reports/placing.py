"""Which section of an outline a fact belongs to: by indicator, by words of the section, by the section's questions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.model import SearchResult
from assistant.report_texts_vi import OPENING_SECTION
from assistant.reports.figure_words import WordTable
from assistant.reports.lines import Line
from assistant.reports.progress import Progress, Tell, Work, untold
from assistant.reports.templates import Looks, Template, TemplateSection
from vectorstore.hits import Filters
from vectorstore.terms import syllables

Search = Callable[[str, Filters, int], SearchResult]
"""Question, filters, top_k to passages."""

_TOP_K = 6
_HEADING_WEIGHT = 1.5
_BEST_HIT = 1.2
_LEAST = 1.0
"""Below this a sentence without a figure answers no section."""

Places = Mapping[tuple[str, int], Sequence[tuple[int, int, float]]]
"""Document and page to stretches of it with what a section's questions found them worth."""


@dataclass(frozen=True, slots=True)
class Placing:
    """One outline, ready to say where things go."""

    template: Template
    keywords: Mapping[str, WordTable]
    answers: Mapping[str, Places]

    def of_figure(self, indicator: str | None, document_id: str, line: Line, words: str) -> str:
        """The section of a figure: every one has its place."""
        sections = [one for one in self.template.sections if one.gathers] or self.template.sections
        claimed = next((one for one in sections if one.by_heading and self._heads(one, line)), None)
        if claimed is not None:
            return claimed.section_id
        named = [one for one in sections if indicator and indicator in one.indicators]
        best = max(named or sections, key=lambda one: self._score(one, document_id, line, words))
        if named or self._score(best, document_id, line, words) >= _LEAST:
            return best.section_id
        rest = next((one for one in sections if one.takes_rest), best)
        return rest.section_id

    def of_statement(self, document_id: str, line: Line, looks: Looks) -> tuple[str, float] | None:
        """The section a sentence without a figure answers, and how well; None where it answers none."""
        scored = [
            (self._score(one, document_id, line, line.text), -place, one.section_id)
            for place, one in enumerate(self.template.sections)
            if one.gathers and one.looks is looks
        ]
        best = max(scored, default=None)
        return (best[2], best[0]) if best and best[0] >= _LEAST else None

    def _heads(self, section: TemplateSection, line: Line) -> bool:
        return any(_matched(self.keywords[section.section_id], heading) for heading in line.headings)

    def _score(self, section: TemplateSection, document_id: str, line: Line, words: str) -> float:
        table = self.keywords[section.section_id]
        score = _matched(table, words) + _HEADING_WEIGHT * _matched(table, " / ".join(line.headings))
        stretches = self.answers[section.section_id].get((document_id, line.page), ())
        return score + max(
            (worth for start, end, worth in stretches if start < line.end and line.start < end), default=0
        )


def placing_for(
    template: Template, search: Search, document_ids: Sequence[str], titled: Callable[[str], str], tell: Tell = untold
) -> Placing:
    """Ask the store every question of every section once, in the given documents.

    :param titled: Fills the blanks of a section's title, for what is told.
    """
    keywords = {one.section_id: WordTable(one.keywords) for one in template.sections}
    answers = {}
    for at, section in enumerate(template.sections, start=1):
        tell(Progress(Work.PLACING, at, len(template.sections), titled(section.title) or OPENING_SECTION))
        answers[section.section_id] = _answers(section, search, document_ids)
    return Placing(template, keywords, answers)


def _answers(section: TemplateSection, search: Search, document_ids: Sequence[str]) -> Places:
    found: dict[tuple[str, int], list[tuple[int, int, float]]] = {}
    if not document_ids:
        return found
    for question in section.questions:
        for hit in search(question, Filters(document_ids=tuple(document_ids)), _TOP_K).hits:
            one = hit.passage
            stretch = one.char_start, one.char_end, _BEST_HIT / (1 + 0.5 * (hit.rank - 1))
            found.setdefault((one.document_id, one.page), []).append(stretch)
    return found


def _matched(table: WordTable, text: str) -> float:
    """How much of a section's words a text holds: a phrase counts by its length."""
    keys = syllables(text)
    found = {phrase for place in range(len(keys)) if (phrase := table.at(keys, place, accented=False))}
    return sum(min(1.0, 0.5 * len(phrase.split())) for phrase in found)
