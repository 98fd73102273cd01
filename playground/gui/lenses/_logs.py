"""What plots with a logarithmic vertical axis share."""

from __future__ import annotations

import math

import numpy as np

from playground.gui.widgets.plot import Plot


def log_plot(*, smooth: bool = False) -> Plot:
    """A plot whose vertical axis is labelled with powers of ten; give it log10 of the values."""
    plot = Plot(smooth=smooth)
    plot.getAxis("left").setLogMode(False, True)
    return plot


def set_decades(plot: Plot, x: tuple[float, float], y: tuple[float, float]) -> None:
    """Show these ranges; the powers of ten are written as far apart as they need."""
    plot.set_range(x, y)
    low, high = math.ceil(y[0]), math.floor(y[1])
    room = max(plot.height() - 40, 40) / max(y[1] - y[0], 1e-9)  # px of a power of ten
    every = max(1, math.ceil(16 / room))
    powers = [(float(power), _power(power)) for power in range(low, high + 1, every)]
    between = [(p + math.log10(f), p, f) for p in range(low, high) for f in range(2, 10)]
    named = room > 90
    fine = [(at, f"{f}{_power(p)[1:]}" if named and f in (2, 5) else "") for at, p, f in between]
    plot.getAxis("left").setTicks([powers, fine if room > 60 else []])


def _power(power: int) -> str:
    return f"1e{power}".replace("-", "−")


def log10(values: np.ndarray) -> np.ndarray:
    """log10 of the positive values; NaN, a gap of the line, for all others."""
    good = np.isfinite(values) & (values > 0)
    return np.log10(np.where(good, values, 1.0), where=good, out=np.full(values.shape, np.nan))


def decades(old: tuple[float, float], logs: np.ndarray) -> tuple[float, float]:
    """Whole powers of ten around the values: kept while they fit and are not two too wide."""
    finite = logs[np.isfinite(logs)]
    if not len(finite):
        return old
    low, high = math.floor(float(finite.min())), math.ceil(float(finite.max()))
    high = max(high, low + 1)
    fits = old[0] <= low and high <= old[1] and (old[1] - old[0]) - (high - low) <= 2
    return old if fits else (float(low), float(high))
