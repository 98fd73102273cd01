"""An enlarged image, number by number: which pixels it copies or blends, with what fractions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from playground.explain.pool import Pooled

__all__ = ["Enlarged", "blended"]


@dataclass(frozen=True)
class Enlarged:
    """How pixels lie along one axis that grows by a whole factor, as torch.nn.Upsample does.

    Parameters
    ----------
    size : int
        Numbers along the input.
    factor : int
        How many times as many leave.
    blend : bool
        Between the two nearest pixels (bilinear, corners not aligned); else the nearest is copied.
    """

    size: int
    factor: int
    blend: bool

    @property
    def windows(self) -> int:
        """Numbers along the output."""
        return self.size * self.factor

    def places(self, window: int) -> np.ndarray:
        """The one or two pixels of the input that a number is made of; int."""
        first = self._parts(window)[0]
        return np.arange(first, first + len(self.weights(window)))

    def weights(self, window: int) -> np.ndarray:
        """The fraction of each of them; float64, adds up to 1. torch reads a pixel of 0, too."""
        first, fraction = self._parts(window)
        if not self.blend or self.factor == 1 or first == self.size - 1:
            return np.ones(1)
        return np.array([1 - fraction, fraction])

    def unclipped(self, window: int) -> np.ndarray:
        """The same: there is no padding."""
        return self.places(window)

    @cached_property
    def links(self) -> np.ndarray:
        """Which pixels count in each number; bool (windows, size)."""
        found = np.zeros((self.windows, self.size), bool)
        for window in range(self.windows):
            found[window, self.places(window)] = self.weights(window) > 0
        return found

    def span(self, window: int) -> tuple[int, int]:
        """First and last pixel that counts in a number."""
        found = self.places(window)[self.weights(window) > 0]
        return int(found[0]), int(found[-1])

    def windows_on(self, place: int) -> np.ndarray:
        """The numbers in which a pixel counts, ascending; int."""
        return np.nonzero(self.links[:, place])[0]

    def _parts(self, window: int) -> tuple[int, float]:
        """The pixel at or before the middle of a number, and how far it is to the next one."""
        if not self.blend:
            return window // self.factor, 0.0
        first, between = divmod(2 * window + 1 - self.factor, 2 * self.factor)
        return (first, between / (2 * self.factor)) if first >= 0 else (0, 0.0)


def blended(x: np.ndarray, axes: Sequence[Enlarged], place: tuple[int, ...]) -> Pooled:
    """Take one number of an enlarged channel apart; its shares are the fractions.

    Parameters
    ----------
    x : np.ndarray, shape (H, W)
        One channel: they are never mixed.
    place : tuple of int
        Row and column in the output.
    """
    places = tuple(axis.places(at) for axis, at in zip(axes, place, strict=True))
    lines = [axis.weights(at) for axis, at in zip(axes, place, strict=True)]
    share, values = np.multiply.outer(*lines), x[np.ix_(*places)].astype(np.float64)
    inside = np.ones(values.shape, bool)
    with np.errstate(invalid="ignore"):  # nothing of an infinity is NaN, as in torch
        total = float((values * share).sum())
    return Pooled(place, values, inside, places, share, 1, None, total)
