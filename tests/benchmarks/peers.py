"""Retrieval quality and speed against what people use instead: every system in one run, on one machine.

    python -m venv bench && bench/bin/pip install -e ".[bench]"
    bench/bin/python -m tests.benchmarks.peers [--eval ../shared/data/eval] [--only NAME …]

Each system runs in a process of its own, offline, with the defaults its documentation shows. Writes
``results/peers.json`` beside this file and prints the table of the README. Documents are ranked by their best entry
among 30; speed counts documents of the set, not entries; models are loaded before the clock starts.
"""

import argparse
import importlib
import importlib.metadata
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from tests.benchmarks.machine import cpu_s, describe_machine, memory_mb, percentile
from tests.benchmarks.peer_systems.protocol import PeerSystem
from tests.benchmarks.retrieval_sets import (
    DEPTH,
    SETS,
    SHARED_EVAL,
    PassageRecord,
    Question,
    quality,
    read_passages,
    read_questions,
)

RESULTS = Path(__file__).with_name("results") / "peers.json"
ROOT = Path(__file__).resolve().parents[2]
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "TOKENIZERS_PARALLELISM": "true",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A system of the table: how it is called there, its class, and the packages whose versions count."""

    title: str
    module: str
    cls: str
    packages: tuple[str, ...]


SYSTEMS = {
    "ours": Entry("**Trợ lý Hội**", "ours", "OurSystem", ("tro-ly-hoi",)),
    "langchain": Entry(
        "LangChain: splitter + Chroma + MiniLM",
        "langchain_stack",
        "LangChainChroma",
        ("langchain-core", "langchain-chroma", "langchain-huggingface"),
    ),
    "langchain-bm25": Entry(
        "LangChain: BM25Retriever", "langchain_stack", "LangChainBm25", ("langchain-community", "rank-bm25")
    ),
    "langchain-ensemble": Entry(
        "LangChain: EnsembleRetriever of both", "langchain_stack", "LangChainEnsemble", ("langchain-classic",)
    ),
    "llamaindex": Entry(
        "LlamaIndex: VectorStoreIndex + MiniLM", "llamaindex_stack", "LlamaIndexDefault", ("llama-index-core",)
    ),
    "txtai": Entry("txtai: Embeddings, MiniLM", "txtai_stack", "TxtaiDense", ("txtai",)),
    "txtai-hybrid": Entry("txtai: hybrid", "txtai_stack", "TxtaiHybrid", ("txtai",)),
    "chroma": Entry("Chroma alone, MiniLM", "chroma_stack", "ChromaAlone", ("chromadb",)),
}


def main() -> None:
    """Run the systems one after the other, or, with --system, one of them in this process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, default=SHARED_EVAL)
    parser.add_argument("--only", nargs="+", choices=SYSTEMS, help="measure these and keep the others' results")
    parser.add_argument("--system", choices=SYSTEMS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.system:
        json.dump(measure_system(SYSTEMS[options.system], options.eval), sys.stdout)
        return
    report = _kept() if options.only else {}
    systems = cast("dict[str, object]", report.setdefault("systems", {}))
    report["machine"] = describe_machine()
    for name in options.only or SYSTEMS:
        sys.stderr.write(f"{name} …\n")
        systems[name] = _in_own_process(name, options.eval)
        # after each: a run takes ten minutes, and may be cut short
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.stdout.write(table(report))


def _kept() -> dict[str, object]:
    return cast("dict[str, object]", json.loads(RESULTS.read_text(encoding="utf-8"))) if RESULTS.exists() else {}


def _in_own_process(name: str, folder: Path) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.benchmarks.peers", "--system", name, "--eval", str(folder.resolve())]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **OFFLINE}, stdout=subprocess.PIPE, check=True)
    # libraries print progress bars to stdout; the report is the last line
    return cast("dict[str, object]", json.loads(done.stdout.decode("utf-8").splitlines()[-1]))


def measure_system(entry: Entry, folder: Path) -> dict[str, object]:
    """Both sets, a fresh index each."""
    module = importlib.import_module(f"tests.benchmarks.peer_systems.{entry.module}")
    make = cast("Callable[[Path], PeerSystem]", getattr(module, entry.cls))
    sets = {name: _measure_set(make, read_passages(folder, name), read_questions(folder, name)) for name in SETS}
    return {
        "title": entry.title,
        "versions": {package: importlib.metadata.version(package) for package in entry.packages},
        "sets": sets,
        "peak_rss_mb": memory_mb("VmHWM"),
    }


def _measure_set(
    make: Callable[[Path], PeerSystem], passages: Sequence[PassageRecord], questions: Sequence[Question]
) -> dict[str, object]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        system = make(Path(folder))
        started, cpu_started = time.perf_counter(), cpu_s()
        entries = system.ingest(passages)
        seconds, spent = time.perf_counter() - started, cpu_s() - cpu_started
        system.search(questions[0].text)
        cpu_started = cpu_s()
        typed, times_ms = _asked(system, [question.text for question in questions])
        asking = cpu_s() - cpu_started
        bare, _ = _asked(system, [question.unaccented for question in questions])
        system.close()
    return {
        "passages": len(passages),
        "entries": entries,
        "ingest_s": round(seconds, 3),
        "passages_per_s": round(len(passages) / seconds, 1),
        "ingest_cpu_s": round(spent, 3),
        "questions": len(questions),
        "question_ms_p50": percentile(times_ms, 0.5),
        "question_ms_p95": percentile(times_ms, 0.95),
        "question_cpu_ms": round(1000 * asking / len(questions), 3),
        "accents": quality(typed, questions),
        "no_accents": quality(bare, questions),
    }


def _asked(system: PeerSystem, questions: Sequence[str]) -> tuple[list[list[str]], list[float]]:
    rankings, times_ms = [], []
    for question in questions:
        started = time.perf_counter()
        found = system.search(question)
        times_ms.append((time.perf_counter() - started) * 1000)
        rankings.append(list(dict.fromkeys(found))[:DEPTH])
    return rankings, times_ms


def table(report: dict[str, object]) -> str:
    """The report as Markdown: nDCG@10 (R@1) typed with and without accents, and the speeds on XQuAD-vi."""
    head = (
        "| system | XQuAD-vi nDCG@10 (R@1) | without accents | ALQAC nDCG@10 (R@1) | without accents "
        "| passages/s | ms a question |\n|---|---|---|---|---|---|---|\n"
    )
    systems = cast("dict[str, dict[str, object]]", report["systems"])
    return head + "".join(_row(systems[name]) for name in SYSTEMS if name in systems)


def _row(system: dict[str, object]) -> str:
    sets = cast("dict[str, dict[str, object]]", system["sets"])
    cells = [
        f"{found['ndcg@10']:.3f} ({found['recall@1']:.3f})"
        for name in SETS
        for found in (cast("dict[str, float]", sets[name][kind]) for kind in ("accents", "no_accents"))
    ]
    first = sets[SETS[0]]
    speeds = f"{first['passages_per_s']:,.0f} | {first['question_ms_p50']:.1f}"
    return f"| {system['title']} | {' | '.join(cells)} | {speeds} |\n"


if __name__ == "__main__":
    main()
