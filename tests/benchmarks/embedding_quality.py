"""Retrieval quality of an embedding model alone and in convex fusion, and its speed, on the small evaluation sets.

    python -m tests.benchmarks.embedding_quality [--model bundled] [--eval ../shared/data/eval] [--golden]

Prints one JSON object: per set nDCG@10 and R@1 of the lexical leg, the dense leg, and the fusion at every weight, over
the bare texts and over title and text together, which is what the store indexes. With --golden: only what
tests/vectorstore/golden/MODEL_ID.json guards, fused at the model's own weight.
The lexical leg is BM25 (k1 1.2, b 0.75) over ``vectorstore.terms``; the fusion is of the two top-100 lists, each
divided by its best score, as the application does it.
"""

import argparse
import json
import math
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from ingest.text.folding import fold
from vectorstore.embedder_loading import load_embedder
from vectorstore.protocols import Embedder
from vectorstore.terms import terms

Scores: TypeAlias = NDArray[np.float64]
"""(questions, passages)."""

SETS = ("xquad-vi", "alqac")
WEIGHTS = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 1.0)
K1, B = 1.2, 0.75
LIST_LENGTH = 100
CUTOFF = 10


@dataclass(frozen=True, slots=True)
class EvaluationSet:
    """Passages, questions, and for each question the row of the one passage that answers it.

    ``indexed`` is what the store indexes for a passage: its title, then its text, nothing twice.
    """

    passages: list[str]
    indexed: list[str]
    questions: list[str]
    relevant: NDArray[np.int64]


def read_set(folder: Path, name: str) -> EvaluationSet:
    """One of ``SETS`` from its two .jsonl files."""
    passages = _records(folder / f"{name}.passages.jsonl")
    questions = _records(folder / f"{name}.questions.jsonl")
    row = {passage["id"]: index for index, passage in enumerate(passages)}
    relevant = np.array([row[question["passage_id"]] for question in questions])
    return EvaluationSet(
        [one["text"] for one in passages],
        [one["text"] if one["text"].startswith(one["title"]) else f"{one['title']}\n{one['text']}" for one in passages],
        [one["question"] for one in questions],
        relevant,
    )


def _records(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def bm25(passages: list[str], questions: list[str]) -> Scores:
    """BM25 of every question against every passage; question terms count as often as they occur."""
    counts = [Counter(terms(passage)) for passage in passages]
    lengths = np.array([sum(count.values()) for count in counts])
    norms = K1 * (1 - B + B * lengths / lengths.mean())
    postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row, count in enumerate(counts):
        for term, times in count.items():
            postings[term].append((row, times))
    scores = np.zeros((len(questions), len(passages)))
    for number, question in enumerate(questions):
        for term, times in Counter(terms(question)).items():
            found = postings.get(term, [])
            idf = math.log(1 + (len(passages) - len(found) + 0.5) / (len(found) + 0.5))
            for row, frequency in found:
                scores[number, row] += times * idf * frequency * (K1 + 1) / (frequency + norms[row])
    return scores


def dense(embedder: Embedder, passages: list[str], questions: list[str]) -> Scores:
    """Cosine of every question with every passage."""
    cosine: Scores = np.asarray(embedder.embed_queries(questions) @ embedder.embed_passages(passages).T, np.float64)
    return cosine


def fuse(lexical: Scores, cosine: Scores, dense_weight: float) -> Scores:
    """Convex combination of the two top-100 lists, each divided by its best score; off the list counts zero."""
    fused: Scores = (1 - dense_weight) * _listed(lexical) + dense_weight * _listed(cosine)
    return fused


def _listed(scores: Scores) -> Scores:
    best = scores.max(axis=1, keepdims=True)
    shares = np.divide(scores, best, out=np.zeros_like(scores), where=best > 0)
    if scores.shape[1] > LIST_LENGTH:
        floor = np.partition(scores, -LIST_LENGTH, axis=1)[:, -LIST_LENGTH][:, None]
        shares[scores < floor] = 0.0
    listed: Scores = np.maximum(shares, 0.0)
    return listed


def quality(scores: Scores, relevant: NDArray[np.int64]) -> dict[str, float]:
    """nDCG@10 and R@1 with one relevant passage per question; ties in our favour."""
    own = scores[np.arange(len(relevant)), relevant][:, None]
    rank = (scores > own).sum(axis=1)
    gain = np.where(rank < CUTOFF, 1 / np.log2(rank + 2), 0.0)
    return {"ndcg@10": round(float(gain.mean()), 4), "recall@1": round(float((rank == 0).mean()), 4)}


def golden(embedder: Embedder, data: EvaluationSet) -> dict[str, dict[str, float]]:
    """Dense, dense with accents stripped, and as the store indexes fused at the weight the registry gives the model."""
    cosine = dense(embedder, data.passages, data.questions)
    bare = dense(embedder, data.passages, [fold(question) for question in data.questions])
    lexical = bm25(data.indexed, data.questions)
    fused = fuse(lexical, dense(embedder, data.indexed, data.questions), embedder.model.dense_weight)
    scores = {"dense": cosine, "dense_no_accents": bare, "fused": fused}
    return {leg: quality(score, data.relevant) for leg, score in scores.items()}


def measure(embedder: Embedder, data: EvaluationSet) -> dict[str, object]:
    """Lexical, dense, and fused at every weight of ``WEIGHTS``: over the bare texts, and as the store indexes."""
    report: dict[str, object] = {}
    for name, passages in (("text", data.passages), ("title_and_text", data.indexed)):
        lexical = bm25(passages, data.questions)
        cosine = dense(embedder, passages, data.questions)
        report[name] = {
            "lexical": quality(lexical, data.relevant),
            "dense": quality(cosine, data.relevant),
            "fused": {str(weight): quality(fuse(lexical, cosine, weight), data.relevant) for weight in WEIGHTS},
        }
    return report


def speed(embedder: Embedder, passages: list[str]) -> float:
    """Passages embedded per second; best of three, after one warm call."""
    embedder.embed_passages(passages)
    seconds = []
    for _ in range(3):
        started = time.perf_counter()
        embedder.embed_passages(passages)
        seconds.append(time.perf_counter() - started)
    return round(len(passages) / min(seconds), 1)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="bundled")
    parser.add_argument("--eval", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "data" / "eval")
    parser.add_argument("--golden", action="store_true")
    options = parser.parse_args()
    embedder = load_embedder(options.model)
    sets = {name: read_set(options.eval, name) for name in SETS}
    report = {name: golden(embedder, data) for name, data in sets.items()} if options.golden else _full(embedder, sets)
    json.dump(report, sys.stdout, indent=1)
    sys.stdout.write("\n")


def _full(embedder: Embedder, sets: dict[str, EvaluationSet]) -> dict[str, object]:
    return {
        "model": embedder.model.model_id,
        "dim": embedder.model.dim,
        "passages_per_s": speed(embedder, [text for data in sets.values() for text in data.passages]),
        "sets": {name: measure(embedder, data) for name, data in sets.items()},
    }


if __name__ == "__main__":
    main()
