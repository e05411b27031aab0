"""Milliseconds from a question to the first words of its answer, over a store of 20,000 passages, extractive.

    python -m tests.benchmarks.first_words [--passages 20000] [--questions 200] [--data FOLDER] [--browser]

The application runs as a person starts it. By default a program takes the time: from sending ``POST /api/ask`` with
``stream`` until the first ``delta`` event has arrived. With ``--browser`` questions are typed into a Chromium
and its own clock runs from pressing Enter until the answer's first words stand on the screen. The store is filled
from the corpora beside the project; give ``--data`` to keep it. Prints JSON.
"""

import argparse
import json
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import httpx
from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.machine import describe_machine, percentile

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
WARM_UP = 10
PATIENCE_S = 120.0
BROWSER_QUESTIONS = 40
"""A page redraws the whole conversation; more turns than anybody asks would measure that."""


def main() -> None:
    """Print p50 and p95."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--browser", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = options.data or Path(folder) / "data"
        held = filled(data, Path(folder), options.passages)
        with running(data) as address:
            asked = questions(options.questions)
            times = in_browser(address, asked[:BROWSER_QUESTIONS]) if options.browser else by_events(address, asked)
    report = {
        "passages": held,
        "questions": len(times),
        "measured": "browser" if options.browser else "event",
        "first_words_ms": {"p50": percentile(times, 0.5), "p95": percentile(times, 0.95)},
        "machine": describe_machine(),
    }
    json.dump(report, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def filled(data: Path, scratch: Path, passages: int) -> int:
    """Passages held after filling an empty folder with the evaluation passages and the corpora."""
    if not (data / "catalogue.sqlite3").exists():
        taken = scratch / "taken.jsonl"
        with taken.open("w", encoding="utf-8") as out:
            out.writelines(islice(_lines(), passages))
        command = [sys.executable, "app.py", "ingest", str(taken), "--data", str(data), "--json"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    listing = subprocess.run(
        [sys.executable, "-c", _COUNT, str(data)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return int(listing.stdout)


_COUNT = (
    "import sqlite3, sys, pathlib; c = sqlite3.connect(pathlib.Path(sys.argv[1]) / 'catalogue.sqlite3');"
    "print(c.execute('SELECT count(*) FROM chunks').fetchone()[0])"
)


def _lines() -> Iterator[str]:
    for name in ("eval/xquad-vi.passages", "eval/alqac.passages", "corpus/news", "corpus/legal"):
        with (DATA / f"{name}.jsonl").open(encoding="utf-8") as lines:
            yield from lines


def questions(count: int) -> list[str]:
    """Half of each evaluation set, by turns."""
    found = []
    for name in ("xquad-vi", "alqac"):
        with (DATA / "eval" / f"{name}.questions.jsonl").open(encoding="utf-8") as lines:
            found.append([json.loads(line)["question"] for line in islice(lines, (count + 1) // 2)])
    return [question for pair in zip(*found, strict=False) for question in pair][:count]


@contextmanager
def running(data: Path) -> Iterator[str]:
    """The application as a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    process = subprocess.Popen([sys.executable, "app.py", "--port", str(port), "--data", str(data)], cwd=ROOT)
    address = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            try:
                if httpx.get(f"{address}/api/health", timeout=5).status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=60)


def by_events(address: str, asked: Sequence[str]) -> list[float]:
    """Until the first delta event of a stream."""
    with httpx.Client(base_url=address, timeout=60) as client:
        for question in asked[:WARM_UP]:
            _first_event(client, question)
        return [_first_event(client, question) for question in asked]


def _first_event(client: httpx.Client, question: str) -> float:
    started = time.perf_counter()
    with client.stream("POST", "/api/ask", json={"question": question, "stream": True}) as answer:
        for line in answer.iter_lines():
            if line == "event: delta":
                return (time.perf_counter() - started) * 1000
    raise RuntimeError("an answer without words")


def in_browser(address: str, asked: Sequence[str]) -> list[float]:
    """Until the first words of the answer stand in the page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto(address)
        page.wait_for_selector("#tl-question textarea")
        for question in asked[:3]:
            _first_words(page, question)
        times = [_first_words(page, question) for question in asked[3:]]
        browser.close()
    return times


def _first_words(page: Page, question: str) -> float:
    """The page's own clock, so that the driver's delays do not count."""
    answers = page.locator(".tl-answer-text").count()
    page.fill("#tl-question textarea", question)
    page.evaluate(
        """known => { window.firstWords = null; const start = {at: null};
        document.querySelector('#tl-question textarea').addEventListener(
          'keydown', event => { if (event.key === 'Enter') start.at = performance.now(); }, {once: true});
        const look = () => { const texts = [...document.querySelectorAll('.tl-answer-text')].slice(known);
          if (start.at !== null && texts.some(one => one.textContent.trim())) {
            window.firstWords = performance.now() - start.at; } else { requestAnimationFrame(look); } };
        requestAnimationFrame(look); }""",
        answers,
    )
    page.press("#tl-question textarea", "Enter")
    page.wait_for_function("window.firstWords !== null", timeout=60_000)
    spent = float(page.evaluate("window.firstWords"))
    page.wait_for_function("!document.querySelector('[aria-busy=\"true\"]')", timeout=60_000)
    return spent


if __name__ == "__main__":
    main()
