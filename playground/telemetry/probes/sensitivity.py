"""How much one number of the network changes with every number before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.own import Split, code_of

if TYPE_CHECKING:
    import torch
    from torch import fx

TOP = ()  # index that stands for the largest output


@dataclass(frozen=True)
class Sensitivity(Probe):
    """The derivative of one output number of a block by the outputs of all blocks before it.

    What of its receptive field a cell really uses, and the way of a gradient through pooling. One
    sample goes through the network in eval mode; no parameter's own gradient is touched.

    Arrays, float32, without a batch axis:

    - ``sensitivity/<earlier>``: d number / d output of an earlier block, in that output's shape;
      for every block whose output the number depends on, the block itself too (1 at the number).
    - ``sensitivity/<node>/of``: int64, the index of the number.
    - ``sensitivity/<node>/at``: int64 (3,): step, as in `Inside`.

    Nothing for a sample or a number that is not there.

    Parameters
    ----------
    node : str
        Path of the block.
    index : tuple of int
        Which number of its output; () for the largest one.
    sample : int
        Number of the sample in its split, from 0.
    split : str
        "train" or "test".
    """

    node: str
    index: tuple[int, ...] = TOP
    sample: int = 0
    split: Split = "train"

    @property
    def name(self) -> str:
        return "sensitivity"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        from playground.telemetry.probes import forward

        one = forward.one_of(bench, self.split, self.sample)
        if not one:
            return {}
        for role, model in bench.models.items():
            if self.node in model.meta["outputs"]:
                arguments = forward.inputs_of(bench, role, one, self)
                arrays = self._of(model, arguments)
                if arrays:
                    stamp = [bench.step, code_of(self.split), self.sample]
                    arrays[f"sensitivity/{self.node}/at"] = np.array(stamp, np.int64)
                return arrays
        return {}

    def _of(self, model: fx.GraphModule, arguments: list[torch.Tensor]) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward

        with forward.untouched(model), torch.enable_grad():
            leaves = [a.detach().clone() for a in arguments]
            for leaf in leaves:
                leaf.requires_grad_(leaf.is_floating_point())
            outputs = forward.Outputs(model).collect(*leaves)
            values = outputs[self.node][0]
            index = self._place(values)
            if index is None or not values.requires_grad:
                return {}
            earlier = {id: value for id, value in outputs.items() if value.requires_grad}
            pulls = torch.autograd.grad(
                values[index], list(earlier.values()), allow_unused=True, materialize_grads=False
            )
        arrays = {
            f"sensitivity/{id}": to_host(pull[0])
            for id, pull in zip(earlier, pulls, strict=True)
            if pull is not None
        }
        arrays[f"sensitivity/{self.node}/of"] = np.array(index, np.int64)
        return arrays

    def _place(self, values: torch.Tensor) -> tuple[int, ...] | None:
        if not self.index:
            flat = int(values.detach().flatten().argmax())
            return tuple(int(i) for i in np.unravel_index(flat, tuple(values.shape)))
        inside = len(self.index) == values.ndim and all(
            0 <= i < n for i, n in zip(self.index, values.shape, strict=True)
        )
        return self.index if inside else None
