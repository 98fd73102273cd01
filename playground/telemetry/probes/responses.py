"""What one unit of a block answers to many samples."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host


@dataclass(frozen=True)
class Responses(Probe):
    """Send a fixed batch through the network and keep what one unit of one block puts out.

    The batch is the same at every reading, so pictures differ only because weights did. Arrays:

    - ``responses/<node>/out``: float32 (N, ...), the unit's output for each sample: one number a
      sample where the block puts out one axis, a map where it puts out more.
    - ``responses/<node>/rows``: int64 (N,), numbers of the samples in the training split.
    - ``responses/<node>/unit``: int64, the unit.

    Parameters
    ----------
    node : str
        Id of the block.
    unit : tuple of int
        Where in the block's output; fewer numbers than it has axes keep the rest of them.
    samples : int
        How many training samples, spread over all of them.
    """

    node: str
    unit: tuple[int, ...]
    samples: int = 64

    @property
    def name(self) -> str:
        return "responses"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward

        total = forward.num_samples(bench.train)
        for role, model in bench.models.items():
            if self.node not in model.meta["outputs"] or not total:
                continue
            rows = torch.linspace(0, total - 1, min(self.samples, total)).long()
            some = {n: v[rows.to(v.device)] for n, v in bench.train.items()}
            with forward.untouched(model):
                arguments = forward.inputs_of(bench, role, some, (self.node, self.samples))
                out = forward.Outputs(model).collect(*arguments)[self.node]
            if any(i >= n for i, n in zip(self.unit, out.shape[1:], strict=False)):
                return {}
            at: tuple[int | slice, ...] = (slice(None), *self.unit)
            picked = out[at]
            return {
                f"responses/{self.node}/out": to_host(picked),
                f"responses/{self.node}/rows": rows.numpy(),
                f"responses/{self.node}/unit": np.array(self.unit, dtype=np.int64),
            }
        return {}
