"""A real Chroma server for tests: started, killed and started again on the same port and folder."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest


class ChromaServer:
    """``chroma run`` on a free port of 127.0.0.1."""

    def __init__(self, folder: Path) -> None:
        beside = Path(sys.executable).with_name("chroma")
        program = str(beside) if beside.exists() else shutil.which("chroma")
        if program is None:
            pytest.skip("the chroma program is not installed")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self._command = [program, "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)]
        self._process: subprocess.Popen[bytes] | None = None

    def launch(self) -> None:
        """Start the process without waiting for an answer."""
        self._process = subprocess.Popen(self._command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self) -> None:
        """Start and wait until it answers."""
        self.launch()
        for _ in range(600):
            assert self._process is not None
            if self._process.poll() is not None:
                pytest.skip(f"chroma run cannot start here: exit code {self._process.returncode}")
            try:
                with urllib.request.urlopen(f"{self.url}/api/v2/heartbeat", timeout=1):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        pytest.fail("chroma run did not answer within 60 s")

    def kill(self) -> None:
        """Stop at once, as a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
