"""Seconds from process start to HTTP 200, and resident memory with the samples loaded.

    python -m tests.benchmarks.startup

Starts ``python app.py`` twice on a fresh data folder that holds the sample documents, and prints JSON.
"""

import json
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0


def main() -> None:
    """Print start-up seconds (first and second start) and resident memory in MB."""
    with tempfile.TemporaryDirectory() as folder:
        first = _start(folder)
        loading = [sys.executable, "app.py", "ingest", "--samples", "--data", folder]
        subprocess.run(loading, cwd=ROOT, check=True, capture_output=True)
        second = _start(folder)
    json.dump({"first_start_s": first[0], "second_start_s": second[0], "resident_mb": second[1]}, sys.stdout)
    sys.stdout.write("\n")


def _start(folder: str) -> tuple[float, float]:
    port = _free_port()
    started = time.monotonic()
    process = subprocess.Popen([sys.executable, "app.py", "--port", str(port), "--data", folder], cwd=ROOT)
    try:
        _wait(f"http://127.0.0.1:{port}/")
        seconds = time.monotonic() - started
        time.sleep(2.0)  # what loads in the background counts too
        return round(seconds, 2), _resident_mb(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait(url: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.05)
    raise TimeoutError(url)


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024, 1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
