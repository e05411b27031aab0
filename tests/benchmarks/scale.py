"""Cost and quality against the size of the store: the whole corpus through the real ingest path, questions on the way.

    python -m tests.benchmarks.scale [--corpus ../shared/data/corpus] [--eval ../shared/data/eval] [--documents 20000]
                                     [--data FOLDER] [--out results/scale.json]

The two evaluation sets go in first, then the corpus in growing slices; at every size the XQuAD questions are asked.
At the end: filters that keep 1, 10 and 50 % against an exhaustive search of the same index, removing and putting back,
the same file again, memory of a fresh process that only serves. Prints one JSON object.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from assistant.services import FileFinished, Services, open_services
from assistant.settings import load_settings
from tests.benchmarks.machine import cpu_s, describe_machine, memory_mb
from tests.benchmarks.retrieval_sets import SETS, SHARED_EVAL
from tests.benchmarks.scale_serving import ask_all, measure_filters, measure_replacing, measure_serving

SHARED_CORPUS = SHARED_EVAL.parent / "corpus"
ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=SHARED_CORPUS)
    parser.add_argument("--eval", type=Path, default=SHARED_EVAL)
    parser.add_argument("--documents", type=int, help="of the corpus; default all")
    parser.add_argument("--data", type=Path, help="keep the store here; default a temporary folder")
    parser.add_argument("--out", type=Path, help="also write the JSON here")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        json.dump(measure_serving(options.data, options.eval), sys.stdout)
        return
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        report: dict[str, object] = {"machine": describe_machine()}
        for part, result in measure(options, Path(scratch)):
            report[part] = result
            if options.out:  # after each part: a run takes a quarter of an hour, and may be cut short
                options.out.write_text(_as_json(report), encoding="utf-8")
    sys.stdout.write(_as_json(report))


def _as_json(report: dict[str, object]) -> str:
    return json.dumps(report, indent=1, ensure_ascii=False) + "\n"


def measure(options: argparse.Namespace, scratch: Path) -> Iterator[tuple[str, object]]:
    """The parts of the report, in the order of the module's first lines."""
    data = options.data or scratch / "data"
    slices = _slices(options.corpus, options.documents, scratch)
    with open_services(load_settings(data)) as services:
        sizes: list[dict[str, Any]] = []
        for size in _grow(services, options.eval, slices):
            sizes.append(size)
            yield "sizes", sizes
        yield "ingest", _ingest_summary(sizes, data)
        yield "filters", measure_filters(services, options.eval)
        yield "again", _again(services, slices)
        yield "replacing", measure_replacing(services, slices[-1][0], scratch)
    command = [sys.executable, "-m", "tests.benchmarks.scale", "--serve", "--data", str(data.resolve()), "--eval"]
    done = subprocess.run([*command, str(options.eval.resolve())], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    yield "serving", json.loads(done.stdout)


def _slices(corpus: Path, documents: int | None, scratch: Path) -> list[tuple[Path, str]]:
    """The corpus, its files mixed, as .jsonl files of growing size with the collection each goes into.

    The collections keep about 1, 10 and 50 % of all documents, spread over everything.
    """
    lines = list(islice(_mixed(corpus), documents))
    parts: list[tuple[Path, str]] = []
    start = 0
    for number, end in enumerate(_ends(len(lines))):
        chunk = lines[start:end]
        for name, picked in _by_collection(chunk):
            path = scratch / f"{number}-{name}.jsonl"
            path.write_bytes(b"".join(picked))
            parts.append((path, name))
        start = end
    return parts


def _ends(total: int) -> list[int]:
    """Documents up to which the slices reach: about the passages of ``SIZES`` at 2.7 passages a document."""
    return [end for end in (200, 3_500, 38_000) if end < total] + [total]


def _by_collection(lines: list[bytes]) -> Iterator[tuple[str, list[bytes]]]:
    """Every 100th line, then every 10th, then every other line, then the rest."""
    groups: dict[str, list[bytes]] = {"one": [], "ten": [], "half": [], "rest": []}
    for place, line in enumerate(lines):
        share = place % 100
        name = "one" if share == 0 else "ten" if share <= 10 else "half" if share <= 60 else "rest"
        groups[name].append(line)
    return ((name, picked) for name, picked in groups.items() if picked)


def _mixed(corpus: Path) -> Iterator[bytes]:
    """Lines of the two files alternately until one ends, then the rest."""
    with (corpus / "legal.jsonl").open("rb") as legal, (corpus / "news.jsonl").open("rb") as news:
        for left, right in zip(legal, news, strict=False):
            yield left
            yield right
        yield from legal
        yield from news


def _grow(services: Services, folder: Path, slices: list[tuple[Path, str]]) -> Iterator[dict[str, Any]]:
    """Take the slices in; a record of cost and quality at the end of each number."""
    for name in SETS:
        _take_in(services, folder / f"{name}.passages.jsonl", name)
    numbers = sorted({path.name.partition("-")[0] for path, _ in slices}, key=int)
    for number in numbers:
        before = services.store.counts().chunks
        cpu_started = cpu_s()
        seconds = sum(
            _take_in(services, path, collection) for path, collection in slices if path.name.startswith(f"{number}-")
        )
        counts = services.store.counts()
        yield {
            "documents": counts.documents,
            "passages": counts.chunks,
            "seconds": round(seconds, 2),
            "passages_per_s": round((counts.chunks - before) / seconds, 1),
            "cpu_ms_per_passage": round(1000 * (cpu_s() - cpu_started) / (counts.chunks - before), 3),
            "rss_mb": memory_mb(),
            "peak_rss_mb": memory_mb("VmHWM"),
            "questions": ask_all(services, folder),
        }


def _take_in(services: Services, path: Path, collection: str) -> float:
    started = time.perf_counter()
    for event in services.ingest([path], collection):
        if isinstance(event, FileFinished) and event.report.status == "failed":
            raise RuntimeError(event.report.reason)
    seconds = time.perf_counter() - started
    sys.stderr.write(f"{path.name}: {services.store.counts().chunks} passages, {seconds:.1f} s\n")
    return seconds


def _ingest_summary(sizes: list[dict[str, Any]], data: Path) -> dict[str, object]:
    seconds = sum(size["seconds"] for size in sizes)
    return {
        "seconds": round(seconds, 1),
        "passages_per_s": round(sizes[-1]["passages"] / seconds, 1),
        "peak_rss_mb": memory_mb("VmHWM"),
        "disk_mb": {folder.name: _megabytes(folder) for folder in sorted(data.iterdir())},
    }


def _megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return round(sum(file.stat().st_size for file in files) / 2**20, 1)


def _again(services: Services, slices: list[tuple[Path, str]]) -> dict[str, float]:
    """The largest file a second time: how long an interrupted command takes to come back to where it was."""
    path, collection = max(slices, key=lambda one: one[0].stat().st_size)
    first = next(
        one.outcome for one in services.store.run_files() if one.outcome.path == str(path) and one.outcome.documents
    )
    seconds = _take_in(services, path, collection)
    return {"documents": first.documents, "first_s": round(first.seconds, 2), "again_s": round(seconds, 2)}


if __name__ == "__main__":
    main()
