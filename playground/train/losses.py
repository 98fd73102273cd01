"""Losses of torch.nn.functional, with the targets in the form that each one takes."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional as F

FUNCTIONS: dict[str, Callable[..., Tensor]] = {
    "cross_entropy": F.cross_entropy,
    "bce_with_logits": F.binary_cross_entropy_with_logits,
    "mse": F.mse_loss,
    "l1": F.l1_loss,
    "smooth_l1": F.smooth_l1_loss,
}


def targets_for(loss: str, y: Tensor, outputs: tuple[int, ...]) -> Tensor:
    """The targets as the loss wants them, made once before the training.

    Parameters
    ----------
    loss : str
        A key of `FUNCTIONS`.
    y : Tensor
        int64 labels (N,), or float32 values (N, ...).
    outputs : tuple of int
        Shape of the network's output for one sample.

    Returns
    -------
    Tensor
        int64 (N,) for cross-entropy of labels; else float32 of the shape of the output: labels
        become 0 or 1 for a single output, and one-hot rows for one output a class.
    """
    if y.is_floating_point():
        return y
    if loss == "cross_entropy":
        return y
    if outputs == (1,):
        return y.to(torch.float32).unsqueeze(1)
    return F.one_hot(y, outputs[0]).to(torch.float32)


def labels_of(y: Tensor) -> Tensor:
    """int64 labels (N,) from labels or one-hot rows (N, C)."""
    return y.argmax(1) if y.is_floating_point() else y


def decide(loss: str, outputs: Tensor) -> Tensor:
    """The classes int64 (N,) that outputs (N, C) or (N, 1) stand for.

    A single output is a yes from the point where yes and no are equally likely: a logit of 0, or
    the value 0.5 where the loss compares values.
    """
    if outputs.shape[1] > 1:
        return outputs.argmax(1)
    return (outputs[:, 0] > (0.0 if loss == "bce_with_logits" else 0.5)).long()
