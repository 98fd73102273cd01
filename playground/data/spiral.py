"""Spiral arms that wind around each other."""

from __future__ import annotations

import numpy as np

from playground.data._points import CLASSES, RADIUS, LabelledPoints
from playground.data.base import Samples, dataset, param


@dataset("spiral", title="Spiral", group="Two-dimensional")
class Spiral(LabelledPoints):
    """Arms of a spiral, one a class: no straight line and no circle separates them.

    Fields: x (2,) from about -3 to 3 without unit; y the arm. A point of an arm lies at radius
    r = 3 √u and angle 2π (turns r / 3 + arm / num_classes), with u uniform in 0..1.
    Source: Lang and Witbrock 1988, Learning to tell two spirals apart.
    """

    source = "Lang and Witbrock 1988, Learning to tell two spirals apart"

    turns: float = param(1.0, ge=0.1, le=4.0, help="How often each arm winds around the centre.")
    num_classes: int = param(2, ge=2, le=5, help="Number of arms; each is one class.")

    def class_names(self) -> tuple[str, ...]:
        return CLASSES[: self.num_classes]

    def load(self, rng: np.random.Generator) -> Samples:
        arm = self.labels()
        r = np.sqrt(rng.random(self.num_samples))
        angle = 2 * np.pi * (self.turns * r + arm / self.num_classes)
        points = RADIUS * np.stack([r * np.cos(angle), r * np.sin(angle)], axis=1)
        return self.samples(self.jitter(points, rng), arm)
