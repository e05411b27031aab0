"""From ranked sentences to the few pieces that are shown, within a budget of characters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.cutting import Piece, cut
from assistant.answering.features import Terms
from assistant.answering.ranking import Ranked
from assistant.query.question import Ask, Question

PIECE_CHARS = 300
"""A sentence longer than this is cut to its answering clauses."""
ANSWER_CHARS = 400
LEGAL_ANSWER_CHARS = 600
"""Articles of law answer in longer sentences and lists."""
MAX_PIECES = 4
_MARGIN = 4.0
"""A further sentence is shown while its odds against the best are above e^-4, 1 in 55: the answer of XQuAD-vi is then
there in 83 of 100, with 2.5 in 81, without any limit in 83 but with half a sentence more to read."""
_PLURAL_MARGIN = 6.0
"""Where several things are asked for, other documents may be further away."""
_LEAST_CHARS = 80
"""Room below which no further piece is tried."""
_SAME = 0.8
_MARKER_CHARS = 6
_LEGAL = re.compile(r"^(?:Điều\s+\d|\d{1,2}\.\s|[a-zđ]\)\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RankedAsk:
    """One thing asked with its sentences, best first."""

    ask: Ask
    ranked: Sequence[Ranked]


def compose(question: Question, terms: Terms, asks: Sequence[RankedAsk]) -> tuple[Piece, ...]:
    """The pieces of the answer in the order they are read; the best sentence for each thing asked is always there."""
    budget = _budget(asks[0].ranked[0])
    chosen: list[Piece] = []
    for one in asks:
        _add(chosen, _piece(question, terms, one, one.ranked[0], PIECE_CHARS), budget, forced=True)
    for one, ranked in _others(asks, one_per_document=question.plural):
        room = budget - _used(chosen)
        if len(chosen) >= MAX_PIECES or room < _LEAST_CHARS:
            break
        piece = _piece(question, terms, one, ranked, min(PIECE_CHARS, room - _MARKER_CHARS))
        if len(piece.text) >= min(_LEAST_CHARS, len(ranked.sentence.text)):
            _add(chosen, piece, budget)
    return tuple(_in_reading_order(chosen))


def _budget(best: Ranked) -> int:
    legal = len(_LEGAL.findall(best.sentence.hit.passage.text)) > 1
    return LEGAL_ANSWER_CHARS if legal else ANSWER_CHARS


def _piece(question: Question, terms: Terms, one: RankedAsk, ranked: Ranked, limit: int) -> Piece:
    return cut(question, terms, one.ask, ranked, limit)


def _used(chosen: Sequence[Piece]) -> int:
    return sum(len(piece.text) + _MARKER_CHARS for piece in chosen)


def _others(asks: Sequence[RankedAsk], *, one_per_document: bool) -> list[tuple[RankedAsk, Ranked]]:
    """Sentences close enough to the best one for their ask, closest first.

    Where several things are asked for, the best of each further document comes before a second one of the same.
    """
    near = [
        (one.ranked[0].score - ranked.score, index, one, ranked)
        for one in asks
        for index, ranked in enumerate(one.ranked[1:])
        if one.ranked[0].score - ranked.score <= (_PLURAL_MARGIN if one_per_document else _MARGIN)
        and not ranked.features.restates
    ]
    closest = [(one, ranked) for _, _, one, ranked in sorted(near, key=lambda item: item[:2])]
    if not one_per_document:
        return closest
    seen = {one.ranked[0].sentence.hit.passage.document_id for one in asks}
    first_ones: list[tuple[RankedAsk, Ranked]] = []
    later: list[tuple[RankedAsk, Ranked]] = []
    for one, ranked in closest:
        document_id = ranked.sentence.hit.passage.document_id
        (later if document_id in seen else first_ones).append((one, ranked))
        seen.add(document_id)
    return [*first_ones, *later]


def _add(chosen: list[Piece], piece: Piece, budget: int, *, forced: bool = False) -> None:
    fits = _used(chosen) + len(piece.text) + _MARKER_CHARS <= budget
    if (forced or fits) and not any(_same(piece, one) for one in chosen):
        chosen.append(piece)


def _same(left: Piece, right: Piece) -> bool:
    """Whether two pieces say the same words: the same place, or a sentence that a page repeats."""
    first, second = left.ranked.sentence, right.ranked.sentence
    if first.key == second.key:
        return left.start < right.end and right.start < left.end
    mine, other = set(first.syllables), set(second.syllables)
    return len(mine & other) >= _SAME * min(len(mine), len(other))


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
