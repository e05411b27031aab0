"""Converts files with LibreOffice: one process for all of them, with a profile of its own."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

_TIMEOUT_S = 240


def converted(files: Sequence[Path], to: str, folder: Path) -> list[Path]:
    """The converted files, in order; skips where LibreOffice is not installed."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is absent: apt-get install --no-install-recommends libreoffice-writer")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, files)]
    finished = subprocess.run(command, capture_output=True, timeout=_TIMEOUT_S, check=False, text=True)
    made = [folder / f"{file.stem}.{to}" for file in files]
    assert [one.name for one in made if not one.is_file()] == [], finished.stderr
    return made
