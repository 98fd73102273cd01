"""The tensor work of adversarial training; imports torch, so `gan` imports it when a run starts."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from playground.blocks.base import Shape


def draw(shapes: Sequence[Shape], count: int, generator: torch.Generator) -> list[Tensor]:
    """Standard normal noise (count, *shape) for each shape, on the generator's device."""
    return [
        torch.randn(count, *shape, generator=generator, device=generator.device) for shape in shapes
    ]


def descend(optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    """One step of an optimiser down a loss, with gradients for its own parameters only.

    The networks play against each other: a loss of one flows through the other, whose gradients
    must stay those of its own loss. With all blocks frozen there is nothing to do.
    """
    parameters = [p for g in optimizer.param_groups for p in g["params"] if p.requires_grad]
    optimizer.zero_grad(set_to_none=True)
    if parameters:
        loss.backward(inputs=parameters)  # type: ignore[no-untyped-call]
        optimizer.step()


def energy_distance(a: Tensor, b: Tensor) -> float:
    """How far two sets of samples are from having the same distribution; about 0 when they have.

    Parameters
    ----------
    a, b : Tensor
        Samples (N, *shape) and (M, *shape).

    Returns
    -------
    float
        sqrt(2 E|A - B| - E|A - A'| - E|B - B'|) over all pairs, in the unit of the samples, >= 0.
        It grows when a generator misses some kinds of samples, and when it makes bad ones.

    Notes
    -----
    Source: Szekely and Rizzo 2013, Energy statistics, J. Statistical Planning and Inference 143(8).
    """
    a, b = a.flatten(1), b.flatten(1)
    across, within = torch.cdist(a, b).mean(), torch.cdist(a, a).mean() + torch.cdist(b, b).mean()
    return float((2 * across - within).clamp(min=0.0).sqrt())


def modes(samples: Tensor, centres: Tensor, reach: float) -> tuple[int, float]:
    """How many clouds a generator has found, and the share of its samples that lie in one.

    Parameters
    ----------
    samples : Tensor
        (N, D).
    centres : Tensor
        (M, D), in the unit of the samples.
    reach : float
        A sample this near to a centre belongs to its cloud, in the same unit.

    Returns
    -------
    tuple of int and float
        Clouds that hold at least 1 % of the samples, and the share of samples in any cloud.

    Notes
    -----
    Source: Metz et al. 2017, Unrolled generative adversarial networks, arXiv:1611.02163.
    """
    inside = torch.cdist(samples, centres) <= reach
    share = inside.float().mean(dim=0)
    return int((share >= 0.01).sum()), float(inside.any(dim=1).float().mean())
