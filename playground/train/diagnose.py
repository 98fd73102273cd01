"""Finds the block in which a run went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor, fx

from playground.telemetry.probes.forward import untouched

if TYPE_CHECKING:
    from playground.train.run import Run

SAMPLES = 64  # enough to meet the fault, few enough to cost nothing


class _Stop(Exception):
    pass


class _Finder(fx.Interpreter):
    """Runs a network operation by operation until one gives NaN or infinity."""

    def __init__(self, model: fx.GraphModule) -> None:
        super().__init__(model)
        self.blocks = {name: id for id, name in model.meta["outputs"].items()}
        self.found = ""

    def run_node(self, n: fx.Node) -> Any:
        value = super().run_node(n)
        of_block = n.name in self.blocks and n.op != "placeholder"
        if of_block and isinstance(value, Tensor) and not torch.isfinite(value).all():
            self.found = self.blocks[n.name]
            raise _Stop
        return value


def first_non_finite(run: Run) -> str:
    """Id of the first block whose output is not finite; "" when there is none.

    It looks at some training samples. Only networks that read nothing but the data can be asked:
    nobody knows the noise of a finished step.
    """
    for role, model in run.models.items():
        names = run.inputs(role)
        if any(name not in run.train for name in names):
            continue
        finder = _Finder(model)
        try:
            with untouched(model):
                finder.run(*(run.train[name][:SAMPLES] for name in names))
        except _Stop:
            return finder.found
    return ""
