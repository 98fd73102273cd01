"""New layers that start by handing on what they take."""

from __future__ import annotations

import torch
from torch import Tensor, nn


def starts_as_identity(module: nn.Module) -> bool:
    """Whether a fresh module can hand on exactly what it takes."""
    if isinstance(module, nn.Linear):
        return module.in_features == module.out_features
    if not isinstance(module, nn.Conv2d) or module.in_channels != module.out_channels:
        return False
    return all(
        kernel % 2 == 1 and stride == 1 and padding == dilation * (kernel - 1) // 2
        for kernel, stride, padding, dilation in zip(
            module.kernel_size,
            module.stride,
            module.padding if isinstance(module.padding, tuple) else (-1, -1),
            module.dilation,
            strict=True,
        )
    )


def identity_tensors(module: nn.Module) -> dict[str, Tensor]:
    """Name of a tensor of a module -> its values for that."""
    weight = module.get_parameter("weight")
    ones = torch.empty_like(weight, requires_grad=False)
    if weight.ndim == 2:
        nn.init.eye_(ones)
    else:
        nn.init.dirac_(ones, getattr(module, "groups", 1))
    found = {"weight": ones}
    if getattr(module, "bias", None) is not None:
        found["bias"] = torch.zeros_like(module.get_parameter("bias"))
    return found
