"""Finds the block in which a run went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import torch
from torch import Tensor, fx

from playground.errors import TrainError
from playground.i18n import tr
from playground.registry import blocks
from playground.telemetry.probes.forward import modules_of, untouched

if TYPE_CHECKING:
    from playground.train.run import Run

SAMPLES = 64  # enough to meet the fault, few enough to cost nothing

Part = Literal["", "weights", "output"]


class NonFiniteError(TrainError):
    """A loss that is NaN or infinite.

    Parameters
    ----------
    message, hint, node : str
        As of every error; `node` is the first block whose numbers are not finite.
    step : int
        The step in which it happened.
    part : str
        What of the block is not finite: its "weights", or its "output" though its weights are; ""
        when only the loss is, which it gets from the numbers of this last block.
    """

    def __init__(
        self, message: str, hint: str = "", node: str = "", *, step: int = 0, part: Part = ""
    ) -> None:
        super().__init__(message, hint, node)
        self.step, self.part = step, part


@dataclass(frozen=True, slots=True)
class Fault:
    """Where numbers stopped being numbers; `node` and `part` as of `NonFiniteError`."""

    node: str = ""
    part: Part = ""


def non_finite(run: Run, name: str, step: int) -> NonFiniteError:
    """The error of a scalar that is NaN or infinite, with the block where that began."""
    fault = first_non_finite(run)
    return NonFiniteError(
        tr("{name} became NaN or infinite at step {step}.", name=name, step=step),
        hint=tr("Lower the learning rate, or clip the gradients."),
        node=fault.node,
        step=step,
        part=fault.part,
    )


def first_non_finite(run: Run) -> Fault:
    """The first block whose output is not finite, by some training samples.

    Nobody knows the noise of a finished step, so networks that read noise get other noise: weights
    that are too large, or no numbers, show with any.
    """
    for role, model in run.models.items():
        finder = _Finder(model)
        with untouched(model):
            try:
                finder.run(*_arguments(run, role))
            except _Stop:
                return Fault(finder.found, _part(model, finder.found))
    judged = list(run.flat.train.models.values())
    return Fault(judged[-1].output) if judged else Fault()


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


def _arguments(run: Run, role: str) -> list[Tensor]:
    count = min(SAMPLES, len(next(iter(run.train.values()))))
    found = []
    for id, field in zip(run.flat.train.models[role].inputs, run.inputs(role), strict=True):
        if field in run.train:
            found.append(run.train[field][:count])
        else:
            node = run.flat.node(id)
            shape = blocks.get(node.block).make(node.params, node.id).infer({}, {})
            found.append(torch.randn(count, *shape, device=run.device))
    return found


def _part(model: fx.GraphModule, node: str) -> Part:
    module = modules_of(model).get(node)
    own = [] if module is None else [*module.parameters(), *module.buffers()]
    return "output" if all(torch.isfinite(tensor).all() for tensor in own) else "weights"
