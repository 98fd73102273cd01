"""The plane through the data on which the neurons of a network are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from playground.telemetry.probes.base import Bench

if TYPE_CHECKING:
    import torch

Axes = tuple[int, int] | Literal["pca"]
MARGIN = 0.1  # of the data's range, on every side
SHARE = 0.99  # of the samples that lie inside along each direction, with more than two inputs


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """A plane in the space of the inputs: origin + a * across + b * up.

    Parameters
    ----------
    field : str
        The field of the data that the network reads.
    origin : torch.Tensor, shape (F,)
        The mean of the training samples, 0 along the axes that are drawn.
    across, up : torch.Tensor, shape (F,)
        Unit vectors, at right angles.
    extent : tuple of four float
        Outer edges of what is drawn: a from and to, b from and to.
    """

    field: str
    origin: torch.Tensor
    across: torch.Tensor
    up: torch.Tensor
    extent: tuple[float, float, float, float]

    def grid(self, resolution: int) -> torch.Tensor:
        """Centres of the cells of a grid, (resolution ** 2, F): the lowest b first, then by a."""
        import torch

        left, right, low, high = self.extent
        middles = (torch.arange(resolution, device=self.origin.device) + 0.5) / resolution
        b, a = torch.meshgrid(
            low + middles * (high - low), left + middles * (right - left), indexing="ij"
        )
        points = torch.outer(a.flatten(), self.across) + torch.outer(b.flatten(), self.up)
        return self.origin + points

    def places(self, samples: torch.Tensor) -> torch.Tensor:
        """Where samples (N, *field) lie when they are dropped straight onto the plane: (N, 2)."""
        import torch

        away = samples.flatten(1) - self.origin
        return away @ torch.stack([self.across, self.up], dim=1)


def cut_of(bench: Bench, axes: Axes) -> Cut | None:
    """The plane of a model "main" that reads one field of numbers; None for other networks.

    Parameters
    ----------
    bench : Bench
    axes : tuple of two int or "pca"
        Two features of the flattened field, all others held at their mean over the training
        samples; or the two directions in which the training samples differ most. A field of two
        features has only one plane: itself.
    """
    import torch

    from playground.telemetry.probes import forward
    from playground.telemetry.probes.surface import plane_range

    model = bench.document.train.models.get("main")
    if model is None or "main" not in bench.models or len(model.inputs) != 1:
        return None
    field = forward.field_read(bench.document, model.inputs[0])
    if field is None or bench.fields[field].kind != "float":
        return None
    samples = bench.train[field].flatten(1)
    width = samples.shape[1]
    eye = torch.eye(width, device=samples.device, dtype=samples.dtype)
    if width == 2:
        extent = plane_range(bench, field)
        return Cut(field, torch.zeros_like(eye[0]), eye[0], eye[1], extent)
    if width < 2 or (axes != "pca" and not 0 <= min(axes) <= max(axes) < width):
        return None
    mean = samples.mean(dim=0)
    if axes == "pca":
        across, up = _spread_most(samples - mean)
        origin = mean
    else:
        across, up = eye[axes[0]], eye[axes[1]]
        origin = mean * (1 - across - up)
    cut = Cut(field, origin, across, up, (0.0, 1.0, 0.0, 1.0))
    return Cut(field, origin, across, up, _range(cut.places(bench.train[field])))


def _spread_most(centred: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The first two principal directions; the largest number of each is positive."""
    import torch

    _, vectors = torch.linalg.eigh(centred.T @ centred)
    found = []
    for column in (-1, -2):
        vector = vectors[:, column]
        found.append(vector * torch.sign(vector[vector.abs().argmax()]))
    return found[0], found[1]


def _range(places: torch.Tensor) -> tuple[float, float, float, float]:
    """Where nearly all samples lie, with a margin; never empty."""
    import torch

    ends = torch.tensor([1 - SHARE, SHARE], dtype=places.dtype, device=places.device)
    low, high = torch.quantile(places[:: max(1, len(places) // 100_000)], ends, dim=0).tolist()
    edges = []
    for a, b in zip(low, high, strict=True):
        margin = MARGIN * (b - a) or 1.0
        edges += [a - margin, b + margin]
    return cast(tuple[float, float, float, float], tuple(edges))
