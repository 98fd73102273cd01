"""Losses of torch.nn.functional, with the targets in the form that each one takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F


def cross_entropy(outputs: Tensor, target: Tensor, **options: Any) -> Tensor:
    """Cross-entropy of torch, also of a class at each step: outputs (N, T, C), target (N, T).

    Every step counts the same; with `reduction="none"` the losses have the shape of the target.
    """
    if outputs.ndim < 3 or target.is_floating_point():
        return F.cross_entropy(outputs, target, **options)
    each = F.cross_entropy(outputs.flatten(0, -2), target.flatten(), **options)
    return each.reshape(target.shape) if each.ndim else each


FUNCTIONS: dict[str, Callable[..., Tensor]] = {
    "cross_entropy": cross_entropy,
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
        int64 labels (N,) or tokens (N, T), or float32 values (N, ...).
    outputs : tuple of int
        Shape of the network's output for one sample.

    Returns
    -------
    Tensor
        int64 (N,) for cross-entropy of labels, (N, T) of tokens; else float32 of the shape of the
        output: labels become 0 or 1 for a single output, and one-hot rows for one output a class.
    """
    if y.is_floating_point():
        return y
    if loss == "cross_entropy":
        return y
    if outputs == (1,):
        return y.to(torch.float32).unsqueeze(1)
    return F.one_hot(y, outputs[0]).to(torch.float32)


def balanced(labels: Tensor, num_classes: int) -> Tensor:
    """Weights float32 (C,) with which each class counts the same: N / (C * samples of the class).

    As scikit-learn's class_weight="balanced"; 0 for a class without samples.
    """
    counts = labels.bincount(minlength=num_classes).float()
    return torch.where(counts > 0, len(labels) / (num_classes * counts), 0.0)


def weighted(loss: str, weights: Tensor) -> Callable[[Tensor, Tensor], Tensor]:
    """A loss in which a sample counts as much as its class weighs.

    Cross-entropy as torch does it: the mean is over the weights. The others are the mean over the
    samples of loss times weight; one output stands for the classes 0 and 1.

    Parameters
    ----------
    loss : str
        A key of `FUNCTIONS`.
    weights : Tensor
        float32 (C,), one a class.

    Returns
    -------
    callable
        Outputs and targets, as `targets_for` gives them, -> the loss.
    """
    function = FUNCTIONS[loss]

    def of_labels(outputs: Tensor, target: Tensor) -> Tensor:
        if target.is_floating_point():  # one-hot rows
            return of_numbers(outputs, target)
        return function(outputs, target, weight=weights)

    def of_numbers(outputs: Tensor, target: Tensor) -> Tensor:
        label = target.long().flatten() if target.shape[1:] == (1,) else target.argmax(1)
        each = function(outputs, target, reduction="none")
        each = each.flatten(1).mean(1) if each.ndim > 1 else each
        return (each * weights[label]).mean()

    return of_labels if loss == "cross_entropy" else of_numbers


def labels_of(y: Tensor) -> Tensor:
    """int64 labels (N,) from labels or one-hot rows (N, C)."""
    return y.argmax(1) if y.is_floating_point() else y


def decide(loss: str, outputs: Tensor) -> Tensor:
    """The classes int64 (N,) that outputs (N, C) or (N, 1) stand for; of (N, T, C) those (N, T).

    A single output is a yes from the point where yes and no are equally likely: a logit of 0, or
    the value 0.5 where the loss compares values.
    """
    if outputs.ndim > 2 or outputs.shape[1] > 1:
        return outputs.argmax(-1)
    return (outputs[:, 0] > (0.0 if loss == "bce_with_logits" else 0.5)).long()
