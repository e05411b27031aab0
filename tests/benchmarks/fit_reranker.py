"""Fit the weights of the second stage on questions whose passage is known, and say how well they do elsewhere.

    python -m tests.benchmarks.fit_reranker DATA:QUESTIONS.jsonl [DATA:QUESTIONS.jsonl …]

Each DATA is a data folder that holds the passages (and, better, many others) of its questions. Printed: nDCG@10 and
R@1 of the fused order, cross-validated (five folds, grouped by passage), and with weights of the other question files.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.evaluation.metrics import ndcg_at_k, recall_at_k
from assistant.evaluation.questions import EvalQuestion, load_questions
from assistant.query.understanding import understand
from assistant.retrieval.features import FEATURE_NAMES, features
from assistant.retrieval.fusion import convex
from assistant.retrieval.hybrid import LEG_DEPTH, boosted_terms
from assistant.retrieval.reranking import RERANK_DEPTH, question_text
from vectorstore.connect import open_store
from vectorstore.embedder_loading import load_embedder
from vectorstore.settings import StoreSettings
from vectorstore.static_embedder import StaticEmbedder
from vectorstore.store import Store

FOLDS = 5
PENALTY = 1e-3
"""On squared standardised weights, beside the mean loss of a question."""
STEPS = 2_000
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
    embedder = load_embedder()
    assert isinstance(embedder, StaticEmbedder)
    with open_store(StoreSettings(data_dir=data), embedder) as store:
        for question in questions:
            yield _example(store, embedder, question)


def _example(store: Store, embedder: StaticEmbedder, question: EvalQuestion) -> Example:
    query = understand(question.question, frequency=store.document_frequency)
    text = question_text(query)
    vector = embedder.embed_queries([text])[0]
    lexical = store.lexical(boosted_terms(query), LEG_DEPTH)
    fused = convex(lexical, store.dense(vector, LEG_DEPTH), embedder.model.dense_weight)[:RERANK_DEPTH]
    held = store.passages([one.chunk_id for one in fused])
    passages = [held[one.chunk_id] for one in fused]
    sources = tuple(one.source for one in passages)
    relevant = np.array([source == question.sources[0] for source in sources])
    return Example(question.sources[0], sources, features(text, fused, passages, store.idf, embedder, vector), relevant)


def fit(chosen: Sequence[Example]) -> Floats:
    """Weights by Adam on the listwise logistic loss; never negative, so that every feature keeps its sense."""
    usable = [one for one in chosen if one.relevant.any()]
    values = np.concatenate([one.features for one in usable])
    spread = values.std(axis=0) + 1e-6
    owner = np.repeat(np.arange(len(usable)), [len(one.relevant) for one in usable])
    starts = np.searchsorted(owner, np.arange(len(usable)))
    relevant = np.concatenate([one.relevant for one in usable])
    scaled = values / spread
    weights = np.ones(len(FEATURE_NAMES))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        pull = _shares(scaled @ weights, owner, starts, np.ones_like(relevant))
        push = _shares(scaled @ weights, owner, starts, relevant)
        gradient = scaled.T @ (pull - push) / len(usable) + 2 * PENALTY * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        pace = 0.05 * (1 - step / STEPS)
        weights -= pace * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights = np.maximum(weights, 0.0)
    raw = weights / spread
    return np.asarray(raw / raw.sum())


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
    for name, weight in zip(FEATURE_NAMES, fit([one for some in sets for one in some]), strict=True):
        _say(f'    "{name}": {weight:.3f},')


def _say(text: str, rows: Floats | None = None) -> None:
    means = "" if rows is None else "  ".join(f"{value:.4f}" for value in rows.mean(axis=0))
    sys.stdout.write(f"{text} {means}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
