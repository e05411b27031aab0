"""Two thousand files nobody should have to read, and what the application makes of them.

    python -m tests.benchmarks.hostile_files [--files 2000] [--seed 5] [--silence 20] [--from 0 --count 100]
    python -m tests.benchmarks.hostile_files --only TRICK …

Every trick of ``hostile_shapes`` under every extension it goes by, then files of an office mutated by seed: cut short,
bits flipped, blocks lost, doubled and swapped, under wrong names. The application takes them in from a folder of its
own; afterwards every file must have a row, none may have taken longer than the limit, the application must have ended
by itself, the store must be whole, a plain file among them must be found, and nothing may lie outside the
data folder. Prints JSON; exit code 1 if anything is amiss. ``--from`` and ``--count`` take a part of the same files,
so that a long run can be done in pieces.
"""

import argparse
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.hostile_shapes import SHAPES
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.office_files import KINDS, paragraphs, text_file

ROOT = Path(__file__).resolve().parents[2]
_APP = (sys.executable, str(ROOT / "app.py"))
_GRACE_S = 30.0
"""Replacing a reading process, writing, and a busy machine."""
_SILENCE_PER_MB_S = 3.0
_TRIES = 7
"""Culprits a file of many documents may hold before it is given up, and two tries more."""
_MANY = frozenset({".zip", ".eml", ".msg", ".jsonl", ".docx"})
_GOOD = "thật.txt"
_LOOK_EVERY_S, _LOOK_S = 2.0, 0.1
"""Time of the processor that a look takes: twenty looks of 5 ms would fall between the others' turns."""


def main() -> int:
    """Make the files, take them in, look."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--silence", type=float, default=20.0)
    parser.add_argument("--from", type=int, default=0, dest="first", help="0-based, of the files of this seed")
    parser.add_argument("--count", type=int, help="take only so many of them, and the good one")
    parser.add_argument("--only", nargs="*", help="these tricks of hostile_shapes and no others")
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        (folder / "files").mkdir(parents=True, exist_ok=True)
        paths = hostile_files(folder / "files", options.files, options.seed, options.only)
        *hostile, good = paths
        end = None if options.count is None else options.first + options.count
        found = taken(folder, [*hostile[options.first : end], good], options.silence)
    json.dump({"machine": describe_machine(), **found}, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")
    return 1 if found["amiss"] else 0


def hostile_files(folder: Path, count: int, seed: int, only: Sequence[str] | None = None) -> list[Path]:
    """That many files, every trick among them as far as the count allows, and one good one at the end.

    :param only: names of tricks: no other files then.
    """
    chance = random.Random(seed)
    tricks = [
        (name, suffix) for name, (suffixes, _) in SHAPES.items() if only is None or name in only for suffix in suffixes
    ]
    count = count if only is None else len(tricks) + 1
    paths: list[Path] = []
    for name, suffix in chance.sample(tricks, min(len(tricks), count - 1)):
        paths.append(folder / f"{len(paths):05d}-{name}{suffix}")
        paths[-1].write_bytes(SHAPES[name][1](chance))
    while len(paths) < count - 1:
        suffix = chance.choice(list(KINDS))
        how, data = mutated(chance, KINDS[suffix](paragraphs(chance, chance.randint(1, 12))))
        if chance.random() < 0.1:
            suffix = chance.choice(list(KINDS))
        paths.append(folder / f"{len(paths):05d}-{how}{suffix}")
        paths[-1].write_bytes(data)
    good = folder / _GOOD
    good.write_bytes(text_file(["Tệp thật", "Xã Gò Sen có 4321 hội viên đọc được tệp này."]))
    return [*paths, good]


def mutated(chance: random.Random, data: bytes) -> tuple[str, bytes]:
    """Name of the damage and the damaged bytes."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    how = chance.choice(("cut", "flipped", "zeroed", "doubled", "swapped", "lost", "noise"))
    if how == "flipped":
        changed = bytearray(data)
        for _ in range(chance.choice((1, 3, 20, 200))):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        return how, bytes(changed)
    first, middle, last = data[:start], data[start:end], data[end:]
    return how, {
        "cut": first + middle,
        "zeroed": first + b"\0" * len(middle) + last,
        "doubled": first + middle * chance.randint(2, 20) + last,
        "swapped": last + middle + first,
        "lost": first + last,
        "noise": first + chance.randbytes(chance.randint(1, 5_000)) + middle + last,
    }[how]


def taken(folder: Path, paths: Sequence[Path], silence_s: float) -> dict[str, object]:
    """Take the files in by the command line, in an empty home of its own, and say what is amiss."""
    data, home = folder / "data", folder / "home"
    for place in (data, home):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home), "PYTHONPATH": str(ROOT)}
    for name, value in (("silence_s", silence_s), ("memory_mb", 1024)):
        _run(["config", "set", f"ingest.{name}", str(value)], data, home, environment)
    before, started = _everything(folder, data), time.monotonic()
    with _Slowness() as slowness:
        ended = _run(["ingest", "--json", *map(str, paths)], data, home, environment)
    seconds = time.monotonic() - started
    if ended.returncode not in (0, 1):
        raise RuntimeError(f"the application ended with {ended.returncode}: {ended.stderr[-2_000:]}")
    amiss: list[str] = []
    amiss += [f"outside the data folder: {path}" for path in sorted(_everything(folder, data) - before)]
    rows = _rows(data)
    amiss += [f"no row: {path.name}" for path in paths if not any(_is_of(path, row) for row in rows)]
    amiss += _slow(paths, rows, silence_s, slowness.worst)
    doctor = _run(["doctor", "--deep", "--json"], data, home, environment)
    amiss += [f"doctor: {doctor.stdout[-1_000:]}"] if doctor.returncode else []
    found = _run(["search", "--json", "4321 hội viên xã Gò Sen"], data, home, environment)
    amiss += [] if _GOOD in found.stdout else ["the good file is not found"]
    return {
        "files": len(paths),
        "first": paths[0].name,
        "seconds": round(seconds, 1),
        "limit_s": silence_s,
        "slowness": round(slowness.worst, 1),
        "outcomes": dict(Counter(f"{status} {code}".strip() for _, status, code, _ in rows).most_common()),
        "amiss": amiss,
    }


_Row = tuple[str, str, str, float]
"""Path, status, code, seconds."""


def _rows(data: Path) -> list[_Row]:
    with sqlite3.connect(data / "catalogue.sqlite3") as connection:
        rows = connection.execute("SELECT path, status, code, seconds FROM files").fetchall()
    connection.close()
    return rows


def _is_of(path: Path, row: _Row) -> bool:
    return row[0] == str(path) or row[0].startswith((f"{path}:", f"{path}/"))


class _Slowness:
    """How many times longer than alone a thread took at worst while the application ran: other work on the machine."""

    def __init__(self) -> None:
        self.worst = 1.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "_Slowness":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(_LOOK_EVERY_S):
            started, used = time.monotonic(), time.thread_time()
            while time.thread_time() - used < _LOOK_S:
                pass
            self.worst = max(self.worst, (time.monotonic() - started) / _LOOK_S)


def _slow(paths: Sequence[Path], rows: Sequence[_Row], silence_s: float, slowness: float) -> list[str]:
    slow = []
    for path in paths:
        limit = silence_s + _SILENCE_PER_MB_S * path.stat().st_size / 2**20
        limit = (limit * (_TRIES if path.suffix in _MANY else 1) + _GRACE_S) * slowness
        taken_s = max((row[3] for row in rows if _is_of(path, row)), default=0.0)
        if taken_s > limit:
            slow.append(f"{path.name}: {taken_s:.0f} s, allowed {limit:.0f} s")
    return slow


def _everything(folder: Path, data: Path) -> set[Path]:
    """Every path beside the data folder, and what well-known tricks aim at."""
    inside = {path for path in folder.rglob("*") if not path.is_relative_to(data)}
    aimed = {
        folder.parent / "thoat.txt",
        folder.parent.parent / "thoat.txt",
        Path("/tmp/thoat.txt"),
        ROOT / "thoat.txt",
    }
    return inside | {path for path in aimed if path.exists()}


def _run(
    arguments: Sequence[str], data: Path, home: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    command = [*_APP, *arguments, "--data", str(data)]
    return subprocess.run(command, cwd=home, env=environment, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
