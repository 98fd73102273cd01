"""Gaussians on a grid: the test of a generator that has found the ring easy."""

from __future__ import annotations

import numpy as np

from playground.data._parts import even_sizes
from playground.data._points import COORDINATES
from playground.data.base import Dataset, Field, Samples, dataset, param

SIDE = 5  # clouds along each side


@dataset("grid25", title="Grid of Gaussians", group="Generative data")
class Grid25(Dataset):
    """25 small clouds of points on a grid of 5 by 5: a generator loses some of them more easily.

    Fields: x (2,) without unit; mode, the cloud a point belongs to, row by row from below.
    Source: Dumoulin et al. 2017, Adversarially learned inference, arXiv:1606.00704.
    """

    source = "Dumoulin et al. 2017, Adversarially learned inference. arXiv:1606.00704"

    num_samples: int = param(5000, ge=50, le=1_000_000, log=True, help="Number of points drawn.")
    spacing: float = param(1.0, gt=0.0, le=10.0, help="Distance from one cloud to the next.")
    std: float = param(
        0.05, ge=0.0, le=2.0, help="Standard deviation of each cloud, in both directions."
    )
    draw: int = param(
        0,
        ge=0,
        le=999_999,
        help="Which random draw of the points this is; Regenerate takes the next one.",
        advanced=True,
    )

    def fields(self) -> dict[str, Field]:
        modes = tuple(str(mode + 1) for mode in range(SIDE**2))
        return {"x": COORDINATES, "mode": Field((), "class", classes=modes)}

    def count(self) -> int:
        return self.num_samples

    def class_sizes(self) -> tuple[int, ...]:
        return even_sizes(self.num_samples, SIDE**2)

    def centres(self) -> np.ndarray:
        """Centres of the clouds, float64 (25, 2)."""
        ticks = self.spacing * (np.arange(SIDE) - (SIDE - 1) / 2)
        x, y = np.meshgrid(ticks, ticks)
        return np.stack([x.ravel(), y.ravel()], axis=1)

    def load(self, rng: np.random.Generator) -> Samples:
        mode = np.arange(self.num_samples, dtype=np.int64) % SIDE**2
        points = self.centres()[mode] + self.std * rng.standard_normal((self.num_samples, 2))
        return Samples({"x": points.astype(np.float32), "mode": mode})
