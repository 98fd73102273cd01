"""Everything a run needs to go on as if it had never stopped, as one frozen value.

Weights are copied into host memory, so a state can be kept while the training goes on, and given to
another session of the same document, on another device, or in another process.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor, nn

from playground.document.model import Document
from playground.errors import WeightsError
from playground.i18n import tr
from playground.telemetry.snapshot import Snapshot
from playground.train.optimizers import OptimizerState, state_of
from playground.train.order import Order, OrderState
from playground.train.run import Run


@dataclass(frozen=True, slots=True)
class RunState:
    """Where a run stood between two steps. Nobody writes to its tensors.

    Parameters
    ----------
    document : Document
        What was trained.
    step : int
        Optimiser steps finished.
    epoch : float
        Samples seen / samples there are.
    seconds : float
        Training time, pauses excluded.
    weights : mapping
        "hidden.weight" -> tensor on the CPU: weights and running statistics of all networks.
    optimizers : mapping
        Role -> what its optimiser remembers.
    orders : mapping
        Name -> where the run stood in its shuffled data.
    generators : mapping
        "noise", "cpu", "cuda" -> state of the random numbers, uint8.
    kept : mapping
        What the experiment remembers (early stopping): plain values.
    meters : mapping
        Name of a scalar -> sum and number of the values since the last snapshot.
    numbers : mapping
        Newest of the scalars that are no means ("lr").
    scalars : mapping
        Of the last snapshot, when it was of this very step; else empty.
    """

    document: Document = field(repr=False)
    step: int
    epoch: float = 0.0
    seconds: float = 0.0
    weights: Mapping[str, Tensor] = field(default_factory=dict, repr=False)
    optimizers: Mapping[str, OptimizerState] = field(default_factory=dict, repr=False)
    orders: Mapping[str, OrderState] = field(default_factory=dict, repr=False)
    generators: Mapping[str, Tensor] = field(default_factory=dict, repr=False)
    kept: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    meters: Mapping[str, tuple[float, int]] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    scalars: Mapping[str, float] = field(default_factory=dict)

    @property
    def nbytes(self) -> int:
        """Bytes of all its tensors."""
        return sum(tensor.nbytes for tensor in self.tensors())

    def tensors(self) -> Iterator[Tensor]:
        """All of them."""
        yield from self.weights.values()
        for optimizer in self.optimizers.values():
            for slots in optimizer.slots.values():
                yield from slots.values()
        for order in self.orders.values():
            yield order.generator
        yield from self.generators.values()


def capture(run: Run) -> RunState:
    """A copy of where a run stands. Call it between two steps, on the training thread."""
    orders = {name: order.capture() for name, order in run.orders.items()}
    last = run.looks.last
    return RunState(
        document=run.document,
        step=run.step,
        epoch=run.epoch,
        seconds=run.clock.seconds,
        weights={name: _copied(tensor) for name, tensor in weights_of(run.models).items()},
        optimizers={role: _on_cpu(state) for role, state in optimizer_states(run).items()},
        orders=orders,
        generators={"noise": run.generator.get_state(), **run.dice.capture()},
        kept=copy.deepcopy(run.kept),
        meters=run.meters.capture(),
        numbers=dict(run.meters.numbers),
        scalars=dict(last.scalars) if last is not None and last.step == run.step else {},
    )


def restore(run: Run, state: RunState) -> None:
    """Put a run where the state was taken. Its experiment has to start anew afterwards.

    `Session.restore` does both. The state can be used again: everything is copied.

    Raises
    ------
    WeightsError
        The state belongs to another network; nothing has changed then.
    """
    weights = weights_of(run.models)
    _check_fit(weights, state)
    with torch.no_grad():
        for name, tensor in weights.items():
            tensor.copy_(state.weights[name])
    run.optimizers.clear()
    run.carried = {role: _on_cpu(found) for role, found in state.optimizers.items()}
    run.orders.clear()
    for name, order in state.orders.items():
        run.orders[name] = Order(run.document.train.seed, run.device)
        run.orders[name].restore(order)
    if "noise" in state.generators and len(state.generators["noise"]) == len(
        run.generator.get_state()
    ):  # a state from another kind of device has other random numbers
        run.generator.set_state(state.generators["noise"])
    run.dice.restore(state.generators)
    run.kept = copy.deepcopy(dict(state.kept))
    run.meters.restore(state.meters, state.numbers)
    run.step, run.epoch = state.step, state.epoch
    run.clock.set(state.seconds)
    run.looks.last = Snapshot(run.number, state.step, state.seconds, state.scalars)
    run.forget()


def weights_of(models: Mapping[str, nn.Module]) -> dict[str, Tensor]:
    """Name ("hidden.weight") -> tensor, all networks together: ids are unique in a document."""
    found: dict[str, Tensor] = {}
    for model in models.values():
        found.update(model.state_dict())
    return found


def optimizer_states(run: Run) -> dict[str, OptimizerState]:
    """Role -> what its optimiser remembers, whether it is at work or waits for the next start."""
    at_work = {
        role: state_of(optimizer, dict(run.models[role].named_parameters()))
        for role, optimizer in run.optimizers.items()
    }
    return {**run.carried, **at_work}


def _check_fit(weights: Mapping[str, Tensor], state: RunState) -> None:
    for name, tensor in weights.items():
        came = state.weights.get(name)
        if came is None or came.shape != tensor.shape:
            raise WeightsError(
                tr('The state has no "{name}" that fits this network.', name=name),
                hint=tr("Build the network that it was taken from."),
                node=name.rpartition(".")[0],
            )


def _copied(tensor: Tensor) -> Tensor:
    return tensor.detach().to("cpu", copy=True)


def _on_cpu(state: OptimizerState) -> OptimizerState:
    slots = {
        name: {slot: _copied(tensor) for slot, tensor in found.items()}
        for name, found in state.slots.items()
    }
    return OptimizerState(state.kind, dict(state.options), slots)
