"""A convolution taken apart is the convolution torch computes."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch import nn

from playground.explain import conv
from playground.explain.windows import Axis

MODES = ("zeros", "reflect", "replicate", "circular")


def axes_of(layer, x, y):
    return [
        Axis(
            x.shape[i + 1],
            y.shape[i + 1],
            layer.kernel_size[i],
            layer.stride[i],
            layer.padding[i],
            layer.dilation[i],
            layer.padding_mode,
        )
        for i in range(x.ndim - 1)
    ]


@st.composite
def cases(draw, rank=2):
    """A layer of any kind, an image that is rarely square, and what torch makes of it."""
    groups = draw(st.sampled_from([1, 2, 3]))
    sizes = [draw(st.integers(3, 9)) for _ in range(rank)]
    padding = draw(st.integers(0, 2))
    layer = (nn.Conv1d if rank == 1 else nn.Conv2d)(
        groups * draw(st.integers(1, 2)),
        groups * draw(st.integers(1, 2)),
        tuple(draw(st.integers(1, 3)) for _ in range(rank)),
        draw(st.integers(1, 3)),
        padding,
        draw(st.integers(1, 2)),
        groups,
        draw(st.booleans()),
        draw(st.sampled_from(MODES)),
        dtype=torch.float64,
    )
    spans = [d * (k - 1) + 1 for d, k in zip(layer.dilation, layer.kernel_size, strict=True)]
    assume(all(n + 2 * padding >= span for n, span in zip(sizes, spans, strict=True)))
    x = torch.randn(layer.in_channels, *sizes, dtype=torch.float64)
    with torch.no_grad():
        y = layer(x)
    return layer, x, y


def numbers(layer):
    bias = None if layer.bias is None else layer.bias.detach().numpy()
    return layer.weight.detach().numpy(), bias


def check_every_cell(layer, x, y):
    weight, bias = numbers(layer)
    axes = axes_of(layer, x, y)
    for unit, *place in np.ndindex(*y.shape):
        cell = conv.cell(x.numpy(), weight, bias, axes, unit, tuple(place), layer.groups)
        assert cell.total == pytest.approx(y[(unit, *place)].item(), abs=1e-9)
        assert cell.products.sum() + cell.bias == pytest.approx(cell.total, abs=1e-9)
        assert not cell.patch[:, ~cell.inside].any()
        for tap in zip(*np.nonzero(cell.inside), strict=True):
            at = tuple(int(p[i]) for p, i in zip(cell.places, tap, strict=True))
            for number, channel in enumerate(cell.channels):
                assert cell.patch[(number, *tap)] == x[(channel, *at)].item()


@settings(deadline=None, max_examples=50)
@given(cases())
def test_every_cell_of_a_2d_convolution_is_torchs(case):
    check_every_cell(*case)


@settings(deadline=None, max_examples=50)
@given(cases(rank=1))
def test_every_cell_of_a_1d_convolution_is_torchs(case):
    check_every_cell(*case)


@settings(deadline=None, max_examples=50)
@given(cases())
def test_shares_of_the_channels_add_up_to_the_map(case):
    layer, x, y = case
    weight, bias = numbers(layer)
    axes = axes_of(layer, x, y)
    for unit in range(len(y)):
        maps = conv.channel_maps(x.numpy(), weight, axes, unit, layer.groups)
        own = 0.0 if bias is None else bias[unit]
        np.testing.assert_allclose(maps.sum(0) + own, y[unit].numpy(), atol=1e-9)
        whole = conv.output_map(x.numpy(), weight, bias, axes, unit, layer.groups)
        np.testing.assert_allclose(whole, y[unit].numpy(), atol=1e-9)


@settings(deadline=None, max_examples=50)
@given(cases(), st.floats(-2, 2))
def test_one_weight_moves_the_whole_map_as_torch_says(case, change):
    layer, x, y = case
    axes = axes_of(layer, x, y)
    tap = tuple(k - 1 for k in layer.kernel_size)
    channel = conv.channels_of(0, layer.out_channels, layer.in_channels, layer.groups)[0]
    with torch.no_grad():
        layer.weight[(0, 0, *tap)] += change
        after = layer(x)
    moved = conv.moved(y[0].numpy(), x[channel].numpy(), axes, tap, change)
    np.testing.assert_allclose(moved, after[0].numpy(), atol=1e-9)


@settings(deadline=None, max_examples=50)
@given(cases())
def test_a_place_of_the_input_knows_the_windows_that_look_at_it(case):
    layer, x, y = case
    assume(layer.padding_mode == "zeros")
    with torch.no_grad():
        layer.weight.fill_(1.0)
    axes = axes_of(layer, x, y)
    x.requires_grad_()
    out = layer(x)
    for row in range(x.shape[1]):
        column = x.shape[2] - 1
        seen = np.zeros(y.shape[1:], bool)
        seen[np.ix_(axes[0].windows_on(row), axes[1].windows_on(column))] = True
        for place in np.ndindex(*y.shape[1:]):
            pull = torch.autograd.grad(out[(0, *place)], x, retain_graph=True)[0]
            assert seen[place] == bool(pull[0, row, column] != 0)


def test_nan_reaches_the_cells_that_look_at_it_and_no_other():
    x = np.zeros((1, 5, 7))
    x[0, 2, 3] = np.nan
    axes = [Axis(5, 5, 3, padding=1), Axis(7, 7, 3, padding=1)]
    y = conv.output_map(x, np.ones((1, 1, 3, 3)), None, axes, 0)
    assert np.isnan(y).sum() == 9
    assert np.isnan(conv.cell(x, np.ones((1, 1, 3, 3)), None, axes, 0, (1, 2)).total)
    assert conv.cell(x, np.ones((1, 1, 3, 3)), None, axes, 0, (0, 0)).total == 0.0
