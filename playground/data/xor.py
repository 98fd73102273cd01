"""Exclusive or, as points in four quadrants."""

from __future__ import annotations

import numpy as np

from playground.data._points import RADIUS, LabelledPoints
from playground.data.base import Samples, dataset

GAP = 0.15  # half the width of the empty cross between the quadrants


@dataset("xor", title="XOR", group="Two-dimensional")
class Xor(LabelledPoints):
    """Four quadrants, opposite ones of the same class: a single line cannot separate them.

    Fields: x (2,) from about -3 to 3 without unit; y is 1 where the signs of both differ.
    Source: Minsky and Papert 1969, Perceptrons.
    """

    source = "Minsky and Papert 1969, Perceptrons. MIT Press"

    def load(self, rng: np.random.Generator) -> Samples:
        # the four quadrants in turn, so that both classes are equally large
        number = np.arange(self.num_samples)
        signs = 1 - 2 * np.stack([number % 4 // 2, number % 2], axis=1)
        points = signs * rng.uniform(GAP, RADIUS, size=(self.num_samples, 2))
        labels = signs[:, 0] != signs[:, 1]
        return self.samples(self.jitter(points, rng), labels)
