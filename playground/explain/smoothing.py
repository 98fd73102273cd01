"""A curve without its noise."""

from __future__ import annotations

import math

import numpy as np


def debiased_mean(values: np.ndarray, weight: float) -> np.ndarray:
    """Exponential moving mean of a curve (N,), as TensorBoard smooths.

    m <- weight * m + (1 - weight) * value; m / (1 - weight^n) is shown, so that the beginning does
    not lean towards 0. What is no finite number stays as it is and leaves no trace in the mean.

    Parameters
    ----------
    values : np.ndarray, shape (N,)
    weight : float
        0 changes nothing; below 1.
    """
    if weight <= 0:
        return values
    smooth, mean, fade = values.astype(float), 0.0, 1.0
    for i, value in enumerate(values.tolist()):
        if not math.isfinite(value):
            continue
        mean = weight * mean + (1 - weight) * value
        fade *= weight
        smooth[i] = mean / (1 - fade)
    return smooth
