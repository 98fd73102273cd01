"""Values, gradients and local derivatives of one sample, forward through the network and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from playground.document import topology
from playground.document.model import Document
from playground.registry import blocks, experiments
from playground.telemetry.probes.base import Bench, Probe, to_host
from playground.telemetry.probes.losses import LOSSES, as_target
from playground.telemetry.probes.own import Split, name_of

if TYPE_CHECKING:
    from torch import Tensor, nn

MOST_UNITS = 40  # calculated numbers, the loss too; beyond, blocks are looked at as a whole
MOST_INPUTS = 16  # numbers of the sample, likewise
MOST_NUMBERS = 1 << 20  # of a block's output; a larger one has no local derivatives


@dataclass(frozen=True)
class Backprop(Probe):
    """Differentiate the loss of one sample, block by block, on copies: nothing is left behind.

    The network is in eval mode, as for all probes: batch norm uses its running statistics, dropout
    is off. Nothing where no field or a token at each step is predicted, or the split has no sample
    of that number.

    Arrays, without a batch axis:

    - ``backprop/graph``: uint8, a text in JSON, see `measure`.
    - ``backprop/loss``: (1,); ``backprop/target``: as the loss takes it, int64 () for a class.
    - ``backprop/<node>/out`` and ``/grad``: what a block puts out, and the derivative of the loss
      by it.
    - ``backprop/<node>/in/<k>/grad``: part of the gradient of the block that feeds the k-th wire
      which comes through this wire.
    - ``backprop/<node>/param/<name>/value`` and ``/grad``: of each parameter, through this use of
      it; ``/slot/<slot>``: what the optimiser remembers of it.
    - ``.../local``: the local derivatives of the block's output by that input or parameter. In a
      small network all of them, (numbers of the output, numbers of the input); else those by the
      one number with the largest gradient, in the shape of the output, and ``.../pick`` int64 (1,)
      is its place in the flat input. Left out where torch cannot calculate them.

    Parameters
    ----------
    sample : int
        Number of the sample in its split, from 0.
    split : str
        "train" or "test".
    """

    sample: int = 0
    split: Split = "train"

    @property
    def name(self) -> str:
        return "backprop"

    def measure(self, bench: Bench) -> dict[str, np.ndarray]:
        import torch

        from playground.telemetry.probes import forward

        one, target = (
            forward.one_of(bench, self.split, self.sample),
            forward.target_of(bench.document),
        )
        loss = forward.loss_of(bench.document)
        if target not in one or not loss or "main" not in bench.models:
            return {}
        if bench.fields[target].kind == "token":
            return {}  # a loss at each step
        model = bench.models["main"]
        with forward.untouched(model):
            inputs = forward.inputs_of(bench, "main", one, self)
            with torch.enable_grad():
                walk = Walk(bench.document, model.meta["outputs"], forward.modules_of(model))
                walk.forward(
                    dict(zip(bench.document.train.models["main"].inputs, inputs, strict=True))
                )
                output = bench.document.train.models["main"].output
                y = as_target(one[target], loss, walk.values[output])
                walk.backward(LOSSES[loss](walk.values[output], y))
                arrays = walk.arrays()
        slots = bench.optimizers().get("main")
        arrays.update(_slots(walk, slots))
        graph = {
            "step": bench.step,
            "split": name_of(self.split),
            "sample": self.sample,
            "loss": loss,
            "output": output,
            "small": walk.small,
            "classes": list(bench.fields[target].classes) if target in bench.fields else [],
            "nodes": [use.about() for use in walk.uses],
            "rule": _rule(bench.document),
        }
        arrays["backprop/graph"] = np.frombuffer(json.dumps(graph).encode(), np.uint8).copy()
        arrays["backprop/target"] = to_host(y[0])
        return arrays


@dataclass
class Use:
    """One block at work on the sample: its own copies of everything that it reads."""

    id: str
    block: str
    sources: tuple[str, ...]
    inputs: list[Tensor] = field(default_factory=list)
    parameters: dict[str, Tensor] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)  # name -> name of the weight in the network
    call: Callable[..., Tensor] | None = None  # of inputs and parameters; None for an input block

    def about(self) -> dict[str, Any]:
        """What the arrays do not say."""
        return {
            "id": self.id,
            "block": self.block,
            "sources": self.sources,
            "parameters": self.keys,
        }


class Walk:
    """Goes through a network block by block, so that each wire has a gradient of its own."""

    def __init__(
        self, document: Document, outputs: Mapping[str, str], modules: Mapping[str, nn.Module]
    ) -> None:
        self.document, self.order, self.modules = document, list(outputs), modules
        self.values: dict[str, Tensor] = {}
        self.uses: list[Use] = []
        self.small = False
        self._incoming = topology.incoming(document)
        self._names: dict[int, str] = {}  # a parameter that repeats share bears its first name
        self._loss: Tensor | None = None
        self._gradients: dict[int, Tensor] = {}

    def forward(self, inputs: Mapping[str, Tensor]) -> None:
        """Calculate every block."""
        for id in self.order:
            spec = self.document.by_id[id]
            if id in inputs:
                value = inputs[id].detach().clone()
                if value.is_floating_point():
                    value.requires_grad_()
                self.uses.append(Use(id, spec.block, ()))
            else:
                use = self._use(id)
                self.uses.append(use)
                assert use.call is not None  # only input blocks have none
                value = use.call(use.inputs, use.parameters)
            self.values[id] = value
        calculated = sum(v.numel() for id, v in self.values.items() if id not in inputs)
        given = sum(value.numel() for value in inputs.values())
        self.small = calculated < MOST_UNITS and given <= MOST_INPUTS

    def backward(self, loss: Tensor) -> None:
        """Calculate every gradient."""
        import torch

        self._loss = loss
        wanted = [
            tensor
            for use in self.uses
            for tensor in (self.values[use.id], *use.inputs, *use.parameters.values())
            if tensor.requires_grad
        ]
        found = torch.autograd.grad(loss, wanted, retain_graph=True, allow_unused=True)
        for tensor, gradient in zip(wanted, found, strict=True):
            if gradient is not None:
                self._gradients[id(tensor)] = gradient

    def arrays(self) -> dict[str, np.ndarray]:
        """Everything, by the names that `Backprop` tells."""
        assert self._loss is not None  # after `backward`
        arrays = {"backprop/loss": to_host(self._loss).reshape(1)}
        for use in self.uses:
            start, value = f"backprop/{use.id}", self.values[use.id]
            arrays[f"{start}/out"] = to_host(value[0])
            arrays[f"{start}/grad"] = to_host(self._gradient(value)[0])
            parts = [(f"in/{k}", x, True) for k, x in enumerate(use.inputs)]
            parts += [(f"param/{name}", p, False) for name, p in use.parameters.items()]
            for name, tensor, batched in parts:
                gradient = self._gradient(tensor)
                arrays[f"{start}/{name}/grad"] = to_host(gradient[0] if batched else gradient)
                if not batched:
                    arrays[f"{start}/{name}/value"] = to_host(tensor)
                with suppress(RuntimeError, NotImplementedError):  # a block torch cannot take apart
                    for part, array in self._local(use, tensor, gradient):
                        arrays[f"{start}/{name}/{part}"] = array
        return arrays

    def _gradient(self, tensor: Tensor) -> Tensor:
        found = self._gradients.get(id(tensor))
        return tensor.detach() * 0 if found is None else found

    def _use(self, id: str) -> Use:
        """A block, with copies of its own of its inputs and parameters."""
        from torch.func import functional_call

        spec = self.document.by_id[id]
        block = blocks.get(spec.block).make(spec.params)
        wires = self._incoming.get(id, ())
        sources = [w.source for port in block.inputs for w in wires if w.target_port == port.name]
        if spec.muted:
            sources = sources[:1]
        use = Use(id, "identity" if spec.muted else spec.block, tuple(sources))
        use.inputs = [self.values[source].view_as(self.values[source]) for source in sources]
        module = None if spec.muted else self.modules.get(id)
        if module is not None:
            for name, parameter in module.named_parameters():
                use.parameters[name] = parameter.detach().clone().requires_grad_()
                use.keys[name] = self._names.setdefault(hash(parameter), f"{id}.{name}")
        if spec.muted:
            use.call = lambda xs, _: xs[0].view_as(xs[0])
        elif module is None:
            use.call = lambda xs, _: _fresh(block.apply(*xs), xs)
        else:
            use.call = lambda xs, ps: _fresh(
                block.invoke(lambda *given, **more: functional_call(module, ps, given, more), *xs),
                xs,
            )
        return use

    def _local(
        self, use: Use, tensor: Tensor, gradient: Tensor
    ) -> Iterable[tuple[str, np.ndarray]]:
        import torch

        value = self.values[use.id]
        if not tensor.requires_grad or not value.requires_grad or value.numel() > MOST_NUMBERS:
            return
        if self.small:
            rows = torch.zeros(value.numel(), tensor.numel(), dtype=value.dtype)
            for k, y in enumerate(value.flatten()):
                (row,) = torch.autograd.grad(y, tensor, retain_graph=True, allow_unused=True)
                if row is not None:
                    rows[k] = row.flatten()
            yield "local", to_host(rows)
            return
        pick = int(gradient.abs().nan_to_num().flatten().argmax())
        yield "pick", np.array([pick])
        yield "local", to_host(_column(value, tensor, pick)[0])


def _fresh(value: Tensor, inputs: list[Tensor]) -> Tensor:
    """An output is a tensor of its own, even where a block hands its input on."""
    return value.view_as(value) if any(value is x for x in inputs) else value


def _column(value: Tensor, tensor: Tensor, pick: int) -> Tensor:
    """The derivative of a block's output by one number that it reads, in the output's shape.

    Going back gives J^T u for any u, which is linear in u: its derivative by u is a column of J.
    """
    import torch

    u = torch.zeros_like(value, requires_grad=True)
    (back,) = torch.autograd.grad(value, tensor, u, create_graph=True)
    (column,) = torch.autograd.grad(back.flatten()[pick], u)
    return column


def _rule(document: Document) -> dict[str, Any]:
    """The settings of the training that say how a weight moves."""
    experiment = experiments.get(document.train.experiment).make(document.train.params)
    names = ("optimizer", "lr", "momentum", "weight_decay")
    return {name: getattr(experiment, name) for name in names if hasattr(experiment, name)}


def _slots(walk: Walk, state: Any) -> dict[str, np.ndarray]:
    """What the optimiser remembers of each weight."""
    if state is None:
        return {}
    return {
        f"backprop/{use.id}/param/{name}/slot/{slot}": to_host(tensor)
        for use in walk.uses
        for name, key in use.keys.items()
        for slot, tensor in state.slots.get(key, {}).items()
    }
