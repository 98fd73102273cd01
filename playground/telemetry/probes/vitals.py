"""How every block is doing: what it puts out, how it is pulled at, how far it moves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar

import numpy as np

from playground.telemetry.probes.base import Bench, Probe

if TYPE_CHECKING:
    import torch

RECTIFIERS = frozenset({"relu"})
LIMITS = {"tanh": (-1.0, 1.0), "sigmoid": (0.0, 1.0)}  # what comes out of them at the most
NEAR = (
    0.01  # part of the way between the limits: nearer than that, hardly any gradient gets through
)
ALWAYS = 0.95  # share of the samples for which a unit must be that near to count as saturated
FOLLOWED = 16384  # weights of a tensor that are compared with those of the step before


@dataclass(frozen=True, slots=True)
class BlockVitals:
    """One block at one step; NaN where there is nothing to measure.

    Parameters
    ----------
    step : float
        Optimiser steps finished.
    largest, lowest : float
        Largest size and smallest value of the numbers it puts out, over some training samples.
        `largest` is NaN or infinite when one of them is.
    spread : float
        How much they differ from sample to sample: standard deviation over the samples, as root
        mean square over the units.
    uneven : float
        Output block of a model, one axis: the farthest that the sum of a sample's numbers is from
        1; 0 for probabilities.
    dead : float
        ReLU only: share of the units (channels of an image) that are 0 for every sample.
    saturated : float
        Tanh and sigmoid: share of the units that lie within 1 % of a limit for 95 % of the samples.
    gradient : float
        Root mean square of the gradients of its parameters, of the last step.
    weight : float
        Root mean square of its parameters.
    update : float
        Length of the change of its parameters in one step, divided by the length of the parameters.
    parameters : float
        How many numbers it learns.
    """

    step: float = math.nan
    largest: float = math.nan
    lowest: float = math.nan
    spread: float = math.nan
    uneven: float = math.nan
    dead: float = math.nan
    saturated: float = math.nan
    gradient: float = math.nan
    weight: float = math.nan
    update: float = math.nan
    parameters: float = 0.0

    @classmethod
    def from_array(cls, array: np.ndarray) -> BlockVitals:
        """What `to_array` wrote."""
        return cls(*array.tolist())

    def to_array(self) -> np.ndarray:
        """The fields in their order, float64."""
        return np.array(_numbers(self), dtype=np.float64)


_numbers = attrgetter(*(each.name for each in fields(BlockVitals)))  # `astuple` copies deeply


@dataclass(frozen=True)
class Vitals(Probe):
    """Take the pulse of every block at once: outputs, gradients, weights, and how fast they move.

    Arrays, float64, one number a field of `BlockVitals`: ``vitals/<node>`` for every block of every
    model. The change of the weights is that of the step after the reading before: a run never
    stands still for it.

    Parameters
    ----------
    samples : int
        Training samples that are sent through the network, spread over all of them.
    """

    samples: int = 64
    sparing: ClassVar[bool] = True

    @property
    def name(self) -> str:
        return "vitals"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        found = self._outputs(bench)
        for name, values in self._parameters(bench).items():
            found.setdefault(name, {}).update(values)
        arrays = {}
        for node, values in found.items():
            arrays[f"vitals/{node}"] = BlockVitals(step=bench.step, **values).to_array()
        return arrays

    def _outputs(self, bench: Bench) -> dict[str, dict[str, float]]:
        """What every block makes of some training samples; one copy from the device for all."""
        import torch

        from playground.telemetry.probes import forward

        some = forward.spread(bench, self.samples, self)
        names: list[tuple[str, str]] = []
        numbers: list[torch.Tensor] = []
        by_id, models = bench.document.by_id, bench.document.train.models
        with forward.untouched(*bench.models.values()):
            for role, model in bench.models.items():
                made = forward.Outputs(model).collect(*forward.inputs_of(bench, role, some, self))
                for node, output in made.items():
                    is_last = node == models[role].output
                    for name, value in _look_at(by_id[node].block, output, is_last):
                        names.append((node, name))
                        numbers.append(value)
        found: dict[str, dict[str, float]] = {}
        if numbers:
            values = torch.stack(numbers).tolist()
            for (node, name), value in zip(names, values, strict=True):
                found.setdefault(node, {})[name] = value
        return found

    def _parameters(self, bench: Bench) -> dict[str, dict[str, float]]:
        import torch

        from playground.telemetry.probes.forward import own_modules

        modules = {n: m for model in bench.models.values() for n, m in own_modules(model).items()}
        owned = {n: [p for p in m.parameters() if p.requires_grad] for n, m in modules.items()}
        owned = {n: own for n, own in owned.items() if own}
        if not owned:
            return {}
        follower: Follower | None = bench.memory.get((self, "follower"))
        updates = follower.updates() if follower is not None else {}
        gradients = {
            name: [p.grad for p in own if p.grad is not None] for name, own in owned.items()
        }
        weights = [p.detach() for own in owned.values() for p in own]
        pulls = [g for own in gradients.values() for g in own]
        norms = torch.stack([*_norms(weights), *_norms(pulls)]).tolist()
        of_weights, of_pulls = iter(norms[: len(weights)]), iter(norms[len(weights) :])
        found = {}
        for name, own in owned.items():
            count = sum(p.numel() for p in own)
            found[name] = {
                "parameters": float(count),
                "weight": math.hypot(*(next(of_weights) for _ in own)) / math.sqrt(count),
                "update": updates.get(name, math.nan),
            }
            if gradients[name]:
                length = math.hypot(*(next(of_pulls) for _ in gradients[name]))
                count = sum(g.numel() for g in gradients[name])
                found[name]["gradient"] = length / math.sqrt(count)
        follower = bench.memory[self, "follower"] = Follower(owned)
        bench.next_step.append(follower.after_step)
        return found


@dataclass(slots=True)
class Follower:
    """Compares some weights of each block before and after one step."""

    owned: dict[str, list[torch.nn.Parameter]]
    before: list[torch.Tensor] = field(init=False)
    changes: list[torch.Tensor] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self.before = [part.clone() for part in self._parts()]

    def after_step(self) -> None:
        """Right after the next step: how far they went. Nothing is read back from a device yet."""
        import torch

        differences = torch._foreach_sub(self._parts(), self.before)
        self.changes = _norms(differences)

    def updates(self) -> dict[str, float]:
        """Block id -> length of the change by the length of the weights; empty before the step."""
        import torch

        if not self.changes:
            return {}
        numbers = torch.stack([*self.changes, *_norms(self.before)]).tolist()
        changes, lengths = iter(numbers[: len(self.changes)]), iter(numbers[len(self.changes) :])
        found = {}
        for name, own in self.owned.items():
            change = math.hypot(*(next(changes) for _ in own))
            length = math.hypot(*(next(lengths) for _ in own))
            found[name] = change / length if length else math.nan
        return found

    def _parts(self) -> list[torch.Tensor]:
        return [_part(p) for own in self.owned.values() for p in own]


def _part(parameter: torch.nn.Parameter) -> torch.Tensor:
    """Evenly spread numbers of a large tensor; the whole of a small one."""
    flat = parameter.detach().flatten()
    return flat[:: -(-len(flat) // FOLLOWED)] if len(flat) > FOLLOWED else flat


def _norms(tensors: Sequence[torch.Tensor]) -> list[torch.Tensor]:
    import torch

    return [n.float() for n in torch._foreach_norm(list(tensors))] if tensors else []


def _look_at(block: str, output: torch.Tensor, is_last: bool) -> list[tuple[str, torch.Tensor]]:
    """Names and values (tensors of one number) of what the output of a batch tells."""
    import torch

    values = output.detach().float()
    low, high = torch.aminmax(values)
    spread = values.std(0, correction=0).square().mean().sqrt()
    found = [("lowest", low), ("largest", torch.maximum(high, -low)), ("spread", spread)]
    if is_last and values.ndim == 2 and values.shape[1] > 1:
        found.append(("uneven", (values.sum(1) - 1.0).abs().amax()))
    if block in RECTIFIERS:
        # a channel of an image is one unit, and so is a feature of a sequence
        batch = (0, 1) if values.ndim == 3 else (0, *range(2, values.ndim))
        found.append(("dead", 1.0 - (values > 0).any(batch).float().mean()))
    if block in LIMITS:
        lowest, highest = LIMITS[block]
        margin = NEAR * (highest - lowest)
        outside = (values < lowest + margin) | (values > highest - margin)
        found.append(("saturated", (outside.float().mean(0) >= ALWAYS).float().mean()))
    return found
