"""Arrays from the child to the window through shared memory, without names that could be left over.

The memory is cut into slots. The child writes into a free one and marks it full; the window copies
the arrays out and marks it free. Nobody waits: while no slot is free, the newest arrays are kept
for the next snapshot.
"""

from __future__ import annotations

import mmap
import os
import secrets
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

SLOTS = 4
SLOT_BYTES = 64 << 20  # of address space: the system gives memory only to what is written
_HEAD = 4096  # one byte a slot: 0 free, 1 full; the rest fills the page
_ALIGN = 64


@dataclass(frozen=True, slots=True)
class Part:
    """Where one array lies in its slot."""

    name: str
    dtype: str
    shape: tuple[int, ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Placed:
    """Arrays that lie in a slot."""

    slot: int
    parts: tuple[Part, ...]


class Memory:
    """Memory that a process shares with its child, and that ends with the two of them.

    On Linux it has no name at all, elsewhere on POSIX it is a file that has none any more, and on
    Windows it goes with its last handle. So nothing is left, however the processes end.

    Parameters
    ----------
    size : int
        Bytes.
    address : str
        What the parent's `address` says; "" makes new memory.
    """

    def __init__(self, size: int = _HEAD + SLOTS * SLOT_BYTES, address: str = "") -> None:
        self.fds: tuple[int, ...] = ()  # that a child has to inherit
        if sys.platform == "win32":
            self.address = address or f"neural-playground-{secrets.token_hex(8)}"
            self.map = mmap.mmap(-1, size, tagname=self.address)
            return
        fd = int(address) if address else _nameless_file(size)
        self.map = mmap.mmap(fd, size)
        self.address = str(fd)
        if address:
            os.close(fd)
        else:
            self.fds = (fd,)

    def let_go(self) -> None:
        """The child has its own hold of the memory, or there will be no child."""
        for fd in self.fds:
            os.close(fd)
        self.fds = ()

    def close(self) -> None:
        """Give the memory back."""
        self.let_go()
        self.map.close()


def _nameless_file(size: int) -> int:
    if sys.platform == "linux":
        fd = os.memfd_create("neural-playground")
    else:
        with tempfile.TemporaryFile() as file:
            fd = os.dup(file.fileno())
    os.ftruncate(fd, size)
    return fd


class Writer:
    """The child's end: puts arrays into free slots.

    Parameters
    ----------
    memory : Memory
    """

    def __init__(self, memory: Memory) -> None:
        self._map = memory.map
        self._flags = np.frombuffer(memory.map, np.uint8, SLOTS)

    def fits(self, arrays: Mapping[str, np.ndarray]) -> bool:
        """Whether the arrays can lie in a slot: plain numbers, and not too many."""
        plain = not any(array.dtype.hasobject for array in arrays.values())
        return plain and _lay_out(arrays)[1] <= SLOT_BYTES

    def put(self, arrays: Mapping[str, np.ndarray]) -> Placed | None:
        """Copy arrays that fit into a free slot; None when no slot is free."""
        free = np.flatnonzero(self._flags == 0)
        if not len(free):
            return None
        parts, _ = _lay_out(arrays)
        slot = int(free[0])
        for part in parts:
            _view(self._map, slot, part)[...] = arrays[part.name]
        self._flags[slot] = 1
        return Placed(slot, parts)

    def close(self) -> None:
        """Let go of the memory, so that it can be closed."""
        del self._flags


class Reader:
    """The window's end: copies arrays out of full slots.

    Parameters
    ----------
    memory : Memory
    """

    def __init__(self, memory: Memory) -> None:
        self._map = memory.map
        self._flags = np.frombuffer(memory.map, np.uint8, SLOTS)

    def take(self, placed: Placed) -> dict[str, np.ndarray]:
        """Copies of the arrays in a slot, which is free then."""
        arrays = {part.name: _view(self._map, placed.slot, part).copy() for part in placed.parts}
        self._flags[placed.slot] = 0
        return arrays

    def close(self) -> None:
        """Let go of the memory, so that it can be closed."""
        del self._flags


def _lay_out(arrays: Mapping[str, np.ndarray]) -> tuple[tuple[Part, ...], int]:
    parts, offset = [], 0
    for name, array in arrays.items():
        parts.append(Part(name, array.dtype.str, array.shape, offset))
        offset += -(-array.nbytes // _ALIGN) * _ALIGN
    return tuple(parts), offset


def _view(memory: mmap.mmap, slot: int, part: Part) -> np.ndarray:
    count = int(np.prod(part.shape, dtype=np.int64))
    start = _HEAD + slot * SLOT_BYTES + part.offset
    if not count:
        return np.empty(part.shape, part.dtype)
    return np.frombuffer(memory, part.dtype, count, start).reshape(part.shape)
