"""A slope to fit: the simplest regression."""

from __future__ import annotations

import numpy as np

from playground.data._points import COORDINATES, RADIUS, Points
from playground.data.base import Field, Samples, dataset, param
from playground.i18n import mark


@dataset("plane", title="Plane", group="Two-dimensional")
class Plane(Points):
    """A tilted plane over a square: predict its height at each point. One neuron is enough.

    Fields: x (2,) from -3 to 3 without unit; y (1,), the height (x₁ + x₂) / 6, from -1 to 1.
    Source: the playground of Smilkov et al. 2017, arXiv:1708.03788.
    """

    source = "Smilkov et al. 2017, Direct-manipulation visualization. arXiv:1708.03788"

    noise: float = param(
        0.05, ge=0.0, le=1.0, help="Standard deviation of the random error added to the height."
    )

    def fields(self) -> dict[str, Field]:
        return {"x": COORDINATES, "y": Field((1,), names=(mark("height"),))}

    def load(self, rng: np.random.Generator) -> Samples:
        points = rng.uniform(-RADIUS, RADIUS, size=(self.num_samples, 2))
        height = points.sum(axis=1, keepdims=True) / (2 * RADIUS)
        height += self.noise * rng.standard_normal(height.shape)
        return Samples({"x": points.astype(np.float32), "y": height.astype(np.float32)})
