"""The terms of the evidence lower bound; imports torch, so `vae` imports it when a run starts."""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F


def draw_code(mean: Tensor, log_variance: Tensor, generator: Any) -> Tensor:
    """A code (N, latent) from each normal distribution, so that gradients reach its parameters.

    Source: Kingma & Welling 2014, arXiv:1312.6114, section 2.4 (reparametrisation).
    """
    noise = torch.randn(mean.shape, generator=generator, device=mean.device)
    return mean + (0.5 * log_variance).exp() * noise


def divergence(mean: Tensor, log_variance: Tensor) -> Tensor:
    """KL divergence (N,) of normal distributions from the standard one, in nats.

    Source: Kingma & Welling 2014, arXiv:1312.6114, appendix B.
    """
    return 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance).sum(dim=1)


def surprise(loss: str, back: Tensor, x: Tensor, deviation: float = 1.0) -> Tensor:
    """-log p(x|z) (N,) in nats, for what a decoder gives back (N, *shape).

    bce_with_logits: each number is a probability, given as logit. mse: each number comes from a
    normal distribution around what is given, with this standard deviation in the data's unit.
    """
    if loss == "bce_with_logits":
        each = F.binary_cross_entropy_with_logits(back, x, reduction="none")
    else:
        each = 0.5 * (((x - back) / deviation).square() + math.log(2 * math.pi * deviation**2))
    return each.flatten(1).sum(dim=1)
