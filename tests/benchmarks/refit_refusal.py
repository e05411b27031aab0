"""Moves the decision to refuse, as it is in weights.py, towards questions it was not fitted on.

The whole fit (fit_answering) takes ten minutes; this one keeps the ranking, measures a few hundred questions and draws
the logistic weights towards the ones in force, so that few questions cannot overturn many. Run from the root:

    python -m tests.benchmarks.refit_refusal --write --threshold 0.4 \
        --set seeds=DATA:tests/benchmarks/seed_questions.jsonl:1 --set xquad=DATA:FILE:1 --elsewhere legal=DATA:FILE:1

Printed: the share refused of each set's answerable and unanswerable questions, each judged by weights that were fitted
without its fifth. Questions of an ``--elsewhere`` set have no answer in its store.
"""

import argparse
import functools
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from assistant.answering import weights
from assistant.answering.answerability import ANSWERABILITY_NAMES, answerability, probability_answered
from assistant.answering.evidence import Evidence, gather
from assistant.answering.question_terms import terms_of
from assistant.answering.ranking import rank_sentences
from assistant.answering.written_out import written_out
from assistant.evaluation.questions import EvalQuestion, load_questions
from assistant.ports import Likeness
from assistant.query import understand
from assistant.query.question import Question
from tests.benchmarks.answering_examples import bundled_likeness, evidence_for
from tests.benchmarks.answering_fits import Vector, chances_answered, refusal_bounds
from vectorstore.connect import open_store
from vectorstore.embedder_loading import load_embedder
from vectorstore.settings import StoreSettings
from vectorstore.store import Store

DRAWN = 3.0
"""How strongly the weights are drawn to those in force: of 1, 3, 10, 30 the one that served questions left out best."""
FOLDS = 5
THRESHOLDS = (0.22, 0.3, 0.35, 0.4, 0.45)


@dataclass(frozen=True, slots=True)
class Measured:
    """One question's measurements, and whether its store answers it."""

    tag: str
    values: tuple[float, ...]
    answered: bool
    weight: float


def measured(given: str, likeness: Likeness, *, elsewhere: bool) -> Iterator[Measured]:
    """The questions of ``NAME=DATA:QUESTIONS:WEIGHT``."""
    name, _, rest = given.partition("=")
    data, file, weight = rest.split(":")
    store = open_store(StoreSettings(data_dir=Path(data)), load_embedder())
    for asked in load_questions(Path(file)):
        if asked.kind != "multi":
            values = _values(store, asked, likeness)
            if values:
                yield Measured(name, values, asked.answerable and not elsewhere, float(weight))
    store.close()


def _values(store: Store, asked: EvalQuestion, likeness: Likeness) -> tuple[float, ...]:
    """As the product measures it, short forms written out where that says more."""
    question, result = evidence_for(store, asked.question)
    evidence = gather(result.hits)
    if question.wants_documents or not evidence.sentences:
        return ()
    idf = functools.cache(store.idf)

    def rated(one: Question, found: Evidence) -> tuple[float, tuple[float, ...], Question | None]:
        ranked = rank_sentences(one, found, idf, one.asks[0], likeness)
        features = answerability(one, terms_of(one, idf), one.asks[0], ranked)
        other = written_out(understand(asked.question), one, ranked[0].context.document)
        return probability_answered(features), features.vector(), other

    chance, values, other = rated(question, evidence)
    if other is not None:
        again = rated(other, evidence)
        values = again[1] if again[0] > chance else values
    return values


def refitted(made: Sequence[Measured]) -> tuple[Vector, float]:
    """Coefficients in the order of ``ANSWERABILITY_NAMES`` and the intercept."""
    matrix = np.c_[np.array([one.values for one in made]), np.ones(len(made))]
    labels = np.array([one.answered for one in made], dtype=float)
    weight = np.array([one.weight for one in made])
    names = ANSWERABILITY_NAMES
    start = np.array([*(weights.ANSWERABLE_WEIGHTS[name] for name in names), weights.ANSWERABLE_INTERCEPT])

    def loss(coefficients: Vector) -> tuple[float, Vector]:
        chances = 1 / (1 + np.exp(-(matrix @ coefficients)))
        likely = labels * np.log(chances + 1e-12) + (1 - labels) * np.log(1 - chances + 1e-12)
        away = coefficients - start
        total = -float(weight @ likely) + DRAWN * float(away @ away) / 2
        return total, matrix.T @ (weight * (chances - labels)) + DRAWN * away

    bounds = [*map(refusal_bounds, names), (None, None)]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x
    return np.asarray(found[:-1]), float(found[-1])


def report(made: Sequence[Measured]) -> None:
    """Shares refused per set, every fifth judged by what was fitted on the rest."""
    fold = np.random.default_rng(0).integers(0, FOLDS, len(made))
    chances = np.zeros(len(made))
    for part in range(FOLDS):
        out = np.flatnonzero(fold == part)
        known = [one for one, at in zip(made, fold, strict=True) if at != part]
        chances[out] = chances_answered(np.array([made[at].values for at in out]), *refitted(known))
    for tag in dict.fromkeys(one.tag for one in made):
        for answered in (True, False):
            places = [at for at, one in enumerate(made) if one.tag == tag and one.answered is answered]
            if places:
                shares = "  ".join(f"<{limit}: {np.mean(chances[places] < limit):.3f}" for limit in THRESHOLDS)
                kind = "answerable" if answered else "unanswerable"
                sys.stdout.write(f"{tag:10s} {kind:12s} n={len(places):4d}  refused {shares}\n")


def write(coefficients: Vector, intercept: float, threshold: float) -> None:
    """Replace the refusal's numbers in weights.py; everything else stays."""
    path = Path(weights.__file__)
    text = path.read_text(encoding="utf-8")
    rows = "".join(
        f'    "{name}": {value:.3f},\n' for name, value in zip(ANSWERABILITY_NAMES, coefficients, strict=True)
    )
    text = re.sub(r"(ANSWERABLE_INTERCEPT: float = )\S+", rf"\g<1>{intercept:.3f}", text)
    table = re.compile(r"(ANSWERABLE_WEIGHTS: dict\[str, float\] = \{\n)[^}]*\}")
    text = table.sub(lambda match: f"{match[1]}{rows}}}", text)
    text = re.sub(r"(ANSWER_THRESHOLD: float = )\S+", rf"\g<1>{threshold}", text)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Measure, print, and with ``--write`` replace the refusal's weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", required=True, metavar="NAME=DATA:QUESTIONS:WEIGHT")
    parser.add_argument("--elsewhere", action="append", default=[], metavar="NAME=DATA:QUESTIONS:WEIGHT")
    parser.add_argument("--threshold", type=float, default=weights.ANSWER_THRESHOLD)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    likeness = bundled_likeness()
    made = [one for given in options.set for one in measured(given, likeness, elsewhere=False)]
    made += [one for given in options.elsewhere for one in measured(given, likeness, elsewhere=True)]
    report(made)
    if options.write:
        write(*refitted(made), options.threshold)


if __name__ == "__main__":
    main()
