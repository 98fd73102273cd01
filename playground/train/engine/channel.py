"""Messages between a process and its child, over a pair of pipes.

They are pickled. Elsewhere in this program that is forbidden, because a pickle from a file can run
any code. Here both ends are this very program: the parent starts the child itself, nobody else has
the ends of the pipes, and neither a path nor an address would let anybody join.
"""

from __future__ import annotations

import contextlib
import pickle
import struct
from threading import Lock
from typing import Any, BinaryIO

_LENGTH = struct.Struct("<Q")


def pack(value: object) -> bytes:
    """A value on its way to the other process; raises whatever pickling raises."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def unpack(words: bytes) -> Any:
    """A value from the other process, and from nowhere else; raises whatever unpickling raises."""
    return pickle.loads(words)


class Channel:
    """Sends from any thread, receives on one.

    Parameters
    ----------
    reader, writer : binary streams
        Unbuffered writers are fine; the reader should be buffered.
    """

    def __init__(self, reader: BinaryIO, writer: BinaryIO) -> None:
        self._reader, self._writer = reader, writer
        self._lock = Lock()

    def send(self, message: object) -> None:
        """Send one object; waits while the pipe is full.

        Raises
        ------
        OSError, ValueError
            The other process has gone, or this end is closed.
        Exception
            Whatever pickling raises; nothing was sent then.
        """
        words = pack(message)
        with self._lock:
            self._writer.write(_LENGTH.pack(len(words)) + words)
            self._writer.flush()

    def receive(self) -> Any:
        """Wait for the next object.

        Raises
        ------
        EOFError
            The other process has gone; a part of a message does not count.
        """
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size))
        return unpack(self._read(length))

    def _read(self, size: int) -> bytes:
        words = self._reader.read(size)
        if words is None or len(words) < size:
            raise EOFError
        return words

    def close_writer(self) -> None:
        """Say that nothing more will come; the other end reads an end of file."""
        with contextlib.suppress(OSError):  # the other process has gone with something unsent
            self._writer.close()

    def close(self) -> None:
        """Close both ends."""
        self.close_writer()
        self._reader.close()
