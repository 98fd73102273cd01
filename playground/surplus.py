"""Memory that is given back and soon wanted again."""

from __future__ import annotations

import ctypes
import platform

_TRIM, _MMAP = -1, -3  # of mallopt(3)
KEPT = 64 << 20  # bytes at the end of a heap that may lie idle
LARGE = 32 << 20  # bytes of a block that the system gives and takes back on its own


def keep_freed_memory() -> bool:
    """Have this process hold on to memory it frees, up to 64 MB a heap; whether it does.

    Pictures and readings are arrays of some 100 KB that come and go many times a second. The C
    library would give each back to the system, which then has to hand out and blank every page
    anew: that took as long as the arithmetic. Only glibc works like this.
    """
    if platform.libc_ver()[0] != "glibc":
        return False
    mallopt = ctypes.CDLL(None).mallopt
    return bool(mallopt(_TRIM, KEPT)) and bool(mallopt(_MMAP, LARGE))
