"""The series of Mackey and Glass."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from playground.data._series import Forecast
from playground.data.base import dataset, param

SUBSTEPS = 10  # of the integration in a unit of time
TRANSIENT = 300  # units of time that pass before the series begins


@dataset("mackey_glass", title="Mackey-Glass", group="Sequences")
class MackeyGlass(Forecast):
    """Predict the next value of a chaotic series: fully determined, and never twice the same.

    x'(t) = 0.2 x(t - tau) / (1 + x(t - tau)^10) - 0.1 x(t), a model of the number of blood cells;
    chaotic from a delay tau of about 17 on. Integrated by the fourth-order rule of Runge and Kutta,
    with a tenth of a unit of time a step.
    Fields: x (length, 1), values from about 0.2 to 1.4 without unit, `every` units of time apart;
    y (1,), the value of the next step. The test part is the end of the series.
    Source: Mackey & Glass 1977, Oscillation and chaos in physiological control systems.
    """

    source = (
        "Mackey & Glass 1977, Oscillation and chaos in physiological control systems. Science 197"
    )

    tau: int = param(17, ge=2, le=100, help="Delay with which the series acts on itself.")
    every: int = param(6, ge=1, le=100, help="Units of time between two steps of the sequence.")

    def values(self, rng: np.random.Generator, count: int) -> np.ndarray:
        return np.array(_integrated(self.tau, self.every, count, 1.1 + 0.2 * rng.random()))


@lru_cache(maxsize=4)  # the preview and the run ask for the same numbers
def _integrated(tau: int, every: int, count: int, start: float) -> tuple[float, ...]:
    """So many numbers of the series, which stood at `start` before time 0."""
    h, delay = 1.0 / SUBSTEPS, tau * SUBSTEPS
    past = [start] * (delay + 1)  # a ring would be shorter, but not quicker
    for _ in range((TRANSIENT + every * count) * SUBSTEPS):
        x, early, late = past[-1], past[-delay - 1], past[-delay]
        # production by the delayed value at the start, the middle and the end of the step
        first, last, middle = (_produced(d) for d in (early, late, 0.5 * (early + late)))
        k1 = first - 0.1 * x
        k2 = middle - 0.1 * (x + 0.5 * h * k1)
        k3 = middle - 0.1 * (x + 0.5 * h * k2)
        k4 = last - 0.1 * (x + h * k3)
        past.append(x + h / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4))
    return tuple(past[-every * SUBSTEPS * (count - 1) - 1 :: every * SUBSTEPS])


def _produced(x: float) -> float:
    """What is made of a delayed value.

    By products: functions for powers differ in the last digit from machine to machine, and chaos
    would make another series of that.
    """
    squared = x * x
    fourth = squared * squared
    return 0.2 * x / (1.0 + fourth * fourth * squared)
