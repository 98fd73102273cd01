"""How strongly the last step pulled at each block."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.telemetry.probes.base import Bench, Probe


@dataclass(frozen=True)
class Gradients(Probe):
    """Measure the length of each block's gradient: tiny means it hardly learns, huge that it jumps.

    Arrays, each float32 (1,), for every block with parameters:

    - ``gradients/<node>``: L2 norm over all its parameters' gradients of the last step, in the
      loss's unit per unit of weight; only where a gradient is there.
    - ``parameters/<node>``: L2 norm over the parameters themselves.
    """

    @property
    def name(self) -> str:
        return "gradients"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes.forward import own_modules

        names: list[str] = []
        norms: list[torch.Tensor] = []
        for model in bench.models.values():
            for node, module in own_modules(model).items():
                parameters = [p.detach() for p in module.parameters()]
                gradients = [p.grad.detach() for p in module.parameters() if p.grad is not None]
                for kind, tensors in (("gradients", gradients), ("parameters", parameters)):
                    if tensors:
                        names.append(f"{kind}/{node}")
                        norms.append(torch.stack(torch._foreach_norm(tensors)).norm())
        if not names:
            return {}
        values = torch.stack(norms).float().cpu().numpy()  # one copy from the device for all
        return {name: values[i : i + 1] for i, name in enumerate(names)}
