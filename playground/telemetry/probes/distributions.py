"""How the weights, gradients and outputs of every block are spread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from playground.telemetry.probes.base import Bench, Probe
from playground.telemetry.ridges import Histogram, num_bins

if TYPE_CHECKING:
    import torch

KINDS = ("weights", "gradients", "outputs")
LOOKED_AT = 16384  # numbers of a tensor, evenly spread over it: more change no histogram


@dataclass(frozen=True)
class Distributions(Probe):
    """Count how the numbers of each tensor are spread.

    Arrays ``distributions/<kind>/<node>``, see `telemetry.ridges.Histogram`:

    - weights: ``<node>.weight``; of a block with several (LSTM) all of them together;
    - gradients: its gradient of the last step;
    - outputs: what the block makes of some training samples.

    Parameters
    ----------
    samples : int
        Training samples that are sent through the network, spread over all of them.
    """

    samples: int = 64

    @property
    def name(self) -> str:
        return "distributions"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        return {
            f"distributions/{kind}/{node}": histogram(values, bench.step).to_array()
            for kind, node, values in self._tensors(bench)
            if values.numel()
        }

    def _tensors(self, bench: Bench) -> Iterator[tuple[str, str, torch.Tensor]]:
        import torch

        from playground.telemetry.probes import forward

        some = forward.spread(bench, self.samples, self)
        for role, model in bench.models.items():
            for node, module in forward.own_modules(model).items():
                weights = forward.weights_of(module)
                if weights:
                    yield "weights", node, torch.cat([w.detach().flatten() for w in weights])
                gradients = [w.grad.flatten() for w in weights if w.grad is not None]
                if gradients:
                    yield "gradients", node, torch.cat(gradients)
            with forward.untouched(model):
                arguments = forward.inputs_of(bench, role, some, self)
                outputs = forward.Outputs(model).collect(*arguments)
            for node, output in outputs.items():
                yield "outputs", node, output


def histogram(values: torch.Tensor, step: int) -> Histogram:
    """Count the finite numbers of a tensor in equal bins from the smallest to the largest."""
    import torch

    flat = values.flatten()
    flat = flat[:: -(-len(flat) // LOOKED_AT)].float()
    finite = flat[torch.isfinite(flat)]
    bins = num_bins(len(finite))
    counts, low, high = np.zeros(bins), 0.0, 0.0
    if len(finite):
        low, high = (float(edge) for edge in torch.aminmax(finite))
        if low == high:
            counts[0] = len(finite)
        else:
            counts[:] = torch.histc(finite.cpu(), bins, low, high).numpy()
    return Histogram(step, low, high, counts, len(flat) - len(finite), values.numel())
