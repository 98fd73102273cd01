"""A convolution as a product of matrices is the convolution."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional as F

from playground.train.turbo import convolution
from playground.train.turbo.convolution import SmallConvolutions, conv2d


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"padding": 1},
        {"padding": (2, 0), "stride": (1, 2)},
        {"stride": 2, "dilation": (2, 1), "padding": 2},
        {"padding": "same"},  # left to torch
        {"groups": 2},
    ],
    ids=str,
)
@pytest.mark.parametrize("bias", [True, False])
def test_values_and_gradients_are_those_of_torch(options, bias):
    generator = torch.Generator().manual_seed(2)

    def random(*shape):
        values = torch.randn(shape, generator=generator, dtype=torch.float64)
        return values.requires_grad_()

    channels = 4 // options.get("groups", 1)
    x, weight = random(3, 4, 7, 9), random(6, channels, 3, 5)
    parts = [x, weight, random(6) if bias else None]
    theirs, ours = F.conv2d(*parts, **options), conv2d(*parts, **options)
    torch.testing.assert_close(ours, theirs, rtol=1e-12, atol=1e-12)
    pull = torch.randn(theirs.shape, generator=generator, dtype=torch.float64)
    wanted = [part for part in parts if part is not None]
    for mine, its in zip(
        torch.autograd.grad(ours, wanted, pull),
        torch.autograd.grad(theirs, wanted, pull),
        strict=True,
    ):
        torch.testing.assert_close(mine, its, rtol=1e-12, atol=1e-12)


def test_large_ones_are_left_to_torch(monkeypatch):
    asked, pad = [], F.pad
    monkeypatch.setattr(convolution.F, "pad", lambda *args: asked.append(args) or pad(*args))
    with SmallConvolutions():
        F.conv2d(torch.ones(2, 8, 6, 6), torch.ones(4, 8, 3, 3))
        assert len(asked) == 1
        F.conv2d(torch.ones(2, 64, 6, 6), torch.ones(4, 64, 3, 3))  # a patch of 576 numbers
        F.conv2d(
            torch.ones(400, 8, 20, 20), torch.ones(4, 8, 3, 3)
        )  # a table of 37 million numbers
    assert len(asked) == 1
