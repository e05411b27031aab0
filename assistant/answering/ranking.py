"""Sentences in the order in which they answer a question."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answering.evidence import Context, Evidence
from assistant.answering.features import FEATURE_NAMES, Measure, SentenceFeatures, Terms, terms_of
from assistant.answering.sentences import Sentence
from assistant.answering.weights import SENTENCE_WEIGHTS
from assistant.ports import InverseDocumentFrequency
from assistant.query.question import Ask, Question


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with its measurements; ``probability`` is its share of the belief over all sentences."""

    sentence: Sentence
    context: Context
    features: SentenceFeatures
    score: float
    probability: float


def score_of(features: SentenceFeatures) -> float:
    """The fitted linear model; only differences between sentences of one question mean anything."""
    return sum(SENTENCE_WEIGHTS[name] * value for name, value in zip(FEATURE_NAMES, features.vector(), strict=True))


def rank_sentences(question: Question, evidence: Evidence, idf: InverseDocumentFrequency, ask: Ask) -> list[Ranked]:
    """Every sentence, best first; of a question that asks several things, as an answer to ``ask``.

    The words of the whole question decide which document and sentence is meant; where several things are asked, the
    words of this one count as much again.
    """
    whole = terms_of(question, idf)
    measured = _measure(question, whole, ask, evidence)
    scores = [score_of(features) for features in measured]
    if len(question.asks) > 1:
        own = _measure(question, terms_of(question, idf, ask), ask, evidence)
        scores = [(score + score_of(part)) / 2 for score, part in zip(scores, own, strict=True)]
    ranked = [
        Ranked(sentence, context, features, score, probability)
        for sentence, context, features, score, probability in zip(
            evidence.sentences, evidence.contexts, measured, scores, _softmax(scores), strict=True
        )
    ]
    return sorted(ranked, key=lambda item: (-item.score, item.sentence.hit.rank, item.sentence.start))


def _measure(question: Question, terms: Terms, ask: Ask, evidence: Evidence) -> list[SentenceFeatures]:
    return list(map(Measure(question, terms, ask), evidence.sentences, evidence.contexts))


def _softmax(scores: Sequence[float]) -> list[float]:
    if not scores:
        return []
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
