"""A started application and a watched page in a real Chromium."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
START_S = 120
"""Patience for a loaded machine; how fast it starts is measured elsewhere."""
PATIENCE_MS = 60_000
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BROKEN_OFF = ("AbortError: signal is aborted", "Connection errored out", "Unexpected error Connection errored out")
"""What the framework says of the requests of a page that is loaded anew."""
LAPTOP, PHONE = (1366, 768), (390, 844)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The application as a person starts it, with a fresh data folder."""
    with started(tmp_path_factory.mktemp("application")) as url:
        yield url


@pytest.fixture(scope="session")
def shared_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One started application for the modules that only need the samples and leave them as they were."""
    with started(tmp_path_factory.mktemp("shared-application")) as url:
        yield url


@contextmanager
def started(folder: Path, settings: Mapping[str, str] | None = None) -> Iterator[str]:
    """The application with its data in a folder, and its address; ``settings`` are variables of the environment."""
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ASSISTANT_")}
    environment |= settings or {}
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "app.py", "--port", str(port), "--data", str(folder / "data")],
            cwd=ROOT,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        url = f"http://127.0.0.1:{port}/"
        try:
            wait_for(url, process, folder / "log.txt")
            yield url
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def wait_for(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text(encoding="utf-8")
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                assert answer.status == 200
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError(f"no answer within {START_S} s: {log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where screenshots go, for a person to look at."""
    return tmp_path_factory.mktemp("screenshots")


@pytest.fixture(params=[LAPTOP], ids=["1366x768"])
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    width, height = request.param
    return int(width), int(height)


@pytest.fixture
def page(browser: Browser, address: str, size: tuple[int, int]) -> Iterator[Page]:
    """The open application; at the end nothing may have gone outside, failed or popped up."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        locale="vi-VN",
        permissions=["clipboard-read", "clipboard-write"],
    )
    context.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    opened = context.new_page()
    outside: list[str] = []
    trouble: list[str] = []
    loaded: list[str] = []
    context.on("request", lambda request: outside.append(request.url) if not is_ours(request.url, address) else None)
    opened.on("console", lambda line: trouble.append(line.text) if line.type == "error" else None)
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    opened.on("domcontentloaded", lambda at: loaded.append(at.url))
    opened.on("dialog", lambda dialog: (trouble.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    opened.goto(address)
    opened.wait_for_selector("#tl-history .tl-welcome")
    yield opened
    context.close()
    assert outside == []
    assert [line for line in trouble if len(loaded) < 2 or not line.startswith(BROKEN_OFF)] == []


def is_ours(url: str, address: str) -> bool:
    return url.startswith((address, "data:", f"blob:{address}"))
