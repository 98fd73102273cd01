"""What an optimiser remembers of a weight, in terms that all optimisers share.

Every optimiser here keeps a mean of past gradients, a mean of their squares, or both, each in its
own scale. Converted to plain means, they carry over when the user takes another optimiser.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

Slots = dict[str, Tensor]  # "exp_avg" -> tensor, as torch names them
Options = Mapping[str, Any]  # of a param group: "momentum", "betas", ...


@dataclass(frozen=True, slots=True)
class Moments:
    """Estimates for one weight, without the bias of a start at zero.

    Parameters
    ----------
    mean : Tensor or None
        Mean of the gradients, in the shape of the weight; None: not known.
    square : Tensor or None
        Mean of their squares.
    steps : int
        Steps behind the estimates; 0: not counted.
    """

    mean: Tensor | None = None
    square: Tensor | None = None
    steps: int = 0


def convert(slots: Slots, old: str, new: str, before: Options, after: Options) -> Slots:
    """What one optimiser remembers of a weight, as another one would.

    Parameters
    ----------
    slots : dict
        Of the old optimiser; empty when it has not seen the weight yet.
    old, new : str
        "sgd", "adam", "adamw", "rmsprop" or "adagrad".
    before, after : mapping
        Options of the old and of the new one.

    Returns
    -------
    dict
        Slots of the new optimiser; empty where nothing applies, so that it starts afresh.
    """
    if not slots:
        return {}
    return _WRITERS[new](_READERS[old](slots, before), after)


def _read_sgd(slots: Slots, options: Options) -> Moments:
    buffer = slots.get("momentum_buffer")
    # a steady gradient g piles up to g / (1 - momentum)
    return Moments(mean=None if buffer is None else buffer * (1.0 - options["momentum"]))


def _read_adam(slots: Slots, options: Options) -> Moments:
    steps, (beta1, beta2) = int(slots["step"].item()), options["betas"]
    if steps < 1:
        return Moments()
    return Moments(
        slots["exp_avg"] / (1.0 - beta1**steps), slots["exp_avg_sq"] / (1.0 - beta2**steps), steps
    )


def _read_rmsprop(slots: Slots, options: Options) -> Moments:
    steps = int(slots["step"].item())
    if steps < 1:
        return Moments()
    return Moments(square=slots["square_avg"] / (1.0 - options["alpha"] ** steps), steps=steps)


def _read_adagrad(slots: Slots, options: Options) -> Moments:
    steps = int(slots["step"].item())
    return Moments(square=slots["sum"] / steps, steps=steps) if steps else Moments()


def _write_sgd(moments: Moments, options: Options) -> Slots:
    if moments.mean is None or not options["momentum"]:
        return {}
    return {"momentum_buffer": moments.mean / (1.0 - options["momentum"])}


def _write_adam(moments: Moments, options: Options) -> Slots:
    if moments.mean is None and moments.square is None:
        return {}
    beta1, beta2 = options["betas"]
    # Without a count, as many steps as the mean spans. A known mean without known squares takes its
    # own square for them: less than the truth, which the next few gradients mend, and never 0.
    steps = moments.steps or round(1.0 / (1.0 - beta1))
    square = moments.mean**2 if moments.square is None else moments.square  # type: ignore[operator]
    mean = torch.zeros_like(square) if moments.mean is None else moments.mean
    return {
        "step": torch.tensor(float(steps)),
        "exp_avg": mean * (1.0 - beta1**steps),
        "exp_avg_sq": square * (1.0 - beta2**steps),
    }


def _write_rmsprop(moments: Moments, options: Options) -> Slots:
    if moments.square is None:
        return {}
    slots = {"step": torch.tensor(float(moments.steps)), "square_avg": moments.square.clone()}
    if options["momentum"]:
        slots["momentum_buffer"] = torch.zeros_like(moments.square)
    return slots


def _write_adagrad(moments: Moments, options: Options) -> Slots:
    if moments.square is None:
        return {}
    return {
        "step": torch.tensor(float(moments.steps)),
        "sum": moments.square * max(moments.steps, 1),
    }


_READERS: dict[str, Callable[[Slots, Options], Moments]] = {
    "sgd": _read_sgd,
    "adam": _read_adam,
    "adamw": _read_adam,
    "rmsprop": _read_rmsprop,
    "adagrad": _read_adagrad,
}
_WRITERS: dict[str, Callable[[Moments, Options], Slots]] = {
    "sgd": _write_sgd,
    "adam": _write_adam,
    "adamw": _write_adam,
    "rmsprop": _write_rmsprop,
    "adagrad": _write_adagrad,
}
