"""Earlier states that the window's process holds, in case the child dies with all others."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Lock

from playground.telemetry.snapshot import Shelf
from playground.train.engine.messages import Adopt, Kept
from playground.train.thinning import victim

PART = 4  # one part in so many of the memory for the past is for these


class Rescue:
    """Takes what a child sends now and then; its successor gets it all.

    The states stay pickled: they hold tensors, and the window's process does without torch.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._runs: dict[int, list[Kept]] = {}

    def add(self, run: int, kept: Kept, memory: int) -> None:
        """Hold a state of a run; `memory` is what all runs have for their past, in bytes."""
        with self._lock:
            states = [old for old in self._runs.pop(run, []) if old.step < kept.step]
            self._runs[run] = [*states, kept]  # the newest run is the last
            while self._runs and self._size() > memory // PART:
                self._thin()

    @property
    def shelf(self) -> Shelf:
        """What is held."""
        with self._lock:
            steps = {run: tuple(kept.step for kept in all_) for run, all_ in self._runs.items()}
            return Shelf(steps, self._size())

    def messages(self) -> Iterator[Adopt]:
        """What a new child has to be told."""
        with self._lock:
            runs = {run: tuple(kept.state for kept in states) for run, states in self._runs.items()}
        return (Adopt(run, states) for run, states in runs.items())

    def _size(self) -> int:
        return sum(len(kept.state) for states in self._runs.values() for kept in states)

    def _thin(self) -> None:
        run = max(self._runs, key=lambda run: sum(len(kept.state) for kept in self._runs[run]))
        states = self._runs[run]
        index = victim([kept.step for kept in states])
        if index is not None:
            del states[index]
        else:
            del self._runs[next(iter(self._runs))]
