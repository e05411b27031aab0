"""Fits assistant/answering/weights.py: the sentence ranking and the decision to refuse.

Run from the root, once per set of questions with the data folder that holds its documents:

    python -m tests.benchmarks.fit_answering --set seeds=DATA:QUESTIONS.jsonl:2 --set xquad=DATA:QUESTIONS.jsonl:1 …

A set's questions are answerable from its own store; from every other store, from its own without the answering
document, and with a name, year or province exchanged, they are not. Eight-fold cross-validated shares are printed;
``--write`` replaces the coefficients. Data folders are made by ``python app.py ingest``.
"""

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.answering import weights
from assistant.answering.answerability import ANSWERABILITY_NAMES, answerability
from assistant.answering.evidence import gather
from assistant.answering.features import FEATURE_NAMES, terms_of
from assistant.answering.ranking import Ranked, rank_sentences
from assistant.evaluation.matching import contains
from assistant.evaluation.questions import PASSAGE, EvalQuestion, load_questions
from assistant.model import SearchResult
from assistant.query import understand
from assistant.query.places import PROVINCES
from assistant.query.question import Question, read_question
from assistant.retrieval.hybrid import HybridRetriever
from assistant.retrieval.reranking import bundled_reranker
from vectorstore.connect import open_store
from vectorstore.embedder_loading import load_embedder
from vectorstore.settings import StoreSettings
from vectorstore.store import Store

EVIDENCE = 24
FOLDS = 8
ELSEWHERE = 60
"""Questions of a set asked of each other store."""
RIDGE = 1.0
_NAME = re.compile(r"(?<=\s)[A-ZĐ][a-zA-Z]{3,}(?: [A-Z][a-zA-Z]+)*")
_YEAR = re.compile(r"(?<![\d-])(?:1\d|20)\d\d(?![\d-])")
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    name: str
    store: Store
    questions: tuple[EvalQuestion, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Example:
    """One question to one store; ``tag`` names how it was made."""

    tag: str
    question_id: str
    features: Vector
    answered: bool
    weight: float


def evidence_of(store: Store, text: str, without: Sequence[str] = ()) -> tuple[Question, SearchResult]:
    """The question as read and its evidence, documents named in ``without`` left out."""
    query = understand(text)
    found = HybridRetriever(store, reranker=bundled_reranker(store)).search(query, 2 * EVIDENCE)
    hits = [hit for hit in found.hits if hit.passage.source not in without][:EVIDENCE]
    top = hits[0].score if hits and hits[0].score > 0 else 1.0
    renumbered = tuple(replace(hit, rank=rank, score=hit.score / top) for rank, hit in enumerate(hits, 1))
    return read_question(query.reading or query.search_text), SearchResult(query, renumbered, {})


def ranked_of(store: Store, text: str, without: Sequence[str] = ()) -> tuple[Question, list[Ranked]]:
    """The sentences of the evidence, best first, for the first thing asked."""
    question, result = evidence_of(store, text, without)
    return question, rank_sentences(question, gather(result.hits), store.idf, question.asks[0])


def gold(question: EvalQuestion, ranked: Sequence[Ranked]) -> NDArray[np.bool_]:
    """Per sentence: the right document, and as many of the facts as any sentence has."""
    facts = question.key_facts or question.answers
    counts = [
        sum(contains(item.sentence.text, fact) for fact in facts)
        if item.sentence.hit.passage.source in question.sources
        else 0
        for item in ranked
    ]
    best = max(counts, default=0)
    return np.array([bool(best) and count == best for count in counts])


def fit_sentences(sets: Sequence[QuestionSet]) -> dict[str, float]:
    """Listwise logistic regression: the likelihood that a gold sentence is drawn."""
    lists: list[tuple[Vector, NDArray[np.bool_], float]] = []
    for one in sets:
        for question in one.questions:
            if not question.answerable or question.kind == "multi":
                continue
            _, ranked = ranked_of(one.store, question.question)
            labels = gold(question, ranked)
            if labels.any():
                lists.append((np.array([item.features.vector() for item in ranked]), labels, one.weight))

    def loss(coefficients: Vector) -> tuple[float, Vector]:
        total, slope = RIDGE * float(coefficients @ coefficients) / 2, RIDGE * coefficients
        for matrix, labels, weight in lists:
            scores = matrix @ coefficients
            powers = np.exp(scores - scores.max())
            chances = powers / powers.sum()
            right = chances[labels].sum() + 1e-12
            total -= weight * float(np.log(right))
            slope = slope - weight * matrix.T @ (chances * labels / right - chances)
        return total, slope

    found = minimize(loss, np.zeros(len(FEATURE_NAMES)), jac=True, method="L-BFGS-B").x
    return dict(zip(FEATURE_NAMES, map(float, found), strict=True))


def examples(sets: Sequence[QuestionSet]) -> Iterator[Example]:
    """Questions with and without an answer in the evidence."""
    for one in sets:
        for question in one.questions:
            kind = "answerable" if question.answerable else "unanswerable"
            yield from _example(f"{one.name} {kind}", one, one.store, question, answered=question.answerable)
        spans = [question for question in one.questions if question.kind == PASSAGE][::4]
        for question in spans:
            yield from _example(
                f"{one.name} document removed", one, one.store, question, without=question.sources, share=0.5
            )
        for how, change in (("name", _other_name), ("year", _other_year), ("province", _other_province)):
            for question in one.questions:
                changed = change(question.question) if question.answerable and question.kind != "multi" else None
                if changed:
                    yield from _example(f"{one.name} {how} changed", one, one.store, question, text=changed, share=0.5)
        for other in sets:
            if other is not one:
                for question in one.questions[:: max(1, len(one.questions) // ELSEWHERE)]:
                    yield from _example(f"{one.name} of {other.name}", one, other.store, question, share=0.5)


def _example(
    tag: str,
    one: QuestionSet,
    store: Store,
    asked: EvalQuestion,
    *,
    answered: bool = False,
    text: str | None = None,
    without: Sequence[str] = (),
    share: float = 1.0,
) -> Iterator[Example]:
    question, ranked = ranked_of(store, text or asked.question, without)
    if not ranked or question.wants_documents:
        return
    terms = terms_of(question, store.idf)
    features = answerability(question, terms, question.asks[0], ranked)
    yield Example(tag, asked.id, np.array(features.vector()), answered, one.weight * share)


def _other_name(text: str) -> str | None:
    found = _NAME.findall(text)
    return text.replace(random.choice(found), random.choice(["Nakamura", "Oppenheim", "Kowalski"])) if found else None


def _other_year(text: str) -> str | None:
    found = _YEAR.findall(text)
    if not found or re.search("luật", text, re.IGNORECASE):
        return None
    return text.replace(found[0], str(int(found[0]) + random.choice([-13, -9, -7, 6])))


def _other_province(text: str) -> str | None:
    found = [name for name in PROVINCES if name in text]
    for name in found:
        text = text.replace(name, random.choice(["Cà Mau", "Bạc Liêu", "Bến Tre", "Bình Định"]))
    return text if found else None


def fit_refusal(made: Sequence[Example]) -> tuple[Vector, float]:
    """Weighted ridge logistic regression; coefficients and intercept."""
    matrix = np.c_[np.array([one.features for one in made]), np.ones(len(made))]
    labels = np.array([one.answered for one in made], dtype=float)
    weight = np.array([one.weight for one in made])
    ridge = np.full(matrix.shape[1], RIDGE)
    ridge[-1] = 0.0

    def loss(coefficients: Vector) -> tuple[float, Vector]:
        chances = 1 / (1 + np.exp(-(matrix @ coefficients)))
        likely = labels * np.log(chances + 1e-12) + (1 - labels) * np.log(1 - chances + 1e-12)
        total = -float(weight @ likely) + float(ridge @ coefficients**2) / 2
        return total, matrix.T @ (weight * (chances - labels)) + ridge * coefficients

    bounds = [_bounds(name) for name in ANSWERABILITY_NAMES] + [(None, None)]
    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", bounds=bounds).x
    return found[:-1], float(found[-1])


def _bounds(name: str) -> tuple[float | None, float | None]:
    """What is missing or clashes never speaks for an answer, what is there never against: it generalises better."""
    against = any(word in name for word in ("missing", "clash", "unknown"))
    return (None, 0.0) if against else (0.0, None)


def cross_validated(made: Sequence[Example]) -> list[float]:
    """Per example the probability of an answer by a model that saw no example of its question."""
    ids = sorted({one.question_id for one in made})
    random.shuffle(ids)
    fold = {question_id: index % FOLDS for index, question_id in enumerate(ids)}
    chances = [0.0] * len(made)
    for held_out in range(FOLDS):
        coefficients, intercept = fit_refusal([one for one in made if fold[one.question_id] != held_out])
        for index, one in enumerate(made):
            if fold[one.question_id] == held_out:
                chances[index] = float(1 / (1 + np.exp(-(one.features @ coefficients + intercept))))
    return chances


def report(made: Sequence[Example], chances: Sequence[float], say: Callable[[str], None]) -> None:
    """Share refused per kind of example at several thresholds."""
    groups: dict[str, list[float]] = defaultdict(list)
    for one, chance in zip(made, chances, strict=True):
        groups[one.tag].append(chance)
    for tag, values in sorted(groups.items()):
        shares = "  ".join(f"<{limit}: {np.mean(np.array(values) < limit):.3f}" for limit in (0.3, 0.35, 0.4, 0.5))
        say(f"{tag:32s} n={len(values):4d}  refused at {shares}")


def written(sentence: dict[str, float], refusal: Vector, intercept: float, threshold: float) -> str:
    """The module's text."""
    ranking = "".join(f'    "{name}": {value:.3f},\n' for name, value in sentence.items())
    deciding = "".join(
        f'    "{name}": {value:.3f},\n' for name, value in zip(ANSWERABILITY_NAMES, refusal, strict=True)
    )
    return (
        '"""Coefficients of the two answer models, written by tests/benchmarks/fit_answering.py."""\n\n'
        f"SENTENCE_WEIGHTS: dict[str, float] = {{\n{ranking}}}\n"
        '"""Listwise logistic regression over the sentences of the evidence."""\n\n'
        f"ANSWERABLE_INTERCEPT: float = {intercept:.3f}\n\n"
        f"ANSWERABLE_WEIGHTS: dict[str, float] = {{\n{deciding}}}\n"
        '"""Logistic regression over the best sentence of answerable and unanswerable questions."""\n\n'
        f"ANSWER_THRESHOLD: float = {threshold}\n"
        '"""Below this probability the answer is a refusal."""\n'
    )


def main() -> None:
    """Fit, print, and with ``--write`` replace the coefficients."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--set", action="append", required=True, metavar="NAME=DATA:QUESTIONS:WEIGHT")
    parser.add_argument("--threshold", type=float, default=weights.ANSWER_THRESHOLD)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    random.seed(0)
    embedder = load_embedder("bundled")
    sets = []
    for given in options.set:
        name, _, rest = given.partition("=")
        data, questions, weight = rest.split(":")
        store = open_store(StoreSettings(data_dir=Path(data)), embedder)
        sets.append(QuestionSet(name, store, load_questions(Path(questions)), float(weight)))
    sentence = fit_sentences(sets)
    weights.SENTENCE_WEIGHTS.update(sentence)
    made = list(examples(sets))
    report(made, cross_validated(made), print)
    refusal, intercept = fit_refusal(made)
    for one in sets:
        one.store.close()
    if options.write:
        text = written(sentence, refusal, intercept, options.threshold)
        Path(weights.__file__).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
