"""What every test shares: a clean environment, a fixed seed, and the rule that nothing skips in CI."""

import os
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

_OWN_VARIABLES = ("TROLY_DATA", "CHROMA_URL")


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("ASSISTANT_") or name in _OWN_VARIABLES:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setenv("ANONYMIZED_TELEMETRY", "False")
    monkeypatch.setenv("GRADIO_ANALYTICS_ENABLED", "False")


@pytest.fixture(autouse=True)
def fixed_seed() -> None:
    random.seed(20261121)
    np.random.seed(20261121)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real input beside the project; a test that needs it skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("../shared is absent: real input and evaluation sets are not part of the repository")
    return SHARED


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]  # pluggy's result
    if report.skipped and os.environ.get("TROLY_NO_SKIPS") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may skip: {report.longrepr}"
