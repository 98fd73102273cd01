"""The losses of torch by the names that documents give them, for probes that measure one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor


def _functional(name: str) -> Callable[[Tensor, Tensor], Tensor]:
    def loss(outputs: Tensor, y: Tensor) -> Tensor:
        from torch.nn import functional as F

        found: Tensor = getattr(F, name)(outputs, y)
        return found

    return loss


LOSSES = {
    "cross_entropy": _functional("cross_entropy"),
    "bce_with_logits": _functional("binary_cross_entropy_with_logits"),
    "mse": _functional("mse_loss"),
    "l1": _functional("l1_loss"),
    "smooth_l1": _functional("smooth_l1_loss"),
}


def as_target(y: Tensor, loss: str, outputs: Tensor) -> Tensor:
    """As `train.losses.targets_for`: labels become numbers where the loss compares numbers."""
    from torch.nn import functional as F

    if y.is_floating_point() or loss == "cross_entropy":
        return y
    if outputs.shape[1:] == (1,):
        return y.to(outputs.dtype).unsqueeze(1)
    return F.one_hot(y, outputs.shape[1]).to(outputs.dtype)
