"""Pooling taken apart is the pooling torch computes, and so is the way of its gradient."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch import nn

from playground.explain import pool
from playground.explain.pool import Adaptive
from playground.explain.windows import Axis


@st.composite
def cases(draw, kind):
    """A pooling layer, an image with equal numbers in it, and the axes of its windows."""
    kernel = draw(st.integers(1, 4))
    stride = draw(st.integers(1, 4))
    padding = draw(st.integers(0, kernel // 2))
    ceil = draw(st.booleans())
    sizes = draw(st.integers(4, 9)), draw(st.integers(4, 9))
    if kind == "max":
        dilation = draw(st.integers(1, 2))
        layer = nn.MaxPool2d(kernel, stride, padding, dilation, ceil_mode=ceil)
    else:
        dilation = 1
        layer = nn.AvgPool2d(kernel, stride, padding, ceil, draw(st.booleans()))
    assume(min(sizes) + 2 * padding >= dilation * (kernel - 1) + 1)
    x = torch.randint(-3, 4, (1, *sizes)).double().requires_grad_()
    y = layer(x)
    axes = [
        Axis(x.shape[i], y.shape[i], kernel, stride, padding, dilation) for i in range(1, x.ndim)
    ]
    return layer, x, y, axes


def check(x, y, axes, kind, include=True):
    values = x.detach().numpy()[0]
    for place in np.ndindex(*y.shape[1:]):
        one = pool.pooled(values, axes, place, kind, include)
        assert one.total == pytest.approx(y[(0, *place)].item())
    pull = torch.randn_like(y)
    (expected,) = torch.autograd.grad(y, x, pull)
    returned = pool.returned(values, pull.numpy()[0], axes, kind, include)
    np.testing.assert_allclose(returned, expected[0].numpy(), atol=1e-12)
    np.testing.assert_allclose(
        pool.pooled_map(values, axes, kind, include), y[0].detach().numpy(), atol=1e-12
    )


@settings(deadline=None, max_examples=50)
@given(cases("max"))
def test_maximum_and_the_way_of_its_gradient_are_torchs(case):
    _, x, y, axes = case
    check(x, y, axes, "max")
    _, indices = torch.nn.functional.max_pool2d(
        x,
        axes[0].kernel,
        axes[0].stride,
        axes[0].padding,
        axes[0].dilation,
        case[0].ceil_mode,
        True,
    )
    np.testing.assert_array_equal(pool.winners(x.detach().numpy()[0], axes), indices[0].numpy())


@settings(deadline=None, max_examples=50)
@given(cases("avg"))
def test_average_and_the_way_of_its_gradient_are_torchs(case):
    layer, x, y, axes = case
    check(x, y, axes, "avg", layer.count_include_pad)


@settings(deadline=None, max_examples=30)
@given(st.integers(3, 9), st.integers(3, 9), st.integers(1, 3), st.integers(1, 3))
def test_adaptive_windows_are_torchs(height, width, down, across):
    x = torch.randn(1, height, width, dtype=torch.float64, requires_grad=True)
    axes = [Adaptive(height, down), Adaptive(width, across)]
    check(x, nn.AdaptiveAvgPool2d((down, across))(x), axes, "avg")
    check(x, nn.AdaptiveMaxPool2d((down, across))(x), axes, "max")


def test_global_pooling_is_one_window_over_everything():
    x = np.arange(12.0).reshape(3, 4)
    one = pool.pooled(x, [Adaptive(3, 1), Adaptive(4, 1)], (0, 0), "avg")
    assert one.divisor == 12
    assert one.total == 5.5


def test_the_last_nan_of_a_window_wins_as_in_torch():
    x = torch.tensor([[[1.0, np.nan, 0.0], [np.nan, 2.0, 5.0]]], requires_grad=True)
    axes = [Axis(2, 1, 2, 2), Axis(3, 1, 2, 2)]
    y = nn.MaxPool2d(2)(x)
    y.sum().backward()
    one = pool.pooled(x.detach().numpy()[0], axes, (0, 0), "max")
    assert np.isnan(one.total)
    assert x.grad[0][one.source()] == 1.0


def test_a_window_of_nothing_but_minus_infinity_has_a_winner_on_the_image():
    x = torch.full((1, 2, 2), -np.inf, requires_grad=True)
    y = nn.MaxPool2d(2, 2, 1)(x)
    y[0, 0, 0].backward()
    one = pool.pooled(x.detach().numpy()[0], [Axis(2, 2, 2, 2, 1)] * 2, (0, 0), "max")
    assert x.grad[0][one.source()] == 1.0


def test_a_shifted_image_leaves_zeros_behind():
    x = np.arange(1.0, 7.0).reshape(2, 3)
    np.testing.assert_array_equal(pool.shifted(x, (0, 1)), [[0, 1, 2], [0, 4, 5]])
    np.testing.assert_array_equal(pool.shifted(x, (-1, 0)), [[4, 5, 6], [0, 0, 0]])
    assert pool.kept(x, pool.shifted(x, (0, 0))) == 1.0
    assert pool.kept(x, pool.shifted(x, (0, 1))) == 0.0
