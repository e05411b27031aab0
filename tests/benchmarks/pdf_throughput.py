"""Pages of text PDF a second, end to end, and the memory a long one takes.

    python -m tests.benchmarks.pdf_throughput [--pages 500] [--long 1000]

One file of ``--pages`` pages, then one of ``--long``, are taken in by the command line, each into a data folder of its
own. Seconds are those of the file, from its turn to searchable, the start of the reading process among them: opening
the folder and loading the model are not. Memory is the largest sum of resident memory of the application and its
reading processes; processor seconds are of the whole command and tell more on a busy machine. Prints JSON.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from ingest.isolation.memory import resident_mb
from tests.benchmarks.machine import cpu_s, describe_machine
from tests.benchmarks.office_files import paragraphs
from tests.ingest.loaders.pdf_files import drawn, lines_down

ROOT = Path(__file__).resolve().parents[2]
LINES, CHARS = 42, 88
_LOOK_S = 0.05


def main() -> None:
    """Print pages a second and megabytes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--long", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        runs = {str(pages): taken(Path(name), pages) for pages in (options.pages, options.long)}
    json.dump({"machine": describe_machine(), "runs_by_pages": runs}, sys.stdout, indent=1)
    sys.stdout.write("\n")


def taken(folder: Path, pages: int) -> dict[str, float]:
    """Seconds, pages a second and peak memory of one file."""
    path = folder / f"{pages}.pdf"
    path.write_bytes(written(pages))
    command = [sys.executable, "app.py", "ingest", "--json", str(path), "--data", str(folder / f"data-{pages}")]
    cpu_before = cpu_s()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        peak = [0.0]
        watch = threading.Thread(target=_watch, args=(process, peak))
        watch.start()
        assert process.stdout is not None
        report, summary = (json.loads(line) for line in process.stdout)
        watch.join()
    if report["pages"] != pages:
        raise RuntimeError(str(report))
    return {
        "read_to_searchable_s": report["seconds"],
        "pages_per_s": round(pages / report["seconds"], 1),
        "whole_command_s": summary["summary"]["seconds"],
        "chunks": report["chunks"],
        "peak_mb": round(peak[0]),
        "cpu_s": round(cpu_s() - cpu_before, 1),
    }


def written(pages: int) -> bytes:
    """A text PDF of full pages."""
    chance = random.Random(pages)
    drawings = []
    for number in range(pages):
        words = f"{number} ".join(paragraphs(chance, 30)).split()
        lines, line = [], ""
        for word in words:
            if len(line) + len(word) >= CHARS:
                lines.append(line)
                line = ""
            line = f"{line} {word}".strip()
        drawings.append(lines_down(*lines[:LINES]))
    return drawn(drawings)


def _watch(process: "subprocess.Popen[str]", peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], resident_mb(process.pid))
        time.sleep(_LOOK_S)


if __name__ == "__main__":
    main()
