"""The optimisers of torch.optim that a document can name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from playground.errors import TrainError
from playground.i18n import tr
from playground.plain_step import plain
from playground.train.moments import Options, convert

# those with a fused kernel: one call for all weights, which makes small networks faster
_FUSED = {"sgd", "adam", "adamw", "adagrad"}


@dataclass(frozen=True, slots=True)
class OptimizerState:
    """What an optimiser remembers, without the optimiser.

    Parameters
    ----------
    kind : str
        "sgd", "adam", ...
    options : mapping
        Its settings when the state was taken; they say in which scale the slots are.
    slots : mapping
        Name of a weight ("hidden.weight") -> "exp_avg" -> tensor. Weights that it has not moved yet
        are left out.
    """

    kind: str
    options: Options
    slots: Mapping[str, Mapping[str, Tensor]]


OPTIONS = ("momentum", "betas", "alpha")  # those that say in which scale the slots are


def make_optimizer(
    name: str,
    parameters: Iterable[nn.Parameter],
    *,
    lr: float,
    momentum: float = 0.0,
    weight_decay: float | Sequence[float] = 0.0,
    betas: tuple[float, float] = (0.9, 0.999),
) -> torch.optim.Optimizer:
    """An optimiser by its name in snake_case: sgd, adam, adamw, rmsprop or adagrad.

    `weight_decay` is one for all parameters, or one for each of them.
    `momentum` goes to those that have one (sgd, rmsprop), `betas` to adam and adamw. Parameters
    without a gradient are left alone, so a block can be frozen and thawed while the optimiser
    lives.
    """
    parameters = list(parameters)
    options: dict[str, Any] = {"lr": lr}
    if name in {"sgd", "rmsprop"}:
        options["momentum"] = momentum
    if name in {"adam", "adamw"}:
        options["betas"] = betas
    if name in _FUSED and all(p.device.type in {"cpu", "cuda"} for p in parameters):
        options["fused"] = True
    classes = {
        "sgd": torch.optim.SGD,
        "adam": torch.optim.Adam,
        "adamw": torch.optim.AdamW,
        "rmsprop": torch.optim.RMSprop,
        "adagrad": torch.optim.Adagrad,
    }
    if not parameters:
        raise TrainError(
            tr("There are no weights to train."),
            hint=tr("Add a block that learns, such as a linear layer, or unmute one."),
        )
    if not isinstance(weight_decay, Sequence):
        weight_decay = (weight_decay,) * len(parameters)
    groups: dict[float, list[nn.Parameter]] = {}
    for parameter, decay in zip(parameters, weight_decay, strict=True):
        groups.setdefault(decay, []).append(parameter)
    made = [{"params": found, "weight_decay": decay} for decay, found in groups.items()]
    return plain(classes[name])(made, **options)


def set_lr(optimizer: torch.optim.Optimizer, lr: float) -> None:
    """Change the learning rate; momenta and the like stay as they are."""
    for group in optimizer.param_groups:
        if group["lr"] != lr:
            group["lr"] = lr


def state_of(
    optimizer: torch.optim.Optimizer, parameters: Mapping[str, nn.Parameter]
) -> OptimizerState:
    """What an optimiser remembers of these weights; the tensors are its own, no copies."""
    group = optimizer.param_groups[0]
    return OptimizerState(
        kind=type(optimizer).__name__.lower(),
        options={name: group[name] for name in OPTIONS if name in group},
        slots={
            name: {slot: t for slot, t in optimizer.state[p].items() if isinstance(t, Tensor)}
            for name, p in parameters.items()
            if optimizer.state.get(p)
        },
    )


def adopt(
    optimizer: torch.optim.Optimizer, parameters: Mapping[str, nn.Parameter], state: OptimizerState
) -> None:
    """Let a new optimiser go on where another one ended, as far as that applies.

    One of the same kind goes on to the bit; another kind takes over the means of past gradients and
    of their squares that both know. Weights of another shape start afresh.
    """
    kind, group = type(optimizer).__name__.lower(), optimizer.param_groups[0]
    for name, parameter in parameters.items():
        slots = dict(state.slots.get(name, {}))
        if any(t.ndim and t.shape != parameter.shape for t in slots.values()):
            continue
        if kind != state.kind:
            slots = convert(slots, state.kind, kind, state.options, group)
        elif kind == "rmsprop" and slots and group["momentum"] and "momentum_buffer" not in slots:
            slots = {**slots, "momentum_buffer": torch.zeros_like(parameter)}
        if slots:
            optimizer.state[parameter] = {
                slot: _placed(t, slot, parameter, group) for slot, t in slots.items()
            }


def _placed(tensor: Tensor, slot: str, parameter: nn.Parameter, group: Mapping[str, Any]) -> Tensor:
    """Where torch keeps it: fused kernels want the count of steps beside the weights."""
    if slot == "step":
        fused = group.get("fused") or group.get("capturable")
        return tensor.to(parameter.device if fused else "cpu", torch.float32)
    return tensor.to(parameter.device, parameter.dtype)
