"""Which units of a sequence's states are on together, and where else they are: a query by example.

Shape suffixes: t steps, h units, n samples.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Match:
    """The longest stretch of a sample in which all units asked for are on."""

    sample: int
    start: int
    length: int

    @property
    def last(self) -> int:
        """Its last step."""
        return self.start + self.length - 1


def units_on(h_th: np.ndarray, threshold: float, first: int, last: int) -> list[int]:
    """Units whose state is above the threshold at every step from `first` to `last`, both included.

    A state that is no number is above nothing.

    Examples
    --------
    >>> units_on(np.array([[0.9, 0.9], [0.8, 0.1]]), 0.5, 0, 1)
    [0]
    """
    chosen = h_th[first : last + 1]
    if not len(chosen):
        return []
    return [int(unit) for unit in np.flatnonzero((chosen > threshold).all(0))]


def longest_run(on_t: np.ndarray) -> tuple[int, int]:
    """Start and length of the longest stretch of True, the first of equals; (0, 0) without any."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], on_t.astype(np.int8), [0]])))
    starts, lengths = edges[::2], np.diff(edges)[::2]
    if not len(starts):
        return 0, 0
    longest = int(lengths.argmax())
    return int(starts[longest]), int(lengths[longest])


def matches(h_nth: np.ndarray, threshold: float, units: Sequence[int]) -> list[Match]:
    """Samples in which all these units are on at once, those where it lasts longest first.

    Without any unit there is none: all samples would be.
    Source: Strobelt et al. 2018, LSTMVis, arXiv:1606.07461, with the length as the order.
    """
    if not len(units):
        return []
    on_nt = np.asarray((h_nth[:, :, list(units)] > threshold).all(2))
    found = [Match(n, *longest_run(on_t)) for n, on_t in enumerate(on_nt)]
    return sorted((m for m in found if m.length), key=lambda m: (-m.length, m.sample))
