"""A transposed convolution taken apart is the one that torch computes."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from torch import nn

from playground.explain import stamps
from playground.explain.stamps import Stamps
from playground.explain.windows import Axis


@st.composite
def cases(draw):
    """A layer of any kind, an image that is rarely square, and what torch makes of it."""
    groups = draw(st.sampled_from([1, 2, 3]))
    stride, dilation = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    layer = nn.ConvTranspose2d(
        groups * draw(st.integers(1, 2)),
        groups * draw(st.integers(1, 2)),
        (draw(st.integers(1, 4)), draw(st.integers(1, 4))),
        stride,
        draw(st.integers(0, 3)),
        draw(st.integers(0, max(stride, dilation) - 1)),
        groups,
        draw(st.booleans()),
        dilation,
        dtype=torch.float64,
    )
    x = torch.randn(
        layer.in_channels, draw(st.integers(1, 5)), draw(st.integers(1, 5)), dtype=torch.float64
    )
    ends = zip(x.shape[1:], layer.kernel_size, strict=True)
    p, more = layer.padding[0], layer.output_padding[0]
    sizes = [(n - 1) * stride - 2 * p + dilation * (k - 1) + more + 1 for n, k in ends]
    assume(min(sizes) > 0)
    with torch.no_grad():
        y = layer(x)
    return layer, x, y


def axes_of(layer, x, y):
    return [
        Stamps(
            Axis(
                y.shape[i + 1],
                x.shape[i + 1],
                layer.kernel_size[i],
                layer.stride[i],
                layer.padding[i],
                layer.dilation[i],
            )
        )
        for i in range(2)
    ]


def numbers(layer):
    bias = None if layer.bias is None else layer.bias.detach().numpy()
    return stamps.oriented(layer.weight.detach().numpy(), layer.groups), bias


@settings(deadline=None, max_examples=60)
@given(cases())
def test_every_cell_is_torchs(case):
    layer, x, y = case
    kernels, bias = numbers(layer)
    axes = axes_of(layer, x, y)
    for unit, *place in np.ndindex(*y.shape):
        cell = stamps.cell(x.numpy(), kernels, bias, axes, unit, tuple(place), layer.groups)
        assert cell.total == pytest.approx(y[(unit, *place)].item(), abs=1e-9)
        for tap in zip(*np.nonzero(cell.inside), strict=True):
            at = tuple(int(p[i]) for p, i in zip(cell.places, tap, strict=True))
            for number, channel in enumerate(cell.channels):
                own = layer.weight[(channel, unit % layer.weight.shape[1], *tap)].item()
                assert cell.products[(number, *tap)] == x[(channel, *at)].item() * own


@settings(deadline=None, max_examples=60)
@given(cases())
def test_shares_of_the_channels_add_up_to_the_map(case):
    layer, x, y = case
    kernels, bias = numbers(layer)
    axes = axes_of(layer, x, y)
    for unit in range(len(y)):
        maps = stamps.channel_maps(x.numpy(), kernels, axes, unit, layer.groups)
        own = 0.0 if bias is None else bias[unit]
        np.testing.assert_allclose(maps.sum(0) + own, y[unit].numpy(), atol=1e-9)


@settings(deadline=None, max_examples=60)
@given(cases())
def test_an_input_knows_its_stamp_and_an_output_how_many_lie_on_it(case):
    layer, x, y = case
    with torch.no_grad():
        layer.weight.fill_(1.0)
    axes = axes_of(layer, x, y)
    x.requires_grad_()
    out = layer(x)
    counts = np.zeros(y.shape[1:], int)
    for place in np.ndindex(*y.shape[1:]):
        pull = torch.autograd.grad(out[(0, *place)], x, retain_graph=True)[0][0].numpy()
        counts[place] = (pull != 0).sum()
        for at in np.ndindex(*pull.shape):
            stamp = [axis.windows_on(i) for axis, i in zip(axes, at, strict=True)]
            here = all(i in line for i, line in zip(place, stamp, strict=True))
            assert here == bool(pull[at])
        if (pull != 0).any():
            reached = [(int(line.min()), int(line.max())) for line in np.nonzero(pull)]
            assert [a.span(i) for a, i in zip(axes, place, strict=True)] == reached
    np.testing.assert_array_equal(stamps.overlaps(axes), counts)


@settings(deadline=None, max_examples=60)
@given(cases())
def test_all_stamps_laid_down_one_after_the_other_are_the_map(case):
    layer, x, y = case
    kernels, bias = numbers(layer)
    axes = axes_of(layer, x, y)
    found = np.zeros(y.shape[1:]) + (0.0 if bias is None else bias[-1])
    for place in np.ndindex(*x.shape[1:]):
        values, inside = stamps.stamp(
            x.numpy(), kernels, axes, len(y) - 1, tuple(place), layer.groups
        )
        rows, columns = (a.way_back.unclipped(i) for a, i in zip(axes, place, strict=True))
        for u, v in np.argwhere(inside):
            found[rows[u], columns[v]] += values[:, u, v].sum()
    np.testing.assert_allclose(found, y[-1].numpy(), atol=1e-9)


def test_an_output_that_no_input_reaches_is_the_bias():
    layer = nn.ConvTranspose2d(1, 1, 1, stride=3)
    x = torch.ones(1, 2, 2)
    y = layer(x).detach()
    axes = axes_of(layer, x, y)
    kernels, bias = numbers(layer)
    assert axes[0].span(1) == (0, -1)
    assert stamps.cell(x.numpy(), kernels, bias, axes, 0, (1, 1)).total == bias[0]


def test_what_is_no_number_spoils_the_cells_it_reaches_and_no_other():
    layer = nn.ConvTranspose2d(1, 1, 3, stride=2, bias=False)
    with torch.no_grad():
        layer.weight[0, 0, 0, 0] = torch.nan
        y = layer(torch.ones(1, 3, 3))[0].numpy()
    axes = axes_of(layer, torch.ones(1, 3, 3), y[None])
    x, (kernels, _) = np.ones((1, 3, 3)), numbers(layer)
    cells = [stamps.cell(x, kernels, None, axes, 0, place).total for place in np.ndindex(*y.shape)]
    np.testing.assert_allclose(np.reshape(cells, y.shape), y, rtol=1e-6)
    np.testing.assert_allclose(stamps.channel_maps(x, kernels, axes, 0)[0], y, rtol=1e-6)


@pytest.mark.parametrize(
    ("kernel", "stride", "dilation", "turns"),
    [(4, 2, 1, (2, 2)), (3, 2, 1, (1, 2)), (3, 1, 1, (3, 3)), (2, 3, 1, (0, 1)), (4, 2, 2, (0, 4))],
)
def test_stamps_overlap_evenly_where_the_kernel_is_a_multiple_of_the_stride(
    kernel, stride, dilation, turns
):
    axis = Stamps(Axis(40, 40, kernel, stride, 0, dilation))
    assert axis.turns == turns
    inside = axis.counts[10:30]
    assert (inside.min(), inside.max()) == turns


def test_the_size_of_the_output_is_a_sum_with_its_numbers():
    assert stamps.size_formula(Axis(8, 4, 4, 2, 1)) == "(4 − 1)·2 − 2·1 + 4 = 8"
    text = "(4 − 1)·2 − 2·1 + 2·(3 − 1) + 1 + 1 = 10"
    assert stamps.size_formula(Axis(10, 4, 3, 2, 1, 2), 1) == text
