"""The functions of many neurons at once, and what connects them: all of one moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.own import Split, code_of
from playground.telemetry.probes.plane_cut import Axes, Cut, cut_of

if TYPE_CHECKING:
    import torch

MOST_POINTS = 2000  # of each split


@dataclass(frozen=True, slots=True)
class Part:
    """Some units of a block, one after the other.

    Parameters
    ----------
    node : str
        Id of a block.
    start, count : int
        The first unit, and how many.
    """

    node: str
    start: int = 0
    count: int = 8


@dataclass(frozen=True)
class Neurons(Probe):
    """Draw the function of each neuron over a plane of inputs, all in one batch.

    For a model "main" whose one input is a field of at least two numbers; nothing otherwise. All
    arrays of one reading belong together. float32 where nothing else is said:

    - ``neurons/<node>/maps``: (units, H, W), what each unit of a part puts out at the points of the
      plane. Row 0 is the lowest, column 0 the leftmost; values belong to the centres of the cells.
    - ``neurons/<node>/units``: int64 (units,), their numbers in the block's output.
    - ``neurons/<node>/value``: what all units of a part's block, or of one in `layers`, put out for
      the sample, (all units,); where there is such a sample.
    - ``neurons/<node>/weight``, ``.../bias``: whole parameters of the blocks in `layers`.
    - ``neurons/extent``: (4,) outer edges of the plane: left, right, low, high.
    - ``neurons/origin``: (F,); ``neurons/directions``: (2, F): the plane among the inputs.
    - ``neurons/train``, ``neurons/test``: (N, 2), the samples dropped onto the plane, the first
      2000 of each split; ``neurons/point``: (2,), the chosen sample.
    - ``neurons/<node>/train``, ``neurons/<node>/test``: (N, 2), what the two units of `pair` put
      out for those samples; ``neurons/<node>/pair``: int64 (2,), which units.
    - ``neurons/<node>/warp``: (2, H, W), the same two at the points of the plane.
    - ``neurons/at``: int64 (3,): optimiser steps finished, split and number of the sample.

    Parameters
    ----------
    parts : tuple of Part
        What is drawn.
    layers : tuple of str
        Blocks whose parameters are told.
    resolution : int
        Cells along each side.
    axes : tuple of two int or "pca"
        The plane, for networks with more than two inputs; see `cut_of`.
    sample : int
        Number of the sample in its split.
    split : str or Own
        Of the sample.
    pair : tuple of str and two int, optional
        Two units of a block, for the grid that they make of the plane.
    """

    parts: tuple[Part, ...]
    layers: tuple[str, ...] = ()
    resolution: int = 100
    axes: Axes = (0, 1)
    sample: int = 0
    split: Split = "train"
    pair: tuple[str, int, int] | None = None

    @property
    def name(self) -> str:
        return "neurons"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward
        from playground.telemetry.probes.lengthwise import Lengthwise

        kept = self._kept(bench)
        if kept is None:
            return {}
        import torch

        cut, grid, fixed = kept
        model = bench.models["main"]
        cells, arrays = self.resolution**2, dict(fixed)
        with forward.untouched(model):
            one = forward.one_of(bench, self.split, self.sample)
            if one:  # the last of the same batch: a second run would cost as much as the maps
                grid = torch.cat([grid, one[cut.field]])
            found = Lengthwise(model).collect(grid)
            values = {node: out[cells] for node, out in found.items()} if one else {}
            if self.pair is not None:
                arrays |= self._warped(bench, cut, found)
            for part in self.parts:
                arrays |= self._part(part, found)
        if one:
            arrays["neurons/point"] = to_host(cut.places(one[cut.field])[0])
            for node in {part.node for part in self.parts}.union(self.layers) & values.keys():
                arrays[f"neurons/{node}/value"] = to_host(values[node].flatten())
        modules = forward.modules_of(model)
        for node in self.layers:
            for name, value in modules[node].named_parameters() if node in modules else ():
                arrays[f"neurons/{node}/{name}"] = to_host(value)
        stamp = (bench.step, code_of(self.split), self.sample)
        arrays["neurons/at"] = np.array(stamp, dtype=np.int64)
        return arrays

    def _kept(self, bench: Bench) -> tuple[Cut, torch.Tensor, dict[str, np.ndarray]] | None:
        """What stays the same while the data does: the plane, its grid, where the samples lie."""
        key = (self.name, self.axes, self.resolution)
        if key not in bench.memory:
            import torch

            cut = cut_of(bench, self.axes)
            if cut is None:
                bench.memory[key] = None
            else:
                fixed = {
                    "neurons/extent": np.array(cut.extent, dtype=np.float32),
                    "neurons/origin": to_host(cut.origin),
                    "neurons/directions": to_host(torch.stack([cut.across, cut.up])),
                    "neurons/train": to_host(cut.places(bench.train[cut.field][:MOST_POINTS])),
                    "neurons/test": to_host(cut.places(bench.test[cut.field][:MOST_POINTS])),
                }
                for array in fixed.values():
                    array.flags.writeable = False
                shape = bench.train[cut.field].shape[1:]
                bench.memory[key] = cut, cut.grid(self.resolution).reshape(-1, *shape), fixed
        found: tuple[Cut, torch.Tensor, dict[str, np.ndarray]] | None = bench.memory[key]
        return found

    def _part(self, part: Part, found: dict[str, torch.Tensor]) -> dict[str, np.ndarray]:
        import torch

        out = found.get(part.node)
        if out is None:
            return {}
        out = out.flatten(1)
        units = range(min(part.start, out.shape[1]), min(part.start + part.count, out.shape[1]))
        side, name = self.resolution, f"neurons/{part.node}"
        here = slice(units.start, units.stop)
        maps = torch.empty(len(units), side**2).copy_(out.t()[here, : side**2])
        return {
            f"{name}/maps": maps.reshape(-1, side, side).numpy(),
            f"{name}/units": np.array(units, dtype=np.int64),
        }

    def _warped(
        self, bench: Bench, cut: Cut, found: dict[str, torch.Tensor]
    ) -> dict[str, np.ndarray]:
        """What two units make of the plane and of the samples."""
        from playground.telemetry.probes import forward

        assert self.pair is not None  # who calls has looked
        node, *units = self.pair
        out = found.get(node)
        if out is None or max(units) >= out.flatten(1).shape[1]:
            return {}
        side, name = self.resolution, f"neurons/{node}"
        grid = to_host(out.flatten(1)[: side**2, units].T.contiguous())
        arrays = {
            f"{name}/warp": grid.reshape(2, side, side),
            f"{name}/pair": np.array(units, dtype=np.int64),
        }
        for split in ("train", "test"):
            samples = forward.split_of(bench, split)[cut.field][:MOST_POINTS]
            if len(samples):
                made = forward.Outputs(bench.models["main"]).collect(samples)[node]
                arrays[f"{name}/{split}"] = to_host(made.flatten(1)[:, units])
        return arrays
