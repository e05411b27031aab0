"""The regressions behind assistant/answering/weights.py."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.answering import weights
from assistant.answering.answerability import ANSWERABILITY_NAMES, OFFICIAL, answerability
from assistant.answering.clauses import CLAUSE_NAMES, measure_clauses
from assistant.answering.cutting import clauses_of
from assistant.answering.features import FEATURE_NAMES, Measure
from assistant.evaluation.matching import contains
from assistant.ports import Likeness
from tests.benchmarks.answering_examples import Example

RIDGE = 1.0
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """Things to choose from, and which of them are right; not all of them."""

    group: str
    matrix: Vector
    right: NDArray[np.bool_]
    weight: float


def sentence_choices(made: Iterable[Example]) -> list[Choice]:
    """Sentences looked at closer, of questions that have an answer among them."""
    found = []
    for one in made:
        if not one.answered or one.asked.kind == "multi":
            continue
        kept = [(item, right) for item, right in zip(one.sentences, one.gold(), strict=True) if item.closer]
        matrix = np.array([np.add(item.features.vector(), item.own.vector()) / 2 for item, _ in kept], dtype=np.float64)
        found.append(Choice(one.group, matrix, np.array([right for _, right in kept]), one.weight))
    return [one for one in found if one.right.any()]


def clause_choices(made: Iterable[Example], likeness: Likeness) -> list[Choice]:
    """Clauses of the sentences that answer."""
    found = []
    for one in made:
        if not one.answered or one.asked.kind == "multi":
            continue
        ask, measured = one.measured[0]
        facts = one.asked.key_facts or one.asked.answers
        measure = Measure(one.question, one.terms, ask)
        for item in [item for item, right in zip(measured, one.gold(), strict=True) if right]:
            sentence = item.sentence
            text = sentence.hit.passage.text
            clauses = clauses_of(text, sentence.start, sentence.end)
            right = np.array([any(contains(text[start:end], fact) for fact in facts) for start, end in clauses])
            if right.any() and not right.all():
                features = measure_clauses(one.question, measure, ask, (sentence, item.context), clauses, likeness)
                matrix = np.array([clause.vector() for clause in features])
                found.append(Choice(one.group, matrix, right, one.weight))
    return found


def listwise(choices: Sequence[Choice], start: Vector | None = None) -> Vector:
    """Logistic regression: the likelihood that a right thing is drawn; the time grows with the things."""
    matrix = np.concatenate([one.matrix for one in choices])
    right = np.concatenate([one.right for one in choices])
    weight = np.array([one.weight for one in choices])
    owner = np.repeat(np.arange(len(choices)), [len(one.right) for one in choices])
    first = np.searchsorted(owner, np.arange(len(choices)))

    def loss(coefficients: Vector) -> tuple[float, Vector]:
        scores = matrix @ coefficients
        powers = np.exp(scores - np.maximum.reduceat(scores, first)[owner])
        everything = np.add.reduceat(powers, first)
        wanted = np.add.reduceat(powers * right, first) + 1e-12
        total = float(weight @ np.log(everything / wanted)) + RIDGE * float(coefficients @ coefficients) / 2
        push = (powers / everything[owner] - powers * right / wanted[owner]) * weight[owner]
        return total, matrix.T @ push + RIDGE * coefficients

    begin = np.zeros(matrix.shape[1]) if start is None else start
    return np.asarray(minimize(loss, begin, jac=True, method="L-BFGS-B").x)


def use_sentence_weights(found: Vector) -> None:
    """From here on sentences are ranked by these."""
    weights.SENTENCE_WEIGHTS.update(zip(FEATURE_NAMES, map(float, found), strict=True))


def use_clause_weights(found: Vector) -> None:
    """From here on clauses are weighed by these."""
    weights.CLAUSE_WEIGHTS.update(zip(CLAUSE_NAMES, map(float, found), strict=True))


def evidence_of_an_answer(one: Example) -> Vector:
    """What the decision to refuse looks at, with the sentences as they are ranked now."""
    best = one.ranked()[0]
    return np.array(answerability(one.question, one.terms, best.ask, best.ranked).vector())


def fit_refusal(measured: Vector, made: Sequence[Example]) -> tuple[Vector, float]:
    """Weighted ridge logistic regression; coefficients and intercept."""
    matrix = np.c_[measured, np.ones(len(made))]
    labels = np.array([one.answered for one in made], dtype=float)
    weight = np.array([one.weight for one in made])
    ridge = np.full(matrix.shape[1], RIDGE)
    ridge[-1] = 0.0

    def loss(coefficients: Vector) -> tuple[float, Vector]:
        chances = 1 / (1 + np.exp(-(matrix @ coefficients)))
        likely = labels * np.log(chances + 1e-12) + (1 - labels) * np.log(1 - chances + 1e-12)
        total = -float(weight @ likely) + float(ridge @ coefficients**2) / 2
        return total, matrix.T @ (weight * (chances - labels)) + ridge * coefficients

    bounds = [refusal_bounds(name) for name in ANSWERABILITY_NAMES] + [(None, None)]
    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds).x
    return np.asarray(found[:-1]), float(found[-1])


def chances_answered(measured: Vector, coefficients: Vector, intercept: float) -> Vector:
    """The product's probability of an answer: none where the precise thing asked for is nowhere."""
    chances = 1 / (1 + np.exp(-(measured @ coefficients + intercept)))
    return np.where(measured[:, ANSWERABILITY_NAMES.index("precise_missing")] > 0, 0.0, chances)


def refusal_bounds(name: str) -> tuple[float | None, float | None]:
    """What is missing or clashes never speaks for an answer, what is there never against: it generalises better."""
    if name == OFFICIAL:
        return (None, None)
    against = any(word in name for word in ("missing", "clash", "unknown", "absent", "unfilled"))
    return (None, 0.0) if against else (0.0, None)
