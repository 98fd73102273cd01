"""A convolution is a dense layer whose rows share their weights."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from playground.explain.sharing import dense_count, dense_taps, shared_count
from playground.explain.windows import Axis


@pytest.mark.parametrize("mode", ["zeros", "replicate", "reflect", "circular"])
@pytest.mark.parametrize(("stride", "dilation"), [(1, 1), (2, 1), (1, 2)])
def test_the_matrix_gives_what_the_convolution_gives(mode, stride, dilation):
    layer = nn.Conv2d(1, 1, 3, stride, 1, dilation, bias=False, padding_mode=mode)
    x = torch.randn(1, 1, 5, 7)
    y = layer(x).detach().numpy()[0, 0]
    axes = [Axis(n, m, 3, stride, 1, dilation, mode) for n, m in zip((5, 7), y.shape, strict=True)]
    kernel = layer.weight.detach().numpy()[0, 0]
    taps = dense_taps(axes, y.size, 35)
    matrix = np.array([[sum(kernel[tap] for tap in cell) for cell in row] for row in taps])
    np.testing.assert_allclose(matrix @ x.numpy().ravel(), y.ravel(), atol=1e-5)


def test_the_counts_are_those_of_torch():
    conv, dense = nn.Conv2d(1, 8, 3, padding=1), nn.Linear(64, 512)
    assert shared_count((8, 1, 3, 3), True) == sum(p.numel() for p in conv.parameters()) == 80
    assert dense_count((1, 8, 8), (8, 8, 8), True) == sum(p.numel() for p in dense.parameters())
    assert dense_count((1, 8, 8), (8, 8, 8), False) == dense.weight.numel()
