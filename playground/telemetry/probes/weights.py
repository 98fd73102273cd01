"""The weights of one block."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.telemetry.probes.base import Bench, Probe, to_host


@dataclass(frozen=True)
class Weights(Probe):
    """Read the numbers that a block has learned so far.

    Arrays, both in torch's own shape, float32:

    - ``weights/<node>``: linear (out_features, in_features), conv2d (out_channels, in_channels,
      kernel height, kernel width), a normalisation (features,). RNN, LSTM and GRU: all weights
      side by side in torch's order, (gates * hidden_size, inputs + hidden_size + ...).
    - ``bias/<node>``: (outputs,).

    Each is there only when the block has it; nothing for a block without parameters.

    Parameters
    ----------
    node : str
        Id of the block.
    """

    node: str

    @property
    def name(self) -> str:
        return "weights"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward

        for model in bench.models.values():
            module = forward.modules_of(model).get(self.node)
            if module is not None:
                weight, bias = getattr(module, "weight", None), getattr(module, "bias", None)
                if isinstance(module, torch.nn.RNNBase):
                    weight, bias = torch.cat([*forward.weights_of(module)], 1), None
                found = {"weights": weight, "bias": bias}
                return {
                    f"{kind}/{self.node}": to_host(values)
                    for kind, values in found.items()
                    if isinstance(values, torch.Tensor)
                }
        return {}
