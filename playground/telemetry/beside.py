"""Threads that compute beside a training: one core, behind all others, gone at the end."""

from __future__ import annotations

import atexit
import contextlib
import os
import threading
from collections.abc import Callable

import torch

LEAVE_S = 10.0  # for what a thread is doing when the program ends

_AT_WORK: dict[threading.Thread, Callable[[], None]] = {}  # and how each is told to end


def begin(
    work: Callable[[], None], name: str, *, nice: int, end: Callable[[], None]
) -> threading.Thread:
    """Do something on a thread of low priority.

    Parameters
    ----------
    work : callable
        What it does; handles its own errors.
    name : str
        Of the thread.
    nice : int
        0 to 19: how far it stands back.
    end : callable
        Lets `work` return soon; called when the program ends first.
    """

    def run() -> None:
        with contextlib.suppress(OSError, AttributeError):  # Linux: of this thread alone
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), nice)
        torch.set_num_threads(1)  # of this thread alone: more would wait for the training's core
        try:
            work()
        finally:
            _AT_WORK.pop(threading.current_thread(), None)

    thread = threading.Thread(target=run, name=name, daemon=True)
    _AT_WORK[thread] = end
    thread.start()
    return thread


@atexit.register
def _leave() -> None:
    """A thread that is inside torch when Python goes takes the process down with it."""
    left = list(_AT_WORK.items())
    for _, end in left:
        end()
    for thread, _ in left:
        thread.join(LEAVE_S)
