"""What stands under the heading an open question names: "nhiệm vụ trọng tâm năm 2025 là gì" (linguistic table)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.composing import RankedAsk
from assistant.answering.cutting import Piece, whole
from assistant.answering.evidence import pairs
from assistant.answering.headings import OPEN, frames_a_paper, is_of_an_article
from assistant.answering.question_terms import Terms, share
from assistant.answering.quoting import Line
from assistant.answering.ranking import Ranked
from assistant.messages_vi.answering import ANSWERING
from assistant.query.question import Question
from assistant.query.wording import FUNCTION_WORDS
from ingest.text.folding import fold
from vectorstore.hits import Passage
from vectorstore.terms import syllables

_LEVELS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(r"(?:phần|chương|mục)\s+[IVXLC\d]+\b", re.IGNORECASE)),
    (1, re.compile(r"[IVXLC]{1,6}\s*[.)/-]\s")),
    (3, re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\.?\s")),
    (2, re.compile(r"\d{1,2}\s*[.)/]\s")),
    (4, re.compile(r"[a-zđ]\s*[.)]\s")),
    (6, re.compile(r"[-–—+*•]\s")),
)
_CAPITALS_LEVEL, _LEAD_LEVEL, _TEXT_LEVEL = 1, 5, 7
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_LONGEST_HEADING, _LONGEST_LEAD = 100, 240
_ENDS = (".", ";", ",", "!", "?", "…")
_SMALL = frozenset(fold(word) for word in FUNCTION_WORDS)
_HEADING_KNOWN = 0.6
"""Share of a heading's words that the question has to have."""
_QUESTION_KNOWN = 0.7
"""Share of the question's weight that the headings and the document's card have to have."""
_LEAST_WORDS = 2
_ROOM = 900
"""Characters: a list under a heading is only of use whole."""
_MAX_ITEMS = 10


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a passage; ``start`` is its place in the stored page."""

    page: int
    start: int
    text: str
    passage: Passage

    @property
    def end(self) -> int:
        """Where it ends in the stored page."""
        return self.start + len(self.text)

    @property
    def level(self) -> int:
        """How deep its number or bullet stands; running text is the deepest."""
        for level, form in _LEVELS:
            if form.match(self.text):
                return level
        if self.text.isupper():
            return _CAPITALS_LEVEL
        return _LEAD_LEVEL if self.text.endswith(":") else _TEXT_LEVEL


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the headings above it, and the lines of what it names."""

    heading: str
    above: tuple[str, ...]
    body: tuple[_Line, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Quotations from under a heading, in reading order, and how many sentences there are beside them."""

    pieces: tuple[Piece, ...]
    left: int


def under_heading(question: Question, terms: Terms, asked: RankedAsk) -> Named | None:
    """What stands under the heading that the question names, or behind the best sentence where that introduces a list.

    None where there is neither. Only in the document of the best sentence, and only where nothing but the headings
    and the document's card is needed to understand the question.
    """
    best = asked.ranked[0]
    if asked.ask.kind not in OPEN or is_of_an_article(best.sentence):
        return None
    passage = best.sentence.hit.passage
    same = [one for one in asked.ranked if one.sentence.hit.passage.document_id == passage.document_id]
    passages = {one.sentence.hit.passage.chunk_id: one.sentence.hit.passage for one in same}
    lines = list(_lines(list(passages.values())))
    rated = [(_fit(one, question, terms, best.context.document.card_syllables), one) for one in sections_of(lines)]
    fitting = [(fit, one) for fit, one in rated if fit and one.body]
    if fitting:
        section = max(fitting, key=lambda item: item[0])[1]
        return _named([one for one in same if _is_inside(one, section.body)])
    body = _introduced(lines, best)
    items = [one for one in same if _is_inside(one, body)]
    return _named([best, *_meant(items, best, question)]) if items else None


def left_out(named: Named | None) -> Iterator[Line]:
    """That there is more under the heading, where there is."""
    if named and named.left:
        yield (ANSWERING["more_left"].format(count=named.left),)


def _introduced(lines: Sequence[_Line], best: Ranked) -> list[_Line]:
    """The items behind the best sentence where it ends its line with a colon."""
    if not best.sentence.text.rstrip().endswith(":"):
        return []
    start, page = best.sentence.page_start, best.sentence.hit.passage.page
    for at, line in enumerate(lines):
        if line.page == page and line.start <= start < line.end and line.text.endswith(":"):
            return list(_body(lines[at + 1 :], min(line.level, _LEAD_LEVEL)))
    return []


def _meant(items: Sequence[Ranked], best: Ranked, question: Question) -> list[Ranked]:
    """Of the items of a list those that say what the question has beside the list's introduction; else all."""
    tokens = zip(question.tokens, question.content, strict=True)
    wanted = [token.folded if content else "" for token, content in tokens]
    rest = {pair for pair in pairs(wanted) if "" not in pair.split("_")} - set(pairs(best.sentence.syllables))
    counts = [len(rest & set(pairs(one.sentence.syllables))) for one in items]
    most = max(counts)
    return [one for one, count in zip(items, counts, strict=True) if count == most]


def _named(found: Sequence[Ranked]) -> Named | None:
    """As many as there is room for, at least one."""
    ordered = sorted(found, key=lambda one: one.sentence.key)
    kept: list[Piece] = []
    room = _ROOM
    for one in ordered:
        room -= len(one.sentence.text)
        if kept and (room < 0 or len(kept) == _MAX_ITEMS):
            break
        kept.append(whole(one))
    return Named(tuple(kept), len(ordered) - len(kept)) if kept else None


def sections_of(lines: Sequence[_Line]) -> Iterator[Section]:
    """Every section of one document, as far as its lines are there."""
    above: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        following = lines[at + 1] if at + 1 < len(lines) else None
        if not _is_heading(line, following):
            continue
        level = line.level
        above = [one for one in above if one[0] < level]
        yield Section(
            line.text,
            (*line.passage.heading_path, *(text for _, text in above)),
            tuple(_body(lines[at + 1 :], level)),
        )
        above.append((level, line.text))


def _lines(passages: Sequence[Passage]) -> Iterator[_Line]:
    """In reading order, each once: passages may overlap."""
    seen: set[tuple[int, int]] = set()
    for passage in sorted(passages, key=lambda one: (one.page, one.char_start)):
        for match in _LINE.finditer(passage.text):
            indent = len(match.group()) - len(match.group().lstrip())
            place = passage.page, passage.char_start + match.start() + indent
            if place not in seen:
                seen.add(place)
                yield _Line(*place, match.group().strip(), passage)


def _is_heading(line: _Line, following: _Line | None) -> bool:
    """A short numbered line without an end, unless the next is its like (then both are items); or "…:"."""
    if line.text.endswith(":"):
        return len(line.text) <= _LONGEST_LEAD
    level = line.level
    if level > 4 or len(line.text) > _LONGEST_HEADING or line.text.endswith(_ENDS):  # noqa: PLR2004
        return False
    return following is None or following.level != level


def _body(lines: Sequence[_Line], level: int) -> Iterator[_Line]:
    """Up to the next line as high; what a sentence introduces are the items behind it and nothing else."""
    for line in lines:
        ends = line.level <= level or (level == _LEAD_LEVEL and line.level == _TEXT_LEVEL)
        if frames_a_paper(line.text) or (ends and not (level == _LEAD_LEVEL and line.level in {2, 3, 4})):
            return
        yield line


def _fit(section: Section, question: Question, terms: Terms, card: frozenset[str]) -> float:
    """How well the question names the section; 0 where it does not."""
    heading = [part for part in _words(section.heading) if part not in _SMALL]
    if len(heading) < _LEAST_WORDS:
        return 0.0
    folded = [token.folded for token in question.tokens]
    known = sum(part in folded for part in heading) / len(heading)
    if known < _HEADING_KNOWN or not set(pairs(heading)) & set(pairs(folded)):
        return 0.0
    if _speaks_of_other_figures(heading, section.above, folded):
        return 0.0
    said = {*heading, *(part for text in section.above for part in _words(text)), *card}
    understood = share(terms.unigrams, terms.unigram_mass, said)
    if understood < _QUESTION_KNOWN:
        return 0.0
    # what is asked for is named first: "nguyên nhân của các hạn chế"
    first = min(folded.index(part) for part in heading if part in folded)
    return known + understood - first / len(folded)


def _speaks_of_other_figures(heading: Sequence[str], above: Sequence[str], folded: Sequence[str]) -> bool:
    """Whether the headings name a month or year ("tháng 9", "năm 2025") and the question names others."""
    asked = {part for part in folded if part.isdigit()}
    own = {part for part in heading if part.isdigit()}
    higher = {part for text in above for part in _words(text) if part.isdigit()}
    return bool(asked) and (not own <= asked or bool(higher and not own and higher.isdisjoint(asked)))


def _words(text: str) -> list[str]:
    """Folded syllables without the number in front."""
    for _, form in _LEVELS:
        match = form.match(text)
        if match:
            return syllables(text[match.end() :])
    return syllables(text)


def _is_inside(one: Ranked, body: Sequence[_Line]) -> bool:
    start, page = one.sentence.page_start, one.sentence.hit.passage.page
    return any(page == line.page and line.start <= start < line.end for line in body)
