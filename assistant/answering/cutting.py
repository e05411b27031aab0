"""Cutting a long sentence to its clauses that answer; the words stay as they are."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.features import Measure
from assistant.answering.question_terms import Terms
from assistant.answering.ranking import Ranked, score_of
from assistant.answering.sentences import sentence_at
from assistant.query.question import Ask, Question
from vectorstore.terms import syllables

_BOUNDARY = re.compile(r"[;,](?=\s)(?!\s*ngày\s+\d)|\s[-–—](?=\s)|(?<=\S)\s(?=\()")
"""Not before the day of a paper: "Chỉ thị số 05-CT/TW, ngày 15/5/2016" is one name."""
_TRAILING = " \t\n,;:-–—"
_MAX_CLAUSES = 40
_LEAST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """What is quoted: [start, end) of the passage's text, the whole sentence or some of its clauses."""

    ranked: Ranked
    start: int
    end: int

    @property
    def text(self) -> str:
        """The exact words of the passage."""
        return self.ranked.sentence.hit.passage.text[self.start : self.end]

    @property
    def cut_front(self) -> bool:
        """Whether words of the sentence before it were left out."""
        return self.start > self.ranked.sentence.start

    @property
    def cut_back(self) -> bool:
        """Whether words of the sentence after it were left out."""
        return self.end < self.ranked.sentence.end


def whole(ranked: Ranked) -> Piece:
    """The sentence uncut."""
    return Piece(ranked, ranked.sentence.start, ranked.sentence.end)


def opening_of(ranked: Ranked, limit: int) -> Piece:
    """The first clauses of the sentence within ``limit`` characters; whole if it fits, the first clause at least."""
    sentence = ranked.sentence
    if sentence.end - sentence.start <= limit:
        return whole(ranked)
    windows = _windows(sentence.hit.passage.text, sentence.start, sentence.end, limit)
    return Piece(ranked, *windows[0]) if windows else whole(ranked)


def cut(question: Question, terms: Terms, ask: Ask, ranked: Ranked, limit: int) -> Piece:
    """The clauses next to each other that answer best within ``limit`` characters; whole if it fits.

    A single clause longer than the limit is kept whole: a quotation never ends inside a clause.
    """
    sentence = ranked.sentence
    if sentence.end - sentence.start <= limit:
        return whole(ranked)
    text = sentence.hit.passage.text
    measure = Measure(question, terms, ask)
    best: tuple[float, int, int] | None = None
    for start, end in _windows(text, sentence.start, sentence.end, limit):
        part = sentence_at(sentence.hit, start, end, sentence.ordinal)
        score = score_of(measure(part, ranked.context))
        if best is None or score > best[0]:
            best = (score, start, end)
    if best is None:
        return whole(ranked)
    return Piece(ranked, best[1], best[2])


def _windows(text: str, start: int, end: int, limit: int) -> list[tuple[int, int]]:
    """Longest runs of clauses within the limit, one from each clause on; a clause above the limit alone."""
    clauses = clauses_of(text, start, end)[:_MAX_CLAUSES]
    windows = []
    for first, (begin, own_end) in enumerate(clauses):
        stop = own_end
        for _, later in clauses[first + 1 :]:
            if later - begin > limit:
                break
            stop = later
        windows.append((begin, stop))
    return windows


def clauses_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Clauses between boundaries; a short one (an item of an enumeration) stays with its neighbour.

    That is the one before it, but never across a semicolon: after one, a short clause begins the next.
    """
    cuts = [start, *(at for at in _boundaries(text, start, end)), end]
    clauses: list[tuple[int, int]] = []
    begun = False
    for left, right in itertools.pairwise(cuts):
        begin, stop = _trimmed(text, left, right)
        if begin >= stop:
            continue
        fresh = text[left - 1] == ";"
        short = text[begin:stop].count(" ") < _LEAST_WORDS - 1
        if clauses and not fresh and (short or begun):
            clauses[-1] = (clauses[-1][0], stop)
        else:
            clauses.append((begin, stop))
        begun = short and (fresh or begun)
    return clauses


def with_siblings(text: str, clauses: Sequence[tuple[int, int]], noun: Sequence[str]) -> list[tuple[int, int]]:
    """Clauses that a comma parts as one where both name ``noun`` (folded syllables), or names stand on both its sides.

    Such are items of what is asked for: "ra mắt mô hình điểm A, mô hình điểm B", "hai đơn vị Sao Mai, Long Hạ".
    """
    joined: list[tuple[int, int]] = []
    wanted = set(noun)
    before = False
    for start, end in clauses:
        names = bool(wanted) and wanted <= set(syllables(text[start:end]))
        beside = bool(joined) and text[joined[-1][1] : start].strip() == ","
        if beside and ((names and before) or _between_names(text, joined[-1][1], start)):
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
        before = names
    return joined


def _between_names(text: str, end: int, start: int) -> bool:
    """Whether the last word before ``end`` and the first from ``start`` on have capitals."""
    return text[text.rfind(" ", 0, end) + 1 : end][:1].isupper() and text[start : start + 1].isupper()


def _boundaries(text: str, start: int, end: int) -> Iterator[int]:
    """Ends of clauses, none of them inside quotation marks or brackets."""
    for match in _BOUNDARY.finditer(text, start, end):
        before = text[start : match.start()]
        quoted = _closes(text[match.start() : end]) if before.count("“") > before.count("”") else before.count('"') % 2
        if not quoted and before.count("(") <= before.count(")"):
            yield match.end()


def _closes(rest: str) -> bool:
    """Whether a quotation that is open ends before another begins: the closing mark is often forgotten."""
    closing = rest.find("”")
    return closing >= 0 and not 0 <= rest.find("“") < closing


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRAILING:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end
