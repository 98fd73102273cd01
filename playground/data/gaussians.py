"""Clouds of points."""

from __future__ import annotations

import numpy as np

from playground.data._points import CLASSES, RADIUS, LabelledPoints
from playground.data.base import Samples, dataset, param

CENTRES = 0.6 * RADIUS  # distance of the clouds from the middle


@dataset("gaussians", title="Gaussian clouds", group="Two-dimensional")
class Gaussians(LabelledPoints):
    """Round clouds, one a class: the easiest task there is, a single layer separates them.

    Fields: x (2,) from about -3 to 3 without unit; y the cloud. Centres lie evenly on a circle of
    radius 1.8, the first one up on the right.
    Source: Bishop 2006, Pattern Recognition and Machine Learning, chapter 4.
    """

    source = "Bishop 2006, Pattern Recognition and Machine Learning, chapter 4. Springer"

    num_classes: int = param(2, ge=2, le=5, help="Number of clouds; each is one class.")
    noise: float = param(
        0.5, ge=0.0, le=3.0, help="Standard deviation of each cloud; the picture spans -3 to 3."
    )

    def class_names(self) -> tuple[str, ...]:
        return CLASSES[: self.num_classes]

    def load(self, rng: np.random.Generator) -> Samples:
        cloud = self.labels()
        angle = 2 * np.pi * (cloud / self.num_classes + 1 / 8)
        centres = CENTRES * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        return self.samples(self.jitter(centres, rng), cloud)
