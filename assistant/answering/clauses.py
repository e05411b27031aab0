"""Which clause of a sentence holds the answer: what allows a long sentence to be quoted in part."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

from assistant.answering.answer_spans import answer_spans
from assistant.answering.closer import new_names, new_numbers
from assistant.answering.evidence import Context
from assistant.answering.features import Measure
from assistant.answering.question_terms import Terms
from assistant.answering.sentences import Sentence, sentence_at
from assistant.answering.weights import CLAUSE_WEIGHTS
from assistant.ports import Likeness
from assistant.query.question import Ask, Asked, Question

_TYPED = frozenset({Asked.NUMBER, Asked.PERSON, Asked.DATE, Asked.PLACE})
_MANY_NAMES = 4
_MANY_NUMBERS = 2
_LONG = 40
"""Syllables; a clause of this length counts as long."""
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class ClauseFeatures:
    """One clause among those of its sentence."""

    unigrams: float
    """Share of the question's idf mass in the clause, syllables."""
    bigrams: float
    skips: float
    """Share of the question's successive content words near each other here, in order."""
    unigrams_portion: float
    """Of the question's syllables that the clauses of the sentence have together."""
    best: float
    """It has the most of the question; likewise the next two."""
    after_best: float
    beside_best: float
    possible: float
    """A number, person, day or place was asked for, and one stands here that the question does not name."""
    digits: float
    """A number was asked for, and one stands here in digits."""
    local: float
    """The most of the question that stands around such a possible answer."""
    unit: float
    """How much of the noun counted stands beside a number."""
    governed: float
    """The best product of the two."""
    new_names: float
    """Another thing was asked for: capitalised words that the question does not have; likewise the next."""
    new_numbers: float
    new_words: float
    """Logarithm of the syllables that the question does not have."""
    new_portion: float
    """Share of such syllables of the sentence."""
    last: float
    long: float
    meaning: float
    """Cosine with the question."""

    def vector(self) -> tuple[float, ...]:
        """The values in the order of ``CLAUSE_NAMES``."""
        return tuple(float(getattr(self, name)) for name in CLAUSE_NAMES)


CLAUSE_NAMES: tuple[str, ...] = tuple(item.name for item in fields(ClauseFeatures))


def clause_chances(features: Sequence[ClauseFeatures]) -> list[float]:
    """Per clause the chance that the answer stands there, if it stands in the sentence; they add up to 1."""
    scores = [
        sum(CLAUSE_WEIGHTS[name] * value for name, value in zip(CLAUSE_NAMES, one.vector(), strict=True))
        for one in features
    ]
    powers = [math.exp(score - max(scores)) for score in scores]
    return [power / sum(powers) for power in powers]


def measure_clauses(
    question: Question,
    measure: Measure,
    ask: Ask,
    whole: tuple[Sentence, Context],
    clauses: Sequence[tuple[int, int]],
    like: Likeness,
) -> list[ClauseFeatures]:
    """Measure each clause, [start, end) of the passage's text; ``measure`` is that of the question and ``ask``."""
    sentence, context = whole
    terms = measure.terms
    parts = [sentence_at(sentence.hit, start, end, sentence.ordinal) for start, end in clauses]
    measured = [measure(part, context) for part in parts]
    cosines = like(question.text, [part.text for part in parts])
    said = [one.unigrams for one in measured]
    new = [sum(one not in terms.typed for one in part.syllables) for part in parts]
    most = max(range(len(parts)), key=lambda at: said[at] + measured[at].bigrams)
    typed = ask.kind in _TYPED
    return [
        ClauseFeatures(
            unigrams=said[at],
            bigrams=measured[at].bigrams,
            skips=measured[at].skips,
            unigrams_portion=said[at] / max(sum(said), _TINY),
            best=float(at == most),
            after_best=float(at == most + 1),
            beside_best=float(abs(at - most) == 1),
            possible=float(_possible(part, ask, terms)),
            digits=float(ask.kind is Asked.NUMBER and new_numbers(part, terms.typed) > 0),
            local=measured[at].local,
            unit=measured[at].unit,
            governed=measured[at].governed,
            new_names=0.0 if typed else min(1.0, new_names(part, terms.typed) / _MANY_NAMES),
            new_numbers=0.0 if typed else min(1.0, new_numbers(part, terms.typed) / _MANY_NUMBERS),
            new_words=math.log1p(new[at]),
            new_portion=new[at] / max(1, sum(new)),
            last=float(at == len(parts) - 1),
            long=len(part.syllables) / _LONG,
            meaning=cosines[at],
        )
        for at, part in enumerate(parts)
    ]


def _possible(part: Sentence, ask: Ask, terms: Terms) -> bool:
    return any(not set(part.syllables[first:last]) <= terms.typed for first, last in answer_spans(part, ask))
