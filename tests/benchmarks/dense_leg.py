"""Speed, exactness and memory of the dense leg alone: the vector mirror against brute force, on real vectors.

    python -m tests.benchmarks.dense_leg [--passages 215000] [--cache DIR] [--questions 200]

Prints one JSON object: per filter milliseconds of wall clock and of processor time, and how much of the exhaustive
search's first 10 and 100 was found. --cache keeps the embedded corpus between runs. Filters keep whole documents:
"1 %", "10 %" and "50 %" chosen at random, "first half" the documents that were indexed first.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.machine import describe_machine, memory_mb, percentile
from tests.benchmarks.retrieval_sets import SETS, SHARED_EVAL, read_passages, read_questions
from vectorstore.embedder_loading import load_embedder
from vectorstore.id_keys import ids_of
from vectorstore.protocols import Embedder, Vectors
from vectorstore.training.corpus import read_articles
from vectorstore.vector_mirror import VectorMirror

SHARED_CORPUS = SHARED_EVAL.parent / "corpus"
SHARES = {"1 %": 0.01, "10 %": 0.1, "50 %": 0.5}
K = 100
CHECKED = 100
"""Questions whose answers are compared with brute force."""
_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class Corpus:
    """Embedded passages, the number of the document of each (ascending), and embedded questions."""

    vectors: Vectors
    documents: NDArray[np.int64]
    questions: Vectors


def embedded(embedder: Embedder, passages: int, cache: Path | None) -> Corpus:
    """The passages of the evaluation sets and of the corpora, from the cache if it holds them."""
    path = None if cache is None else cache / f"{embedder.model.model_id}-{embedder.model.dim}-{passages}.npz"
    if path is not None and path.exists():
        with np.load(path) as held:
            return Corpus(held["vectors"], held["documents"], held["questions"])
    texts, documents = zip(*islice(_passages(), passages), strict=True)
    parts = [embedder.embed_passages(texts[start : start + _BATCH]) for start in range(0, len(texts), _BATCH)]
    asked = [question.text for name in SETS for question in read_questions(SHARED_EVAL, name)]
    corpus = Corpus(np.concatenate(parts), np.array(documents, dtype=np.int64), embedder.embed_queries(asked))
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        np.savez(path, vectors=corpus.vectors, documents=corpus.documents, questions=corpus.questions)
    return corpus


def _passages() -> Iterator[tuple[str, int]]:
    document = 1
    for name in SETS:
        for passage in read_passages(SHARED_EVAL, name):
            yield passage.content, document
            document += 1
    for article in read_articles(SHARED_CORPUS):
        for chunk in article.chunks:
            yield f"{article.title}\n{' '.join(chunk)}", document
        document += 1


def fill(mirror: VectorMirror, corpus: Corpus) -> float:
    """Everything into the mirror; rows per second."""
    chunk_ids = ids_of(np.arange(1, len(corpus.vectors) + 1))
    document_ids = ids_of(corpus.documents)
    started = time.perf_counter()
    for start in range(0, len(chunk_ids), _BATCH):
        part = slice(start, start + _BATCH)
        mirror.upsert(chunk_ids[part], document_ids[part], corpus.vectors[part])
    return len(chunk_ids) / (time.perf_counter() - started)


def filters_of(documents: NDArray[np.int64]) -> dict[str, frozenset[str] | None]:
    """What each filter keeps."""
    unique = np.unique(documents)
    shuffled = np.random.default_rng(1).permutation(unique)
    kept: dict[str, frozenset[str] | None] = {"none": None}
    for name, share in SHARES.items():
        kept[name] = frozenset(ids_of(shuffled[: int(share * len(unique))]))
    return {**kept, "first half": frozenset(ids_of(unique[: len(unique) // 2]))}


def measure(mirror: VectorMirror, corpus: Corpus, questions: Vectors, kept: frozenset[str] | None) -> dict[str, float]:
    """Times of one filter, warm, and agreement with brute force."""
    for question in questions[:5]:
        mirror.search(question, K, kept)
    wall_ms, cpu_ms = [], []
    for question in questions:
        wall, cpu = time.perf_counter(), time.process_time()
        mirror.search(question, K, kept)
        wall_ms.append((time.perf_counter() - wall) * 1000)
        cpu_ms.append((time.process_time() - cpu) * 1000)
    report = {f"wall_ms_p{share}": percentile(wall_ms, share / 100) for share in (50, 95)}
    report |= {f"cpu_ms_p{share}": percentile(cpu_ms, share / 100) for share in (50, 95)}
    return report | _agreement(mirror, corpus, questions[:CHECKED], kept)


def _agreement(
    mirror: VectorMirror, corpus: Corpus, questions: Vectors, kept: frozenset[str] | None
) -> dict[str, float]:
    """Share of the exhaustive first 10 and 100 found; equal scores may stand for each other."""
    numbers = None if kept is None else np.array([int(one, 16) for one in kept])
    allowed = np.ones(len(corpus.documents), dtype=bool) if numbers is None else np.isin(corpus.documents, numbers)
    shares: dict[int, list[float]] = {10: [], K: []}
    for question in questions:
        scores = corpus.vectors[allowed] @ question if kept is not None else corpus.vectors @ question
        best = np.sort(scores)[::-1]
        found = [hit.score for hit in mirror.search(question, K, kept)]
        for depth, values in shares.items():
            floor = best[min(depth, len(best)) - 1] - 1e-6
            values.append(sum(score >= floor for score in found[:depth]) / min(depth, len(best)))
    return {f"recall_{depth}": round(float(np.mean(values)), 5) for depth, values in shares.items()}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=215_000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--cache", type=Path)
    options = parser.parse_args()
    embedder = load_embedder("bundled")
    corpus = embedded(embedder, options.passages, options.cache)
    questions = np.random.default_rng(2).permutation(corpus.questions)[: options.questions]
    with tempfile.TemporaryDirectory() as folder:
        mirror = VectorMirror(Path(folder), embedder.model.dim)
        rows_per_s = fill(mirror, corpus)
        mirror.close()
        before_mb, started = memory_mb(), time.perf_counter()
        mirror = VectorMirror(Path(folder), embedder.model.dim)
        open_s = time.perf_counter() - started
        mirror.search(questions[0], K)
        first_s = time.perf_counter() - started
        for question in corpus.questions:
            mirror.search(question, K)
        memory = {"rss_mb": round(memory_mb() - before_mb, 1)}
        filters = filters_of(corpus.documents)
        report = {name: measure(mirror, corpus, questions, kept) for name, kept in filters.items()}
        mirror.close()
    answer = {
        "machine": describe_machine(),
        "rows": len(corpus.vectors),
        "dim": embedder.model.dim,
        "written_rows_per_s": round(rows_per_s),
        "open_s": round(open_s, 3),
        "open_and_first_search_s": round(first_s, 3),
        "after_all_questions": memory,
        "filters": report,
    }
    json.dump(answer, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
