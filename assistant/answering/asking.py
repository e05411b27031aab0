"""Each of the things a question asks: its sentences, how likely they answer it, and what nothing shown answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.answer_spans import answer_spans
from assistant.answering.answerability import answerability, probability_answered
from assistant.answering.composing import RankedAsk
from assistant.answering.cutting import Piece
from assistant.answering.evidence import DocumentEvidence, Evidence, speaks_of
from assistant.answering.question_terms import terms_of
from assistant.answering.quoting import Line
from assistant.answering.ranking import Ranked, rank_sentences
from assistant.answering.weights import ANSWER_THRESHOLD
from assistant.messages_vi.answering import ANSWERING
from assistant.ports import InverseDocumentFrequency, Likeness
from assistant.query.parts import ask_label, ask_texts, names_of_ask
from assistant.query.question import Ask, Asked, Question, read_question

_WITH_FORM = frozenset({Asked.NUMBER, Asked.PERSON, Asked.DATE, Asked.PLACE})
"""Kinds whose answer can be seen to be missing."""


@dataclass(frozen=True, slots=True)
class RatedAsk:
    """One thing asked with its sentences, best first, and the probability that they answer it."""

    asked: Ask
    """As it stands in the question."""
    ranked: RankedAsk
    chance: float
    least: float = ANSWER_THRESHOLD

    @property
    def answered(self) -> bool:
        """Whether that is enough."""
        return self.chance >= self.least


def rate_asks(
    question: Question,
    evidence: Evidence,
    idf: InverseDocumentFrequency,
    likeness: Likeness,
    least: float = ANSWER_THRESHOLD,
) -> list[RatedAsk]:
    """Every ask over evidence that has sentences; below ``least`` it is not answered.

    One of several is also rated as a question of its own, for the words of the others are missing in its answer; and
    its document must name whom the question is about.
    """
    terms = terms_of(question, idf)
    rated = []
    for ask in question.asks:
        ranked = rank_sentences(question, evidence, idf, ask, likeness)
        chance = probability_answered(answerability(question, terms, ask, ranked))
        rated.append(RatedAsk(ask, RankedAsk(ask, ranked), chance, least))
    texts = ask_texts(question)
    if not texts:
        return rated
    each = [
        _by_itself(one, text, names_of_ask(question, one.asked), evidence, idf, likeness)
        for one, text in zip(rated, texts, strict=True)
    ]
    return [_after(question, one, each[at - 1]) if at else one for at, one in enumerate(each)]


def _after(question: Question, rated: RatedAsk, before: RatedAsk) -> RatedAsk:
    """What is asked of the thing asked before ("bao nhiêu mô hình, là những mô hình nào") is told with it or not."""
    if question.tokens[rated.asked.first].folded != "la":
        return rated
    return replace(rated, chance=min(rated.chance, before.chance))


def _by_itself(
    rated: RatedAsk,
    text: str,
    names: Sequence[tuple[str, ...]],
    evidence: Evidence,
    idf: InverseDocumentFrequency,
    likeness: Likeness,
) -> RatedAsk:
    own = read_question(text)
    ask = own.asks[0]
    ranked = [one for one in rank_sentences(own, evidence, idf, ask, likeness) if _is_about(one, names)]
    chance = probability_answered(answerability(own, terms_of(own, idf), ask, ranked)) if ranked else 0.0
    with_whole = rated.chance if _is_about(rated.ranked.ranked[0], names) else 0.0
    if chance > with_whole:
        return RatedAsk(rated.asked, RankedAsk(ask, ranked), chance, rated.least)
    return RatedAsk(rated.asked, rated.ranked, with_whole, rated.least)


def _is_about(ranked: Ranked, names: Sequence[tuple[str, ...]]) -> bool:
    return speaks_of(ranked.context.document, names)


def missing_asks(question: Question, rated: Sequence[RatedAsk], pieces: Sequence[Piece]) -> Iterator[Line]:
    """The things asked for besides others that nothing shown can answer."""
    if len(rated) < 2:  # noqa: PLR2004
        return
    for one in rated:
        own = read_question(ask_label(question, one.asked))
        about = [piece for piece in pieces if _is_of(piece.ranked.context.document, own)]
        if not one.answered and one.asked.kind in _WITH_FORM and not _is_said(one.asked, about):
            yield (ANSWERING["ask_missing"].format(part=own.text.removeprefix("còn ")),)


def _is_of(document: DocumentEvidence, own: Question) -> bool:
    """Whether the document speaks of the years and provinces that one thing asked names."""
    return all(set(period) <= document.years for period in own.periods) and speaks_of(document, own.provinces)


def _is_said(ask: Ask, pieces: Sequence[Piece]) -> bool:
    if ask.kind is Asked.NUMBER and ask.focus:
        return any(set(ask.focus) <= set(piece.ranked.sentence.syllables) for piece in pieces)
    return any(answer_spans(piece.ranked.sentence, ask) for piece in pieces)
