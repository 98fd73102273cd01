"""How much memory this machine has for a network; without torch."""

from __future__ import annotations

import ctypes
import logging
from functools import cache
from pathlib import Path

CGROUP = Path("/sys/fs/cgroup")
_NVML = ("libnvidia-ml.so.1", "nvml.dll")


def free_bytes() -> int:
    """Memory that a network may have: what is free, and what this program holds by now.

    The network that is in training is part of the latter, and the next one takes its place. In a
    container its limit counts, not the machine.
    """
    return available_bytes() + _own_bytes()


def available_bytes() -> int:
    """Memory that nobody uses now."""
    import psutil

    free = int(psutil.virtual_memory().available)
    limit = _container(CGROUP)
    return free if limit is None else min(free, limit)


@cache
def graphics_bytes() -> int:
    """Memory of the largest CUDA graphics card, 0 without one; asked of its driver."""
    for name in _NVML:
        try:
            return _cards(ctypes.CDLL(name))
        except (OSError, AttributeError):  # no such driver, or one that is too old
            continue
    return 0


def _own_bytes() -> int:
    """What this process and those that it began have in memory, without what they share."""
    import psutil

    me, total = psutil.Process(), 0
    for process in (me, *me.children(recursive=True)):
        try:
            found = process.memory_info()
        except psutil.Error:  # it has ended meanwhile
            continue
        total += max(0, found.rss - getattr(found, "shared", 0))
    return total


def _container(folder: Path) -> int | None:
    """What a container (cgroup v2) has left, None without a limit."""
    try:
        limit = (folder / "memory.max").read_text().strip()
        if limit == "max":
            return None
        used = int((folder / "memory.current").read_text())
        rows = dict(row.split() for row in (folder / "memory.stat").read_text().splitlines())
        return max(0, int(limit) - used + int(rows.get("inactive_file", 0)))
    except (OSError, ValueError):
        return None


class _Memory(ctypes.Structure):
    """`nvmlMemory_t`: bytes."""

    _fields_ = [(name, ctypes.c_ulonglong) for name in ("total", "free", "used")]


def _cards(driver: ctypes.CDLL) -> int:
    """Bytes of the largest card that a driver knows."""
    if driver.nvmlInit_v2() != 0:
        return 0
    try:
        count, found = ctypes.c_uint(), [0]
        driver.nvmlDeviceGetCount_v2(ctypes.byref(count))
        for number in range(count.value):
            card, memory = ctypes.c_void_p(), _Memory()
            driver.nvmlDeviceGetHandleByIndex_v2(number, ctypes.byref(card))
            if driver.nvmlDeviceGetMemoryInfo(card, ctypes.byref(memory)) == 0:
                found.append(int(memory.total))
        logging.getLogger(__name__).debug("graphics cards: %s", found)
        return max(found)
    finally:
        driver.nvmlShutdown()
