"""From numbers to colours and back to words: a range, linear or logarithmic."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from playground.gui.widgets import numbers

_SPREAD = 20.0  # largest by smallest number from which on a scale is logarithmic
_FIRST = 0.14  # place of the smallest number on a logarithmic scale: it differs from 0
_STEPS = 48  # colours of a scale; cards of one colour share their image


@dataclass(frozen=True, slots=True)
class Scale:
    """A range of numbers that are not negative.

    Parameters
    ----------
    low, high : float
        Ends of the range; `low` is 0 on a linear scale.
    log : bool
        Whether equal steps are equal factors. 0 then has the palest colour for itself.
    """

    low: float = 0.0
    high: float = 1.0
    log: bool = False

    @classmethod
    def around(cls, values: Iterable[float | None], *, decades: bool = False) -> Scale:
        """The scale that shows some numbers: logarithmic when they differ by large factors.

        With `decades` it is always logarithmic, with powers of ten at its ends: numbers that change
        all the time then move over a scale that stands still.
        """
        known = [v for v in values if v is not None and math.isfinite(v) and v > 0]
        if not known:
            return cls()
        low, high = min(known), max(known)
        if decades:
            first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
            return cls(10.0**first, 10.0 ** max(last, first + 1), log=True)
        if high / low < _SPREAD:
            return cls(0.0, high)
        return cls(low, high, log=True)

    def place(self, value: float) -> float:
        """Where a number lies between the ends: 0 to 1."""
        if value <= 0:
            return 0.0
        if not self.log:
            share = value / self.high
        else:
            share = math.log(value / self.low) / math.log(self.high / self.low)
            share = _FIRST + (1 - _FIRST) * min(max(share, 0.0), 1.0)
        return round(min(max(share, 0.0), 1.0) * _STEPS) / _STEPS

    def ramp(self) -> np.ndarray:
        """The places of a strip of colours from end to end."""
        return np.linspace(_FIRST if self.log else 0.0, 1.0, _STEPS)

    def ends(self, unit: str = "") -> tuple[str, str]:
        """Both ends in words."""
        return written(self.low, unit), written(self.high, unit)


def written(value: float, unit: str = "") -> str:
    """A number for a legend: 46 kFLOP, 1.2 MB, 3e−4."""
    if unit or value >= 1000 or (value == int(value) and value < 1000 and value != 0):
        return numbers.short(value, unit)
    return f"{value:.3g}".replace("e-0", "e-").replace("e-", "e−")
