"""An ingest killed again and again ends where one that was left alone ends.

    python -m tests.benchmarks.crash_safety [--files 300] [--kills 50] [--seed 7]

A first run takes mixed files in undisturbed; a second one, into another data folder, is killed (SIGKILL) at random
moments and started again each time. At the end every document must be there exactly once, every file must have the
state it has after the first run, and ``doctor --deep`` must find nothing. Prints JSON; exit code 1 if anything differs.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.machine import describe_machine
from tests.benchmarks.office_files import mixed_files

ROOT = Path(__file__).resolve().parents[2]
APP = (sys.executable, "app.py")
_ORPHANS_S = 10.0
_EARLY_SHARE, _EARLY_S = 0.25, 6.0
"""Some are killed while they open the folder and finish what the one before left."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a data folder holds after a run."""

    documents: Counter[tuple[str, str, int]]
    """Id, state and chunks."""
    problems: list[str]
    """What a deep look at catalogue, originals and indexes finds."""


@dataclass(frozen=True, slots=True)
class Program:
    """How files are taken in and the result is looked at; the tests use a lighter one than the application."""

    ingest: Sequence[str]
    """The folder of files and the data folder are appended."""
    look: Callable[[Path], Held]


def look(data: Path) -> Held:
    """What the command line says of a data folder."""
    told, doctor = (
        subprocess.run([*APP, *verb, "--json", "--data", str(data)], cwd=ROOT, capture_output=True, check=False)
        for verb in (("documents", "--all"), ("doctor", "--deep"))
    )
    records = [json.loads(line) for line in told.stdout.splitlines()]
    documents = Counter((record["document_id"], record["state"], record["chunks"]) for record in records)
    return Held(documents, [doctor.stdout.decode()[-2_000:]] if doctor.returncode else [])


APPLICATION = Program(ingest=(*APP, "ingest", "--json"), look=look)


def main() -> int:
    """Run both ingests and compare."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        found = compare(APPLICATION, Path(name), options.files, options.kills, options.seed)
    json.dump({"machine": describe_machine(), **found}, sys.stdout, indent=1)
    sys.stdout.write("\n")
    return 1 if found["differences"] else 0


def compare(program: Program, folder: Path, files: int, kills: int, seed: int) -> dict[str, object]:
    """What differs between a run left alone and one killed ``kills`` times, with counts."""
    source = folder / "files"
    source.mkdir()
    mixed_files(source, files, seed)
    started = time.monotonic()
    quiet = finished_run(program, source, folder / "quiet")
    seconds = time.monotonic() - started
    chance = random.Random(seed)
    moments = [killed_run(program, source, folder / "killed", chance, seconds / kills) for _ in range(kills)]
    last = finished_run(program, source, folder / "killed")
    alone, again = program.look(folder / "quiet"), program.look(folder / "killed")
    differences = [*differing(quiet, last), *differing_documents(alone, again), *again.problems, *orphans(moments)]
    return {
        "files": files,
        "states": dict(Counter(quiet.values())),
        "undisturbed_s": round(seconds, 1),
        "kills": kills,
        "kills_before_the_first_file": sum(not moment.files for moment in moments),
        "kills_in_reading_or_writing": sum(moment.files > 0 for moment in moments),
        "files_read_by_killed_runs": sum(moment.files for moment in moments),
        "differences": differences,
    }


@dataclass(frozen=True, slots=True)
class Killed:
    """One killed run: outcomes it had told, and the processes it had started."""

    files: int
    readers: frozenset[int]


def finished_run(program: Program, source: Path, data: Path) -> dict[str, str]:
    """State of every file after a run that came to its end: its own status, or for a duplicate "indexed"."""
    done = subprocess.run(
        [*program.ingest, str(source), "--data", str(data)], cwd=ROOT, capture_output=True, check=False
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    reports = [line for line in lines if "summary" not in line]
    if done.returncode not in (0, 1) or not reports:
        raise RuntimeError(done.stderr.decode()[-2_000:])
    return {
        report["path"]: "indexed"
        if report["status"] == "duplicate"
        else f"{report['status']} {report['code'] or ''}".strip()
        for report in reports
    }


def killed_run(program: Program, source: Path, data: Path, chance: random.Random, step_s: float) -> Killed:
    """Start, wait for a random while, kill: some in the first moments, the others after the first outcome."""
    command = [*program.ingest, str(source), "--data", str(data)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        first = 0
        if chance.random() < _EARLY_SHARE:
            time.sleep(chance.uniform(0.0, _EARLY_S))
        else:
            first = int(bool(process.stdout.readline()))
            time.sleep(chance.uniform(0.0, 2.0 * step_s))
        readers = _children(process.pid)
        process.send_signal(signal.SIGKILL)
        told = first + sum(line.endswith("\n") and "summary" not in line for line in process.stdout)
    return Killed(told, readers)


def differing(quiet: dict[str, str], last: dict[str, str]) -> list[str]:
    """Files whose state is not the same."""
    return [
        f"{Path(path).name}: {quiet.get(path)} when left alone, {last.get(path)} when killed"
        for path in sorted(quiet.keys() | last.keys())
        if quiet.get(path) != last.get(path)
    ]


def differing_documents(alone: Held, killed: Held) -> list[str]:
    """Documents that are missing, too many, twice, or in another state."""
    return [
        f"document {document}: {alone.documents[document]} and {killed.documents[document]} times"
        for document in alone.documents.keys() | killed.documents.keys()
        if alone.documents[document] != 1 or killed.documents[document] != 1
    ]


def orphans(moments: Sequence[Killed]) -> list[str]:
    """Reading processes that outlived the run that started them."""
    pids = {pid for moment in moments for pid in moment.readers}
    deadline = time.monotonic() + _ORPHANS_S
    while (left := sorted(pid for pid in pids if _reads(pid))) and time.monotonic() < deadline:
        time.sleep(0.2)
    return [f"reading process {pid} is still there" for pid in left]


def _children(pid: int) -> frozenset[int]:
    try:
        tasks = list(Path(f"/proc/{pid}/task").glob("*/children"))
        return frozenset(int(child) for task in tasks for child in task.read_text().split())
    except OSError:
        return frozenset()


def _reads(pid: int) -> bool:
    try:
        return b"ingest.isolation" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


if __name__ == "__main__":
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    sys.exit(main())
