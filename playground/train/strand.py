"""A function that can be halted anywhere in the middle, from the inside, and goes on when told."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Semaphore, Thread
from typing import Generic, TypeVar

import torch

T = TypeVar("T")


class Strand(Thread, Generic[T]):
    """Runs a function on a thread of its own; either that thread works, or whoever drives it.

    A generator halts in its own frame only. This one halts in hooks, deep inside of a forward pass
    or of torch's backward pass, wherever `halt` is called; on a GPU those are other threads.

    Parameters
    ----------
    work : callable
    """

    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__(name="operations", daemon=True)
        self._work = work
        self._go, self._stands = Semaphore(0), Semaphore(0)
        self._cores = torch.get_num_threads()  # of the driver: sums come in the same order
        self._done = False
        self._result: list[T] = []
        self._error: BaseException | None = None

    @property
    def done(self) -> bool:
        """Whether the function has ended."""
        return self._done

    def go_on(self) -> bool:
        """Have it work until it halts (True) or ends (False)."""
        if not self.is_alive() and not self._done:
            self.start()
        self._go.release()
        self._stands.acquire()
        if self._done:
            self.join()
        return not self._done

    def halt(self) -> None:
        """Called by the function: wait until the driver wants more."""
        self._stands.release()
        self._go.acquire()

    def result(self) -> T:
        """What the function gave, or raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._result[0]

    def run(self) -> None:
        """Thread body. Do not call it; call `go_on`."""
        torch.set_num_threads(self._cores)  # a per-thread setting: only works from in here
        self._go.acquire()
        try:
            self._result.append(self._work())
        except BaseException as error:
            logging.getLogger(__name__).debug("a step ended early", exc_info=True)
            self._error = error
        self._done = True
        self._stands.release()
