"""Every module can be imported where there is no POSIX: on Windows, where most offices are."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_TRIED = """
import importlib, pkgutil, sys, types

def ours():
    for name in ("ingest", "vectorstore", "prompts", "assistant"):
        package = importlib.import_module(name)
        for found in pkgutil.walk_packages(package.__path__, name + "."):
            if ".training" not in found.name and not found.name.endswith("__main__"):
                yield found.name

names = list(ours())
for name in names:  # with everything of others that they import
    importlib.import_module(name)
for name in [name for name in sys.modules if name.split(".")[0] in {"ingest", "vectorstore", "prompts", "assistant"}]:
    del sys.modules[name]
sys.platform = "win32"
for name in ("fcntl", "resource", "pwd", "grp", "termios", "posix"):
    sys.modules[name] = None
sys.modules["msvcrt"] = types.ModuleType("msvcrt")
for name in names:
    importlib.import_module(name)
assert "ingest.isolation.worker" in names and len(names) > 300, len(names)
"""


def test_no_module_needs_posix_when_it_is_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _TRIED], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
