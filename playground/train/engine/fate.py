"""Why a process ended, in words."""

from __future__ import annotations

import signal
from pathlib import Path

from playground.errors import TrainError
from playground.i18n import tr
from playground.telemetry.snapshot import Shelf
from playground.train.engine.messages import Kept


class ProcessLost(TrainError):
    """The process that trained is gone; window, document and curves are not.

    Parameters
    ----------
    reason : str
        A sentence that says how it ended.
    kept : Kept, optional
        Where a new session could go on.
    shelf : Shelf, optional
        Which earlier steps can still be shown.
    """

    def __init__(self, reason: str, kept: Kept | None = None, shelf: Shelf | None = None) -> None:
        hint = tr("The document and the curves are still here.")
        super().__init__(reason, hint)
        self.kept = kept
        self.shelf = shelf or Shelf()


class OutOfMemory:
    """Notices whether the system has ended a process for its memory since it was made."""

    def __init__(self) -> None:
        self._before = _oom_kills()

    def happened(self) -> bool:
        """Whether it has; always False where the system does not count."""
        return _oom_kills() > self._before


def describe(status: int, out_of_memory: bool = False) -> str:
    """A sentence about the exit status of a child: negative for a signal, as `Popen` has it."""
    if out_of_memory:
        return tr("The system ended the training process because the memory ran out.")
    if status >= 0:
        return tr("The training process ended by itself (exit status {n}).", n=status)
    number = -status
    name = _name(number)
    if name == "SIGKILL":
        return tr(
            "The training process was killed from outside (SIGKILL); when the memory runs out, "
            "the system does that."
        )
    if name in {"SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE", "SIGABRT"}:
        return tr(
            "The training process crashed in native code ({name}, signal {n}).", name=name, n=number
        )
    return tr("The training process was told to end ({name}, signal {n}).", name=name, n=number)


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def _oom_kills() -> int:
    """How often Linux has ended a process for its memory."""
    try:
        lines = Path("/proc/vmstat").read_text(encoding="ascii").splitlines()
    except (OSError, ValueError):
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("oom_kill "))
