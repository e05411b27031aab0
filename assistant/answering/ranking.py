"""Sentences in the order in which they answer a question."""

import math
import operator
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.closer import CloserLook
from assistant.answering.evidence import Context, Evidence
from assistant.answering.features import FEATURE_NAMES, Measure, SentenceFeatures
from assistant.answering.question_terms import Terms, terms_of
from assistant.answering.scopes import of_the_asked
from assistant.answering.sentences import Sentence
from assistant.answering.weights import SENTENCE_WEIGHTS
from assistant.ports import InverseDocumentFrequency, Likeness
from assistant.query.question import Ask, Question

_VALUES = operator.attrgetter(*FEATURE_NAMES)
CLOSER = 40
"""Sentences looked at closer: they hold the answer of 987 in 1,000 questions of XQuAD-vi."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with its measurements; ``probability`` is its share of the belief over all sentences."""

    sentence: Sentence
    context: Context
    features: SentenceFeatures
    score: float
    probability: float


def is_official(ranked: Ranked) -> bool:
    """Whether it stands in a paper of an office: one whose card tells its type or unit."""
    passage = ranked.sentence.hit.passage
    return bool(passage.type or passage.unit)


def score_of(features: SentenceFeatures) -> float:
    """The fitted linear model; only differences between sentences of one question mean anything."""
    return _scores([features])[0]


@dataclass(frozen=True, slots=True)
class Measured:
    """A sentence as an answer to the whole question, and to the one thing asked (the same where only one is)."""

    sentence: Sentence
    context: Context
    features: SentenceFeatures
    own: SentenceFeatures
    closer: bool
    """Whether it was looked at closer."""


def rank_sentences(
    question: Question, evidence: Evidence, idf: InverseDocumentFrequency, ask: Ask, likeness: Likeness
) -> list[Ranked]:
    """Every sentence, best first; of a question that asks several things, as an answer to ``ask``."""
    return in_order(measure_sentences(question, evidence, idf, ask, likeness))


def measure_sentences(
    question: Question, evidence: Evidence, idf: InverseDocumentFrequency, ask: Ask, likeness: Likeness
) -> list[Measured]:
    """Every sentence measured; the best are looked at closer.

    The words of the whole question decide which document and sentence is meant; where several things are asked, the
    words of this one count as much again.
    """
    evidence = of_the_asked(question, ask, evidence)
    whole = _measure(question, terms_of(question, idf), ask, evidence)
    own = _measure(question, terms_of(question, idf, ask), ask, evidence) if len(question.asks) > 1 else whole
    scores = _sums(whole, own)
    best = sorted(range(len(scores)), key=lambda at: -scores[at])[:CLOSER]
    sentences = [evidence.sentences[at] for at in best]
    look = CloserLook(question, ask, sentences, idf, likeness)
    for place, at in enumerate(best):
        whole[at] = look(place, whole[at])
        if own is not whole:
            own[at] = look(place, own[at])
    closer = set(best)
    return [
        Measured(sentence, context, whole[at], own[at], at in closer)
        for at, (sentence, context) in enumerate(zip(evidence.sentences, evidence.contexts, strict=True))
    ]


def in_order(measured: Sequence[Measured]) -> list[Ranked]:
    """Best first; behind those looked at closer the others."""
    sums = _sums([one.features for one in measured], [one.own for one in measured])
    scores = [one / 2 for one in sums]
    ranked = [
        Ranked(one.sentence, one.context, one.features, score, probability)
        for one, score, probability in zip(measured, scores, _softmax(scores), strict=True)
    ]
    order = sorted(
        range(len(ranked)),
        key=lambda at: (
            not measured[at].closer,
            -scores[at],
            measured[at].sentence.hit.rank,
            measured[at].sentence.start,
        ),
    )
    return [ranked[at] for at in order]


def _sums(whole: Sequence[SentenceFeatures], own: Sequence[SentenceFeatures]) -> list[float]:
    """Of both scores of each sentence; most questions ask one thing, and the two are one."""
    scores = _scores(whole)
    others = scores if all(map(operator.is_, whole, own)) else _scores(own)
    return list(map(operator.add, scores, others))


def _scores(features: Sequence[SentenceFeatures]) -> list[float]:
    """By the weights as they are now: a fit puts others in their place."""
    weights = [SENTENCE_WEIGHTS[name] for name in FEATURE_NAMES]
    return [sum(map(operator.mul, weights, _VALUES(one))) for one in features]


def _measure(question: Question, terms: Terms, ask: Ask, evidence: Evidence) -> list[SentenceFeatures]:
    return list(map(Measure(question, terms, ask), evidence.sentences, evidence.contexts))


def _softmax(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
