"""What a measurement ran on: it belongs into every committed result."""

import os
import platform
import time
from pathlib import Path


def describe_machine() -> dict[str, object]:
    """Processor, cores, memory, Python, day, and how busy the machine was."""
    return {
        "processor": _first("/proc/cpuinfo", "model name") or platform.processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(int((_first("/proc/meminfo", "MemTotal") or "0 kB").split()[0]) / 2**20, 1),
        "python": platform.python_version(),
        "day": time.strftime("%Y-%m-%d"),
        "load_1_min": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def memory_mb(field: str = "VmRSS", pid: int | str = "self") -> float:
    """A line of /proc/PID/status in MB: VmRSS is resident now, VmHWM its peak, RssAnon without mapped files."""
    return round(int((_first(f"/proc/{pid}/status", field) or "0 kB").split()[0]) / 1024, 1)


def cpu_s() -> float:
    """Processor seconds of this process and of its ended children: on a busy machine steadier than the clock."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _first(path: str, field: str) -> str | None:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(field)), None)


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` of the values lie, nearest rank, three digits."""
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3)
