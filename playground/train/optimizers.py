"""The optimisers of torch.optim that a document can name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import torch
from torch import nn

from playground.train.plain_step import plain

# those with a fused kernel: one call for all weights, which makes small networks faster
_FUSED = {"sgd", "adam", "adamw", "adagrad"}


def make_optimizer(
    name: str,
    parameters: Iterable[nn.Parameter],
    *,
    lr: float,
    momentum: float = 0.0,
    weight_decay: float = 0.0,
    betas: tuple[float, float] = (0.9, 0.999),
) -> torch.optim.Optimizer:
    """An optimiser by its name in snake_case: sgd, adam, adamw, rmsprop or adagrad.

    `momentum` goes to those that have one (sgd, rmsprop), `betas` to adam and adamw. Parameters
    without a gradient are left alone, so a block can be frozen and thawed while the optimiser
    lives.
    """
    parameters = list(parameters)
    options: dict[str, Any] = {"lr": lr, "weight_decay": weight_decay}
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
    return plain(classes[name])(parameters, **options)


def set_lr(optimizer: torch.optim.Optimizer, lr: float) -> None:
    """Change the learning rate; momenta and the like stay as they are."""
    for group in optimizer.param_groups:
        if group["lr"] != lr:
            group["lr"] = lr
