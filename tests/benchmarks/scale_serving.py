"""The questions of the scale benchmark: latency, quality, exactness of filters, removing and replacing."""

import json
import time
from collections.abc import Callable, Collection, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.services import FileFinished, Services, open_services
from assistant.settings import load_settings
from tests.benchmarks.machine import cpu_s, memory_mb, percentile
from tests.benchmarks.retrieval_sets import DEPTH, SETS, Question, quality, read_questions
from vectorstore.hits import Filters
from vectorstore.id_keys import ids_of
from vectorstore.terms import terms

CANDIDATES = 30
"""Passages per question when documents are ranked."""
FILTER_QUESTIONS = 100
EXACT_QUESTIONS = 30
"""The exhaustive search behind "exact" takes seconds a question."""
REPLACED = 20
FILTERS = {"1 %": ("one",), "10 %": ("one", "ten"), "50 %": ("half",)}


def ask_all(services: Services, folder: Path) -> dict[str, object]:
    """Latency of 10 hits, warm, and quality per set."""
    questions = {name: read_questions(folder, name) for name in SETS}
    texts = [question.text for question in questions["xquad-vi"]]
    for text in texts[:20]:
        services.search(text)
    report: dict[str, object] = {"latency_ms": _latency(services, texts)}
    for name, asked in questions.items():
        found = [services.search(question.text, CANDIDATES) for question in asked]
        rankings = [list(dict.fromkeys(hit.passage.source for hit in one.hits))[:DEPTH] for one in found]
        report[name] = quality(rankings, asked)
    return report


def _latency(services: Services, texts: Sequence[str], filters: Filters | None = None) -> dict[str, float]:
    times_ms, stages = [], dict[str, list[float]]()
    cpu_started = cpu_s()
    for text in texts:
        started = time.perf_counter()
        result = services.search(text, DEPTH, filters)
        times_ms.append((time.perf_counter() - started) * 1000)
        for stage, spent in result.timings_ms.items():
            stages.setdefault(stage, []).append(spent)
    cpu_ms = round(1000 * (cpu_s() - cpu_started) / len(texts), 3)
    by_stage = {f"{stage}_p50": percentile(spent, 0.5) for stage, spent in stages.items()}
    return {"p50": percentile(times_ms, 0.5), "p95": percentile(times_ms, 0.95), "cpu": cpu_ms, **by_stage}


def measure_filters(services: Services, folder: Path) -> dict[str, object]:
    """Per share kept: latency, and how much of an exhaustive search's first ten each leg has."""
    questions = read_questions(folder, "xquad-vi")[:FILTER_QUESTIONS]
    total = services.store.counts().documents
    report: dict[str, object] = {"none": _exactness(services, questions, None)}
    for name, collections in FILTERS.items():
        filters = Filters(collections=collections)
        kept = services.store.matching(filters) or frozenset()
        services.search(questions[0].text, DEPTH, filters)
        report[name] = {
            "documents": len(kept),
            "share": round(len(kept) / total, 4),
            "latency_ms": _latency(services, [question.text for question in questions], filters),
            **_exactness(services, questions, kept),
        }
    return report


def _exactness(
    services: Services, questions: Sequence[Question], kept: Collection[str] | None
) -> dict[str, float | None]:
    """Share of the exhaustive first ten and first hundred that each leg returns, mean over questions."""
    store = services.store
    chunk_ids, document_ids, matrix = _all_vectors(services.settings.data_dir)
    allowed = np.ones(len(chunk_ids), dtype=bool) if kept is None else np.isin(document_ids, np.array(sorted(kept)))
    document_of = dict(zip(chunk_ids.tolist(), document_ids.tolist(), strict=True))
    dense: dict[int, list[float]] = {10: [], 100: []}
    lexical: list[float] = []
    for question in questions[:EXACT_QUESTIONS]:
        vector = store.embedder.embed_queries([question.text])[0]
        scores = np.where(allowed, matrix @ vector, -np.inf)
        for k, shares in dense.items():
            best = set(chunk_ids[np.argsort(-scores)[: min(k, allowed.sum())]].tolist())
            shares.append(len(best & {hit.chunk_id for hit in store.dense(vector, k, kept)}) / len(best))
        if kept is not None:
            asked = terms(question.text)
            everything = (hit.chunk_id for hit in store.lexical(asked, len(chunk_ids)))
            best = set(islice((one for one in everything if document_of[one] in kept), DEPTH))
            got = {hit.chunk_id for hit in store.lexical(asked, DEPTH, kept)}
            lexical.append(len(best & got) / max(len(best), 1))
    return {
        "dense_exact_10": round(float(np.mean(dense[10])), 4),
        "dense_exact_100": round(float(np.mean(dense[100])), 4),
        "lexical_exact_10": round(float(np.mean(lexical)), 4) if lexical else None,
    }


def _all_vectors(data: Path) -> tuple[NDArray[np.str_], NDArray[np.str_], NDArray[np.float32]]:
    """Chunk ids, document ids and vectors of every living row, read from the files themselves."""
    folder = max((data / "vectors").iterdir())
    keys = np.fromfile(folder / "ids.i64", dtype="<i8").reshape(-1, 2)
    alive = (keys != 0).any(axis=1)
    vectors = np.fromfile(folder / "vectors.f32", dtype="<f4").reshape(len(keys), -1)
    ids = np.array(ids_of(keys[alive].astype(np.int64).ravel())).reshape(-1, 2)
    return ids[:, 0], ids[:, 1], vectors[alive]


def measure_replacing(services: Services, path: Path, scratch: Path) -> dict[str, object]:
    """Milliseconds to remove, put back and replace a document in the store as it is now."""
    lines = path.read_text(encoding="utf-8").splitlines()[:REPLACED]
    sources = {json.loads(line)["id"] for line in lines}
    records = [one for one in services.documents() if one.source in sources]
    removing, restoring = [], []
    for record in records:
        removing.append(_timed_ms(lambda one=record: services.remove(one.document_id)))
        restoring.append(_timed_ms(lambda one=record: services.restore(one.document_id)))
    changed = [{**json.loads(line), "text": json.loads(line)["text"] + "\n\nBản sửa."} for line in lines]
    replacement = scratch / "replacement.jsonl"
    replacement.write_text("".join(json.dumps(one) + "\n" for one in changed), encoding="utf-8")
    started = time.perf_counter()
    added = sum(one.report.documents for one in services.ingest([replacement]) if isinstance(one, FileFinished))
    seconds = time.perf_counter() - started
    return {
        "documents": len(records),
        "remove_ms_p50": percentile(removing, 0.5),
        "restore_ms_p50": percentile(restoring, 0.5),
        "changed_added": added,
        "changed_added_s": round(seconds, 3),
    }


def _timed_ms(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def measure_serving(data: Path, folder: Path) -> dict[str, object]:
    """A fresh process over a store that is full: seconds to open, first question, then memory after a thousand."""
    started = time.perf_counter()
    with open_services(load_settings(data)) as services:
        opened_s = time.perf_counter() - started
        texts = [question.text for name in SETS for question in read_questions(folder, name)]
        first_ms = _timed_ms(lambda: services.search(texts[0]))
        latency = _latency(services, texts)
        serving = memory_mb()
        return {
            "passages": services.store.counts().chunks,
            "open_s": round(opened_s, 2),
            "first_question_ms": round(first_ms, 1),
            "latency_ms": latency,
            "rss_mb": serving,
            "rss_without_files_mb": memory_mb("RssAnon"),
            "peak_rss_mb": memory_mb("VmHWM"),
            "questions": ask_all(services, folder),
        }
