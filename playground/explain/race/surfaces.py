"""Four classic surfaces over two weights; the lowest loss of each is 0."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

Formula = Callable[[Any, Any], Any]  # of floats, arrays or tensors alike: arithmetic only


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """A loss of two weights.

    Parameters
    ----------
    key : str
        "bowl", "ravine", "saddle" or "rosenbrock".
    formula : str
        As it is written.
    loss : callable
        x, y -> loss, 0 at the minima and above 0 elsewhere.
    slope : callable
        x, y -> derivatives by x and by y.
    minima : tuple of (x, y)
        Where the loss is 0.
    extent : tuple of float
        Ends of x, then of y, that are drawn.
    start : tuple of float
        Where the racers begin unless somebody drags them.
    """

    key: str
    formula: str
    loss: Formula
    slope: Callable[[Any, Any], tuple[Any, Any]]
    minima: tuple[tuple[float, float], ...]
    extent: tuple[float, float, float, float]
    start: tuple[float, float]

    def distance(self, points: np.ndarray) -> np.ndarray:
        """How far points (..., 2) are from the nearest minimum."""
        minima = np.array(self.minima)
        nearest: np.ndarray = np.linalg.norm(points[..., None, :] - minima, axis=-1).min(-1)
        return nearest

    def grid(self, size: int) -> np.ndarray:
        """Losses (size, size) of what is drawn; the first row lies at the low end of y."""
        x0, x1, y0, y1 = self.extent
        x, y = np.meshgrid(np.linspace(x0, x1, size), np.linspace(y0, y1, size))
        losses: np.ndarray = self.loss(x, y)
        return losses


SURFACES: dict[str, Surface] = {
    surface.key: surface
    for surface in (
        Surface(
            key="bowl",
            formula="x² + y²",
            loss=lambda x, y: x**2 + y**2,
            slope=lambda x, y: (2 * x, 2 * y),
            minima=((0.0, 0.0),),
            extent=(-2.0, 2.0, -2.0, 2.0),
            start=(-1.6, 1.2),
        ),
        Surface(
            key="ravine",
            formula="½ x² + 10 y²",
            loss=lambda x, y: 0.5 * x**2 + 10 * y**2,
            slope=lambda x, y: (x, 20 * y),
            minima=((0.0, 0.0),),
            extent=(-4.0, 4.0, -1.5, 1.5),
            start=(-3.5, 1.0),
        ),
        Surface(
            key="saddle",
            formula="½ x² + ¼ (y² − 1)²",
            loss=lambda x, y: 0.5 * x**2 + 0.25 * (y**2 - 1) ** 2,
            slope=lambda x, y: (x, y * (y**2 - 1)),
            minima=((0.0, -1.0), (0.0, 1.0)),
            extent=(-2.0, 2.0, -2.0, 2.0),
            start=(-1.7, 0.001),
        ),
        Surface(  # Rosenbrock 1960, The Computer Journal 3(3)
            key="rosenbrock",
            formula="(1 − x)² + 100 (y − x²)²",
            loss=lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
            slope=lambda x, y: (2 * (x - 1) - 400 * x * (y - x**2), 200 * (y - x**2)),
            minima=((1.0, 1.0),),
            extent=(-2.0, 2.0, -1.0, 3.0),
            start=(-1.2, 1.0),
        ),
    )
}
