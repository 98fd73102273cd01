"""Sine waves, added and noisy."""

from __future__ import annotations

import numpy as np

from playground.data._series import Forecast
from playground.data.base import dataset, param

RATIO = (1 + 5**0.5) / 2  # each wave is faster by the golden ratio: their sum never repeats


@dataset("sine", title="Sine waves", group="Sequences")
class Sine(Forecast):
    """Predict the next value of a wave, or of several waves that are added up.

    Fields: x (length, 1), the values of a window without unit, from about -1 to 1; y (1,), the
    value of the next step. Without noise a single wave is foretold from two steps: x[t+1] =
    2 cos(2 pi / period) x[t] - x[t-1]. The test part is the end of the series.
    Source: Yule 1927, which gives that rule.
    """

    source = (
        "Yule 1927, On a method of investigating periodicities in disturbed series. Philosophical "
        "Transactions of the Royal Society A 226"
    )

    waves: int = param(1, ge=1, le=5, help="Waves that are added, each 1.618 times as fast.")
    period: float = param(25.0, ge=2.5, le=1000.0, log=True, help="Steps of the slowest wave.")
    noise: float = param(
        0.05, ge=0.0, le=2.0, help="Standard deviation of the random error added to each value."
    )

    def values(self, rng: np.random.Generator, count: int) -> np.ndarray:
        phases = rng.random(self.waves)
        steps = np.arange(count)[:, None]
        turns = steps * RATIO ** np.arange(self.waves) / self.period + phases
        wave: np.ndarray = np.sin(2 * np.pi * turns).mean(axis=1)
        return wave + self.noise * rng.standard_normal(count)
