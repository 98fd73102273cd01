"""What some units of a network answer everywhere in the plane of a two-dimensional dataset."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host


@dataclass(frozen=True)
class Plane(Probe):
    """Draw the function of each unit: its output at every point of a grid, all in one batch.

    Only for a model "main" with one input of two features; nothing otherwise. Arrays, float32, for
    every block asked for whose output has one axis:

    - ``plane/<node>/maps``: (units, H, W). Row 0 is the lowest y, column 0 the lowest x; each value
      belongs to the centre of its cell.
    - ``plane/<node>/units``: int64 (units,), numbers of the units in the block's output.
    - ``plane/<node>/extent``: (4,) xmin, xmax, ymin, ymax: outer edges of the grid.

    Parameters
    ----------
    nodes : tuple of str
        Ids of the blocks.
    units : tuple of int
        Which units; all of them when empty.
    resolution : int
        Cells along each side.
    """

    nodes: tuple[str, ...]
    units: tuple[int, ...] = ()
    resolution: int = 48

    @property
    def name(self) -> str:
        return "plane"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward
        from playground.telemetry.probes.surface import is_flat, plane_grid, plane_range

        if not is_flat(bench):
            return {}
        key = ("plane", self.resolution)
        if key not in bench.memory:
            field = forward.field_read(
                bench.document, bench.document.train.models["main"].inputs[0]
            )
            edges = plane_range(bench, cast(str, field))
            device = next(iter(bench.train.values())).device
            extent = np.asarray(edges, dtype=np.float32)
            extent.flags.writeable = False
            bench.memory[key] = extent, plane_grid(self.resolution, edges).to(device)
        extent, grid = bench.memory[key]
        model, side = bench.models["main"], self.resolution
        with forward.untouched(model):
            outputs = forward.Outputs(model).collect(grid)
        arrays: dict[str, np.ndarray] = {}
        for node in self.nodes:
            out = outputs.get(node)
            if out is None or out.ndim != 2:
                continue
            units = [u for u in self.units or range(out.shape[1]) if u < out.shape[1]]
            maps = to_host(out[:, units].T)
            arrays[f"plane/{node}/maps"] = maps.reshape(len(units), side, side)
            arrays[f"plane/{node}/units"] = np.array(units, dtype=np.int64)
            arrays[f"plane/{node}/extent"] = extent
        return arrays
