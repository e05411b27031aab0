"""Resident memory of a process and of the programs it runs, without a library for it."""

import subprocess
import sys
from pathlib import Path

_MIB = 2**20


def resident_mb(pid: int) -> float:
    """Megabytes a process and its children hold in memory; 0 where it is gone or the system does not tell."""
    if sys.platform == "win32":
        return _windows_mb(pid)
    if sys.platform == "linux":
        return _linux_mb(pid)
    return _posix_mb(pid)


def _linux_mb(pid: int) -> float:
    folder = Path("/proc") / str(pid)
    try:
        status = (folder / "status").read_text(encoding="ascii", errors="replace")
        children = [
            int(child)
            for tasks in folder.glob("task/*/children")
            for child in tasks.read_text(encoding="ascii").split()
        ]
    except OSError:
        return 0.0
    line = next((line for line in status.splitlines() if line.startswith("VmRSS:")), "VmRSS: 0 kB")
    return int(line.split()[1]) / 1024 + sum(_linux_mb(child) for child in children)


def _posix_mb(pid: int) -> float:
    try:
        told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False)
        return int(told.stdout.strip() or 0) / 1024
    except (OSError, ValueError):
        return 0.0


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION = 0x1000

    class _Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS of psapi.h."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            ("PeakWorkingSetSize", ctypes.c_size_t),
            ("WorkingSetSize", ctypes.c_size_t),
            ("QuotaPeakPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPagedPoolUsage", ctypes.c_size_t),
            ("QuotaPeakNonPagedPoolUsage", ctypes.c_size_t),
            ("QuotaNonPagedPoolUsage", ctypes.c_size_t),
            ("PagefileUsage", ctypes.c_size_t),
            ("PeakPagefileUsage", ctypes.c_size_t),
        )

    def _windows_mb(pid: int) -> float:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)
        if not handle:
            return 0.0
        try:
            counters = _Counters(cb=ctypes.sizeof(_Counters))
            known = kernel.K32GetProcessMemoryInfo(wintypes.HANDLE(handle), ctypes.byref(counters), counters.cb)
            return counters.WorkingSetSize / _MIB if known else 0.0
        finally:
            kernel.CloseHandle(wintypes.HANDLE(handle))
