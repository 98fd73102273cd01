"""What the network says everywhere in the plane of a two-dimensional dataset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host

if TYPE_CHECKING:
    import torch

Extent = tuple[float, float, float, float]  # xmin, xmax, ymin, ymax, in units of the features

MARGIN = 0.1  # of the data's range, on every side


@dataclass(frozen=True)
class Surface(Probe):
    """Ask the network about every point of a grid: the picture of where it draws its borders.

    Only for a model "main" with one input of two features; nothing otherwise. Arrays, float32:

    - ``surface/values``: (H, W, C). Row 0 is the lowest y, column 0 the lowest x; each value
      belongs to the centre of its cell. Probabilities of C classes for cross_entropy and
      bce_with_logits (one output gives C = 2), else the C outputs in units of the target.
    - ``surface/extent``: (4,) xmin, xmax, ymin, ymax: outer edges of the grid, in units of the
      features as the network gets them.

    Parameters
    ----------
    resolution : int
        Cells along each side.
    extent : tuple of four float, optional
        Edges of the grid; the range of all samples with a margin unless given, fixed at the first
        look.
    """

    resolution: int = 64
    extent: Extent | None = None

    @property
    def name(self) -> str:
        return "surface"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes.forward import field_read, loss_of, meaning, untouched

        if not is_flat(bench):
            return {}
        if self not in bench.memory:
            field = field_read(bench.document, bench.document.train.models["main"].inputs[0])
            extent = self.extent or plane_range(bench, cast(str, field))
            frozen = np.asarray(extent, dtype=np.float32)
            frozen.flags.writeable = False
            device = next(iter(bench.train.values())).device
            bench.memory[self] = (
                frozen,
                plane_grid(self.resolution, extent).to(device),
                loss_of(bench.document),
            )
        extent, grid, loss = bench.memory[self]
        model = bench.models["main"]
        with untouched(model):
            outputs = model(grid)
            values = meaning(outputs.flatten(1), loss)
        side = self.resolution
        return {
            "surface/values": to_host(values).reshape(side, side, -1),
            "surface/extent": extent,
        }


def plane_grid(resolution: int, extent: Extent) -> torch.Tensor:
    """Centres of the cells of a grid, (resolution ** 2, 2): the lowest y first, then by x."""
    import torch

    xmin, xmax, ymin, ymax = extent
    centres = (torch.arange(resolution) + 0.5) / resolution
    ys, xs = torch.meshgrid(
        ymin + centres * (ymax - ymin), xmin + centres * (xmax - xmin), indexing="ij"
    )
    return torch.stack([xs.flatten(), ys.flatten()], dim=1)


def is_flat(bench: Bench) -> bool:
    """Whether there is a model "main" whose only input is a field of two features."""
    from playground.telemetry.probes.forward import field_read

    model = bench.document.train.models.get("main")
    if model is None or "main" not in bench.models or len(model.inputs) != 1:
        return False
    field = field_read(bench.document, model.inputs[0])
    return field is not None and bench.fields[field].shape == (2,)


def plane_range(bench: Bench, field: str) -> Extent:
    """Range of all samples, train and test, with a margin; never empty. The field may fix it."""
    import torch

    edge = bench.fields[field].edge
    if edge:
        return -edge, edge, -edge, edge

    points = torch.cat([bench.train[field], bench.test[field]])
    low, high = points.min(dim=0).values.tolist(), points.max(dim=0).values.tolist()
    margin = [MARGIN * (b - a) or 1.0 for a, b in zip(low, high, strict=True)]
    return low[0] - margin[0], high[0] + margin[0], low[1] - margin[1], high[1] + margin[1]
