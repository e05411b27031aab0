"""How long a question takes while a thousand files are taken in.

    python -m tests.benchmarks.answering_while_ingesting [--files 1000] [--pause 0.2]

The application's services in one process, as ``serve`` runs them: a thread takes mixed files in, questions are asked
meanwhile, one after the other with a pause as between people. Prints JSON: milliseconds before, during and after.
"""

import argparse
import json
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from assistant.services import FileFinished, Services, open_services
from assistant.settings import load_settings
from tests.benchmarks.machine import describe_machine, memory_mb, percentile
from tests.benchmarks.office_files import DEEDS, PLACES, mixed_files

_QUIET_QUESTIONS = 40
_FIRST_FILES = 60
"""Taken in before anything is measured: an empty store answers too fast."""


def main() -> None:
    """Take files in, ask, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--pause", type=float, default=0.2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        first, rest = folder / "first", folder / "rest"
        for place, files, seed in ((first, _FIRST_FILES, 1), (rest, options.files, 2)):
            place.mkdir()
            mixed_files(place, files, seed)
        with open_services(load_settings(folder / "data", environment={})) as services:
            for _ in services.ingest([first]):
                pass
            found = measured(services, rest, options.pause)
    json.dump({"machine": describe_machine(), "files": options.files, **found}, sys.stdout, indent=1)
    sys.stdout.write("\n")


def measured(services: Services, folder: Path, pause_s: float) -> dict[str, object]:
    """Latencies before, while and after the folder is taken in."""
    states: Counter[str] = Counter()

    def take_in() -> None:
        for event in services.ingest([folder]):
            if isinstance(event, FileFinished):
                states[event.report.status] += 1

    before = asked(services, pause_s, _enough(_QUIET_QUESTIONS))
    taking = threading.Thread(target=take_in)
    started = time.monotonic()
    taking.start()
    during = asked(services, pause_s, lambda _asked: not taking.is_alive())
    taking.join()
    seconds = time.monotonic() - started
    after = asked(services, pause_s, _enough(_QUIET_QUESTIONS))
    return {
        "ingest_s": round(seconds, 1),
        "states": dict(states),
        "application_mb": memory_mb(),
        "ms": {name: _summary(ms) for name, ms in (("before", before), ("during", during), ("after", after))},
    }


def asked(services: Services, pause_s: float, enough: Callable[[int], bool]) -> list[float]:
    """Milliseconds of questions asked until it is enough."""
    questions = cycle(f"Xã {place} đã {deed.format(n='bao nhiêu')}?" for place in PLACES for deed in DEEDS)
    ms: list[float] = []
    while not enough(len(ms)):
        started = time.perf_counter()
        services.ask(next(questions))
        ms.append((time.perf_counter() - started) * 1_000)
        time.sleep(pause_s)
    return ms


def _enough(count: int) -> Callable[[int], bool]:
    return lambda done: done >= count


def _summary(ms: list[float]) -> dict[str, float]:
    return {"questions": len(ms), "p50": percentile(ms, 0.5), "p95": percentile(ms, 0.95), "max": round(max(ms), 1)}


if __name__ == "__main__":
    main()
