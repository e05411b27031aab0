"""What following a folder costs while nothing happens, and what doctor --deep costs.

    python -m tests.benchmarks.folders [FILES]

Files are listed, compared with the catalogue and not read: a restart reads nothing again. The files are taken in with
the bundled model first, so FILES = 2,000 takes some minutes.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from assistant.services import open_services
from assistant.settings import load_settings
from tests.benchmarks.machine import describe_machine

_FILES_A_FOLDER = 200
_LOOKS = 5


def measure(files: int) -> dict[str, object]:
    """Seconds of a quiet look, of the first look after a restart, and of the deep check."""
    with tempfile.TemporaryDirectory() as name:
        folder, data = Path(name) / "files", Path(name) / "data"
        for number in range(files):
            path = folder / str(number // _FILES_A_FOLDER) / f"{number}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Bản tin số {number}\n\nHội trao {number} suất quà cho hội viên.\n", encoding="utf-8")
        with open_services(load_settings(data, environment={})) as services:
            services.watcher.add(folder)
            services.watcher.settle_s = 0.0
            taking = _seconds(services.watcher.look)
            quiet = min(_seconds(services.watcher.look) for _ in range(_LOOKS))
        with open_services(load_settings(data, environment={})) as services:
            restarted = _seconds(services.watcher.look)
            deep = _seconds(lambda: services.store.check(deep=True))
            held = services.store.counts().documents
    return {
        "files": files,
        "documents": held,
        "taken_in_s": taking,
        "quiet_look_s": quiet,
        "first_look_after_restart_s": restarted,
        "doctor_deep_s": deep,
        "machine": describe_machine(),
    }


def _seconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return round(time.perf_counter() - started, 3)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000), indent=1) + "\n")
