"""Regularisation in training: the same arithmetic for every experiment and engine.

L2 is the weight decay of the optimiser, which may differ from weight to weight. L1 is a term that
is added to the loss that is differentiated; the loss that is shown is without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from torch import Tensor

from playground.document.model import Document
from playground.document.penalties import rates

if TYPE_CHECKING:
    from playground.train.run import Run


def decays(
    flat: Document, parameters: Mapping[str, Tensor], weight_decay: float
) -> tuple[float, ...]:
    """Weight decay of each parameter of a network; `weight_decay` is that of the training."""
    found = rates(flat, _axes(parameters), weight_decay=weight_decay).decay
    return tuple(found[name] for name in parameters)


def l1_rates(flat: Document, parameters: Mapping[str, Tensor], l1: float) -> dict[str, float]:
    """Name -> rate of |w| of the weights that have one; `l1` is that of the training."""
    return dict(rates(flat, _axes(parameters), l1=l1).l1)


def l1_term(weights: Mapping[str, Tensor], rate_of: Mapping[str, float]) -> Tensor | float:
    """The sum of rate * |w| over all weights that have a rate; 0 where none has."""
    by_rate: dict[float, list[str]] = {}
    for name, rate in rate_of.items():
        by_rate.setdefault(rate, []).append(name)
    terms = (rate * sum(weights[n].abs().sum() for n in names) for rate, names in by_rate.items())
    return sum(terms, 0.0)


def added_l1(run: Run, role: str, l1: float = 0.0) -> Callable[[Tensor], Tensor]:
    """A function that adds the L1 term of a network to its loss.

    Parameters
    ----------
    run : Run
    role : str
        Which network.
    l1 : float
        Rate of the training, for blocks without a penalty of their own.
    """
    parameters = dict(run.models[role].named_parameters())
    rate_of = l1_rates(run.flat, parameters, l1)
    if not rate_of:
        return lambda loss: loss
    return lambda loss: loss + l1_term(parameters, rate_of)


def _axes(parameters: Mapping[str, Tensor]) -> dict[str, int]:
    return {name: tensor.ndim for name, tensor in parameters.items()}
