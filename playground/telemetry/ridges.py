"""How numbers are spread, step after step: histograms that stand for themselves, and a few kept."""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

import numpy as np

BINS = 48  # of a histogram, at most
_HEAD = 5  # numbers of a written histogram before its bins


def num_bins(count: int) -> int:
    """Bins for some numbers: few numbers in many bins would be a comb. Rice's rule."""
    return max(1, min(BINS, round(2.0 * math.cbrt(count))))


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """Some numbers at one step. Its bins are its own, so nothing is ever cut off or smeared.

    Parameters
    ----------
    step : int
        Optimiser steps finished.
    low, high : float
        Edges of the first and of the last bin: the smallest and the largest finite number.
    counts : np.ndarray, shape (B,), float64
        How many numbers lie in each of the bins, which are equally wide. Where all numbers are the
        same, all lie in the first.
    missing : int
        Numbers that are NaN or infinite.
    total : int
        How many numbers there are; more than were counted where only some were looked at.
    """

    step: int
    low: float
    high: float
    counts: np.ndarray
    missing: int = 0
    total: int = 0

    @classmethod
    def from_array(cls, array: np.ndarray) -> Histogram:
        """What `to_array` wrote."""
        step, low, high, missing, total = array[:_HEAD].tolist()
        return cls(int(step), low, high, array[_HEAD:], int(missing), int(total))

    def to_array(self) -> np.ndarray:
        """All of it as float64 (5 + B,)."""
        head = (self.step, self.low, self.high, self.missing, self.total)
        return np.concatenate([np.array(head, dtype=np.float64), self.counts])

    @property
    def counted(self) -> int:
        """Finite numbers that were looked at."""
        return int(self.counts.sum())

    def edges(self) -> np.ndarray:
        """Edges of the bins (B + 1,)."""
        count = len(self.counts)
        found: np.ndarray = self.low + np.arange(count + 1) * ((self.high - self.low) / count)
        return found

    def heights(self) -> np.ndarray:
        """Counts as shares of the fullest bin, 0 to 1."""
        most = self.counts.max(initial=0.0)
        return self.counts / most if most else self.counts

    def bin_of(self, value: float) -> int | None:
        """The bin that a value falls into."""
        if not self.low <= value <= self.high:
            return None
        width = (self.high - self.low) / len(self.counts)
        return min(int((value - self.low) / width), len(self.counts) - 1) if width else 0


class _Stepped(Protocol):
    @property
    def step(self) -> int: ...


S = TypeVar("S", bound=_Stepped)


@dataclass(slots=True)
class Thinned(Generic[S]):
    """What was seen over a run, at most `capacity` of it: constant memory.

    When there are too many, the one that lies closest between its neighbours goes; the first and
    the newest stay.
    """

    capacity: int = 40
    kept: list[S] = field(default_factory=list)  # by step, ascending

    def add(self, seen: S) -> bool:
        """Keep one; False when that step is there already. It may be of an earlier step."""
        steps = [other.step for other in self.kept]
        at = bisect_left(steps, seen.step)
        if at < len(steps) and steps[at] == seen.step:
            return False
        self.kept.insert(at, seen)
        if len(self.kept) > self.capacity:
            gaps = [
                self.kept[i + 1].step - self.kept[i - 1].step for i in range(1, len(self.kept) - 1)
            ]
            del self.kept[1 + int(np.argmin(gaps))]
        return True

    def until(self, step: int) -> None:
        """Forget what came later: the run was taken back."""
        self.kept = [seen for seen in self.kept if seen.step <= step]


class Ridges(Thinned[Histogram]):
    """The histograms of one tensor over a run."""

    def range(self) -> tuple[float, float] | None:
        """Smallest and largest number of all; None without any."""
        found = [h for h in self.kept if h.counted]
        return (min(h.low for h in found), max(h.high for h in found)) if found else None
