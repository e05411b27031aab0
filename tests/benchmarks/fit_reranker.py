"""Fit the weights of the second stage on questions whose passage is known, and say how well they do elsewhere.

    python -m tests.benchmarks.fit_reranker DATA:QUESTIONS.jsonl [DATA:QUESTIONS.jsonl …]

Each DATA is a data folder that holds the passages of its questions: some of them alone, and some among very many
others, for the weights of a small and of a large store are fitted together. Printed: nDCG@10, R@1 and R@10 of the fused
order, cross-validated (five folds, grouped by passage), with weights of the other question files, and without each
feature.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.evaluation.metrics import ndcg_at_k, recall_at_k
from assistant.evaluation.questions import EvalQuestion, load_questions
from assistant.query.understanding import understand
from assistant.retrieval.features import FEATURE_NAMES
from assistant.retrieval.fusion import convex
from assistant.retrieval.hybrid import LEG_DEPTH, boosted_terms
from assistant.retrieval.reranking import RERANK_DEPTH, at_size, measure, question_text
from vectorstore.connect import open_store
from vectorstore.embedder_loading import load_embedder
from vectorstore.passage_cutter import PassageCutter
from vectorstore.settings import StoreSettings
from vectorstore.store import Store

FOLDS = 5
PENALTY = 2e-3
"""On squared standardised weights, beside the mean loss of a question."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """The candidates of one question."""

    gold: str
    sources: tuple[str, ...]
    features: Floats
    relevant: NDArray[np.bool_]


def examples(data: Path, questions: Sequence[EvalQuestion]) -> Iterator[Example]:
    """Candidates as retrieval sees them."""
    with open_store(StoreSettings(data_dir=data), load_embedder()) as store:
        assert store.cutter is not None
        for question in questions:
            yield _example(store, store.cutter, question)


def _example(store: Store, cutter: PassageCutter, question: EvalQuestion) -> Example:
    query = understand(question.question, frequency=store.document_frequency)
    lexical = store.lexical(boosted_terms(query), LEG_DEPTH)
    dense = store.dense(question_text(query), LEG_DEPTH)
    fused = convex(lexical, dense, store.embedder.model.dense_weight)[:RERANK_DEPTH]
    chunk_ids = [one.chunk_id for one in fused]
    held = store.passages(chunk_ids)
    sources = tuple(held[one].source for one in chunk_ids)
    relevant = np.array([source == question.sources[0] for source in sources])
    measured = measure(query, fused, store.records(chunk_ids), store.idf, cutter)
    # at_size mixes two columns; its share for a column of zeros and one of ones is the share of the large store's
    share = float(at_size(np.array([[0.0, 1.0]]), store.passages_held())[0])
    return Example(question.sources[0], sources, np.hstack([(1 - share) * measured, share * measured]), relevant)


def fit(chosen: Sequence[Example]) -> Floats:
    """Weights by L-BFGS on the listwise logistic loss: those of a small store, then those of a large one."""
    usable = [one for one in chosen if one.relevant.any()]
    values = np.concatenate([one.features for one in usable])
    spread = values.std(axis=0) + 1e-6
    owner = np.repeat(np.arange(len(usable)), [len(one.relevant) for one in usable])
    starts = np.searchsorted(owner, np.arange(len(usable)))
    relevant = np.concatenate([one.relevant for one in usable])
    scaled = values / spread

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = scaled @ weights
        pull, push = _shares(scores, owner, starts, np.ones_like(relevant)), _shares(scores, owner, starts, relevant)
        missed = -np.log(np.maximum(np.add.reduceat(np.where(relevant, pull, 0.0), starts), 1e-12)).mean()
        gradient = scaled.T @ (pull - push) / len(usable) + 2 * PENALTY * weights
        return float(missed + PENALTY * weights @ weights), gradient

    found = minimize(loss, np.full(values.shape[1], 0.5), jac=True, method="L-BFGS-B")
    return np.asarray(found.x / spread)


def _shares(scores: Floats, owner: NDArray[np.intp], starts: NDArray[np.intp], allowed: NDArray[np.bool_]) -> Floats:
    """Softmax within each question, over the allowed."""
    masked = np.where(allowed, scores, -np.inf)
    masses = np.exp(masked - np.maximum.reduceat(masked, starts)[owner])
    return np.asarray(masses / np.add.reduceat(masses, starts)[owner])


def quality(chosen: Sequence[Example], weights: Floats | None) -> Floats:
    """Rows of nDCG@10, R@1, R@10; ``None`` leaves the fused order."""
    rows = []
    for one in chosen:
        order = range(len(one.sources)) if weights is None else np.argsort(-(one.features @ weights), kind="stable")
        ranking = list(dict.fromkeys(one.sources[at] for at in order))
        scores = recall_at_k(ranking, {one.gold}, 1), recall_at_k(ranking, {one.gold}, 10)
        rows.append((ndcg_at_k(ranking, {one.gold}, 10), *scores))
    return np.array(rows)


def cross_validated(sets: Sequence[Sequence[Example]]) -> list[Floats]:
    """Per set: every question scored by weights fitted without its passage, in any set."""
    gold = sorted({one.gold for chosen in sets for one in chosen})
    fold_of = dict(zip(gold, np.random.default_rng(0).permutation(len(gold)) % FOLDS, strict=True))
    rows: list[list[Floats]] = [[] for _ in sets]
    for fold in range(FOLDS):
        weights = fit([one for chosen in sets for one in chosen if fold_of[one.gold] != fold])
        for at, chosen in enumerate(sets):
            rows[at].append(quality([one for one in chosen if fold_of[one.gold] == fold], weights))
    return [np.concatenate(some) for some in rows]


def main() -> None:
    """Print the table and the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="DATA:QUESTIONS.jsonl")
    named = [argument.rsplit(":", 1) for argument in parser.parse_args().sets]
    sets = [list(examples(Path(data), load_questions(Path(questions)))) for data, questions in named]
    validated = cross_validated(sets)
    for (data, questions), chosen, rows in zip(named, sets, validated, strict=True):
        others = [one for (_, other), some in zip(named, sets, strict=True) if other != questions for one in some]
        _say(f"{data} {Path(questions).stem}")
        _say("  fused          ", quality(chosen, None))
        _say("  cross-validated", rows)
        if others:
            _say("  fitted on other", quality(chosen, fit(others)))
    for name in FEATURE_NAMES:
        rows = cross_validated([[_without(one, name) for one in chosen] for chosen in sets])
        _say(f"without {name:12}" + " | ".join("  ".join(f"{mean:.4f}" for mean in row.mean(axis=0)) for row in rows))
    small, large = fit([one for some in sets for one in some]).reshape(2, -1)
    for name, weights in zip(FEATURE_NAMES, zip(small, large, strict=True), strict=True):
        _say(f'    "{name}": ({weights[0]:.3f}, {weights[1]:.3f}),')


def _without(example: Example, name: str) -> Example:
    silenced = np.tile(np.array([feature != name for feature in FEATURE_NAMES]), 2)
    return replace(example, features=example.features * silenced)


def _say(text: str, rows: Floats | None = None) -> None:
    means = "" if rows is None else "  ".join(f"{value:.4f}" for value in rows.mean(axis=0))
    sys.stdout.write(f"{text} {means}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
