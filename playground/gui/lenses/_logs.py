"""What plots with a logarithmic vertical axis share."""

from __future__ import annotations

import math

import numpy as np

from playground.gui.widgets.plot import Plot


def log_plot() -> Plot:
    """A plot whose vertical axis is labelled with powers of ten; give it log10 of the values."""
    plot = Plot()
    plot.getAxis("left").setLogMode(False, True)
    return plot


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
