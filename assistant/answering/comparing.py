"""Answers to a question about several things: each from its own documents, and what is missing is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.answerability import answerability, probability_answered
from assistant.answering.composing import RankedAsk, compose
from assistant.answering.evidence import gather, pairs
from assistant.answering.imprint import imprint
from assistant.answering.papers_named import of_papers_named
from assistant.answering.question_terms import terms_of
from assistant.answering.quoting import Line, Quoted, running_text
from assistant.answering.ranking import Ranked, rank_sentences
from assistant.answering.table_rows import as_read, rows_asked
from assistant.answering.weights import ANSWER_THRESHOLD
from assistant.messages_vi.answering import ANSWERING
from assistant.model import PartResult
from assistant.ports import InverseDocumentFrequency, Likeness
from assistant.query.question import Question, read_question

_PIECES = 2
"""Quotations for one part."""


@dataclass(frozen=True, slots=True)
class AnsweredPart:
    """A part with its quotations; none where its documents do not say it."""

    part: PartResult
    shown: tuple[Quoted, ...] = ()
    near: tuple[Ranked, ...] = ()
    """The best sentences about it."""


def answered_parts(
    parts: Sequence[PartResult],
    idf: InverseDocumentFrequency,
    likeness: Likeness,
    least: float = ANSWER_THRESHOLD,
) -> list[AnsweredPart]:
    """Each part answered from what was found for it, by sentences that speak of it and of no other part instead.

    Where one part is answered with the probability ``least``, half of it is enough for another that its best sentence
    names: the same is asked of both.
    """
    # common words tell a part apart, but its documents need not say them
    names = [part.about if _is_name(part) else () for part in parts]
    rated = [
        _rated(part, name, [other for other in names if other and other != part.about], idf, likeness)
        for part, name in zip(parts, names, strict=True)
    ]
    best = max((one.chance for one in rated), default=0.0)
    if best < least:
        return [AnsweredPart(part) for part in parts]
    return [_answered(part, one, idf, likeness, least) for part, one in zip(parts, rated, strict=True)]


def says_it_all(ranked: Sequence[Ranked], parts: Sequence[PartResult]) -> bool:
    """Whether the best sentence of the whole question names every part: then nothing needs taking apart."""
    return bool(ranked) and all(_holds(ranked[0], part.about) for part in parts)


def part_lines(answered: Sequence[AnsweredPart]) -> Iterator[Line]:
    """Each part under its name; parts without an answer are named at the end."""
    for one in answered:
        if one.shown:
            yield (ANSWERING["part"].format(part=one.part.label),)
            yield from running_text(one.shown)
    for one in answered:
        if not one.shown:
            yield (missing_part(one.part.label),)


def missing_part(label: str) -> str:
    """That nothing was found about a part."""
    return ANSWERING["part_missing"].format(part=label)


@dataclass(frozen=True, slots=True)
class _Rated:
    """What may answer a part, best first, and how likely it does."""

    question: Question
    ranked: tuple[Ranked, ...] = ()
    chance: float = 0.0
    itself: tuple[Quoted, ...] = ()
    """What its item says of itself, where that is asked."""


def _rated(
    part: PartResult,
    name: tuple[str, ...],
    others: Sequence[tuple[str, ...]],
    idf: InverseDocumentFrequency,
    likeness: Likeness,
) -> _Rated:
    """By sentences that speak of its ``name``, if it has one, and of no other part's instead."""
    query = part.found.query
    question = read_question(query.reading or query.search_text, query.ignored)
    ask = question.asks[0]
    evidence = gather(of_papers_named(question, part.found.hits))
    every = rank_sentences(question, evidence, idf, ask, likeness)
    ranked = tuple(one for one in every if _speaks_of(one, name, others))
    if not ranked:
        return _Rated(question)
    itself = imprint(question, part.found.hits, ranked[0])
    if itself is not None:
        return _Rated(question, ranked, 1.0, tuple(one for one in itself if isinstance(one, Quoted)))
    features = answerability(question, terms_of(question, idf), ask, ranked)
    return _Rated(question, ranked, probability_answered(features))


def _answered(
    part: PartResult, rated: _Rated, idf: InverseDocumentFrequency, likeness: Likeness, least: float
) -> AnsweredPart:
    if rated.itself:
        return AnsweredPart(part, rated.itself, rated.ranked)
    named = bool(rated.ranked) and _holds(rated.ranked[0], part.about)
    if rated.chance < least * (0.5 if named else 1.0):
        return AnsweredPart(part, near=rated.ranked)
    document_id = rated.ranked[0].sentence.hit.passage.document_id
    own = [one for one in rated.ranked if one.sentence.hit.passage.document_id == document_id]
    question = rated.question
    pieces = compose(question, terms_of(question, idf), [RankedAsk(question.asks[0], own)], likeness, _PIECES)
    shown = rows_asked([as_read(piece, question) for piece in pieces], question)
    return AnsweredPart(part, tuple(shown), rated.ranked)


def _speaks_of(ranked: Ranked, about: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> bool:
    """Whether a sentence is about one part: it names it, or it names no other and its document is about it."""
    if _is_year(about):
        years = ranked.context.years or ranked.context.document.card_years
        return int(about[0]) in years
    if _holds(ranked, about):
        return True
    if any(_holds(ranked, other) for other in others):
        return False
    document = ranked.context.document
    return _within(about, ranked.context.near, ranked.context.near_pairs) or _within(
        about, document.card_syllables, document.card
    )


def _is_name(part: PartResult) -> bool:
    """Whether what a part is about is a year, a province, or typed with a capital."""
    question = read_question(part.label)
    parts = [token.folded for token in question.tokens]
    size = len(part.about)
    at = next((at for at in range(len(parts)) if tuple(parts[at : at + size]) == part.about), None)
    capital = at is not None and any(token.text[0].isupper() for token in question.tokens[max(1, at) : at + size])
    return _is_year(part.about) or part.about in question.provinces or capital or size == len(parts)


def _holds(ranked: Ranked, about: tuple[str, ...]) -> bool:
    parts = ranked.sentence.syllables
    if _is_year(about):
        return about[0] in parts
    return any(parts[at : at + len(about)] == about for at in range(len(parts) - len(about) + 1))


def _within(about: tuple[str, ...], words: frozenset[str], neighbours: frozenset[str]) -> bool:
    return set(pairs(about)) <= neighbours if len(about) > 1 else about[0] in words


def _is_year(about: tuple[str, ...]) -> bool:
    return len(about) == 1 and about[0].isdigit()
