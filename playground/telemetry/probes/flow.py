"""How far each block moves in a step, and how strongly it is pulled at, by depth."""

from __future__ import annotations

import math
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe
from playground.telemetry.probes.vitals import Follower

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True, slots=True)
class BlockFlow:
    """One block with weights at one step; NaN where there is nothing to measure yet.

    Parameters
    ----------
    step : float
        Optimiser steps finished.
    model : float
        Number of the model that the block belongs to, from 0.
    place : float
        Number of the block among those of its model that have weights, from the input on.
    gradient : float
        Root mean square of the gradients of all its parameters, of the last step.
    moved : float
        The step in which `update` was measured.
    update : float
        Length of the change of its parameters in that step, divided by their length before it.
    """

    step: float
    model: float
    place: float
    gradient: float = math.nan
    moved: float = math.nan
    update: float = math.nan

    @classmethod
    def from_array(cls, array: np.ndarray) -> BlockFlow:
        """What `to_array` wrote."""
        return cls(*array.tolist())

    def to_array(self) -> np.ndarray:
        """The fields in their order, float64."""
        return np.array(astuple(self), dtype=np.float64)


@dataclass(frozen=True)
class Flow(Probe):
    """Measure gradients and updates of every block with weights.

    Arrays ``flow/<node>``: the fields of `BlockFlow`. An update is that of the step after the
    reading before: a run never stands still for it.
    """

    @property
    def name(self) -> str:
        return "flow"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes.forward import own_modules

        key = (self, "follower")
        updates: dict[str, float] = {}
        moved = math.nan
        since = None
        if key in bench.memory:
            follower, since, updates, moved = bench.memory[key]
            if follower.changes:
                updates, moved = follower.updates(), since + 1
        arrays: dict[str, np.ndarray] = {}
        owned: dict[str, list[torch.nn.Parameter]] = {}
        for number, model in enumerate(bench.models.values()):
            blocks = {
                node: [p for p in module.parameters() if p.requires_grad]
                for node, module in own_modules(model).items()
            }
            blocks = {node: own for node, own in blocks.items() if own}
            for place, (node, own) in enumerate(blocks.items()):
                update = updates.get(node, math.nan)
                when = math.nan if math.isnan(update) else moved
                found = BlockFlow(bench.step, number, place, _rms(own), when, update)
                arrays[f"flow/{node}"] = found.to_array()
            owned |= blocks
        if owned and since == bench.step:  # looked at twice: the same follower waits for the step
            bench.memory[key] = follower, since, updates, moved
        elif owned:
            follower = Follower(owned)
            bench.memory[key] = follower, bench.step, updates, moved
            bench.next_step.append(follower.after_step)
        return arrays


def _rms(parameters: list[torch.nn.Parameter]) -> float:
    """Root mean square of the gradients; NaN before the first step."""
    import torch

    gradients = [p.grad for p in parameters if p.grad is not None]
    if not gradients:
        return math.nan
    norms = torch.stack(torch._foreach_norm(gradients)).double()
    return float(norms.norm()) / math.sqrt(sum(g.numel() for g in gradients))
