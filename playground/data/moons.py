"""Two half circles that interleave."""

from __future__ import annotations

import numpy as np

from playground.data._points import LabelledPoints
from playground.data.base import Samples, dataset

SCALE = 1.9  # brings the figure, 3 by 1.5 units large, to about -3 to 3


@dataset("moons", title="Two moons", group="Two-dimensional")
class Moons(LabelledPoints):
    """Two half moons that reach into each other: the boundary has to bend between them.

    Fields: x (2,) from about -3 to 3 without unit; y is 0 for the upper moon, 1 for the lower.
    Source: scikit-learn, make_moons, scaled and centred.
    """

    source = "Pedregosa et al. 2011, Scikit-learn: machine learning in Python (make_moons)"

    def load(self, rng: np.random.Generator) -> Samples:
        lower = self.labels()
        angle = np.pi * rng.random(self.num_samples)
        upper_moon = np.stack([np.cos(angle), np.sin(angle)], axis=1)
        lower_moon = np.stack([1 - np.cos(angle), 0.5 - np.sin(angle)], axis=1)
        points = SCALE * (np.where(lower[:, None] == 1, lower_moon, upper_moon) - (0.5, 0.25))
        return self.samples(self.jitter(points, rng), lower)
