"""Gaussians on a ring: the classic test of a generator."""

from __future__ import annotations

import numpy as np

from playground.data._parts import even_sizes
from playground.data._points import COORDINATES
from playground.data.base import Dataset, Field, Samples, dataset, param


@dataset("ring", title="Ring of Gaussians", group="Generative data")
class Ring(Dataset):
    """Small clouds of points on a ring: a generator has to find all of them, not just some.

    Fields: x (2,) without unit; mode, the cloud a point belongs to. Cloud k has its centre at angle
    2π k / num_modes.
    Source: Metz et al. 2017, Unrolled generative adversarial networks, arXiv:1611.02163.
    """

    source = "Metz et al. 2017, Unrolled generative adversarial networks. arXiv:1611.02163"

    num_samples: int = param(2000, ge=50, le=1_000_000, log=True, help="Number of points drawn.")
    num_modes: int = param(8, ge=2, le=25, help="Number of clouds on the ring.")
    radius: float = param(2.0, gt=0.0, le=10.0, help="Distance of the clouds from the centre.")
    std: float = param(
        0.05, ge=0.0, le=2.0, help="Standard deviation of each cloud, in both directions."
    )

    def fields(self) -> dict[str, Field]:
        modes = tuple(str(mode + 1) for mode in range(self.num_modes))
        return {"x": COORDINATES, "mode": Field((), "class", classes=modes)}

    def count(self) -> int:
        return self.num_samples

    def class_sizes(self) -> tuple[int, ...]:
        return even_sizes(self.num_samples, self.num_modes)

    def centres(self) -> np.ndarray:
        """Centres of the clouds, float64 (num_modes, 2)."""
        angle = 2 * np.pi * np.arange(self.num_modes) / self.num_modes
        return self.radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)

    def load(self, rng: np.random.Generator) -> Samples:
        mode = np.arange(self.num_samples, dtype=np.int64) % self.num_modes
        points = self.centres()[mode] + self.std * rng.standard_normal((self.num_samples, 2))
        return Samples({"x": points.astype(np.float32), "mode": mode})
