"""Hills and valleys to fit."""

from __future__ import annotations

import numpy as np

from playground.data._points import COORDINATES, RADIUS, Points
from playground.data.base import Field, Samples, dataset, param
from playground.i18n import mark

WIDTH = 0.8  # standard deviation of a hill
# centres (x₁, x₂) and heights: a saddle of hills and valleys
HILLS = np.array(
    [(-2, 1.2, 1), (0, 1.2, -1), (2, 1.2, 1), (-2, -1.2, -1), (0, -1.2, 1), (2, -1.2, -1)]
)


@dataset("bumps", title="Gaussian hills", group="Two-dimensional")
class Bumps(Points):
    """Hills and valleys over a square: predict the height at each point. A flat layer cannot.

    Fields: x (2,) from -3 to 3 without unit; y (1,), the height, from -1 to 1: three hills and
    three valleys of standard deviation 0.8.
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
        away = ((points[:, None] - HILLS[None, :, :2]) ** 2).sum(axis=2)
        height = (HILLS[:, 2] * np.exp(-away / (2 * WIDTH**2))).sum(axis=1, keepdims=True)
        height += self.noise * rng.standard_normal(height.shape)
        return Samples({"x": points.astype(np.float32), "y": height.astype(np.float32)})
