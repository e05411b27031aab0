"""Fits assistant/answering/weights.py: the ranking of sentences and clauses, and the decision to refuse.

Run from the root, once per set of questions with the data folder that holds its documents:

    python -m tests.benchmarks.fit_answering --write --threshold 0.22 --official 0.4 \
        --set seeds=DATA:../shared/data/eval/seeds.questions.jsonl,tests/benchmarks/seed_questions.jsonl:2 \
        --set xquad=DATA:../shared/data/eval/xquad-vi.questions.jsonl:1 \
        --set alqac=DATA:../shared/data/eval/alqac.questions.jsonl:1.6 --elsewhere legal=DATA --kin alqac,legal

A set's questions are answerable from its own store; from every other store (``--elsewhere`` names some that have no
questions, ``--kin`` sets whose documents may answer each other's), from its own without the answering document or
without the answering sentence, and with a name, year or province exchanged, they are not.
Printed, for several ways to part the questions in five: how often an answer composed by weights that saw no question
of its passage holds the answer, and the share refused of each kind. ``--write`` replaces the coefficients. Data folders
are made by ``python app.py ingest``.
"""

import argparse
import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from assistant.answering import weights
from assistant.answering.answerability import ANSWERABILITY_NAMES, OFFICIAL
from assistant.answering.clauses import CLAUSE_NAMES
from assistant.answering.composing import compose
from assistant.answering.features import FEATURE_NAMES
from assistant.evaluation.matching import contains
from assistant.evaluation.questions import PASSAGE, load_questions
from assistant.ports import Likeness
from tests.benchmarks.answering_examples import Example, QuestionSet, bundled_likeness, examples
from tests.benchmarks.answering_fits import (
    Vector,
    chances_answered,
    clause_choices,
    evidence_of_an_answer,
    fit_refusal,
    listwise,
    sentence_choices,
    use_clause_weights,
    use_sentence_weights,
)
from vectorstore.connect import open_store
from vectorstore.embedder_loading import load_embedder
from vectorstore.settings import StoreSettings

FOLDS = 5
SEEDS = (0, 1, 2)
THRESHOLDS = (0.2, 0.22, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)


def judged(one: Example, likeness: Likeness) -> bool:
    """Whether the answer composed by the weights as they are now holds the answer."""
    text = " ".join(piece.text for piece in compose(one.question, one.terms, one.ranked(), likeness))
    facts_there = all(contains(text, fact) for fact in one.asked.key_facts)
    return facts_there and (not one.asked.answers or any(contains(text, gold) for gold in one.asked.answers))


def cross_validated(made: Sequence[Example], likeness: Likeness, seed: int) -> tuple[Vector, list[bool]]:
    """Per example the chance that it is answered, and whether the answer holds what it should, by weights fitted
    without its group."""
    groups = sorted({one.group for one in made})
    parts = np.random.default_rng(seed).permutation(len(groups)) % FOLDS
    fold_of = dict(zip(groups, parts.tolist(), strict=True))
    sentences, clauses = sentence_choices(made), clause_choices(made, likeness)
    begin = listwise(sentences), listwise(clauses)
    chances, right = np.zeros(len(made)), [False] * len(made)
    for fold in range(FOLDS):
        use_sentence_weights(listwise([one for one in sentences if fold_of[one.group] != fold], begin[0]))
        use_clause_weights(listwise([one for one in clauses if fold_of[one.group] != fold], begin[1]))
        measured = np.array([evidence_of_an_answer(one) for one in made])
        held_out = np.array([fold_of[one.group] == fold for one in made])
        known = [one for one, out in zip(made, held_out, strict=True) if not out]
        coefficients, intercept = fit_refusal(measured[~held_out], known)
        chances[held_out] = chances_answered(measured[held_out], coefficients, intercept)
        for at in np.flatnonzero(held_out):
            right[at] = made[at].answered and judged(made[at], likeness)
    return chances, right


def fit_all(made: Sequence[Example], likeness: Likeness) -> tuple[dict[str, dict[str, float]], float]:
    """Tables of coefficients by name, and the intercept of the refusal; they are in use from here on."""
    sentence, clause = listwise(sentence_choices(made)), listwise(clause_choices(made, likeness))
    use_sentence_weights(sentence)
    use_clause_weights(clause)
    refusal, intercept = fit_refusal(np.array([evidence_of_an_answer(one) for one in made]), made)
    tables = {
        "sentence": dict(zip(FEATURE_NAMES, sentence.tolist(), strict=True)),
        "clause": dict(zip(CLAUSE_NAMES, clause.tolist(), strict=True)),
        "refusal": dict(zip(ANSWERABILITY_NAMES, refusal.tolist(), strict=True)),
    }
    return tables, intercept


def report(made: Sequence[Example], chances: Vector, right: Sequence[bool]) -> None:
    """Share refused and share answered rightly per kind of example at several thresholds."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(made):
        groups[one.tag].append(at)
    for tag, places in sorted(groups.items()):
        refused = "  ".join(f"<{limit}: {np.mean(chances[places] < limit):.3f}" for limit in THRESHOLDS)
        line = f"{tag:32s} n={len(places):4d}  refused {refused}"
        if made[places[0]].answered:
            held = np.array([right[at] for at in places])
            line += f"\n{'':32s} holds {held.mean():.3f}  right " + "  ".join(
                f">={limit}: {np.mean(held & (chances[places] >= limit)):.3f}" for limit in THRESHOLDS
            )
        _say(line)


def written(tables: dict[str, dict[str, float]], intercept: float, threshold: float) -> str:
    """The module's text."""
    rows = {
        name: "".join(f'    "{feature}": {value:.3f},\n' for feature, value in table.items())
        for name, table in tables.items()
    }
    return (
        '"""Coefficients of the answer models, written by tests/benchmarks/fit_answering.py."""\n\n'
        f"SENTENCE_WEIGHTS: dict[str, float] = {{\n{rows['sentence']}}}\n"
        '"""Listwise logistic regression over the sentences of the evidence."""\n\n'
        f"CLAUSE_WEIGHTS: dict[str, float] = {{\n{rows['clause']}}}\n"
        '"""Listwise logistic regression over the clauses of sentences that hold the answer."""\n\n'
        f"ANSWERABLE_INTERCEPT: float = {intercept:.3f}\n\n"
        f"ANSWERABLE_WEIGHTS: dict[str, float] = {{\n{rows['refusal']}}}\n"
        '"""Logistic regression over the best sentence of answerable and unanswerable questions."""\n\n'
        f"ANSWER_THRESHOLD: float = {threshold}\n"
        '"""Below this probability the answer is a refusal."""\n'
    )


def logit(chance: float) -> float:
    """Logarithm of the odds."""
    return math.log(chance / (1 - chance))


def opened(given: Iterable[str], elsewhere: Iterable[str], kin: Sequence[str]) -> list[QuestionSet]:
    """The sets named on the command line."""
    embedder = load_embedder()
    sets = []
    for one in (*given, *(f"{named}::1" for named in elsewhere)):
        name, _, rest = one.partition("=")
        data, questions, weight = rest.split(":")
        store = open_store(StoreSettings(data_dir=Path(data)), embedder)
        asked = [load_questions(Path(file)) for file in questions.split(",") if file]
        like = frozenset(other for some in kin if name in some.split(",") for other in some.split(","))
        sets.append(QuestionSet(name, store, tuple(one for some in asked for one in some), float(weight), like))
    return sets


def main() -> None:
    """Fit, print, and with ``--write`` replace the coefficients."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", required=True, metavar="NAME=DATA:QUESTIONS[,QUESTIONS]:WEIGHT")
    parser.add_argument("--elsewhere", action="append", default=[], metavar="NAME=DATA")
    parser.add_argument("--kin", action="append", default=[], metavar="NAME,NAME")
    parser.add_argument("--threshold", type=float, default=weights.ANSWER_THRESHOLD)
    parser.add_argument(
        "--official",
        type=float,
        help="as --threshold, of papers of offices: their weight is moved so that one serves both",
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--partings", type=int, default=len(SEEDS), help="cross-validations; 0 only fits")
    options = parser.parse_args()
    random.seed(0)
    sets = opened(options.set, options.elsewhere, options.kin)
    made = list(examples(sets))
    for one in sets:
        one.store.close()
    likeness = bundled_likeness()
    tables, intercept = fit_all(made, likeness)
    if options.official:
        tables["refusal"][OFFICIAL] += logit(options.threshold) - logit(options.official)
    if options.write:
        Path(weights.__file__).write_text(written(tables, intercept, options.threshold), encoding="utf-8")
    answerable = [one for one in made if one.answered and one.asked.kind == PASSAGE]
    held = np.mean([judged(one, likeness) for one in answerable]) if answerable else 0.0
    _say(f"in sample: {held:.3f} of {len(answerable)} hold the answer")
    for seed in SEEDS[: options.partings]:
        _say(f"cross-validated, parted by seed {seed}")
        report(made, *cross_validated(made, likeness, seed))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
