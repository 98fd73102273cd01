"""A disc inside a ring."""

from __future__ import annotations

import numpy as np

from playground.data._points import RADIUS, LabelledPoints
from playground.data.base import Samples, dataset


@dataset("circle", title="Circle", group="Two-dimensional")
class Circle(LabelledPoints):
    """A disc inside a ring: the boundary is round, so straight lines have to be combined.

    Fields: x (2,) from about -3 to 3 without unit; y is 0 for the ring, 1 for the disc. Radii
    without noise: disc 0 to 1.5, ring 2.1 to 3.
    Source: the playground of Smilkov et al. 2017, arXiv:1708.03788.
    """

    source = "Smilkov et al. 2017, Direct-manipulation visualization. arXiv:1708.03788"

    def load(self, rng: np.random.Generator) -> Samples:
        inside = self.labels()
        u = rng.random(self.num_samples)
        r = RADIUS * np.where(inside == 1, 0.5 * u, 0.7 + 0.3 * u)
        angle = 2 * np.pi * rng.random(self.num_samples)
        points = np.stack([r * np.cos(angle), r * np.sin(angle)], axis=1)
        return self.samples(self.jitter(points, rng), inside)
