"""A small convolution as a product of matrices, which the compiler can merge with its neighbours.

torch's own convolutions are made for large pictures and many channels: in small ones most of their
time goes into preparations, again in each step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F
from torch.overrides import TorchFunctionMode

# Beyond these torch's own convolution was faster (measured with 1 to 64 channels, 8x8 and 4x4):
LARGEST_PATCH = 300  # numbers under a kernel
LARGEST_TABLE = 400_000  # numbers of all patches of a batch: 1.6 MB


class SmallConvolutions(TorchFunctionMode):
    """While it is entered, convolutions of small patches are products of matrices."""

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Sequence[type],
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        if func is torch.conv2d:
            return conv2d(*args, **(kwargs or {}))
        return func(*args, **(kwargs or {}))


def conv2d(
    x: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: int | Sequence[int] = 1,
    padding: int | str | Sequence[int] = 0,
    dilation: int | Sequence[int] = 1,
    groups: int = 1,
) -> Tensor:
    """As `torch.nn.functional.conv2d`; as a product of matrices where that is faster.

    Parameters
    ----------
    x : Tensor
        (N, C, H, W).
    weight : Tensor
        (O, C, h, w).
    """
    if isinstance(padding, str) or groups != 1 or x.ndim != 4:
        return F.conv2d(x, weight, bias, stride, padding, dilation, groups)
    (down, right), (top, left), (apart, aside) = map(_pair, (stride, padding, dilation))
    count, channels, height, width = x.shape
    kernels, _, h, w = weight.shape
    rows = (height + 2 * top - apart * (h - 1) - 1) // down + 1
    columns = (width + 2 * left - aside * (w - 1) - 1) // right + 1
    patch = channels * h * w
    if patch > LARGEST_PATCH or patch * count * rows * columns > LARGEST_TABLE:
        return F.conv2d(x, weight, bias, stride, padding, dilation, groups)
    padded = F.pad(x, (left, left, top, top))
    shifted = [
        padded[
            :, :, i : i + (rows - 1) * down + 1 : down, j : j + (columns - 1) * right + 1 : right
        ]
        for i in range(0, apart * h, apart)
        for j in range(0, aside * w, aside)
    ]
    table = torch.stack(shifted).permute(2, 0, 1, 3, 4).reshape(patch, count * rows * columns)
    product = weight.reshape(kernels, patch) @ table
    y = product.view(kernels, count, rows, columns).transpose(0, 1)
    return y if bias is None else y + bias.view(-1, 1, 1)


def _pair(value: int | Sequence[int]) -> tuple[int, int]:
    first, second = (value, value) if isinstance(value, int) else value
    return first, second
