"""How fast something falls or rises with depth: a straight line through logarithms. numpy only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Slope:
    """The line of least squares through log10 of positive values at places 0, 1, 2, ...

    Parameters
    ----------
    per_place : float
        Change of log10 from one place to the next.
    at_first : float
        The line's log10 at place 0.
    r2 : float
        Share of the variance that the line explains, 0 to 1; 1 where there is none to explain.
    count : int
        Values it goes through.
    """

    per_place: float
    at_first: float
    r2: float
    count: int

    @property
    def backwards(self) -> float:
        """By which factor the value changes from one place to the one before it."""
        return float(10.0**-self.per_place)


def slope_of(places: np.ndarray, values: np.ndarray) -> Slope | None:
    """Fit a line to the logarithms of the positive finite values; None with fewer than two.

    Parameters
    ----------
    places, values : np.ndarray, shape (N,)
        Depth and size.

    Examples
    --------
    >>> slope_of(np.arange(4), np.array([1e-4, 1e-3, 1e-2, 1e-1])).backwards
    0.1
    """
    good = np.isfinite(values) & (values > 0)
    x, y = places[good].astype(float), np.log10(values[good])
    if len(x) < 2 or x.min() == x.max():
        return None
    dx, dy = x - x.mean(), y - y.mean()
    slope = float(dx @ dy / (dx @ dx))
    rest, spread = dy - slope * dx, float(dy @ dy)
    r2 = 1.0 - float(rest @ rest) / spread if spread > 1e-24 else 1.0
    return Slope(slope, float(y.mean() - slope * x.mean()), r2, len(x))
