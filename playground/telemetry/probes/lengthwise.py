"""Runs a model on very many points at once, with the outputs of each unit side by side."""

from __future__ import annotations

from typing import Any

import torch
from torch import fx, nn

from playground.telemetry.probes.forward import Outputs


class Lengthwise(Outputs):
    """The same outputs as `Outputs`, equal within rounding, of a batch (N, features) with large N.

    A small layer times ten thousand points is quick where the points lie in a row: 0.04 ms instead
    of 0.2 ms for 8 x 8. Outputs keep the shape (N, units), only their memory is that of the
    transpose; operations that treat each number alone pass it on.
    """

    def collect(self, *arguments: torch.Tensor) -> dict[str, torch.Tensor]:
        """Block id -> its output for a batch, in the order of execution."""
        flat = [a.t().contiguous().t() if a.dim() == 2 else a for a in arguments]
        return super().collect(*flat)

    def call_module(
        self, target: fx.node.Target, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """Run a block: plain linear layers on the transpose, any other as it is."""
        module = self.fetch_attr(str(target))
        if type(module) is nn.Linear and len(args) == 1 and args[0].dim() == 2:
            x, weight, bias = args[0].t(), module.weight, module.bias
            if bias is None:
                return torch.mm(weight, x).t()
            return torch.addmm(bias[:, None], weight, x).t()
        return super().call_module(target, args, kwargs)
