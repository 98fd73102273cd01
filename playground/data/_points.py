"""What the two-dimensional datasets share: coordinates from about -3 to 3, noise, their number.

That scale suits tanh networks with torch's initial weights: their kinks lie inside the picture.
"""

from __future__ import annotations

import numpy as np

from playground.data._parts import Labelled, even_sizes
from playground.data.base import Dataset, Field, Samples, param
from playground.i18n import mark

RADIUS = 3.0  # half the side of the picture; coordinates have no unit

COORDINATES = Field((2,), names=("x₁", "x₂"))
# the colours that the window gives to labels 0, 1, 2, ...
CLASSES = (mark("orange"), mark("blue"), mark("green"), mark("pink"), mark("purple"))


class Points(Dataset):
    """Points in a plane."""

    num_samples: int = param(500, ge=20, le=100_000, log=True, help="Number of points drawn.")
    noise: float = param(
        0.1,
        ge=0.0,
        le=3.0,
        help="Standard deviation of the random error added to each coordinate; the picture reaches "
        "from -3 to 3.",
    )

    draw: int = param(
        0,
        ge=0,
        le=999_999,
        help="Which random draw of the points this is; Regenerate takes the next one.",
        advanced=True,
    )

    def count(self) -> int:
        return self.num_samples

    def jitter(self, points: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """The points (N, 2), each moved by the declared noise."""
        return points + self.noise * rng.standard_normal(points.shape)


class LabelledPoints(Points, Labelled):
    """Points in a plane that belong to classes."""

    def class_names(self) -> tuple[str, ...]:
        """Names of the classes, in the order of their labels."""
        return CLASSES[:2]

    def class_sizes(self) -> tuple[int, ...]:
        return even_sizes(self.num_samples, len(self.class_names()))

    def fields(self) -> dict[str, Field]:
        return {"x": COORDINATES, "y": self.label(self.class_names())}

    def labels(self) -> np.ndarray:
        """The label of each sample (N,): as many samples of each class as can be."""
        return np.arange(self.num_samples, dtype=np.int64) % len(self.class_names())

    def samples(self, points: np.ndarray, labels: np.ndarray) -> Samples:
        """Points (N, 2) and labels (N,) in the types that every dataset promises."""
        return Samples({"x": points.astype(np.float32), "y": labels.astype(np.int64)})
