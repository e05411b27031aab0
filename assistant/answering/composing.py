"""From ranked sentences to the few pieces that are shown, within a budget of characters."""

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.answering.choosing import Option, choose, worthwhile
from assistant.answering.clauses import clause_chances, measure_clauses
from assistant.answering.cutting import Piece, clauses_of, whole, with_siblings
from assistant.answering.features import Measure
from assistant.answering.headings import only_names, under
from assistant.answering.question_terms import Terms
from assistant.answering.ranking import Ranked, is_official
from assistant.answering.sentences import Sentence
from assistant.ports import Likeness
from assistant.query.question import Ask, Question

ANSWER_CHARS = 400
OFFICIAL_ANSWER_CHARS = 480
LEGAL_ANSWER_CHARS = 600
"""Articles of law answer in longer sentences and lists."""
MAX_PIECES = 4
_MARGIN = 4.0
"""A further sentence is shown while its odds against the best are above e^-4, 1 in 55."""
_WIDE_MARGIN = 6.0
"""Where several things are asked for, other documents may be further away; the items of an article are alike."""
_LOOKED_AT = 8
"""Sentences among which the pieces are chosen, for each thing asked."""
_MAX_CLAUSES = 40
_CUT = 0.9
"""What a sentence is worth in part: reading a whole one is better."""
_LEAST_CHARS = 30
_SAME = 0.8
_MARKER_CHARS = 6
_DOTS_CHARS = 2
_MUST = 1.0
"""Worth of the best sentence for each thing asked, over its chance: it is always there."""
_OTHER_DOCUMENT = 0.1
"""Worth of the best sentence of another document where several things are asked for, over its chance."""
_LEGAL = re.compile(r"^(?:Điều\s+\d|\d{1,2}\.\s|[a-zđ]\)\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RankedAsk:
    """One thing asked with its sentences, best first."""

    ask: Ask
    ranked: Sequence[Ranked]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may be quoted for one thing asked."""

    ask: Ask
    ranked: Ranked
    extra: float
    """Worth beside its chance."""


def compose(
    question: Question, terms: Terms, asks: Sequence[RankedAsk], likeness: Likeness, most: int = MAX_PIECES
) -> tuple[Piece, ...]:
    """At most ``most`` pieces in the order they are read; the best sentence for each thing asked is always there."""
    legal = _is_legal(asks[0].ranked[0])
    candidates = _candidates(question, asks, _WIDE_MARGIN if legal or question.plural else _MARGIN)
    room = LEGAL_ANSWER_CHARS if legal else _room(asks)
    if len(candidates) <= most and sum(_size(one.ranked.sentence) for one in candidates) <= room:
        # nothing is worth more than all of them whole, so nobody need know which of their clauses answer
        return tuple(_in_reading_order([whole(one.ranked) for one in candidates]))
    options = [_options(question, terms, one, room, likeness) for one in candidates]
    # a best sentence that has no clause short enough is shown all the same
    chosen = choose(options, max(room, options[0][0].characters), most)
    pieces = [
        Piece(one.ranked, option.start, option.end)
        for one, option in zip(candidates, chosen, strict=True)
        if option is not None
    ]
    return tuple(_in_reading_order(pieces))


def _room(asks: Sequence[RankedAsk]) -> int:
    """As much as the best sentence of an office's paper takes, within the room of an article: they are lists."""
    best = [one.ranked[0] for one in asks if is_official(one.ranked[0])]
    sizes = [_size(one.sentence) for one in best]
    return min(LEGAL_ANSWER_CHARS, max([OFFICIAL_ANSWER_CHARS if best else ANSWER_CHARS, *sizes]))


def _size(sentence: Sentence) -> int:
    """Characters that the whole sentence takes with its marker."""
    return sentence.end - sentence.start + _MARKER_CHARS


def _is_legal(best: Ranked) -> bool:
    return len(_LEGAL.findall(best.sentence.hit.passage.text)) > 1


def _candidates(question: Question, asks: Sequence[RankedAsk], margin: float) -> list[_Candidate]:
    """The best sentence for each thing asked, then those close enough to it, closest first; none twice."""
    found = [_Candidate(one.ask, ranked, _MUST) for one in asks for ranked in _first(one)]
    near = [
        (one.ranked[0].score - ranked.score, index, one.ask, ranked)
        for one in asks
        for index, ranked in enumerate(one.ranked[1:_LOOKED_AT])
        if one.ranked[0].score - ranked.score <= margin
        and not ranked.features.restates
        and not only_names(ranked.sentence, one.ask)
    ]
    documents = {one.ranked.sentence.hit.passage.document_id for one in found}
    for _, _, ask, ranked in sorted(near, key=lambda item: item[:2]):
        document_id = ranked.sentence.hit.passage.document_id
        other = question.plural and document_id not in documents
        found.append(_Candidate(ask, ranked, _OTHER_DOCUMENT * other))
        documents.add(document_id)
    return [one for at, one in enumerate(found) if not any(_same(one.ranked, before.ranked) for before in found[:at])]


def _first(one: RankedAsk) -> Sequence[Ranked]:
    """The best sentence; where that is a heading, what stands under it, or else the best that is none."""
    best = one.ranked[0]
    if not only_names(best.sentence, one.ask):
        return (best,)
    by_key = {ranked.sentence.key: ranked for ranked in one.ranked}
    section = under(best.sentence, [ranked.sentence for ranked in one.ranked], one.ask)
    if section:
        return [by_key[sentence.key] for sentence in section[:MAX_PIECES]]
    return (next((ranked for ranked in one.ranked if not only_names(ranked.sentence, one.ask)), best),)


def _same(left: Ranked, right: Ranked) -> bool:
    """Whether two sentences say the same words: the same place, or a sentence that a page repeats.

    One that names somebody or counts something else is another, however alike the words.
    """
    first, second = left.sentence, right.sentence
    if first.key == second.key:
        return True
    less, more = sorted((first, second), key=lambda one: len(set(one.syllables)))
    shared = set(less.syllables) & set(more.syllables)
    return len(shared) >= _SAME * len(set(less.syllables)) and not _tells_apart(less, shared)


def _tells_apart(sentence: Sentence, shared: Collection[str]) -> bool:
    """Whether a word that is not shared has a capital or a figure."""
    words = (sentence.text[start:end] for start, end in sentence.places)
    other = (word for part, word in zip(sentence.syllables, words, strict=True) if part not in shared)
    return any(word[0].isupper() or word[0].isdigit() for word in other)


def _options(question: Question, terms: Terms, one: _Candidate, room: int, likeness: Likeness) -> list[Option]:
    """The sentence whole, or some of its clauses that follow each other; a quotation never ends inside a clause."""
    sentence, chance = one.ranked.sentence, one.ranked.probability
    options = [Option(sentence.start, sentence.end, _size(sentence), chance + one.extra)]
    text = sentence.hit.passage.text
    clauses = clauses_of(text, sentence.start, sentence.end)[:_MAX_CLAUSES]
    if question.enumerates:
        clauses = with_siblings(text, clauses, one.ask.focus)
    if len(clauses) < 2:  # noqa: PLR2004 a single clause is the whole
        return options
    measure = Measure(question, terms, one.ask)
    placed = sentence, one.ranked.context
    chances = clause_chances(measure_clauses(question, measure, one.ask, placed, clauses, likeness))
    before = [0.0, *itertools.accumulate(chances)]
    for first, last in itertools.combinations_with_replacement(range(len(clauses)), 2):
        start, end = clauses[first][0], clauses[last][1]
        dots = _DOTS_CHARS * ((start > sentence.start) + (end < sentence.end))
        if dots and end - start >= _LEAST_CHARS and (first == last or end - start <= room):
            worth = _CUT * chance * (before[last + 1] - before[first]) + one.extra
            options.append(Option(start, end, end - start + _MARKER_CHARS + dots, worth))
    return worthwhile(options)


def _in_reading_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Documents as they were first chosen, each in its own order."""
    documents = list(dict.fromkeys(piece.ranked.sentence.hit.passage.document_id for piece in pieces))
    return sorted(
        pieces,
        key=lambda piece: (
            documents.index(piece.ranked.sentence.hit.passage.document_id),
            piece.ranked.sentence.hit.passage.page,
            piece.ranked.sentence.hit.passage.char_start + piece.start,
        ),
    )
