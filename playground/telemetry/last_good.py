"""From which step a run whose numbers broke can be trained on."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from playground.telemetry.history import History

LOSS = "loss/"  # how the names of losses begin
TESTED = "/test"  # how those end that are not measured at each step
BOUND = 10.0  # a loss of this many times the usual one is on its way to infinity


def last_good(history: History, kept: Iterable[int], broke: int) -> int | None:
    """The newest kept step from which the run did not already run away.

    The weights that a single step at a far too high rate has left still give a number, yet the
    next steps break it whatever their rate. So a step is good where each training loss that its
    weights gave is a number no larger than `BOUND` times the usual: the loss the run began with,
    or its lower quartile if that is larger.

    Parameters
    ----------
    history : History
        The curves of the run; the loss of a row was taken with the weights of the step before.
    kept : iterable of int
        Steps that can be gone back to.
    broke : int
        The step whose loss was no number: that is what the weights of the step before gave.

    Returns
    -------
    int or None
        Where none is good, or no loss is known: the oldest of those that gave a number at all.
        None where there is not even one.
    """
    gave_numbers = sorted(step for step in kept if step <= broke - 2)
    names = [name for name in history if name.startswith(LOSS) and not name.endswith(TESTED)]
    good = [
        step for step in gave_numbers if names and all(_calm(history, name, step) for name in names)
    ]
    return good[-1] if good else next(iter(gave_numbers), None)


def _calm(history: History, name: str, step: int) -> bool:
    """Whether the weights of a step gave a loss as it is usual in this run."""
    ends, low, high = history.band(name)
    size = np.maximum(np.abs(low), np.abs(high))
    row = int(np.searchsorted(ends, step + 1))
    return row < len(size) and bool(size[row] <= BOUND * _usual(size))


def _usual(size: NDArray[np.float64]) -> float:
    known = size[np.isfinite(size)]
    return float(max(known[0], np.quantile(known, 0.25))) if len(known) else 0.0
